import { type Context, Hono } from 'hono'
import type { TypedDate } from '#design'
import { type Env, type MemberEnv, requireMember } from '#identity'
import { dayAt, readDay } from '#kernel/calendar-day.ts'
import { derivedId, isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { changeListing } from './change-listing.ts'
import { ClosedDaysPage, type ClosedDaysProps } from './closed-days.page.tsx'
import type { Listing } from './get-service.ts'
import { KEEPERS } from './keepers.ts'
import { type ClosedDays, type Kept, listClosures } from './keeping.store.ts'
import type { NetworkNeeds } from './network-needs.ts'
import { HOLIDAYS } from './profile.ts'

type Needs = NetworkNeeds & {
  readonly kept: (c: Context<Env & MemberEnv>) => Promise<Listing | undefined>
}

const LONGEST_NOTE = 100

const typedDate = (fields: FormFields, name: string): TypedDate => ({
  month: firstOf(fields, `${name}-month`),
  day: firstOf(fields, `${name}-day`),
  year: firstOf(fields, `${name}-year`),
})

const isEmpty = ({ month, day, year }: TypedDate): boolean => month + day + year === ''

type ReadClosure =
  | { readonly closure: Omit<ClosedDays, 'id'> }
  | { readonly errors: Readonly<Record<string, string>> }

/** A stretch of closed days; the last day left out is the first. */
export const readClosure = (fields: FormFields, today: string): ReadClosure => {
  const [from, until] = [typedDate(fields, 'from'), typedDate(fields, 'until')]
  const note = firstOf(fields, 'note')
  const fromOn = readDay(from.year, from.month, from.day)
  const untilOn = isEmpty(until) ? fromOn : readDay(until.year, until.month, until.day)
  const errors: Record<string, string> = {}
  if (!fromOn) errors.from = 'Give a day that is in the calendar.'
  if (fromOn && !untilOn) errors.until = 'Give a day that is in the calendar, or none.'
  if (fromOn && untilOn && untilOn < fromOn) errors.until = 'The last day comes before the first.'
  if (fromOn && untilOn && untilOn >= fromOn && untilOn < today) errors.until = 'These days have passed.'
  if (note.length > LONGEST_NOTE) errors.note = `Write at most ${LONGEST_NOTE} letters.`
  if (Object.keys(errors).length > 0 || !fromOn || !untilOn) return { errors }
  return { closure: { fromOn, untilOn, note: note || null } }
}

/** Closed days and holidays: added, opened after all, and holidays, each a change of its own. */
export const closedDaysRoutes = ({ asActor, kept }: Needs): Hono<Env> => {
  const routes = new Hono<Env>()
  const keeper = requireMember(...KEEPERS)

  const page = async (
    c: Context<Env & MemberEnv>,
    place: Listing,
    form: Pick<ClosedDaysProps, 'typed' | 'errors'> = {},
  ) => {
    const { actor, timeZone } = c.get('signedIn')
    const now = new Date()
    const today = dayAt(now, place.timeZone ?? timeZone)
    const closures = await asActor(actor, (tx) => listClosures(tx, place.serviceId))
    const ahead = closures.filter(({ untilOn }) => untilOn >= today)
    const made = ClosedDaysPage({ frame: c.get('frame'), place, closures: ahead, now, ...form })
    return c.html(made, form.errors ? 422 : 200)
  }

  routes.get('/places/:serviceId/closed-days', keeper, async (c) => {
    const place = await kept(c)
    return place ? page(c, place) : c.notFound()
  })

  routes.post('/places/:serviceId/closed-days', keeper, async (c) => {
    const place = await kept(c)
    if (!place) return c.notFound()
    const { actor, timeZone } = c.get('signedIn')
    const zone = place.timeZone ?? timeZone
    const fields = await formFields(c)
    const sent = firstOf(fields, 'id')
    const id = isId(sent) ? sent : newId()
    const change = async (set: (now: Kept) => Readonly<Record<string, unknown>>) => {
      const done = await changeListing(asActor, actor, { id, serviceId: place.serviceId, zone, set })
      return isRefusal(done) ? c.notFound() : c.redirect(`/places/${place.serviceId}/closed-days`, 303)
    }
    const opened = firstOf(fields, 'open')
    if (opened) return change(({ closures }) => ({ closures: closures.filter((one) => one.id !== opened) }))
    const holidays = firstOf(fields, 'holidays')
    if (firstOf(fields, 'do') === 'holidays' && Object.hasOwn(HOLIDAYS, holidays))
      return change(() => ({ holidays }))
    const read = readClosure(fields, dayAt(new Date(), zone))
    if ('errors' in read) {
      const typed = { from: typedDate(fields, 'from'), until: typedDate(fields, 'until') }
      return page(c, place, { typed: { ...typed, note: firstOf(fields, 'note') }, errors: read.errors })
    }
    const closure = { id: derivedId('closure', id), ...read.closure }
    return change(({ closures }) => ({
      closures: [...closures.filter((one) => one.id !== closure.id), closure].toSorted((a, b) =>
        a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : a.id < b.id ? -1 : 1,
      ),
    }))
  })

  return routes
}
