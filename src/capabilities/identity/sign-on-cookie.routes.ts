import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { relyingParty } from './relying-party.ts'
import { sessionCookie } from './session-cookie.ts'
import { SIGN_ON_MINUTES } from './sign-on-attempt.ts'

/** What a browser keeps while it is at a provider: for what it went, and the secret that only it has. */
type KeptAttempt = { readonly kind: 'sign-on' | 'link'; readonly secret: string }

const cookieOf = (publicOrigin: string | undefined) => {
  const { name, options } = sessionCookie(publicOrigin)
  return { name: `${name}-sign-on`, options }
}

/** Where providers send browsers back to. Registered there, so it never changes. */
export const redirectUri = (publicOrigin: string | undefined, c: Context): string | undefined => {
  const party = relyingParty(publicOrigin, c.req.url)
  return party && `${party.origin}/sign-on/callback`
}

export const startAttempt = (publicOrigin: string | undefined, c: Context, attempt: KeptAttempt): void => {
  const { name, options } = cookieOf(publicOrigin)
  setCookie(c, name, `${attempt.kind}.${attempt.secret}`, { ...options, maxAge: SIGN_ON_MINUTES * 60 })
}

/** Reads what the browser brings back, and has it forget that: it counts once. */
export const readAttempt = (publicOrigin: string | undefined, c: Context): KeptAttempt => {
  const { name, options } = cookieOf(publicOrigin)
  const [kind, secret = ''] = (getCookie(c, name) ?? '').split('.')
  setCookie(c, name, '', { ...options, maxAge: 0 })
  return { kind: kind === 'link' ? 'link' : 'sign-on', secret }
}

const invitationCookie = (publicOrigin: string | undefined) => {
  const { name, options } = sessionCookie(publicOrigin)
  return { name: `${name}-invitation`, options }
}

/** Has the browser keep the link of an invitation that is accepted by signing in at the provider. */
export const keepInvitation = (publicOrigin: string | undefined, c: Context, token: string): void => {
  const { name, options } = invitationCookie(publicOrigin)
  setCookie(c, name, token, { ...options, maxAge: SIGN_ON_MINUTES * 60 })
}

/** Reads the link that the browser kept, and has it forget that. */
export const takeInvitation = (publicOrigin: string | undefined, c: Context): string | undefined => {
  const { name, options } = invitationCookie(publicOrigin)
  const token = getCookie(c, name)
  if (token) setCookie(c, name, '', { ...options, maxAge: 0 })
  return token
}
