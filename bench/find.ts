// Finding help: how long among the national list and 100,000 more? Baseline: hand-written SQL with the same answer. Argument: the list (CSV).

import type pg from 'pg'
import type { MemberActor } from '#kernel/actor.ts'
import { type Asks, findServices } from '#network'
import { type AsActor, openDatabase } from '#platform/database/as-actor.ts'
import { COUNTY, ORGANIZATIONS } from '../src/app/demo/organizations.ts'
import { bareFind, type Search } from './support/bare-find.ts'
import { addInvented, importList } from './support/directory.ts'
import { figures } from './support/measure.ts'
import { judge, printFigures, printMachine } from './support/report.ts'
import { throwaway } from './support/throwaway.ts'

const SEARCHES = 600
const WARM_UP = 200
const LONGEST_MS = 15
const MOST_OF_BARE = 1.3

/** Police, to whom nothing but what is public is shown: all others would see a little more than the baseline. */
const OFFICER: MemberActor = {
  kind: 'member',
  memberId: '0199d000-0003-7000-8000-000000000001',
  organizationId: ORGANIZATIONS.police.id,
  jurisdictionId: COUNTY.id,
  roles: ['officer'],
}

const NEEDS = [undefined, 'treatment', 'moud', 'shelter'] as const
/** A Tuesday at a quarter past four in New York: some places are about to close. */
const AT = new Date('2026-11-24T21:15:00Z')

/** Searches around places where somebody is listed, as thick as they are, each a few miles off. */
const searches = async (client: pg.Client, count: number): Promise<Search[]> => {
  const { rows } = await client.query<{ latitude: number; longitude: number }>(
    `select latitude + (random() - 0.5) * 0.2 as latitude, longitude + (random() - 0.5) * 0.2 as longitude
     from site where latitude between 19 and 71 order by random() limit ${count}`,
  )
  return rows.map((near, index) => ({
    near,
    need: NEEDS[index % NEEDS.length],
    // Blocks of four, so that each need is asked for both ways.
    isForPerson: index % 8 >= 4,
    at: AT,
    zone: COUNTY.timeZone,
  }))
}

const PERSON: Asks = { payer: 'medicaid', when: 'open', walkIn: true, noId: true, age: 34 }

const find = (asActor: AsActor, { near, need, isForPerson, at, zone }: Search): Promise<string[]> =>
  asActor(OFFICER, async (tx) => {
    const needs = need ? [need] : []
    const asks = isForPerson ? PERSON : {}
    const query = { near, needs, asks, payer: 'medicaid', at, zone, referableOnly: false, limit: 10 } as const
    return (await findServices(tx, query)).map(({ serviceId }) => serviceId)
  })

const timed = async <Result>(each: number[], work: () => Promise<Result>): Promise<Result> => {
  const began = performance.now()
  const result = await work()
  each.push(performance.now() - began)
  return result
}

const installation = await throwaway('--demo')
try {
  await printMachine(installation.folder)
  // The demonstration makes the county and its organizations.
  await (await installation.start()).stop()
  const took = await importList(installation, process.argv[2])
  const admin = await installation.signIn()
  await addInvented(admin)
  const { rows } = await admin.query<{ count: string }>('select count(*) from service')
  console.log(`${rows[0]?.count} services; the list was imported in ${took.toFixed(1)} s\n`)

  const database = openDatabase(installation.application, { enqueue: async () => {} })
  const times = { product: [] as number[], bare: [] as number[], person: [] as number[] }
  for (const [index, search] of (await searches(admin, WARM_UP + SEARCHES)).entries()) {
    if (index === WARM_UP) for (const each of Object.values(times)) each.length = 0
    const found = await timed(times.product, () => find(database.asActor, search))
    if (search.isForPerson) times.person.push(times.product.at(-1) ?? Number.NaN)
    const bare = await timed(times.bare, () => bareFind(admin, search))
    if (found.join() !== bare.join())
      throw new Error(`Other answers for ${JSON.stringify(search)}:\n${found}\n${bare}`)
  }
  await database.close()
  await admin.end()
  const sum = (each: readonly number[]) => each.reduce((all, one) => all + one, 0)
  const product = figures({ each: times.product, allMs: sum(times.product) })
  const bare = figures({ each: times.bare, allMs: sum(times.bare) })
  const person = figures({ each: times.person, allMs: sum(times.person) })
  console.log(`${SEARCHES} searches by turns, one after the other, with the same ten places each`)
  printFigures('findServices', product)
  printFigures('of these, for a person', person)
  printFigures('bare SQL, superuser', bare)
  console.log()
  judge('p95', product.p95, { atMost: LONGEST_MS }, ' ms')
  judge('p95 to that of bare SQL', product.p95 / bare.p95, { atMost: MOST_OF_BARE })
} finally {
  await installation.remove()
}
