import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { AsActor } from '#platform/database/as-actor.ts'
import { deviceWords } from './device-words.ts'
import type { Env, Frame, FrameFacts } from './env.ts'
import { handOver, opens } from './hand-over.ts'
import { API_TOKEN_PREFIX } from './make-api-token.ts'
import { openApiToken } from './open-api-token.ts'
import { openSession } from './open-session.ts'
import { parking } from './parked-form.routes.ts'
import { sessionCookie } from './session-cookie.ts'

const BEARER = new RegExp(`^Bearer (${API_TOKEN_PREFIX}\\S+)$`)

/**
 * Finds out who asks, before any route runs: the holder of an API token, a member with a session, or a visitor. It
 * refuses nobody; what each route needs is said at the route.
 *
 * @param frameFor builds the frame of the page, which names other capabilities
 */
export const recognise = ({
  asActor,
  publicOrigin,
  frameFor,
}: {
  asActor: AsActor
  publicOrigin: string | undefined
  frameFor: (facts: FrameFacts) => Frame
}): MiddlewareHandler<Env> => {
  const { name } = sessionCookie(publicOrigin)
  const park = parking({ asActor, publicOrigin })
  return async (c, next) => {
    const device = deviceWords(c.req.header('user-agent'))
    const trace = { requestId: c.get('requestId'), source: c.get('source'), device }
    c.set('actor', { kind: 'visitor', trace })
    c.set('park', (fields) => park(c, fields))
    const apiToken = BEARER.exec(c.req.header('authorization') ?? '')?.[1]
    const token = getCookie(c, name)
    if (apiToken) {
      const actor = await openApiToken(trace, asActor, apiToken)
      if (actor) c.set('actor', actor)
    } else if (token) {
      const session = await openSession(trace, asActor, token)
      const signedIn = session?.signedIn
      if (signedIn?.handedOver && !opens(signedIn.handedOver, c.req.path))
        c.set('handedOver', signedIn.handedOver)
      else if (signedIn) {
        c.set('actor', signedIn.actor)
        c.set('signedIn', signedIn)
        c.set('handOver', (to) => handOver(signedIn.actor, asActor, token, to))
      }
      if (session?.halfSignedIn) c.set('halfSignedIn', session.halfSignedIn)
    }
    const { pathname, search } = new URL(c.req.url)
    c.set(
      'frame',
      frameFor({
        // Whoever holds a device that was handed over is shown no way into its member's pages.
        signedIn: c.get('signedIn')?.handedOver ? undefined : c.get('signedIn'),
        path: pathname + search,
        cookie: (cookie) => getCookie(c, cookie),
      }),
    )
    await next()
  }
}
