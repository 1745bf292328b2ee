import { Hono } from 'hono'
import type { Env } from '#identity'
import type { AsActor } from '#platform/database/as-actor.ts'
import { naloxoneRoutes } from './naloxone.routes.ts'
import { restockRoutes } from './restock.routes.ts'
import { suppliesRoutes } from './supplies.routes.ts'
import type { MayLeaveBehind } from './who-keeps.ts'

/**
 * Kits, requests for them, and naloxone that was given.
 *
 * @param needs.mayLeaveBehind asks whether somebody has learned how to leave kits behind; left out, everybody may
 */
export const harmReductionRoutes = (needs: {
  readonly asActor: AsActor
  readonly mayLeaveBehind?: MayLeaveBehind | undefined
}): Hono<Env> => {
  const routes = new Hono<Env>()
  // Before the single lots and requests, whose addresses would else take these for ids.
  routes.route('/', naloxoneRoutes(needs))
  routes.route('/', restockRoutes(needs))
  routes.route('/', suppliesRoutes(needs))
  return routes
}
