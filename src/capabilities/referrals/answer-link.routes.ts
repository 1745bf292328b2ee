import { type Context, Hono } from 'hono'
import { type Env, getCounty } from '#identity'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { rateLimit } from '#platform/http/rate-limit.ts'
import { readAnswerForm } from './answer-form.ts'
import { AnswerLinkPage } from './answer-link.page.tsx'
import { answerReferral } from './answer-referral.ts'
import { signLink } from './answer-token.ts'
import { confirmHandoff } from './confirm-handoff.ts'
import { getReferral } from './get-referral.ts'
import { type OpenedLink, openLink } from './open-link.ts'
import { ReceivedReferralPage } from './received-referral.page.tsx'
import { answerInput, fieldSentences } from './referral.ts'

type Needs = { asActor: AsActor; keys: { links: Buffer } }

/** What a signed link opens, for a place without an account. Opening it answers nothing: mail scanners open links. */
export const answerLinkRoutes = ({ asActor, keys }: Needs): Hono<Env> => {
  const routes = new Hono<Env>()
  const tries = rateLimit(60, 60)

  const ending = (
    c: Context<Env>,
    state: Parameters<typeof AnswerLinkPage>[0]['state'],
    status: 200 | 404 | 410 | 429 = 200,
  ) => c.html(AnswerLinkPage({ frame: c.get('frame'), state }), status)

  /** Opens the link, or says kindly why not. */
  const withLink = async (
    c: Context<Env>,
    purpose: OpenedLink['purpose'] | undefined,
    work: (link: OpenedLink, token: string) => Promise<Response>,
  ) => {
    const wait = await tries.take(c.get('source'))
    if (wait) {
      c.header('Retry-After', String(wait.waitSeconds))
      return ending(c, 'too-often', 429)
    }
    const token = c.req.param('token') ?? ''
    const link = await openLink(asActor, keys.links, token, c.get('actor').trace)
    if (!link || (purpose && link.purpose !== purpose)) return ending(c, 'unknown', 404)
    if (link.state === 'used') return ending(c, link.purpose === 'answer' ? 'answered' : 'arrived')
    if (link.state === 'ended') return ending(c, 'ended', 410)
    return work(link, token)
  }

  const page = async (
    c: Context<Env>,
    link: OpenedLink,
    token: string,
    form: { fields?: FormFields; errors?: Record<string, string> } = {},
  ) => {
    const referral = await getReferral(asActor, link.actor, link.referralId, 'page')
    if (!referral) return ending(c, 'taken-back', 410)
    const county = await asActor(link.actor, (tx) => getCounty(tx, link.actor.jurisdictionId))
    const made = ReceivedReferralPage({
      frame: c.get('frame'),
      referral,
      now: new Date(),
      zone: county.timeZone,
      base: `/answer/${token}`,
      ...form,
    })
    return c.html(made, form.errors ? 422 : 200)
  }

  routes.get('/answer/:token', (c) => withLink(c, undefined, (link, token) => page(c, link, token)))

  routes.post('/answer/:token/answer', (c) =>
    withLink(c, 'answer', async (link, token) => {
      const fields = await formFields(c)
      const read = answerInput.safeParse(readAnswerForm(fields))
      if (!read.success) return page(c, link, token, { fields, errors: fieldSentences(read.error) })
      const answer = await answerReferral(asActor, link.actor, link.referralId, read.data)
      if (isRefusal(answer))
        return ending(c, answer.refused === 'already-answered' ? 'answered' : 'taken-back')
      if (!answer.nextLink) return ending(c, 'declined')
      const next = signLink(keys.links, { linkId: answer.nextLink.id, expiresAt: answer.nextLink.expiresAt })
      return c.redirect(`/answer/${next}`, 303)
    }),
  )

  routes.post('/answer/:token/arrived', (c) =>
    withLink(c, 'confirm-arrival', async (link) => {
      const says = firstOf(await formFields(c), 'personConfirms') === 'yes'
      const done = await confirmHandoff(asActor, link.actor, link.referralId, says)
      return isRefusal(done) ? ending(c, 'taken-back', 410) : ending(c, 'arrived')
    }),
  )

  return routes
}
