import { type Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { localPath } from '#platform/http/local-path.ts'
import { ACCOUNT_NEWS, type AccountNewsOf, AccountPage } from './account.page.tsx'
import { AccountLockedPage } from './account-locked.page.tsx'
import { changePassword } from './change-password.ts'
import { changePhone } from './change-phone.ts'
import { CODE_SENTENCES } from './code-sentences.ts'
import { codeSetUp } from './code-set-up.ts'
import type { Env, MemberEnv } from './env.ts'
import { getOwnAddress } from './get-own-address.ts'
import { countRecoveryCodes, makeRecoveryCodes } from './make-recovery-codes.ts'
import type { Means } from './means.ts'
import { ChangePasswordPage, ChangePhonePage } from './own-factors.page.tsx'
import { endOwnOtherSessions, endOwnSession, listOwnSessions } from './own-sessions.ts'
import { RecoveryCodesPage, RecoveryCodesShownPage } from './recovery-codes.page.tsx'
import { requireMember } from './require-member.routes.ts'
import { sessionCookie } from './session-cookie.ts'
import type { SignInLimits } from './sign-in-limits.ts'
import { requireStepUp } from './step-up.routes.ts'
import { tooManyTries } from './too-many-tries.routes.ts'

const isNews = (word: string | undefined): word is AccountNewsOf =>
  word !== undefined && Object.hasOwn(ACCOUNT_NEWS, word)

/** A member's own account: sessions, password, phone, recovery codes. */
export const accountRoutes = ({
  publicOrigin,
  limits,
  now,
  ...means
}: Means & { publicOrigin: string | undefined; limits: SignInLimits; now: () => Date }): Hono<Env> => {
  const { name } = sessionCookie(publicOrigin)
  const { asActor, keys } = means
  const routes = new Hono<Env>()
  const tokenOf = (c: Context) => getCookie(c, name) ?? ''

  routes.get('/account', requireMember(), async (c) => {
    const { actor, timeZone: zone } = c.get('signedIn')
    const said = c.req.query('said')
    return c.html(
      AccountPage({
        frame: c.get('frame'),
        sessions: await listOwnSessions(actor, asActor, tokenOf(c)),
        codesLeft: await countRecoveryCodes(actor, asActor),
        news: isNews(said) ? said : undefined,
        now: new Date(),
        zone,
      }),
    )
  })

  routes.post('/account/sessions/end', requireMember(), async (c) => {
    await endOwnSession(c.get('signedIn').actor, asActor, firstOf(await formFields(c), 'id'))
    return c.redirect('/account?said=session-ended', 303)
  })

  routes.post('/account/sessions/end-others', requireMember(), async (c) => {
    await endOwnOtherSessions(c.get('signedIn').actor, asActor, tokenOf(c))
    return c.redirect('/account?said=others-ended', 303)
  })

  routes.get('/account/password', requireMember(), (c) =>
    c.html(ChangePasswordPage({ frame: c.get('frame') })),
  )

  // The password that is typed once more is a fresh factor; parking a form with passwords in it would keep them.
  routes.post('/account/password', requireMember(), async (c) => {
    const { actor } = c.get('signedIn')
    const frame = c.get('frame')
    const form = await formFields(c)
    const [current, password] = [firstOf(form, 'current'), firstOf(form, 'password')]
    const again = (status: 422 | 429, errors: Readonly<Record<string, string>>) =>
      c.html(ChangePasswordPage({ frame, errors }), status)
    if (!current) return again(422, { current: 'Type the password you have.' })
    const wait = await limits.takeCode(actor.memberId)
    if (wait) return again(429, { current: tooManyTries(c, wait) })
    const refusal = await changePassword(actor, { asActor }, { current, password, token: tokenOf(c) })
    switch (refusal?.refused) {
      case undefined:
        return c.redirect('/account?said=password-changed', 303)
      case 'account-locked':
        return c.html(AccountLockedPage({ frame }), 403)
      case 'password-wrong':
        return again(422, { current: 'That is not the password you have. Type it as when you sign in.' })
      default:
        return again(422, { ...refusal?.fields })
    }
  })

  const phonePage = async (
    c: Context<Env & MemberEnv>,
    { carried, errors = {} }: { carried?: string; errors?: Readonly<Record<string, string>> } = {},
  ) => {
    const { actor } = c.get('signedIn')
    const email = await getOwnAddress(actor, asActor)
    const setUp = codeSetUp({ memberId: actor.memberId, email }, keys, carried)
    return ChangePhonePage({ frame: c.get('frame'), setUp, errors })
  }

  routes.get('/account/phone', requireMember(), requireStepUp, async (c) => c.html(await phonePage(c)))

  routes.post('/account/phone', requireMember(), requireStepUp, async (c) => {
    const form = await formFields(c)
    const [carried, code] = [firstOf(form, 'sealed'), firstOf(form, 'code')]
    const refusal = await changePhone(c.get('signedIn').actor, means, { sealed: carried, code, at: now() })
    if (!refusal) return c.redirect('/account?said=phone-changed', 303)
    const errors = { code: CODE_SENTENCES[refusal.refused] }
    return c.html(await phonePage(c, { carried, errors }), 422)
  })

  routes.get('/account/recovery-codes', requireMember(), async (c) =>
    c.html(
      RecoveryCodesPage({
        frame: c.get('frame'),
        left: await countRecoveryCodes(c.get('signedIn').actor, asActor),
        next: localPath(c.req.query('returnTo')),
      }),
    ),
  )

  routes.post('/account/recovery-codes', requireMember(), requireStepUp, async (c) => {
    const codes = await makeRecoveryCodes(c.get('signedIn').actor, asActor)
    const next = localPath(c.req.query('returnTo'))
    return c.html(RecoveryCodesShownPage({ frame: c.get('frame'), codes, next }))
  })

  return routes
}
