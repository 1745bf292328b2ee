import { type Context, Hono } from 'hono'
import { type Env, requireMember } from '#identity'
import { isId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { rateLimit } from '#platform/http/rate-limit.ts'
import { findCertificate, verifyCertificate } from './certificate.ts'
import { readCode } from './certificate-code.ts'
import { certificatePdf } from './certificate-pdf.ts'
import { VerifyPage } from './verify.page.tsx'

/** A minute of somebody who types codes from paper; nobody guesses 60 bits, and nobody should try. */
const TRIES = 60
const WITHIN_SECONDS = 60

/** A certificate to print, for whoever has it, and the page on which anybody verifies it. */
export const certificatesRoutes = ({
  asActor,
  originOf,
}: {
  asActor: AsActor
  originOf: (c: Context) => string
}): Hono<Env> => {
  const routes = new Hono<Env>()
  const tries = rateLimit(TRIES, WITHIN_SECONDS)

  const verify = async (c: Context<Env>, typed: string) => {
    const frame = c.get('frame')
    if (!typed) return c.html(VerifyPage({ frame, typed: '', certificate: undefined }))
    const trace = c.get('actor').trace
    const wait = await tries.take(trace.source)
    if (wait) {
      c.header('Retry-After', String(wait.waitSeconds))
      return c.text('Too many tries. Wait a minute.', 429)
    }
    const certificate = await verifyCertificate(asActor, trace, readCode(typed), new Date())
    return c.html(VerifyPage({ frame, typed, certificate }), certificate ? 200 : 404)
  }

  routes.get('/certificates', (c) => verify(c, (c.req.query('code') ?? '').trim().slice(0, 30)))
  routes.get('/certificates/:code', (c) => verify(c, c.req.param('code').slice(0, 30)))

  routes.get('/training/certificates/:id/certificate.pdf', requireMember(), async (c) => {
    const id = c.req.param('id')
    const { actor, organizationName } = c.get('signedIn')
    const found = isId(id) ? await asActor(actor, (tx) => findCertificate(tx, id)) : undefined
    if (!found || found.revokedAt) return c.notFound()
    const pdf = await certificatePdf(found, organizationName, `${originOf(c)}/certificates/${found.code}`)
    c.header('Content-Type', 'application/pdf')
    c.header('Content-Disposition', `inline; filename="certificate-${found.code}.pdf"`)
    return c.body(new Uint8Array(pdf))
  })

  return routes
}
