import { Hono } from 'hono'
import { type Env, requireMember } from '#identity'
import { TELLERS } from './keepers.ts'
import { listToVerify } from './list-to-verify.ts'
import type { NetworkNeeds } from './network-needs.ts'
import { VerifyPage } from './verify.page.tsx'

const LAST_PAGE = 25

/** The queue of places that want a call. */
export const verifyRoutes = ({ asActor }: NetworkNeeds): Hono<Env> =>
  new Hono<Env>().get('/places/to-check', requireMember(...TELLERS), async (c) => {
    const asked = Number(c.req.query('page') ?? '1')
    const page = Number.isInteger(asked) && asked >= 1 && asked <= LAST_PAGE ? asked : 1
    const found = await listToVerify(asActor, c.get('signedIn').actor, { page, now: new Date() })
    return c.html(VerifyPage({ frame: c.get('frame'), found, page }))
  })
