import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { isRefusal } from '#kernel/refusal.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { localPath, withReturnTo } from '#platform/http/local-path.ts'
import { problem } from '#platform/http/problem.ts'
import { AccountLockedPage } from './account-locked.page.tsx'
import { CODE_SENTENCES } from './code-sentences.ts'
import type { Env, MemberEnv } from './env.ts'
import { TAKE_BACK } from './hand-over.ts'
import { listIdentityProviders } from './list-identity-providers.ts'
import { listPasskeys } from './list-passkeys.ts'
import type { Means } from './means.ts'
import { OtherWays } from './other-ways.page.tsx'
import { RESUME } from './parked-form.routes.ts'
import { relyingParty } from './relying-party.ts'
import { requireMember } from './require-member.routes.ts'
import { sessionCookie } from './session-cookie.ts'
import type { SignInLimits } from './sign-in-limits.ts'
import { homeOf } from './signed-in.ts'
import { StepUpPage } from './step-up.page.tsx'
import { demoStepUp, hasFreshFactor, isInvented, stepUp } from './step-up.ts'
import { tooManyTries } from './too-many-tries.routes.ts'

const STEP_UP = TAKE_BACK

/**
 * Lets a member through who has shown a second factor within the last ten minutes; put it behind `requireMember`.
 * Others show one first and come back: to the page, or to the form with all that they typed. The API is told so; an
 * API token is let through, because it has no second factor and no more rights than it was made with.
 */
export const requireStepUp: MiddlewareHandler<MemberEnv> = async (context, next) => {
  const c = context as unknown as Context<Env>
  const signedIn = c.get('signedIn')
  if (!signedIn || hasFreshFactor(signedIn, new Date())) return next()
  if (c.req.path.startsWith('/api/'))
    return problem(c, {
      status: 403,
      code: 'step-up-needed',
      title: 'Show your second factor again first, at /step-up.',
    })
  const { pathname, search } = new URL(c.req.url)
  if (c.req.method === 'GET' || c.req.method === 'HEAD')
    return c.redirect(withReturnTo(STEP_UP, pathname + search), 303)
  await c.get('park')(await formFields(c))
  return c.redirect(withReturnTo(STEP_UP, RESUME), 303)
}

/** The page on which a second factor is shown again. */
export const stepUpRoutes = ({
  publicOrigin,
  demo,
  now,
  limits,
  ...means
}: Means & {
  publicOrigin: string | undefined
  demo: boolean
  now: () => Date
  limits: SignInLimits
}): Hono<Env> => {
  const cookie = sessionCookie(publicOrigin)
  const routes = new Hono<Env>()
  /** A passkey, or the provider that asks once more, for members who have no codes. */
  const otherWays = async (c: Context<Env & MemberEnv>, returnTo: string | undefined) => {
    const { actor } = c.get('signedIn')
    const hasPasskeys =
      relyingParty(publicOrigin, c.req.url) !== undefined &&
      (await listPasskeys(actor, means.asActor)).length > 0
    const organizations = await listIdentityProviders(actor, means.asActor)
    return OtherWays({ returnTo, hasPasskeys, organizations, again: true })
  }
  const page = async (
    c: Context<Env & MemberEnv>,
    returnTo: string | undefined,
    { error, isRecovery = false }: { error?: string; isRecovery?: boolean } = {},
  ) =>
    StepUpPage({
      handedOver: c.get('signedIn').handedOver,
      otherWays: await otherWays(c, returnTo),
      frame: c.get('frame'),
      returnTo,
      isRecovery,
      isInvented: demo && (await isInvented(c.get('signedIn'), means)),
      ...(error ? { error } : {}),
    })

  routes.get(STEP_UP, requireMember(), async (c) => c.html(await page(c, localPath(c.req.query('returnTo')))))

  routes.post(STEP_UP, requireMember(), async (c) => {
    const signedIn = c.get('signedIn')
    const form = await formFields(c)
    const returnTo = localPath(firstOf(form, 'returnTo')) ?? signedIn.handedOver?.back
    const recovery = firstOf(form, 'recovery') || undefined
    const again = async (status: 422 | 429, error: string) =>
      c.html(await page(c, returnTo, { error, isRecovery: recovery !== undefined }), status)

    const wait = await limits.takeCode(signedIn.actor.memberId)
    if (wait) return again(429, tooManyTries(c, wait))
    const token = getCookie(c, cookie.name) ?? ''
    const proof = { token, code: firstOf(form, 'code'), recovery, at: now() }
    const answer =
      demo && firstOf(form, 'as') === 'invented'
        ? await demoStepUp(signedIn, means, token)
        : await stepUp(signedIn, means, proof)
    if (!isRefusal(answer)) {
      setCookie(c, cookie.name, answer.token, cookie.options)
      return c.redirect(returnTo ?? homeOf(signedIn.actor.roles), 303)
    }
    if (answer.refused === 'session-ended') return c.redirect(withReturnTo('/sign-in', returnTo), 303)
    if (answer.refused === 'account-locked') return c.html(AccountLockedPage({ frame: c.get('frame') }), 403)
    return again(422, CODE_SENTENCES[answer.refused === 'no-demonstration' ? 'code-wrong' : answer.refused])
  })

  return routes
}
