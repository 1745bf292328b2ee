import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Lang } from '#design'
import type { Env } from '#identity'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type OpenRecord, openRecord } from './open-record.ts'
import type { RecordLook } from './record-frame.page.tsx'
import { CoverPage } from './safe-word.page.tsx'

export type RecordEnv = { Variables: Env['Variables'] & { open: OpenRecord; recordToken: string } }

/**
 * The cookie of an open record: its own, so that nobody's account is mixed with it. `Strict`, because nothing outside ever
 * needs to lead into an open record. It ends with the browser; the server ends it sooner.
 */
export const recordCookie = (publicOrigin: string | undefined) => {
  const secure = publicOrigin?.startsWith('https:') === true
  const name = secure ? '__Host-my-record' : 'my-record'
  const options = { path: '/', httpOnly: true, sameSite: 'Strict', secure } as const
  return {
    read: (c: Context): string => getCookie(c, name) ?? '',
    keep: (c: Context, token: string): void => setCookie(c, name, token, options),
    /** Forgets it, and whatever the browser kept of these pages to go back to. */
    forget: (c: Context): void => {
      setCookie(c, name, '', { ...options, maxAge: 0 })
      // Not "storage": a referral that waits there for a signal would be lost.
      c.header('Clear-Site-Data', '"cache"')
    },
  }
}
export type RecordCookie = ReturnType<typeof recordCookie>

const LANGUAGE_COOKIE = 'language'
const isLang = (text: string | undefined): text is Lang => text === 'en' || text === 'es'

/** The language that was chosen, else that of the card, else the browser's own. A choice is kept for the next page. */
export const languageOf = (c: Context, ofCard?: Lang): Lang => {
  const chosen = c.req.query('lang')
  if (isLang(chosen)) {
    setCookie(c, LANGUAGE_COOKIE, chosen, { path: '/', httpOnly: true, sameSite: 'Lax' })
    return chosen
  }
  const kept = getCookie(c, LANGUAGE_COOKIE)
  if (isLang(kept)) return kept
  return ofCard ?? (/^es\b/i.test(c.req.header('accept-language') ?? '') ? 'es' : 'en')
}

/** How a page of the person looks, and to where its other language leads. */
export const lookOf = (c: Context<Env>, open?: OpenRecord, path: string = c.req.path): RecordLook => ({
  frame: c.get('frame'),
  lang: languageOf(c, open?.language),
  path,
  countyName: open?.countyName,
  isOpen: open !== undefined,
})

/**
 * Lets whoever has opened a record through. Everybody else is led to its door; while it is covered, every address of it
 * shows the harmless page.
 */
export const requireOpenRecord =
  (asActor: AsActor, cookie: RecordCookie): MiddlewareHandler<RecordEnv> =>
  async (c, next) => {
    const token = cookie.read(c)
    const open = await openRecord(c.get('actor').trace, asActor, token)
    if (!open) return c.redirect('/my-record', 303)
    c.set('open', open)
    c.set('recordToken', token)
    if (open.isCovered)
      return c.html(CoverPage({ frame: c.get('frame'), lang: languageOf(c, open.language) }))
    await next()
  }
