import type { Hono } from 'hono'
import type { BlankSchema, Env } from 'hono/types'

/** Hono's word for a handler of any method: those are no routes of ours but what stands before all of them. */
const ANY = 'ALL'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/**
 * With which methods there is something at a path, as the Allow header lists them (RFC 9110, section 10.2.1). None: the
 * path leads nowhere. It is read from the list of routes alone, so it says nothing about what exists.
 */
export const allowedMethods = <E extends Env>(
  app: Pick<Hono<E, BlankSchema>, 'router'>,
  path: string,
): readonly string[] => {
  const found = METHODS.filter((method) =>
    app.router.match(method, path)[0].some(([[, route]]) => route.method !== ANY),
  )
  return found.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
}
