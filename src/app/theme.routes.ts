import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { readTheme } from '#design'
import type { Env } from '#identity'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { localPath } from '#platform/http/local-path.ts'
import { THEME_COOKIE } from './frame.ts'

const YEAR_S = 365 * 24 * 3600

/** Keeps the theme that somebody chose in a cookie of this browser, and leads back to where they were. */
export const themeRoutes = ({ publicOrigin }: { publicOrigin: string | undefined }): Hono<Env> =>
  new Hono<Env>().post('/theme', async (c) => {
    const form = await formFields(c)
    setCookie(c, THEME_COOKIE, readTheme(firstOf(form, 'value')), {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: publicOrigin?.startsWith('https:') === true,
      maxAge: YEAR_S,
    })
    return c.redirect(localPath(firstOf(form, 'returnTo')) ?? '/', 303)
  })
