import type { Context, MiddlewareHandler } from 'hono'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a write that another site made a browser send (CSRF; ASVS 3.5.1). Every current browser says with a write
 * where it comes from; a program that sends neither header holds no browser's cookies, so it is let through.
 *
 * @param publicOrigin the address that people use. Behind a proxy it differs from the request's own; undefined
 *   compares with the request's host
 */
export const sameOrigin =
  (
    publicOrigin: string | undefined,
    refuse: (c: Context) => Response | Promise<Response>,
  ): MiddlewareHandler =>
  async (c, next) => {
    if (SAFE.has(c.req.method) || isFromHere(c, publicOrigin)) return next()
    return refuse(c)
  }

const isFromHere = (c: Context, publicOrigin: string | undefined): boolean => {
  const site = c.req.header('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') return false
  const origin = c.req.header('origin')
  if (origin === undefined) return true
  if (publicOrigin) return origin === publicOrigin
  return URL.canParse(origin) && new URL(origin).host === c.req.header('host')
}
