import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { isRefusal } from '#kernel/refusal.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { localPath, withReturnTo } from '#platform/http/local-path.ts'
import { accountRoutes } from './account.routes.ts'
import { LinkSentPage } from './account-link.page.tsx'
import { accountLinkRoutes } from './account-link.routes.ts'
import { AccountLockedPage } from './account-locked.page.tsx'
import { CODE_SENTENCES } from './code-sentences.ts'
import { UnknownRolePage } from './demo-sign-in.page.tsx'
import { demoSignIn, listWhomToBe } from './demo-sign-in.ts'
import { EnrolCodePage } from './enrol-code.page.tsx'
import { enrolCode, findEnrolment } from './enrol-code.ts'
import type { Env } from './env.ts'
import { invitationRoutes } from './invitation.routes.ts'
import { listIdentityProviders } from './list-identity-providers.ts'
import type { LinkKey, Means, SignOnKeys } from './means.ts'
import { membersRoutes } from './members.routes.ts'
import { OtherWays } from './other-ways.page.tsx'
import { parkedFormRoutes } from './parked-form.routes.ts'
import { passkeyRoutes } from './passkeys.routes.ts'
import { relyingParty } from './relying-party.ts'
import { requireMember } from './require-member.routes.ts'
import { isRole } from './role-words.ts'
import { SecondFactorPage } from './second-factor.page.tsx'
import { sessionCookie } from './session-cookie.ts'
import { SignedInPage } from './session-ended.page.tsx'
import { showSecondFactor } from './show-second-factor.ts'
import { SignInPage, type SignInProps } from './sign-in.page.tsx'
import { signIn } from './sign-in.ts'
import { signInLimits } from './sign-in-limits.ts'
import { signOnRoutes } from './sign-on.routes.ts'
import { signOnLinksRoutes } from './sign-on-links.routes.ts'
import { signOut } from './sign-out.ts'
import { type HalfSignedIn, homeOf } from './signed-in.ts'
import { STEP_PATHS } from './step-paths.ts'
import { stepUpRoutes } from './step-up.routes.ts'
import { tooManyTries } from './too-many-tries.routes.ts'
import { findUseNotice } from './use-notice.ts'

/** What a route of the second factor can ask of its context: somebody whose password was right. */
type HalfEnv = { Variables: { halfSignedIn: HalfSignedIn } }

/** Lets through whose next step this is, and leads everybody else to theirs. */
const requireHalf = (needs: HalfSignedIn['needs']) =>
  createMiddleware<Env & HalfEnv>(async (c, next) => {
    const half: HalfSignedIn | undefined = c.get('halfSignedIn')
    if (half?.needs === needs) return next()
    return c.redirect(half ? STEP_PATHS[half.needs] : '/sign-in', 303)
  })

/**
 * Signing in and out.
 *
 * @param options.demo whether the application was started for trying it out; the database has to agree
 * @param options.now the clock that one-time codes are checked against
 */
