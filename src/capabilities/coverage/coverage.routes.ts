import { type Context, Hono } from 'hono'
import { type Env, getCounty, requireMember } from '#identity'
import type { Role } from '#kernel/actor.ts'
import { STATE_NUMBERS } from '#kernel/us-states.ts'
import { NEEDS, type Need } from '#network'
import type { AsActor } from '#platform/database/as-actor.ts'
import { DISTANCES, isKind } from './coverage.ts'
import { findCoverage, findMap } from './find-coverage.ts'
import { type GapSearch, GapsPage } from './gaps.page.tsx'
import { gapsCsv } from './gaps-csv.ts'
import { MapPage } from './map.page.tsx'

/** Whoever builds the network of a county. */
const BUILDERS: readonly Role[] = ['manager', 'navigator', 'case-manager', 'administrator']
const USUAL_MILES = 25

const isState = (text: string | undefined): text is string =>
  text !== undefined && Object.hasOwn(STATE_NUMBERS, text)

/** Where the places of a state are, and what is missing where: drawn from what whoever asks is shown. */
export const coverageRoutes = ({ asActor }: { readonly asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const anybody = requireMember()
  const builder = requireMember(...BUILDERS)

  const stateOf = async (c: Context): Promise<string> => {
    const asked = c.req.query('state')
    if (isState(asked)) return asked
    const { actor } = c.get('signedIn')
    return (await asActor(actor, (tx) => getCounty(tx, actor.jurisdictionId))).state
  }

  const searchOf = async (c: Context): Promise<GapSearch> => {
    const miles = Number(c.req.query('miles'))
    const kind = c.req.query('kind')
    const page = Number(c.req.query('page'))
    return {
      state: await stateOf(c),
      miles: DISTANCES.find((one) => one === miles) ?? USUAL_MILES,
      by: c.req.query('by') === 'town' ? 'town' : 'county',
      kind: isKind(kind) ? kind : 'methadone',
      page: Number.isInteger(page) && page >= 1 && page <= 50 ? page : 1,
    }
  }

  routes.get('/places/map', anybody, async (c) => {
    const { actor } = c.get('signedIn')
    const state = await stateOf(c)
    const asked = c.req.query('need') ?? ''
    const need = Object.hasOwn(NEEDS, asked) ? (asked as Need) : undefined
    const found = await findMap(asActor, actor, state, need)
    if (!found) return c.notFound()
    const maySeeGaps = actor.roles.some((role) => BUILDERS.includes(role))
    return c.html(MapPage({ frame: c.get('frame'), state, need, found, maySeeGaps }))
  })

  routes.get('/places/gaps', builder, async (c) => {
    const search = await searchOf(c)
    const found = await findCoverage(asActor, c.get('signedIn').actor, search.state, search.by)
    return found ? c.html(GapsPage({ frame: c.get('frame'), search, found })) : c.notFound()
  })

  routes.get('/places/gaps.csv', builder, async (c) => {
    const { state, miles, by } = await searchOf(c)
    const found = await findCoverage(asActor, c.get('signedIn').actor, state, by)
    if (!found) return c.notFound()
    return c.body(gapsCsv(found.areas, miles), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="gaps-${state}-${miles}-miles.csv"`,
    })
  })

  return routes
}
