import { type Context, Hono } from 'hono'
import type { Lang } from '#design'
import type { Env } from '#identity'
import { isId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { findHelp, findOnlyCounty, getHelp, USUAL_ZONE } from './find-help.ts'
import { FrontPage } from './front.page.tsx'
import type { HelpLook } from './help-frame.page.tsx'
import { HelpPlacePage } from './help-place.page.tsx'
import { inLanguage, readHelpSearch, searchPath } from './help-search.ts'
import { pocketCard } from './pocket-card.ts'
import { ResultsPage } from './results.page.tsx'

export type HelpNeeds = {
  readonly asActor: AsActor
  /** The address that people use; undefined: that of the request. */
  readonly publicOrigin: string | undefined
  readonly demo: boolean
}

/** The pages for anybody, in English and under /es in Spanish. Nobody is asked who they are, and nothing is kept. */
export const helpRoutes = ({ asActor, publicOrigin, demo }: HelpNeeds): Hono<Env> => {
  const routes = new Hono<Env>()
  const lookOf = (c: Context<Env>, lang: Lang, path: string, countyName: string | undefined): HelpLook => ({
    frame: c.get('frame'),
    lang,
    path,
    countyName,
    demo,
  })

  routes.get('/pocket-card.pdf', async (c) => {
    const origin = publicOrigin ?? new URL(c.req.url).origin
    const pdf = await pocketCard(asActor, c.get('actor').trace, origin, new Date())
    if (!pdf) return c.notFound()
    const headers = {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="pocket-card.pdf"',
    }
    return c.body(new Uint8Array(pdf), 200, headers)
  })

  for (const lang of ['en', 'es'] as const) {
    routes.get(inLanguage('/', lang), async (c) => {
      const county = await findOnlyCounty(asActor, c.get('actor').trace)
      return c.html(FrontPage({ look: lookOf(c, lang, '/', county?.name) }))
    })

    routes.get(inLanguage('/find', lang), async (c) => {
      const search = readHelpSearch(c.req.query())
      const now = new Date()
      const found = await findHelp(asActor, c.get('actor').trace, search, now)
      const look = lookOf(c, lang, searchPath(search, search.page), found.county?.name)
      return c.html(ResultsPage({ look, search, found, now }))
    })

    routes.get(inLanguage('/find/:serviceId', lang), async (c) => {
      const id = c.req.param('serviceId') ?? ''
      const found = isId(id) ? await getHelp(asActor, c.get('actor').trace, id) : undefined
      if (!found) return c.notFound()
      const { place, county } = found
      const path = `/find/${id}`
      return c.html(
        HelpPlacePage({
          look: lookOf(c, lang, path, county?.name),
          place,
          zone: county?.timeZone ?? USUAL_ZONE,
          now: new Date(),
          address: (publicOrigin ?? new URL(c.req.url).origin) + inLanguage(path, lang),
        }),
      )
    })
  }
  return routes
}
