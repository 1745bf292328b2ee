import { Hono } from 'hono'
import { type Env, requireMember } from '#identity'
import { FrontPage } from './front.page.tsx'
import { StartPage } from './start.page.tsx'

/** The front door for everybody, and the first page of members whose role has none of its own. */
export const startRoutes = ({ demo }: { demo: boolean }): Hono<Env> => {
  const routes = new Hono<Env>()
  routes.get('/', (c) => c.html(FrontPage({ frame: c.get('frame'), signedIn: c.get('signedIn'), demo })))
  routes.get('/start', requireMember(), (c) =>
    c.html(StartPage({ frame: c.get('frame'), signedIn: c.get('signedIn') })),
  )
  return routes
}
