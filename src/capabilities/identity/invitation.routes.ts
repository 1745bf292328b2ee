import { type Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { isRefusal } from '#kernel/refusal.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { withReturnTo } from '#platform/http/local-path.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { beginSignOn } from './begin-sign-on.ts'
import { CODE_SENTENCES } from './code-sentences.ts'
import { codeSetUp } from './code-set-up.ts'
import type { Env } from './env.ts'
import { InvitationGonePage, InvitationPage } from './invitation.page.tsx'
import type { HeldInvitation } from './invitation.store.ts'
import { listIdentityProviders } from './list-identity-providers.ts'
import type { LinkKey, Means, SignOnKeys } from './means.ts'
import { openInvitation } from './open-invitation.ts'
import { sessionCookie } from './session-cookie.ts'
import type { SignInLimits } from './sign-in-limits.ts'
import { GoToProviderPage } from './sign-on.page.tsx'
import { keepInvitation, redirectUri, startAttempt } from './sign-on-cookie.routes.ts'
import { signOnSentence } from './sign-on-sentences.ts'
import { SignOnTroublePage } from './sign-on-trouble.page.tsx'
import { homeOf } from './signed-in.ts'
import { tooManyTries } from './too-many-tries.routes.ts'
import { findUseNotice } from './use-notice.ts'

/** The page behind an invitation's link, for whoever holds it. */
export const invitationRoutes = ({
  publicOrigin,
  limits,
  now,
  ...means
}: Omit<Means, 'keys'> & {
  keys: Means['keys'] & SignOnKeys & LinkKey
  publicOrigin: string | undefined
  limits: SignInLimits
  now: () => Date
}): Hono<Env> => {
  const cookie = sessionCookie(publicOrigin)
  const routes = new Hono<Env>()
  const { asActor, keys } = means
  const trace = (c: Context<Env>) => c.get('actor').trace
  const gone = (c: Context<Env>) => c.html(InvitationGonePage({ frame: c.get('frame') }), 404)

  const providerOf = async (c: Context<Env>, { organizationId }: HeldInvitation) =>
    redirectUri(publicOrigin, c) &&
    (await listIdentityProviders({ kind: 'visitor', trace: trace(c) }, asActor)).find(
      (provider) => provider.organizationId === organizationId,
    )

  const page = async (
    c: Context<Env>,
    { invitation, carried, errors }: { invitation: HeldInvitation; carried?: string; errors?: Errors },
  ) =>
    InvitationPage({
      frame: c.get('frame'),
      invitation,
      token: c.req.param('token') ?? '',
      setUp: codeSetUp(invitation, keys, carried),
      hasSignOn: Boolean(await providerOf(c, invitation)),
      notice: await findUseNotice(trace(c), asActor),
      ...(errors ? { errors } : {}),
    })
  type Errors = Readonly<Record<string, string>>

  routes.get('/invitation/:token', async (c) => {
    const wait = await limits.takeAttempt(c.get('source'))
    if (wait) return c.text(tooManyTries(c, wait), 429)
    const invitation = await openInvitation(trace(c), means, c.req.param('token'))
    return invitation ? c.html(await page(c, { invitation })) : gone(c)
  })

  routes.post('/invitation/:token', async (c) => {
    const invitation = await openInvitation(trace(c), means, c.req.param('token'))
    if (!invitation) return gone(c)
    const form = await formFields(c)
    const carried = firstOf(form, 'sealed')
    const again = async (status: 409 | 422 | 429, errors: Errors) =>
      c.html(await page(c, { invitation, carried, errors }), status)
    const wait = await limits.takeCode(invitation.id)
    if (wait) return again(429, { code: tooManyTries(c, wait) })
    const answer = await acceptInvitation(trace(c), means, invitation, {
      password: firstOf(form, 'password'),
      code: firstOf(form, 'code'),
      sealed: carried,
      at: now(),
    })
    if (!isRefusal(answer)) {
      setCookie(c, cookie.name, answer.token, cookie.options)
      return c.redirect(withReturnTo('/account/recovery-codes', homeOf(invitation.roles)), 303)
    }
    switch (answer.refused) {
      case 'invitation-gone':
        return gone(c)
      case 'address-taken':
        return again(409, {
          code: 'There is an account with this address already. Sign in with it, or ask to be invited at another address.',
        })
      case 'code-wrong':
        return again(422, { code: CODE_SENTENCES['code-wrong'] })
      default:
        return again(422, { ...answer.fields })
    }
  })

  routes.post('/invitation/:token/sign-on', async (c) => {
    const token = c.req.param('token')
    const invitation = await openInvitation(trace(c), means, token)
    if (!invitation) return gone(c)
    const provider = await providerOf(c, invitation)
    const uri = redirectUri(publicOrigin, c)
    if (!provider || !uri) return gone(c)
    const asked = { provider: provider.id, redirectUri: uri, anew: false }
    const begun = await beginSignOn({ kind: 'visitor', trace: trace(c) }, means, asked)
    const frame = c.get('frame')
    if (isRefusal(begun)) {
      const sentence = signOnSentence(begun.refused, invitation.organizationName)
      return c.html(SignOnTroublePage({ frame, title: 'Not connected', sentence }), 403)
    }
    startAttempt(publicOrigin, c, { kind: 'sign-on', secret: begun.secret })
    keepInvitation(publicOrigin, c, token)
    return c.html(GoToProviderPage({ frame, name: begun.name, address: begun.address.href }))
  })

  return routes
}
