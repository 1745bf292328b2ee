import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { newId } from '#kernel/ids.ts'
import type { Log } from '../logs/log.ts'

export type RequestFacts = { readonly requestId: string; readonly source: string }

/**
 * Gives each request an id, finds where it comes from, and logs it when it is answered: by its route, never by its
 * path, since a path can hold a signed link.
 *
 * @param trustProxy whether a proxy in front is trusted to say the source; otherwise anybody could claim one
 */
export const requestFacts =
  (log: Log, trustProxy: boolean): MiddlewareHandler<{ Variables: RequestFacts }> =>
  async (c, next) => {
    const requestId = newId()
    const startedAt = performance.now()
    c.set('requestId', requestId)
    c.set('source', sourceOf(c, trustProxy))
    c.header('X-Request-Id', requestId)
    await next()
    log('request', {
      requestId,
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round((performance.now() - startedAt) * 10) / 10,
    })
  }

const sourceOf = (c: Context, trustProxy: boolean): string => {
  // A proxy appends the address it saw, so the last entry is the one that it vouches for.
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (forwarded) return forwarded
  // A request made in a test has no socket.
  return c.env?.incoming ? (getConnInfo(c).remote.address ?? 'unknown') : 'unknown'
}
