import { type Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { isRefusal } from '#kernel/refusal.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { withReturnTo } from '#platform/http/local-path.ts'
import {
  BeginAgainPage,
  ChooseNewPasswordPage,
  LinkSentPage,
  LostPasswordPage,
} from './account-link.page.tsx'
import type { HeldLink } from './account-link.store.ts'
import { AccountLockedPage } from './account-locked.page.tsx'
import { askForLink } from './ask-for-link.ts'
import { beginAgain } from './begin-again.ts'
import { CODE_SENTENCES } from './code-sentences.ts'
import { codeSetUp } from './code-set-up.ts'
import type { Env } from './env.ts'
import { InvitationGonePage } from './invitation.page.tsx'
import { readAddress } from './invitation.ts'
import type { LinkKey, Means } from './means.ts'
import { openAccountLink } from './open-account-link.ts'
import { sessionCookie } from './session-cookie.ts'
import { setNewPassword } from './set-new-password.ts'
import type { SignInLimits } from './sign-in-limits.ts'
import { homeOf } from './signed-in.ts'
import { tooManyTries } from './too-many-tries.routes.ts'
import { findUseNotice } from './use-notice.ts'

type Errors = Readonly<Record<string, string>>

/** For members who lost a password, and with an administrator's word the phone as well. */
export const accountLinkRoutes = ({
  publicOrigin,
  limits,
  now,
  ...means
}: Omit<Means, 'keys'> & {
  keys: Means['keys'] & LinkKey
  publicOrigin: string | undefined
  limits: SignInLimits
  now: () => Date
}): Hono<Env> => {
  const cookie = sessionCookie(publicOrigin)
  const routes = new Hono<Env>()
  const trace = (c: Context<Env>) => c.get('actor').trace
  const gone = (c: Context<Env>) => c.html(InvitationGonePage({ frame: c.get('frame') }), 404)

  routes.get('/lost-password', (c) => c.html(LostPasswordPage({ frame: c.get('frame') })))

  routes.post('/lost-password', async (c) => {
    const typed = firstOf(await formFields(c), 'email')
    const again = (status: 422 | 429, error: string) =>
      c.html(LostPasswordPage({ frame: c.get('frame'), email: typed, errors: { email: error } }), status)
    const email = readAddress(typed)
    if (!email) return again(422, 'Type your e-mail address, such as t.reyes@pierpoint.example.')
    const wait = await limits.takeLink(email, c.get('source'))
    if (wait) return again(429, tooManyTries(c, wait))
    await askForLink(trace(c), means.asActor, email)
    return c.html(LinkSentPage({ frame: c.get('frame'), why: 'asked' }))
  })

  const page = async (c: Context<Env>, link: HeldLink, { carried = '', errors = {} as Errors } = {}) => {
    const notice = await findUseNotice(trace(c), means.asActor)
    const token = c.req.param('token') ?? ''
    const shared = { frame: c.get('frame'), token, email: link.email, notice, errors }
    return link.purpose === 'new-password'
      ? ChooseNewPasswordPage(shared)
      : BeginAgainPage({ ...shared, setUp: codeSetUp(link, means.keys, carried) })
  }

  routes.get('/account-link/:token', async (c) => {
    const wait = await limits.takeAttempt(c.get('source'))
    if (wait) return c.text(tooManyTries(c, wait), 429)
    const link = await openAccountLink(trace(c), means, c.req.param('token'))
    return link ? c.html(await page(c, link)) : gone(c)
  })

  const act = (c: Context<Env>, link: HeldLink, form: FormFields) => {
    const shown = { password: firstOf(form, 'password'), code: firstOf(form, 'code'), at: now() }
    if (link.purpose === 'begin-again')
      return beginAgain(trace(c), means, link, { ...shown, sealed: firstOf(form, 'sealed') })
    const recovery = firstOf(form, 'recovery') || undefined
    return setNewPassword(trace(c), means, link, { ...shown, recovery })
  }

  routes.post('/account-link/:token', async (c) => {
    const link = await openAccountLink(trace(c), means, c.req.param('token'))
    if (!link) return gone(c)
    const form = await formFields(c)
    const again = async (status: 422 | 429, errors: Errors) =>
      c.html(await page(c, link, { carried: firstOf(form, 'sealed'), errors }), status)
    const wait = await limits.takeCode(link.memberId)
    if (wait) return again(429, { code: tooManyTries(c, wait) })
    const answer = await act(c, link, form)
    if (!isRefusal(answer)) {
      setCookie(c, cookie.name, answer.token, cookie.options)
      const home = homeOf(link.roles)
      return c.redirect(
        link.purpose === 'begin-again' ? withReturnTo('/account/recovery-codes', home) : home,
        303,
      )
    }
    switch (answer.refused) {
      case 'link-gone':
        return gone(c)
      case 'account-locked':
        return c.html(AccountLockedPage({ frame: c.get('frame') }), 403)
      case 'recovery-wrong':
        return again(422, { recovery: CODE_SENTENCES[answer.refused] })
      case 'code-wrong':
      case 'code-used':
        return again(422, { code: CODE_SENTENCES[answer.refused] })
      default:
        return again(422, { ...answer.fields })
    }
  })

  return routes
}
