import { Hono } from 'hono'
import type { Env } from '#identity'
import { type ExchangeNeeds, exchangeRoutes } from './exchange.routes.ts'
import { type ReadingNeeds, readingRoutes } from './library.routes.ts'
import { listRoutes } from './lists.routes.ts'
import { questionRoutes } from './questions.routes.ts'

/** Everything of the library that can be asked for. A record comes last: its address is any word. */
export const libraryRoutes = (needs: ExchangeNeeds & ReadingNeeds): Hono<Env> => {
  const routes = new Hono<Env>()
  for (const some of [exchangeRoutes(needs), listRoutes(needs), questionRoutes(needs), readingRoutes(needs)])
    routes.route('/', some)
  return routes
}
