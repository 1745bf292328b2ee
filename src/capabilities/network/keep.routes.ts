import { type Context, Hono } from 'hono'
import { type Env, type MemberEnv, requireMember } from '#identity'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { addressRoutes } from './address.routes.ts'
import { seenAtOf } from './address.ts'
import { changeListing, type ListingChange } from './change-listing.ts'
import { closedDaysRoutes } from './closed-days.routes.ts'
import { EditHoursPage, type EditHoursProps } from './edit-hours.page.tsx'
import { EditProfilePage, profileFields } from './edit-profile.page.tsx'
import { getService, type Listing } from './get-service.ts'
import { KEEPERS } from './keepers.ts'
import type { NetworkNeeds } from './network-needs.ts'
import { PROFILE_FIELDS } from './profile-fields.ts'
import { readProfileForm } from './read-profile-form.ts'
import { copyMonday, readWeek, typedWeek, weekFrom } from './read-week-form.ts'

/** The pages on which whoever keeps a listing changes it. */
export const keepRoutes = (needs: NetworkNeeds): Hono<Env> => {
  const { asActor } = needs
  const routes = new Hono<Env>()
  const keeper = requireMember(...KEEPERS)

  /** The listing, for whoever may change it; nobody else learns whether there is one. */
  const kept = async (c: Context<Env & MemberEnv>): Promise<Listing | undefined> => {
    const id = c.req.param('serviceId') ?? ''
    const place = isId(id) ? await asActor(c.get('signedIn').actor, (tx) => getService(tx, id)) : undefined
    return place?.mayChange ? place : undefined
  }

  const save = async (
    c: Context<Env & MemberEnv>,
    place: Listing,
    fields: FormFields,
    change: Pick<ListingChange, 'set' | 'looked'>,
  ) => {
    const { actor, timeZone } = c.get('signedIn')
    const id = firstOf(fields, 'id')
    return changeListing(asActor, actor, {
      ...{ id: isId(id) ? id : newId(), serviceId: place.serviceId, zone: place.timeZone ?? timeZone },
      seenAt: seenAtOf(fields),
      ...change,
    })
  }

  const saved = (c: Context<Env & MemberEnv>, place: Listing, changed: readonly string[]) =>
    c.redirect(`/places/${place.serviceId}?done=${changed.length > 0 ? 'saved' : 'looked-at'}`, 303)

  routes.get('/places/:serviceId/profile', keeper, async (c) => {
    const place = await kept(c)
    if (!place) return c.notFound()
    const fields = profileFields(place)
    const known = { id: newId(), seenAt: place.updatedAt.toISOString() }
    return c.html(EditProfilePage({ frame: c.get('frame'), place, fields, ...known }))
  })

  routes.post('/places/:serviceId/profile', keeper, async (c) => {
    const place = await kept(c)
    if (!place) return c.notFound()
    const fields = await formFields(c)
    const { set, errors } = readProfileForm(fields)
    const again = { frame: c.get('frame'), place, fields, id: newId() }
    if (Object.keys(errors).length > 0)
      return c.html(EditProfilePage({ ...again, errors, seenAt: firstOf(fields, 'seenAt') }), 422)
    const looked = PROFILE_FIELDS.map(({ name }) => name).filter(
      (name) => name !== 'holidays' && set[name] !== null,
    )
    const { holidays, ...rest } = set
    const done = await save(c, place, fields, {
      set: () => (fields.holidays ? { ...rest, holidays } : rest),
      looked,
    })
    if (!isRefusal(done)) return saved(c, place, done.changed)
    if (done.refused === 'no-such-service') return c.notFound()
    return c.html(EditProfilePage({ ...again, isStale: true, seenAt: place.updatedAt.toISOString() }), 409)
  })

  const hoursPage = (
    c: Context<Env & MemberEnv>,
    props: Omit<EditHoursProps, 'frame'>,
    status: 200 | 409 | 422 = 200,
  ) => c.html(EditHoursPage({ frame: c.get('frame'), ...props }), status)

  routes.get('/places/:serviceId/hours', keeper, async (c) => {
    const place = await kept(c)
    if (!place) return c.notFound()
    return hoursPage(c, {
      ...{ place, week: weekFrom(place.hours), intake: weekFrom(place.intakeHours) },
      ...{ intakeIs: place.intakeHours ? 'own' : 'same', isKnown: true },
      ...{ id: newId(), seenAt: place.updatedAt.toISOString() },
    })
  })

  routes.post('/places/:serviceId/hours', keeper, async (c) => {
    const place = await kept(c)
    if (!place) return c.notFound()
    const fields = await formFields(c)
    const [week, intake] = [typedWeek(fields, 'hours'), typedWeek(fields, 'intake')]
    const props = {
      ...{ place, week, intake, isKnown: firstOf(fields, 'known') !== 'no', id: newId() },
      intakeIs: firstOf(fields, 'intakeIs') === 'own' ? ('own' as const) : ('same' as const),
      seenAt: firstOf(fields, 'seenAt'),
    }
    const [which, to = ''] = firstOf(fields, 'copy').split(':')
    if (which === 'hours') return hoursPage(c, { ...props, week: copyMonday(week, to) })
    if (which === 'intake') return hoursPage(c, { ...props, intake: copyMonday(intake, to), intakeIs: 'own' })
    const read = props.isKnown ? readWeek(week) : { hours: null }
    const readIntake = props.intakeIs === 'own' ? readWeek(intake) : { hours: null }
    if ('wrong' in read || 'wrong' in readIntake)
      return hoursPage(
        c,
        {
          ...props,
          week: 'wrong' in read ? read.wrong : week,
          intake: 'wrong' in readIntake ? readIntake.wrong : intake,
        },
        422,
      )
    const done = await save(c, place, fields, {
      set: () => ({ hours: read.hours, intakeHours: readIntake.hours }),
      looked: read.hours ? ['hours'] : [],
    })
    if (!isRefusal(done)) return saved(c, place, done.changed)
    if (done.refused === 'no-such-service') return c.notFound()
    return hoursPage(c, { ...props, isStale: true, seenAt: place.updatedAt.toISOString() }, 409)
  })

  routes.route('/', closedDaysRoutes({ ...needs, kept }))
  routes.route('/', addressRoutes({ ...needs, kept }))
  return routes
}
