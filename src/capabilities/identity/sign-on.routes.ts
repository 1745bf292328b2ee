import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { isRefusal } from '#kernel/refusal.ts'
import { localPath, withReturnTo } from '#platform/http/local-path.ts'
import { beginSignOn } from './begin-sign-on.ts'
import type { Env } from './env.ts'
import { finishLink } from './finish-link.ts'
import { finishSignOn } from './finish-sign-on.ts'
import type { Refused } from './hear-provider.ts'
import { listIdentityProviders, providersFor } from './list-identity-providers.ts'
import type { LinkKey, Means, SignOnKeys } from './means.ts'
import { openInvitation } from './open-invitation.ts'
import { signOnPath } from './other-ways.page.tsx'
import { sessionCookie } from './session-cookie.ts'
import type { SignInLimits } from './sign-in-limits.ts'
import { ChooseOrganizationPage } from './sign-on.page.tsx'
import { readAttempt, redirectUri, startAttempt, takeInvitation } from './sign-on-cookie.routes.ts'
import { signOnSentence } from './sign-on-sentences.ts'
import { SignOnTroublePage, type SignOnTroubleProps } from './sign-on-trouble.page.tsx'
import { homeOf } from './signed-in.ts'
import { STEP_PATHS } from './step-paths.ts'
import { tooManyTries } from './too-many-tries.routes.ts'

/** Signing in with an organization's own accounts. */
export const signOnRoutes = ({
  publicOrigin,
  limits,
  ...means
}: Omit<Means, 'keys'> & {
  keys: Means['keys'] & SignOnKeys & LinkKey
  publicOrigin: string | undefined
  limits: SignInLimits
}): Hono<Env> => {
  const session = sessionCookie(publicOrigin)
  const routes = new Hono<Env>()

  const visitor = (c: Context<Env>) => ({ kind: 'visitor', trace: c.get('actor').trace }) as const
  const trouble = (
    c: Context<Env>,
    props: Omit<SignOnTroubleProps, 'frame'>,
    status: 403 | 404 | 409 | 429,
  ) => c.html(SignOnTroublePage({ frame: c.get('frame'), ...props }), status)
  const noAddress = (c: Context<Env>) =>
    trouble(c, { sentence: 'Nobody can sign in this way yet: PUBLIC_ORIGIN is not set.' }, 409)

  routes.get('/sign-on', async (c) => {
    const email = c.req.query('email')?.trim() || undefined
    const organizations = await listIdentityProviders(visitor(c), means.asActor)
    return c.html(
      ChooseOrganizationPage({
        frame: c.get('frame'),
        returnTo: localPath(c.req.query('returnTo')),
        email,
        leadsTo: email ? providersFor(email, organizations) : [],
        organizations,
      }),
    )
  })

  routes.get('/sign-on/with/:provider', async (c) => {
    const returnTo = localPath(c.req.query('returnTo'))
    const uri = redirectUri(publicOrigin, c)
    if (!uri) return noAddress(c)
    const wait = await limits.takeAttempt(c.get('source'))
    if (wait) return trouble(c, { sentence: tooManyTries(c, wait), returnTo }, 429)
    // PostgreSQL cannot even compare with a NUL.
    const provider = c.req.param('provider').replaceAll('\0', '')
    const anew = c.req.query('again') === 'yes'
    const begun = await beginSignOn(visitor(c), means, { provider, redirectUri: uri, returnTo, anew })
    if (isRefusal(begun))
      return trouble(
        c,
        { sentence: signOnSentence(begun.refused, 'your organization'), returnTo },
        begun.refused === 'no-such-provider' ? 404 : 403,
      )
    startAttempt(publicOrigin, c, { kind: 'sign-on', secret: begun.secret })
    return c.redirect(begun.address.href, 303)
  })

  const refused = (c: Context<Env>, { refused: reason, provider, subject, returnTo }: Refused) => {
    const isPassing = reason !== 'not-linked' && reason !== 'linked-already'
    return trouble(
      c,
      {
        returnTo,
        sentence: signOnSentence(reason, provider?.organizationName ?? 'your organization'),
        again:
          provider && isPassing ? { href: signOnPath(provider.id, returnTo), label: 'Try again' } : undefined,
        facts: provider && subject !== undefined ? { issuer: provider.issuer, subject } : undefined,
      },
      403,
    )
  }

  routes.get('/sign-on/callback', async (c) => {
    const uri = redirectUri(publicOrigin, c)
    if (!uri) return noAddress(c)
    const { kind, secret } = readAttempt(publicOrigin, c)
    // By the configured address, because behind a proxy the request's own is another.
    const answer = new URL(uri + new URL(c.req.url).search)
    const signedIn = c.get('signedIn')
    if (kind === 'link' && signedIn) {
      const done = await finishLink(signedIn.actor, means, { secret, answer })
      return isRefusal(done) ? refused(c, done) : c.redirect('/account/passkeys', 303)
    }
    const oldToken = getCookie(c, session.name) ?? ''
    const kept = takeInvitation(publicOrigin, c)
    const invitation = kept ? await openInvitation(visitor(c).trace, means, kept) : undefined
    const done = await finishSignOn(visitor(c).trace, means, { secret, answer, oldToken, invitation })
    if (isRefusal(done)) return refused(c, done)
    setCookie(c, session.name, done.token, session.options)
    return c.redirect(
      done.needs
        ? withReturnTo(STEP_PATHS[done.needs], done.returnTo)
        : (done.returnTo ?? homeOf(done.roles)),
      303,
    )
  })

  return routes
}
