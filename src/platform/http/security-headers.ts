import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

/**
 * Headers that make the browser help: nothing is loaded from elsewhere, nothing inline runs, no other site frames us.
 * `same-origin` as referrer policy, because with `no-referrer` Chromium sends `Origin: null` on our own forms.
 */
export const securityHeaders = (overTls: boolean): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      scriptSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    permissionsPolicy: { camera: [], microphone: [], geolocation: ['self'] },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    strictTransportSecurity: overTls ? 'max-age=31536000; includeSubDomains' : false,
  })

/** Pages hold what somebody told an officer: no copy stays in a cache on the way or on a shared computer. */
export const neverStored: MiddlewareHandler = async (c, next) => {
  await next()
  // Not by c.header: once there is an answer, that makes another of it, which is then sent in a slower way.
  const { headers } = c.res
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
}
