import { Hono } from 'hono'
import { type Env, requireMember } from '#identity'
import type { Role } from '#kernel/actor.ts'
import { isId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { findPlaces } from './find-places.ts'
import { getService } from './get-service.ts'
import { PlacePage } from './place.page.tsx'
import { readPlaceSearch } from './place-search.ts'
import { PlacesPage } from './places.page.tsx'
import { listReferable } from './referable.ts'
import { setServiceStatus } from './set-service-status.ts'
import { visibilityRoutes } from './visibility.routes.ts'
import { listKeptFacts } from './visibility.store.ts'

export type NetworkNeeds = {
  readonly asActor: AsActor
  /** Where a member with these roles begins a referral to a service; undefined where they send none. */
  readonly referTo: (roles: readonly Role[], serviceId: string) => string | undefined
}

const IMPORTERS: readonly Role[] = ['manager', 'administrator']

/** Finding a place, reading what is known of it, and, for whoever keeps it, closing it for a while. */
export const networkRoutes = ({ asActor, referTo }: NetworkNeeds): Hono<Env> => {
  const routes = new Hono<Env>()
  routes.route('/', visibilityRoutes({ asActor }))
  const anybody = requireMember()

  routes.get('/places', anybody, async (c) => {
    const { actor } = c.get('signedIn')
    const search = readPlaceSearch(c.req.queries())
    return c.html(
      PlacesPage({
        frame: c.get('frame'),
        search,
        found: await findPlaces(asActor, actor, search, new Date()),
        mayImport: actor.roles.some((role) => IMPORTERS.includes(role)),
        referTo: (serviceId) => referTo(actor.roles, serviceId),
      }),
    )
  })

  routes.get('/places/:serviceId', anybody, async (c) => {
    const { actor, timeZone } = c.get('signedIn')
    const id = c.req.param('serviceId')
    const found = isId(id)
      ? await asActor(actor, async (tx) => {
          const place = await getService(tx, id)
          const isReferable = place?.status === 'active' && (await listReferable(tx, actor, [place])).has(id)
          return place && { place, isReferable, kept: await listKeptFacts(tx, id) }
        })
      : undefined
    if (!found) return c.notFound()
    return c.html(
      PlacePage({
        frame: c.get('frame'),
        place: found.place,
        kept: found.kept,
        zone: timeZone,
        now: new Date(),
        referHref: found.isReferable ? referTo(actor.roles, id) : undefined,
      }),
    )
  })

  routes.post('/places/:serviceId/status', anybody, async (c) => {
    const { actor } = c.get('signedIn')
    const serviceId = c.req.param('serviceId')
    const status = firstOf(await formFields(c), 'status')
    if (!isId(serviceId) || (status !== 'active' && status !== 'temporarily-closed')) return c.notFound()
    const done = await setServiceStatus(actor, asActor, { serviceId, status })
    return isRefusal(done) ? c.notFound() : c.redirect(`/places/${serviceId}`, 303)
  })

  return routes
}
