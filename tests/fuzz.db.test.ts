import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Serving, serve } from '#platform/http/serve.ts'
import { type Seeded, seeded, seedOfRun } from '#tests/support/seeded.ts'
import { CRIPPLED, sendBytes } from './fuzz/crippled-requests.ts'
import { type Attack, hostileRequest, type Known } from './fuzz/hostile-request.ts'
import { learn } from './fuzz/known.ts'
import { changedTables, snapshot } from './fuzz/whole-database.ts'
import { type Answer, type OpenedWorld, openWorld } from './pages/opened-world.ts'
import type { Who } from './wall/actors.ts'
import { MODEL } from './wall/breaches.ts'

const SEED = seedOfRun()

/** What asking leaves behind of itself: the record, sessions, challenges, and forms that are their maker's alone. */
const MAY_CHANGE = [
  ...['audit_record', 'audit_waiting', 'session', 'credential', 'parked_form', 'referral_draft'],
  ...['release_draft'],
  ...['disclosure', 'sign_on_attempt'],
  // Failures count, links are asked for, and recovery codes are one's own.
  ...['sign_in_guard', 'account_link', 'recovery_code'],
  // A member's own word that they keep the golden rule.
  'attestation',
  // An officer opens a visit at their own station, which names nobody.
  'visit',
]

/** Words of the machinery, which help nobody but an attacker. */
const MACHINERY =
  /\bat \S+ \(|node_modules|\.tsx?:\d+|relation "|syntax error at|violates (?:check|foreign|row-level|not-null)|invalid input syntax|permission denied for|causeway_app|pg_catalog/

/** Whoever comes with a signed link may see what it shows, whoever they are. */
const readersOf = (who: Who, path: string, { links }: Known): Who[] => [
  who,
  ...[...links].flatMap(([token, holder]) => (path.includes(token) ? [holder] : [])),
]

const faultsOf = (
  world: OpenedWorld,
  known: Known,
  who: Who,
  { method, path, init }: Attack,
  answer: Answer,
): string[] => {
  const sent = `${path} ${decodeURI(path.replaceAll('%', '%25'))} ${String(init.body)}`
  const readers = readersOf(who, path, known)
  const told = world.markers
    .in(answer, path)
    .filter(({ marker }) => !sent.includes(marker))
    .filter(({ rows }) => !rows.some((row) => readers.some((reader) => MODEL[row.table]?.reads(reader, row))))
    .map(({ rows }) => `is told of ${rows[0]?.table} of “${rows[0]?.of}”`)
  return [
    ...(answer.status >= 500 && answer.status !== 501 ? [`gets ${answer.status}`] : []),
    ...(MACHINERY.test(answer.text) ? [`reads ${MACHINERY.exec(answer.text)?.[0]}`] : []),
    ...told,
  ].map((what) => `${who.name} ${what}: ${method} ${path} ${JSON.stringify(init).slice(0, 600)}`)
}

/** So many requests by these, in the order that the seed gives. */
const attack = async (world: OpenedWorld, known: Known, by: readonly Who[], draw: Seeded, count: number) => {
  const faults: string[] = []
  const statuses = new Map<number, number>()
  for (let number = 0; number < count; number++) {
    const who = draw.oneOf(by)
    const route = number < world.routes.length ? (world.routes[number] as string) : draw.oneOf(world.routes)
    const request = hostileRequest(draw, known, route)
    const answer = await world
      .askAs(who)(request.method, request.path, request.init)
      .catch((fault) => {
        // What cannot even be sent: the runtime refuses a header or an address.
        if (fault instanceof TypeError) return undefined
        throw fault
      })
    if (!answer) continue
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    faults.push(
      ...faultsOf(world, known, who, request, answer).map(
        (fault) => `seed ${SEED}, request ${number}: ${fault}`,
      ),
    )
  }
  return { faults, statuses }
}

describe('whoever has no part in anything', () => {
  let world: OpenedWorld
  let known: Known
  beforeAll(async () => {
    world = await openWorld({ keeps: true })
    const all = await learn(world)
    // A good link may be used by whoever has it, and anybody may send a referral of their own.
    known = {
      ...all,
      good: new Map(),
      links: new Map([...all.links].filter(([, { holds }]) => holds?.link.life !== 'good')),
    }
  }, 180_000)
  afterAll(() => world.close())

  const isOutsider = ({ name }: Who): boolean =>
    [
      'visitor',
      'officer of Quay Police',
      'trainer of Pierpoint Police',
      'prosecutor of County Prosecutor',
    ].includes(name)

  test(`gets no fault out of any route, learns of nobody and changes nothing (SEED=${SEED})`, async () => {
    const before = await snapshot(world.base)
    const { faults, statuses } = await attack(
      world,
      known,
      world.visitors.filter(isOutsider),
      seeded(SEED),
      1500,
    )
    expect(faults).toEqual([])
    // All of it was answered, in as many ways as there are: the attack was no row of closed doors.
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 303, 403, 404, 422]))
    expect(changedTables(before, await snapshot(world.base), MAY_CHANGE)).toEqual([])
  }, 180_000)
})

describe('members, other systems and holders of links', () => {
  let world: OpenedWorld
  beforeAll(async () => {
    // What they do to their own stays theirs; here it is taken back, so that each meets the same world.
    world = await openWorld({ keeps: false })
  }, 180_000)
  afterAll(() => world.close())

  test(`get no fault out of any route, and learn of nobody but their own (SEED=${SEED})`, async () => {
    const { faults, statuses } = await attack(
      world,
      await learn(world),
      world.visitors,
      seeded(SEED + 1),
      1500,
    )
    expect(faults).toEqual([])
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 303, 403, 404, 422]))
  }, 180_000)
})

describe('bytes that are hardly a request', () => {
  let world: OpenedWorld
  let serving: Serving
  beforeAll(async () => {
    world = await openWorld({ keeps: false })
    serving = await serve({ fetch: world.fetch, host: '127.0.0.1', port: 0 })
  })
  afterAll(async () => {
    await serving.stop()
    await world.close()
  })

  test.each(CRIPPLED)('are refused or answered, and the next is served: %j', async (bytes) => {
    const answer = await sendBytes(serving.port, bytes)
    // Nothing at all: the connection was closed, which is an answer too.
    if (answer !== '') expect(answer).toMatch(/^HTTP\/1\.1 [234]\d\d /)
    expect(answer).not.toMatch(MACHINERY)
    expect(
      await sendBytes(serving.port, 'GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
    ).toContain('alive')
  })
})
