// The wall: what do row-level security and the record of who looked cost, among 1,000,000 referrals and 100,000 releases? Baseline: the same queries without both, as superuser.
import pg from 'pg'
import type { MemberActor } from '#kernel/actor.ts'
import { type AsActor, openDatabase } from '#platform/database/as-actor.ts'
import { getReferral, listReceived, listSent } from '#referrals'
import { demoId } from '../src/app/demo/demo-id.ts'
import { COUNTY, ORGANIZATIONS } from '../src/app/demo/organizations.ts'
import { addReferrals } from './support/county-of-referrals.ts'
import { figures, median } from './support/measure.ts'
import { noted, replay, type Statement } from './support/replay.ts'
import { judge, printFigures, printMachine } from './support/report.ts'
import { throwaway } from './support/throwaway.ts'

const REFERRALS = Number(process.argv[2] ?? 1_000_000)
const RELEASES = REFERRALS / 10
const SAMPLES = 40
const ROUNDS = 10
const MOST_OF_BARE = 1.4
const LONGEST_MS = 20
const CASELOAD = 25

const where = { jurisdictionId: COUNTY.id } as const
const OFFICER: MemberActor = {
  ...where,
  kind: 'member',
  memberId: demoId(3, 1),
  organizationId: ORGANIZATIONS.police.id,
  roles: ['officer'],
}
const DESK: MemberActor = {
  ...where,
  kind: 'member',
  memberId: demoId(3, 6),
  organizationId: ORGANIZATIONS.lantern.id,
  roles: ['provider'],
}

type Question = (asActor: AsActor, sample: Sample) => Promise<unknown>
/** A referral that the officer's own department sent, to a place that has a release. */
type Sample = { readonly id: string; readonly at: Date }

const QUESTIONS: Readonly<Record<string, Question>> = {
  'a caseload of 25, as the sender': (asActor, { at }) =>
    listSent(asActor, OFFICER, { before: at, limit: CASELOAD }),
  'a caseload of 25, as the place': (asActor) =>
    listReceived(asActor, DESK, { limit: CASELOAD, channel: 'page' }),
  'one referral with a release': (asActor, { id }) => getReferral(asActor, OFFICER, id, 'page'),
}

const samples = async (admin: pg.Client): Promise<Sample[]> =>
  (
    await admin.query<Sample>(
      `select r.id, r.submitted_at as at from referral r join release_line l on l.person_id = r.person_id
         and l.from_organization_id = r.to_organization_id and l.recipient_organization_id = r.from_organization_id
       where r.from_organization_id = $1 order by random() limit $2`,
      [OFFICER.organizationId, SAMPLES],
    )
  ).rows

const timed = async <Result>(each: number[], work: () => Promise<Result>): Promise<Result> => {
  const began = performance.now()
  const result = await work()
  each.push(performance.now() - began)
  return result
}

const installation = await throwaway('--demo')
const clients: pg.Client[] = []
try {
  await printMachine(installation.folder)
  await (await installation.start()).stop()
  const admin = await installation.signIn()
  clients.push(admin)
  const began = performance.now()
  await addReferrals(admin, { referrals: REFERRALS, releases: RELEASES })
  console.log(
    `${REFERRALS.toLocaleString('en-US')} referrals, ${RELEASES.toLocaleString('en-US')} releases, written in ${((performance.now() - began) / 1000).toFixed(0)} s\n`,
  )
  const application = new pg.Client(installation.application)
  await application.connect()
  clients.push(application)
  const database = openDatabase(installation.application, { enqueue: async () => {} })
  const ratios: number[] = []
  const slowest: number[] = []
  const some = await samples(admin)
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const product: number[] = []
    const transactions: Statement[][] = []
    for (const sample of some) transactions.push(await noted(() => question(database.asActor, sample)))
    for (let round = 0; round < ROUNDS; round++)
      for (const sample of some) await timed(product, () => question(database.asActor, sample))
    const walled: number[] = []
    const bare: number[] = []
    for (let round = 0; round <= ROUNDS; round++)
      for (const statements of transactions) {
        const withWall = await timed(walled, () => replay(application, statements, true))
        const without = await timed(bare, () => replay(admin, statements, false))
        if (withWall !== without)
          throw new Error(`${name}: ${withWall} rows with the wall, ${without} without.`)
        // The first round warms both up.
        if (round === 0) for (const each of [walled, bare]) each.length = 0
      }
    const allMs = (each: readonly number[]) => each.reduce((sum, one) => sum + one, 0)
    console.log(name)
    const asked = figures({ each: product, allMs: allMs(product) })
    printFigures('  by the application', asked)
    printFigures('  its statements', figures({ each: walled, allMs: allMs(walled) }))
    printFigures('  without wall and record', figures({ each: bare, allMs: allMs(bare) }))
    ratios.push(median(walled) / median(bare))
    if (name.startsWith('a caseload')) slowest.push(asked.p95)
    console.log()
  }
  await database.close()
  for (const [at, name] of Object.keys(QUESTIONS).entries())
    judge(`${name}, to the same without`, ratios[at] ?? Number.NaN, { atMost: MOST_OF_BARE })
  judge('a caseload, p95', Math.max(...slowest), { atMost: LONGEST_MS }, ' ms')
} finally {
  for (const client of clients) await client.end()
  await installation.remove()
}
