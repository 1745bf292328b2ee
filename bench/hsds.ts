// Giving the directory away: how long does a page of 100 whole services take? Baseline: one hand-written SQL with the same JSON. Argument: the list (CSV).

import { isDeepStrictEqual } from 'node:util'
import { openDatabase } from '#platform/database/as-actor.ts'
import { answerPage } from '../src/capabilities/hsds/answer.ts'
import { LISTS } from '../src/capabilities/hsds/lists.ts'
import { readQuery } from '../src/capabilities/hsds/query.ts'
import { bareHsds } from './support/bare-hsds.ts'
import { addInvented, importList } from './support/directory.ts'
import { figures } from './support/measure.ts'
import { judge, printFigures, printMachine } from './support/report.ts'
import { throwaway } from './support/throwaway.ts'

const PAGES = 150
const WARM_UP = 30
const PER_PAGE = 100
const LONGEST_MS = 80

const list = LISTS.find(({ path }) => path === 'services')
if (!list) throw new Error('There is no list of services.')
const services = list

const installation = await throwaway('--demo')
try {
  await printMachine(installation.folder)
  await (await installation.start()).stop()
  await importList(installation, process.argv[2])
  const admin = await installation.signIn()
  await addInvented(admin)
  const { rows } = await admin.query<{ count: string }>(
    `select count(*) from service where shown_to = 'public'`,
  )
  const total = Number(rows[0]?.count)
  console.log(
    `${total} services for everybody to see; pages of ${PER_PAGE} anywhere among them, whose order is kept for a minute\n`,
  )

  const { asActor, close } = openDatabase(installation.application, { enqueue: async () => {} })
  const times = { product: [] as number[], bare: [] as number[] }
  for (let round = 0; round < WARM_UP + PAGES; round++) {
    if (round === WARM_UP) for (const each of Object.values(times)) each.length = 0
    const page = 1 + ((round * 7919) % Math.floor(total / PER_PAGE))
    const query = readQuery({ page, per_page: PER_PAGE, full: true }, services.filters)
    if ('fields' in query) throw new Error(JSON.stringify(query))
    const began = performance.now()
    const answer = JSON.stringify(await answerPage(asActor, services, query))
    const between = performance.now()
    const bare = await bareHsds(admin, page, PER_PAGE)
    times.product.push(between - began)
    times.bare.push(performance.now() - between)
    if (round < WARM_UP && !isDeepStrictEqual(JSON.parse(answer), JSON.parse(bare)))
      throw new Error(`Another page ${page}:\n${answer.slice(0, 3000)}\n${bare.slice(0, 3000)}`)
  }
  await close()
  await admin.end()
  const sum = (each: readonly number[]) => each.reduce((all, one) => all + one, 0)
  const product = figures({ each: times.product, allMs: sum(times.product) })
  const bare = figures({ each: times.bare, allMs: sum(times.bare) })
  printFigures('a page of the API', product)
  printFigures('bare SQL, superuser', bare)
  console.log(`p50 to that of bare SQL: ${(product.p50 / bare.p50).toFixed(2)}\n`)
  judge('p95', product.p95, { atMost: LONGEST_MS }, ' ms')
} finally {
  await installation.remove()
}
