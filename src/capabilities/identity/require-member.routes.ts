import type { Context, MiddlewareHandler } from 'hono'
import type { Role } from '#kernel/actor.ts'
import { formFields } from '#platform/http/form-body.ts'
import { withReturnTo } from '#platform/http/local-path.ts'
import { problem } from '#platform/http/problem.ts'
import type { Env, MemberEnv } from './env.ts'
import { TAKE_BACK } from './hand-over.ts'
import { SessionEndedPage } from './session-ended.page.tsx'
import { WrongRolePage } from './wrong-role.page.tsx'

/**
 * Lets a member with one of these roles through, or any member when none is named. Anybody else is led to sign in, or
 * told who can do this.
 */
export const requireMember =
  (...roles: Role[]): MiddlewareHandler<MemberEnv> =>
  async (context, next) => {
    const c = context as unknown as Context<Env>
    const signedIn = c.get('signedIn')
    if (!signedIn) return isApi(c) ? notSignedIn(c) : leadToSignIn(c)
    if (hasOneOf(signedIn.actor.roles, roles)) return next()
    return isApi(c)
      ? wrongRole(c)
      : c.html(WrongRolePage({ frame: c.get('frame'), who: roles, signedIn }), 403)
  }

/** For the API: lets a member or an API token with one of these roles through, or any when none is named. */
export const requireActor =
  (...roles: Role[]): MiddlewareHandler<Env> =>
  async (c, next) => {
    const actor = c.get('actor')
    if (actor.kind !== 'member' && actor.kind !== 'token') return notSignedIn(c)
    return hasOneOf(actor.roles, roles) ? next() : wrongRole(c)
  }

const hasOneOf = (held: readonly Role[], asked: readonly Role[]): boolean =>
  asked.length === 0 || asked.some((role) => held.includes(role))

const isApi = (c: Context): boolean => c.req.path.startsWith('/api/')

const notSignedIn = (c: Context): Response => {
  c.header('WWW-Authenticate', 'Bearer')
  return problem(c, { status: 401, code: 'not-signed-in', title: 'Sign in, or send a valid API token.' })
}

const wrongRole = (c: Context): Response =>
  problem(c, { status: 403, code: 'wrong-role', title: 'Your role cannot do this.' })

/**
 * A page is asked for again after signing in. What was typed into a form comes back then too, because a session that
 * ended must not cost anybody a referral. Where nobody is known for whom to keep it, the page itself holds it.
 */
const leadToSignIn = async (c: Context<Env>): Promise<Response> => {
  const { pathname, search } = new URL(c.req.url)
  const isAsked = c.req.method === 'GET' || c.req.method === 'HEAD'
  // What was sent is not kept: it is not the member who sends it.
  if (c.get('handedOver'))
    return c.redirect(isAsked ? withReturnTo(TAKE_BACK, pathname + search) : TAKE_BACK, 303)
  if (isAsked) return c.redirect(withReturnTo('/sign-in', pathname + search), 303)
  const fields = await formFields(c)
  if (await c.get('park')(fields)) return c.redirect(withReturnTo('/sign-in', '/resume'), 303)
  return c.html(SessionEndedPage({ frame: c.get('frame'), action: pathname + search, fields }), 401)
}
