import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { FormFields } from '#platform/http/form-body.ts'
import { localPath } from '#platform/http/local-path.ts'
import type { Env } from './env.ts'
import { findForm, forgetForm, PARKED_MINUTES, parkForm } from './parked-form.ts'
import { requireMember } from './require-member.routes.ts'
import { FormWaitsPage, NoFormPage } from './resume.page.tsx'
import { sessionCookie } from './session-cookie.ts'
import { homeOf, type TracedMember } from './signed-in.ts'

/** The page on which a parked form comes back. */
export const RESUME = '/resume'

const formCookie = (publicOrigin: string | undefined) => {
  const { name, options } = sessionCookie(publicOrigin)
  return { name: `${name}-form`, options: { ...options, maxAge: PARKED_MINUTES * 60 } }
}

/**
 * Parks the form that a request brought, and gives its key to the browser.
 *
 * @returns for a request and what it brought, whether the form is kept
 */
export const parking = ({
  asActor,
  publicOrigin,
}: {
  asActor: AsActor
  publicOrigin: string | undefined
}) => {
  const session = sessionCookie(publicOrigin)
  const cookie = formCookie(publicOrigin)
  return async (c: Context<Env>, fields: FormFields): Promise<boolean> => {
    const token = getCookie(c, session.name)
    if (!token) return false
    const { pathname, search } = new URL(c.req.url)
    const form = { action: pathname + search, fields }
    const secret = await parkForm(c.get('actor'), asActor, { token, form })
    if (secret) setCookie(c, cookie.name, secret, cookie.options)
    return secret !== undefined
  }
}

/** Gives a parked form back to its member: to be sent, or to be forgotten. */
export const parkedFormRoutes = (needs: {
  asActor: AsActor
  publicOrigin: string | undefined
}): Hono<Env> => {
  const cookie = formCookie(needs.publicOrigin)
  const secretOf = (c: Context) => getCookie(c, cookie.name) ?? ''
  const forget = async (c: Context, actor: TracedMember) => {
    await forgetForm(actor, needs.asActor, secretOf(c))
    setCookie(c, cookie.name, '', { ...cookie.options, maxAge: 0 })
  }
  return new Hono<Env>()
    .get(RESUME, requireMember(), async (c) => {
      const { actor } = c.get('signedIn')
      const form = await findForm(actor, needs.asActor, secretOf(c))
      const frame = c.get('frame')
      return form
        ? c.html(FormWaitsPage({ frame, form }))
        : c.html(NoFormPage({ frame, home: homeOf(actor.roles) }))
    })
    .post(RESUME, requireMember(), async (c) => {
      const { actor } = c.get('signedIn')
      const form = await findForm(actor, needs.asActor, secretOf(c))
      if (!form) return c.redirect(RESUME, 303)
      await forget(c, actor)
      // 307: the browser posts the same fields again, this time to where they were going.
      return c.redirect(localPath(form.action) ?? homeOf(actor.roles), 307)
    })
    .post(`${RESUME}/forget`, requireMember(), async (c) => {
      const { actor } = c.get('signedIn')
      await forget(c, actor)
      return c.redirect(homeOf(actor.roles), 303)
    })
}
