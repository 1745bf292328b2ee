import { Hono } from 'hono'
import { type Env, requireMember } from '#identity'
import type { Role } from '#kernel/actor.ts'
import { addPlaceRoutes } from './add-place.routes.ts'
import { capacityLinkRoutes } from './capacity-link.routes.ts'
import { findPlaces } from './find-places.ts'
import { keepRoutes } from './keep.routes.ts'
import type { NetworkNeeds } from './network-needs.ts'
import { placeRoutes } from './place.routes.ts'
import { isFromForm, placesAddress, readPlaceSearch } from './place-search.ts'
import { PlacesPage } from './places.page.tsx'
import { tellRoutes } from './tell.routes.ts'
import { verifyRoutes } from './verify.routes.ts'
import { visibilityRoutes } from './visibility.routes.ts'

const IMPORTERS: readonly Role[] = ['manager', 'administrator']

/** Finding a place, reading what is known of it, keeping it true, and the links by which a place does that itself. */
export const networkRoutes = (needs: NetworkNeeds): Hono<Env> => {
  const { asActor, referTo } = needs
  const routes = new Hono<Env>()
  routes.route('/', visibilityRoutes({ asActor }))
  const anybody = requireMember()

  routes.get('/places', anybody, async (c) => {
    const { actor } = c.get('signedIn')
    const query = c.req.queries()
    const search = readPlaceSearch(query)
    // A form sends along what was left open; the address that is kept and sent on holds only what is asked.
    if (isFromForm(query)) return c.redirect(placesAddress(search, search.page), 303)
    const now = new Date()
    return c.html(
      PlacesPage({
        frame: c.get('frame'),
        search,
        found: await findPlaces(asActor, actor, search, now),
        now,
        mayImport: actor.roles.some((role) => IMPORTERS.includes(role)),
        referTo: (serviceId) => referTo(actor.roles, serviceId),
      }),
    )
  })

  routes.route('/', capacityLinkRoutes(needs))
  routes.route('/', addPlaceRoutes(needs))
  routes.route('/', verifyRoutes(needs))
  routes.route('/', placeRoutes(needs))
  routes.route('/', keepRoutes(needs))
  routes.route('/', tellRoutes(needs))
  return routes
}
