import { type Context, Hono } from 'hono'
import { type Env, getCounty, type MemberEnv, requireMember } from '#identity'
import { isId, newId } from '#kernel/ids.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { AddPlacePage, type AddPlaceProps } from './add-place.page.tsx'
import { addPlace, listAlike, readNewPlace } from './add-place.ts'
import { getService } from './get-service.ts'
import { ADDERS, KEEPERS } from './keepers.ts'
import type { NetworkNeeds } from './network-needs.ts'

/** Adding a place by hand: a provider with its site and service, another site, or one more service at a door. */
export const addPlaceRoutes = ({ asActor }: NetworkNeeds): Hono<Env> => {
  const routes = new Hono<Env>()
  const keeper = requireMember(...KEEPERS)

  /** The listed places that the new one belongs to, of those that the member keeps. */
  const known = async (c: Context<Env & MemberEnv>, ids: { at: string; of: string }) => {
    const find = async (id: string) => {
      const place = isId(id) ? await asActor(c.get('signedIn').actor, (tx) => getService(tx, id)) : undefined
      return place?.mayChange ? place : undefined
    }
    return { at: await find(ids.at), of: await find(ids.of) }
  }

  /** A provider and a site of their own are the county's to add; an organization adds services where it is. */
  const mayAdd = (c: Context<Env & MemberEnv>, { at }: Pick<AddPlaceProps, 'at'>): boolean =>
    at !== undefined ||
    // Police and courts add nothing: the database would not take it.
    (!c.get('signedIn').isCriminalJustice &&
      c.get('signedIn').actor.roles.some((role) => (ADDERS as readonly string[]).includes(role)))

  routes.get('/places/new', keeper, async (c) => {
    const places = await known(c, { at: c.req.query('at') ?? '', of: c.req.query('of') ?? '' })
    if (!mayAdd(c, places)) return c.notFound()
    const { actor } = c.get('signedIn')
    const { state } = await asActor(actor, (tx) => getCounty(tx, actor.jurisdictionId))
    return c.html(AddPlacePage({ frame: c.get('frame'), ...places, fields: { state: [state] }, id: newId() }))
  })

  routes.post('/places/new', keeper, async (c) => {
    const { actor } = c.get('signedIn')
    const fields: FormFields = await formFields(c)
    const places = await known(c, { at: firstOf(fields, 'at'), of: firstOf(fields, 'of') })
    if (!mayAdd(c, places)) return c.notFound()
    const sent = firstOf(fields, 'id')
    const id = isId(sent) ? sent : newId()
    const page = (form: Pick<AddPlaceProps, 'errors' | 'alike'>, status: 422 | 200) =>
      c.html(AddPlacePage({ frame: c.get('frame'), ...places, fields, id, ...form }), status)
    const read = readNewPlace(fields, id, { ...places, zone: c.get('signedIn').timeZone })
    if ('errors' in read) return page({ errors: read.errors }, 422)
    if (!places.at && !places.of && firstOf(fields, 'isNew') !== 'yes') {
      const alike = await asActor(actor, (tx) => listAlike(tx, read.listing, new Date()))
      if (alike.length > 0) return page({ alike }, 200)
    }
    await addPlace(asActor, actor, read.listing)
    return c.redirect(`/places/${id}?done=added`, 303)
  })

  return routes
}