export const identityRoutes = ({
  publicOrigin,
  demo,
  now = () => new Date(),
  ...means
}: Omit<Means, 'keys'> & {
  keys: Means['keys'] & SignOnKeys & LinkKey
  publicOrigin: string | undefined
  demo: boolean
  now?: () => Date
}): Hono<Env> => {
  const cookie = sessionCookie(publicOrigin)
  const limits = signInLimits()
  const routes = new Hono<Env>()

  const trace = (c: Context<Env>) => c.get('actor').trace
  const tokenOf = (c: Context) => getCookie(c, cookie.name) ?? ''
  const keepToken = (c: Context, token: string) => setCookie(c, cookie.name, token, cookie.options)
  const signInPage = async (
    c: Context<Env>,
    props: Omit<SignInProps, 'frame' | 'whomToBe' | 'otherWays' | 'notice'>,
  ) => {
    const whomToBe = demo ? await listWhomToBe(trace(c), means.asActor) : []
    const otherWays = OtherWays({
      returnTo: props.returnTo,
      hasPasskeys: relyingParty(publicOrigin, c.req.url) !== undefined,
      organizations: await listIdentityProviders({ kind: 'visitor', trace: trace(c) }, means.asActor),
    })
    const notice = await findUseNotice(trace(c), means.asActor)
    return SignInPage({ frame: c.get('frame'), whomToBe, otherWays, notice, ...props })
  }
  routes.get('/sign-in', async (c) => {
    const returnTo = localPath(c.req.query('returnTo'))
    const signedIn = c.get('signedIn')
    if (signedIn) return c.redirect(returnTo ?? homeOf(signedIn.actor.roles), 303)
    return c.html(await signInPage(c, { returnTo }))
  })

  routes.post('/sign-in', async (c) => {
    const form = await formFields(c)
    const [email, password] = [firstOf(form, 'email'), firstOf(form, 'password')]
    const returnTo = localPath(firstOf(form, 'returnTo'))
    const again = async (status: 422 | 429, errors: Record<string, string>) =>
      c.html(await signInPage(c, { returnTo, email, errors }), status)

    if (!email || !password)
      return again(422, {
        ...(email ? {} : { email: 'Type your e-mail address.' }),
        ...(password ? {} : { password: 'Type your password.' }),
      })
    const wait = await limits.takePassword(email, c.get('source'))
    if (wait) return again(429, { password: tooManyTries(c, wait) })
    const answer = await signIn(trace(c), means, { email, password })
    if (isRefusal(answer) && answer.refused === 'new-password-needed')
      return c.html(LinkSentPage({ frame: c.get('frame'), why: 'needed' }), 403)
    if (isRefusal(answer))
      return again(422, {
        password:
          'The address and the password do not belong to an account that is open. After five wrong tries an account is locked, until an administrator of your organization releases it.',
      })
    keepToken(c, answer.token)
    return c.redirect(withReturnTo(STEP_PATHS[answer.needs], returnTo), 303)
  })

  routes.get('/second-factor', requireHalf('code'), (c) =>
    c.html(SecondFactorPage({ frame: c.get('frame'), returnTo: localPath(c.req.query('returnTo')) })),
  )

  routes.post('/second-factor', requireHalf('code'), async (c) => {
    const half = c.get('halfSignedIn')
    const form = await formFields(c)
    const returnTo = localPath(firstOf(form, 'returnTo'))
    const recovery = firstOf(form, 'recovery') || undefined
    const again = (status: 422 | 429, error: string) =>
      c.html(
        SecondFactorPage({ frame: c.get('frame'), returnTo, error, isRecovery: recovery !== undefined }),
        status,
      )

    const wait = await limits.takeCode(half.actor.memberId)
    if (wait) return again(429, tooManyTries(c, wait))
    const proof = { token: tokenOf(c), code: firstOf(form, 'code'), recovery, at: now() }
    const answer = await showSecondFactor(half, means, proof)
    if (!isRefusal(answer)) {
      keepToken(c, answer.token)
      return c.redirect(returnTo ?? homeOf(half.actor.roles), 303)
    }
    if (answer.refused === 'session-ended') return c.redirect(withReturnTo('/sign-in', returnTo), 303)
    if (answer.refused === 'account-locked') return c.html(AccountLockedPage({ frame: c.get('frame') }), 403)
    return again(422, CODE_SENTENCES[answer.refused])
  })

  routes.get('/enrol-code', requireHalf('enrolment'), async (c) => {
    const enrolment = await findEnrolment(c.get('halfSignedIn'), means)
    if (!enrolment) return c.redirect('/sign-in', 303)
    const returnTo = localPath(c.req.query('returnTo'))
    return c.html(EnrolCodePage({ frame: c.get('frame'), returnTo, ...enrolment }))
  })

  routes.post('/enrol-code', requireHalf('enrolment'), async (c) => {
    const half = c.get('halfSignedIn')
    const form = await formFields(c)
    const returnTo = localPath(firstOf(form, 'returnTo'))
    const again = async (status: 422 | 429, errors: Record<string, string>) => {
      const enrolment = await findEnrolment(half, means)
      if (!enrolment) return c.redirect(withReturnTo('/sign-in', returnTo), 303)
      return c.html(EnrolCodePage({ frame: c.get('frame'), returnTo, errors, ...enrolment }), status)
    }

    const wait = await limits.takeCode(half.actor.memberId)
    if (wait) return again(429, { code: tooManyTries(c, wait) })
    const [code, password] = [firstOf(form, 'code'), firstOf(form, 'password')]
    const answer = await enrolCode(half, means, { token: tokenOf(c), code, password, at: now() })
    if (!isRefusal(answer)) {
      keepToken(c, answer.token)
      return c.redirect(returnTo ?? homeOf(half.actor.roles), 303)
    }
    switch (answer.refused) {
      case 'session-ended':
        return c.redirect(withReturnTo('/sign-in', returnTo), 303)
      case 'code-wrong':
      case 'code-used':
        return again(422, { code: CODE_SENTENCES[answer.refused] })
      default:
        return again(422, { ...answer.fields })
    }
  })

  routes.get('/signed-in', requireMember(), (c) =>
    c.html(SignedInPage({ frame: c.get('frame'), home: homeOf(c.get('signedIn').actor.roles) })),
  )

  routes.post('/sign-out', async (c) => {
    await signOut(c.get('actor'), means.asActor, tokenOf(c))
    setCookie(c, cookie.name, '', { ...cookie.options, maxAge: 0 })
    // Not "storage": a referral that waits there for a signal would be lost.
    c.header('Clear-Site-Data', '"cache"')
    return c.redirect('/sign-in', 303)
  })

  routes.route('/', parkedFormRoutes({ asActor: means.asActor, publicOrigin }))
  routes.route('/', stepUpRoutes({ publicOrigin, demo, now, limits, ...means }))
  routes.route('/', passkeyRoutes({ asActor: means.asActor, publicOrigin, limits, now }))
  routes.route('/', signOnRoutes({ publicOrigin, limits, ...means }))
  routes.route('/', signOnLinksRoutes({ publicOrigin, ...means }))
  routes.route('/', invitationRoutes({ publicOrigin, limits, now, ...means }))
  routes.route('/', accountLinkRoutes({ publicOrigin, limits, now, ...means }))
  routes.route('/', accountRoutes({ publicOrigin, limits, now, ...means }))
  routes.route('/', membersRoutes(means))

  if (demo)
    routes.post('/demo/sign-in', async (c) => {
      const role = firstOf(await formFields(c), 'as')
      if (!isRole(role)) return c.html(UnknownRolePage({ frame: c.get('frame') }), 400)
      const answer = await demoSignIn(trace(c), means.asActor, role)
      if (isRefusal(answer)) return c.notFound()
      keepToken(c, answer.token)
      return c.redirect(answer.home, 303)
    })

  return routes
}
