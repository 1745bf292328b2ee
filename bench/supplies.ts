// The kit ledger: how long do the stock page and a recall take over 1,000,000 events, and are the balances true? Baseline: the balances by bare SQL. Argument: how many events.

import type { MemberActor } from '#kernel/actor.ts'
import { openDatabase } from '#platform/database/as-actor.ts'
import { COUNTY, ORGANIZATIONS } from '../src/app/demo/organizations.ts'
import { LotPage } from '../src/capabilities/harm-reduction/lot.page.tsx'
import { readLot } from '../src/capabilities/harm-reduction/read-lot.ts'
import { readStock } from '../src/capabilities/harm-reduction/read-stock.ts'
import { StockPage } from '../src/capabilities/harm-reduction/stock.page.tsx'
import { addInventedSupplies, countWrongBalances } from './support/invented-supplies.ts'
import { figures } from './support/measure.ts'
import { judge, printFigures, printMachine } from './support/report.ts'
import { throwaway } from './support/throwaway.ts'

const EVENTS = Number(process.argv[2] ?? 1_000_000)
const ROUNDS = 60
const WARM_UP = 10
const LONGEST_STOCK_MS = 60
const LONGEST_RECALL_MS = 100

const OUTREACH: MemberActor = {
  kind: 'member',
  memberId: '0199d000-0003-7000-8000-000000000007',
  organizationId: ORGANIZATIONS.tideline.id,
  jurisdictionId: COUNTY.id,
  roles: ['harm-reduction'],
}

const frame = { assets: { style: '/causeway.css', script: '/causeway.js' } }
const common = { frame, said: undefined, now: new Date(), zone: COUNTY.timeZone }

const installation = await throwaway('--demo')
try {
  await printMachine(installation.folder)
  await (await installation.start()).stop()
  const admin = await installation.signIn()
  const began = performance.now()
  await addInventedSupplies(admin, OUTREACH, EVENTS)
  const perSecond = EVENTS / ((performance.now() - began) / 1000)
  console.log(`${EVENTS} events, ${perSecond.toFixed(0)} a second through the trigger\n`)

  const database = openDatabase(installation.application, { enqueue: async () => {} })
  const { asActor } = database
  const { rows: lots } = await admin.query<{ id: string }>(
    `select lot_id as id from supply_balance where organization_id = $1 and kits <> 0
     group by lot_id order by count(*) desc, lot_id limit 20`,
    [OUTREACH.organizationId],
  )

  const stockPage = async () => {
    const stock = await readStock(asActor, OUTREACH, common.now, common.zone)
    const requests: [] = []
    return String(
      await StockPage({ ...common, ...stock, requests, organizationName: 'Tideline', isPolice: false }),
    ).length
  }
  const recall = async (round: number) => {
    const found = await readLot(
      asActor,
      OUTREACH,
      lots[round % lots.length]?.id ?? '',
      common.now,
      common.zone,
    )
    if (!found || found.held.length === 0) throw new Error('A lot that somebody holds was not found.')
    return String(await LotPage({ ...common, ...found })).length
  }
  const bare = () =>
    admin.query(
      `select l.*, b.holder_id, b.kits from supply_balance b join supply_lot l on l.id = b.lot_id
       where b.organization_id = $1 and b.kits <> 0`,
      [OUTREACH.organizationId],
    )

  const timed = async (one: (round: number) => Promise<unknown>) => {
    const each: number[] = []
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      const start = performance.now()
      await one(round)
      if (round >= WARM_UP) each.push(performance.now() - start)
    }
    return figures({ each, allMs: each.reduce((sum, ms) => sum + ms, 0) })
  }
  const stock = await timed(stockPage)
  const recalled = await timed(recall)
  printFigures('stock page', stock)
  printFigures('recall by lot', recalled)
  printFigures('balances by bare SQL', await timed(bare))
  const wrong = await countWrongBalances(admin)
  await database.close()
  await admin.end()
  console.log()
  judge('stock page, p95', stock.p95, { atMost: LONGEST_STOCK_MS }, ' ms')
  judge('recall by lot, p95', recalled.p95, { atMost: LONGEST_RECALL_MS }, ' ms')
  judge('balances that are not the sum of their events', wrong, { atMost: 0 })
} finally {
  await installation.remove()
}
