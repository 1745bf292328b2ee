import { type Context, Hono } from 'hono'
import { designFrame, designPage } from '#design/design.page.tsx'
import type { Env } from '#identity'

const UNSAID_ZONE = 'America/New_York'

/** The design page: every component, with all its examples. */
export const designRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/design', (c) => c.html(designPage(propsOf(c))))
    .get('/design/frame/:slug', (c) => {
      const page = designFrame(c.req.param('slug'), propsOf(c))
      return page ? c.html(String(page)) : c.notFound()
    })
    .post('/design', (c) => c.redirect('/design', 303))

const propsOf = (c: Context<Env>) => {
  const { assets, theme = 'none', person, nav, footer } = c.get('frame')
  const zone = c.get('signedIn')?.timeZone ?? UNSAID_ZONE
  return { assets, theme, person, nav, footer, zone, now: new Date() }
}
