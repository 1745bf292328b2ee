import { Hono } from 'hono'
import { type Env, requireMember } from '#identity'
import type { Role } from '#kernel/actor.ts'
import { lastEndedQuarter, monthsOf, readQuarter } from '#kernel/quarter.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { angelRoutes } from './angel.routes.ts'
import { showToProgram } from './angel-view.routes.ts'
import { countOwnVisits, countVisits } from './count-visits.ts'
import { VisitCountsPage } from './counts.page.tsx'
import { listFollowed, listVisits } from './list-visits.ts'
import { findOnRoster } from './read-roster.ts'
import { rosterRoutes } from './roster.routes.ts'
import { stationRoutes } from './station.routes.ts'
import { showToStation } from './station-view.routes.ts'
import { AngelVisitsPage, OpenVisits, StationVisitsPage } from './visits.page.tsx'

/** Who meets people at a station. */
const STATION: readonly Role[] = ['officer', 'sergeant']
/** Who can be called to one, and follows whom they met. */
const PROGRAM: readonly Role[] = ['angel', 'navigator', 'case-manager']

const isAtStation = (roles: readonly Role[]): boolean => roles.some((role) => STATION.includes(role))
const isOfProgram = (roles: readonly Role[]): boolean => roles.some((role) => PROGRAM.includes(role))

/** People who walk into a station and ask for help: the station's part, the angel's part, and what both may count. */
export const visitRoutes = (needs: { asActor: AsActor }): Hono<Env> => {
  const { asActor } = needs
  const routes = new Hono<Env>()
  const either = requireMember(...STATION, ...PROGRAM)

  routes.get('/visits', either, async (c) => {
    const { actor, timeZone: zone } = c.get('signedIn')
    const [frame, now] = [c.get('frame'), new Date()]
    const visits = await listVisits(asActor, actor, now)
    if (isAtStation(actor.roles)) return c.html(StationVisitsPage({ frame, now, zone, visits }))
    const followed = await listFollowed(asActor, actor, now)
    const isOnRoster = (await findOnRoster(asActor, actor)) !== undefined
    return c.html(AngelVisitsPage({ frame, now, zone, visits, followed, isOnRoster }))
  })

  routes.get('/visits/counts', requireMember(...STATION, ...PROGRAM, 'manager'), async (c) => {
    const { actor, timeZone, organizationName, jurisdictionName } = c.get('signedIn')
    const [frame, now] = [c.get('frame'), new Date()]
    if (isOfProgram(actor.roles) && !isAtStation(actor.roles)) {
      const table = await countOwnVisits(asActor, actor, now)
      return c.html(VisitCountsPage({ frame, over: organizationName, quarter: undefined, table }))
    }
    const newest = lastEndedQuarter(timeZone, now)
    const chosen = readQuarter(c.req.query('quarter') ?? '') ?? newest
    const table = await countVisits(asActor, actor, monthsOf(chosen)[0] ?? '')
    const over = `${jurisdictionName}, all stations together`
    return c.html(VisitCountsPage({ frame, over, quarter: { chosen, newest }, table }))
  })

  routes.route('/', rosterRoutes(needs))
  routes.route('/', stationRoutes(needs))

  routes.get('/visits/:id', either, async (c) =>
    isAtStation(c.get('signedIn').actor.roles) ? showToStation(asActor, c) : showToProgram(asActor, c),
  )

  routes.route('/', angelRoutes(needs))
  return routes
}

/** What an officer's home shows of visits that go on at the station. */
export const openVisits = async (
  asActor: AsActor,
  actor: Parameters<typeof listVisits>[1],
  reader: { readonly now: Date; readonly zone: string },
) =>
  isAtStation(actor.roles)
    ? OpenVisits({ visits: await listVisits(asActor, actor, reader.now, SHOWN_AT_HOME), ...reader })
    : undefined

const SHOWN_AT_HOME = 50
