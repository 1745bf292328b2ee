import { newId } from '#kernel/ids.ts'
import type { Who } from '../wall/actors.ts'
import { MODEL } from '../wall/breaches.ts'
import { listings } from '../wall/network-rows.ts'
import type { Row } from '../wall/row.ts'
import { type Scenario, scenarios } from '../wall/scenarios.ts'
import type { OpenedWorld } from './opened-world.ts'
import { expectedStatus, isAboutSomebody, isApi, isLetIn, type PageLine } from './page-line.ts'

/** What somebody was seen to get from a route, asked for one referral or for none. */
export type Visit = {
  readonly who: Who
  readonly line: PageLine
  readonly scenario: Scenario | undefined
  readonly status: number
  /** The rows of which the answer told, each by the tables in which its marker stands. */
  readonly told: ReadonlySet<Row>
  /** What the rules do not give, in sentences. */
  readonly breaches: readonly string[]
}

/** A service that everybody may see, listed by the operator. */
const PUBLIC_SERVICE = listings.find(({ owner }) => owner === null)?.service ?? ''

const pathOf = (world: OpenedWorld, line: PageLine, who: Who, scenario: Scenario | undefined): string => {
  const named: Record<string, string> = {
    referral: scenario?.referral ?? '',
    person: scenario?.person ?? '',
    service: PUBLIC_SERVICE,
    nothing: newId(),
  }
  const [, path = ''] = line.route.split(' ')
  return (
    path
      .replace('/*', '/a.css')
      .replace(':token', who.holds ? world.tokenOf(who) : 'A'.repeat(48))
      .replaceAll(/:\w+/g, () => named[line.of ?? 'nothing'] as string) + (line.query ?? '')
  )
}

const bodyFor = (route: string): RequestInit => {
  if (route.startsWith('GET ')) return {}
  return isApi(route)
    ? { headers: { 'content-type': 'application/json' }, body: '{}' }
    : { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: '' }
}

/** Whether the rules let the answer tell of this row: to this reader, on this page, about this referral. */
const mayTell = (line: PageLine, who: Who, scenario: Scenario | undefined, row: Row): boolean =>
  isLetIn(line, who) &&
  line.shows?.includes(row.table) === true &&
  (MODEL[row.table]?.reads(who, row) ?? false) &&
  (!isAboutSomebody(line) || row.of === scenario?.name) &&
  isFound(line, who, row)

const isFound = ({ finds }: PageLine, who: Who, row: Row): boolean => {
  const about = scenarios.find(({ name }) => name === row.of)
  return !about || !finds || finds(who, about)
}

/** Asks for a route as somebody, and compares what they got with the rules. */
export const visit = async (
  world: OpenedWorld,
  line: PageLine,
  who: Who,
  scenario?: Scenario,
): Promise<Visit> => {
  const [method = ''] = line.route.split(' ')
  const path = pathOf(world, line, who, scenario)
  const answer = await world.askAs(who)(method, path, bodyFor(line.route))
  // What the address holds may stand in the page, which knows no more for it.
  const found = world.markers
    .in(answer, path)
    .filter(({ marker }) => !scenario || (marker !== scenario.referral && marker !== scenario.person))
  const asked = `${who.name} at ${line.route}${scenario ? ` of “${scenario.name}”` : ''}`
  const expected = expectedStatus(line, who, scenario)
  const breaches = [
    ...(answer.status === expected ? [] : [`${asked} gets ${answer.status}, not ${expected}`]),
    ...found
      .filter(({ rows }) => !rows.some((row) => mayTell(line, who, scenario, row)))
      .map(
        ({ rows }) =>
          `${asked} is told of ${[...new Set(rows.map((row) => `${row.table} of “${row.of}”`))].join(', ')}`,
      ),
    // The page about a person can say nothing of them but that they are known: its address says it already.
    ...(scenario && line.of === 'referral' && line.shows && answer.status === 200 && found.length === 0
      ? [`${asked} gets a page that says nothing`]
      : []),
  ]
  const told = new Set(found.flatMap(({ rows }) => rows.filter((row) => mayTell(line, who, scenario, row))))
  return { who, line, scenario, status: answer.status, told, breaches }
}
