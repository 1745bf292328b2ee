import { Hono } from 'hono'
import type { Env } from '#identity'

/** RFC 9116 asks for less than a year. Half of one, counted from each request: what is served never goes stale. */
const GOOD_FOR_MS = 182 * 86_400_000

/**
 * To whom a weakness is reported (RFC 9116). It is said by whoever runs this installation, who is not who wrote the
 * program; without a contact there is no such file, since one without a contact is none.
 *
 * @param needs.securityContact a URI: mailto:, https: or tel:
 */
export const securityTextRoutes = ({
  securityContact,
  publicOrigin,
}: {
  securityContact?: string | undefined
  publicOrigin: string | undefined
}): Hono<Env> =>
  new Hono<Env>().get('/.well-known/security.txt', (c) => {
    if (!securityContact) return c.notFound()
    const lines = [
      `Contact: ${securityContact}`,
      `Expires: ${new Date(Date.now() + GOOD_FOR_MS).toISOString()}`,
      'Preferred-Languages: en, es',
      ...(publicOrigin ? [`Canonical: ${publicOrigin}/.well-known/security.txt`] : []),
    ]
    return c.text(`${lines.join('\n')}\n`)
  })
