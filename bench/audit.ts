// Verifying 1,000,000 audit records: how long? Baseline: the same hashes by bare SQL on two connections, compared with nothing. Argument: how many records instead.

import type pg from 'pg'
import { sealAuditJob } from '#audit'
import { openDatabase } from '#platform/database/as-actor.ts'
import { COUNTY } from '../src/app/demo/organizations.ts'
import { addAuditRecords, bareHashes } from './support/audit-records.ts'
import { median } from './support/measure.ts'
import { judge, printMachine } from './support/report.ts'
import { throwaway } from './support/throwaway.ts'

const RECORDS = Number(process.argv[2] ?? 1_000_000)
const ROUNDS = 3
const LONGEST_S = 30
const MOST_OF_BARE = 3

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

const installation = await throwaway('--demo')
const clients: pg.Client[] = []
try {
  await printMachine(installation.folder)
  // The first start makes the tables.
  await (await installation.start()).stop()
  for (let half = 0; half < 2; half++) {
    const client = await installation.signIn()
    clients.push(client)
    await client.query('set max_parallel_workers_per_gather = 0')
    if (half === 0) await addAuditRecords(client, COUNTY.id, RECORDS)
  }

  const database = openDatabase(installation.application, { enqueue: async () => {} })
  const sealed = await seconds(() => sealAuditJob(database.asActor).run({}))
  await database.close()
  console.log(`${RECORDS.toLocaleString('en-US')} records, sealed in ${sealed.toFixed(1)} s\n`)

  const times = { verify: [] as number[], bare: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    times.verify.push(
      await seconds(async () => {
        const verdict = (await installation.command('audit', 'verify')) as { ok: boolean; records: number }
        if (!verdict.ok || verdict.records < RECORDS) throw new Error(JSON.stringify(verdict))
      }),
    )
    times.bare.push(
      await seconds(async () => {
        const hashed = await bareHashes(clients)
        if (hashed < RECORDS) throw new Error(`Only ${hashed} were hashed.`)
      }),
    )
  }
  const list = (each: readonly number[]) => each.map((one) => `${one.toFixed(1)} s`).join(', ')
  console.log(`causeway audit verify, the whole command   ${list(times.verify)}`)
  console.log(`bare SQL, the same hashes, superuser       ${list(times.bare)}\n`)
  judge('verifying, median', median(times.verify), { atMost: LONGEST_S }, ' s')
  judge('to bare SQL', median(times.verify) / median(times.bare), { atMost: MOST_OF_BARE })
} finally {
  for (const client of clients) await client.end()
  await installation.remove()
}
