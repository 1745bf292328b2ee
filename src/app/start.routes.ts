import { Hono } from 'hono'
import { type Env, requireMember } from '#identity'
import { StartPage } from './start.page.tsx'

/** The first page of members whose role has none of its own. */
export const startRoutes = (): Hono<Env> =>
  new Hono<Env>().get('/start', requireMember(), (c) =>
    c.html(StartPage({ frame: c.get('frame'), signedIn: c.get('signedIn') })),
  )
