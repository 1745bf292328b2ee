import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { actorSettings } from '#platform/database/actor-settings.ts'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { record } from './record.ts'
import { sealAudit, sealAuditJob } from './seal-audit.ts'
import { verifyAudit } from './verify-audit.ts'

let base: TestDatabase
let database: Database
beforeAll(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, { enqueue: async () => undefined })
})
afterAll(async () => {
  await database.close()
  await base.drop()
})

const job: Actor = { kind: 'job', name: 'announce-referral' }
const write = (county: Id<'jurisdiction'>, count = 1) =>
  database.asActor(job, async (tx) => {
    for (let index = 0; index < count; index += 1)
      await record(tx, { action: 'referrals.announce', outcome: 'done', jurisdictionId: county })
  })
const sealsOf = async (chain: string) => {
  const { rows } = await base.admin.query<{ records: number }>(
    'select cardinality(record_ids) as records from audit_seal where chain = $1 order by number',
    [chain],
  )
  return rows.map((row) => row.records)
}

/** Many records at once: the trigger has each wait for its seal as it does for a single one. */
const writeMany = (county: string, count: number) =>
  base.admin.query(
    `insert into audit_record (id, jurisdiction_id, actor_kind, action, outcome)
     select gen_random_uuid(), $1, 'operator', 'referrals.list', 'seen' from generate_series(1, $2)`,
    [county, count],
  )

test('sealing empties the queue, a chain for each county', async () => {
  const [here, there] = [newId<'jurisdiction'>(), newId<'jurisdiction'>()]
  await write(here, 3)
  await write(there, 2)
  await sealAuditJob(database.asActor).run({} as never)
  await write(here)
  await sealAudit(database.asActor, { kind: 'operator' })
  expect(await sealsOf(here)).toEqual([3, 1])
  expect(await sealsOf(there)).toEqual([2])
  expect((await base.admin.query('select from audit_waiting')).rowCount).toBe(0)
  expect(await verifyAudit(database.asActor)).toMatchObject({ ok: true, broken: null })
})

test('with nothing to seal, nothing is written', async () => {
  await sealAudit(database.asActor)
  expect(await sealAudit(database.asActor)).toEqual({ records: 0, seals: 0 })
})

test('records of no county have a chain of their own', async () => {
  const nil = '00000000-0000-0000-0000-000000000000'
  const before = (await sealsOf(nil)).length
  await database.asActor({ kind: 'operator' }, (tx) =>
    record(tx, { action: 'identity.set-up', outcome: 'done' }),
  )
  await sealAudit(database.asActor)
  expect((await sealsOf(nil)).slice(before)).toEqual([1])
})

test('a large queue is sealed in batches of at most a thousand, oldest first', async () => {
  const county = newId()
  await writeMany(county, 2300)
  expect(await sealAudit(database.asActor)).toEqual({ records: 2300, seals: 3 })
  expect(await sealsOf(county)).toEqual([1000, 1000, 300])
  const { rows } = await base.admin.query(
    `select bool_and(first_at <= last_at and (before is null or before <= first_at)) as in_order
     from (select *, lag(last_at) over (order by number) as before from audit_seal where chain = $1) seal`,
    [county],
  )
  expect(rows).toEqual([{ in_order: true }])
  expect(await verifyAudit(database.asActor, { chain: county })).toMatchObject({
    ok: true,
    records: 2300,
    seals: 3,
  })
})

test('several sealers at once, while others write, never fork a chain', async () => {
  const county = newId<'jurisdiction'>()
  await writeMany(county, 3000)
  const sealed = await Promise.all([
    ...Array.from({ length: 6 }, () => sealAudit(database.asActor)),
    ...Array.from({ length: 4 }, async () => {
      await write(county, 5)
      return { records: 0, seals: 0 }
    }),
  ])
  const last = await sealAudit(database.asActor)
  const records = [...sealed, last].reduce((sum, one) => sum + one.records, 0)
  expect(records).toBe(3020)
  const verdict = await verifyAudit(database.asActor, { chain: county })
  expect(verdict).toMatchObject({ ok: true, records: 3020 })
  expect(verdict.seals).toBe((await sealsOf(county)).length)
})

test('a record that is gone before its seal is missed by the seal', async () => {
  const county = newId<'jurisdiction'>()
  await write(county, 2)
  const admin = await base.admin.connect()
  await admin.query(`begin; set local session_replication_role = replica`)
  const gone = await admin.query<{ id: string }>(
    `delete from audit_record where id = (select min(id::text)::uuid from audit_record where jurisdiction_id = $1)
     returning id`,
    [county],
  )
  await admin.query('commit')
  admin.release()
  const waiting = { what: 'missing-record', chain: county, seal: null, record: gone.rows[0]?.id }
  expect((await verifyAudit(database.asActor, { chain: county })).broken).toMatchObject(waiting)
  await sealAudit(database.asActor)
  expect(await sealsOf(county)).toEqual([2])
  expect((await verifyAudit(database.asActor, { chain: county })).broken).toMatchObject({
    ...waiting,
    seal: 1,
  })
})

type Step = { who: number; what: 'write' | 'commit' | 'roll back' | 'seal' | 'verify' }
const WRITERS = 3
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(WRITERS - 1),
  what: fc.constantFrom('write', 'write', 'commit', 'commit', 'roll back', 'seal', 'verify'),
})

test('whatever the order of writing, committing and sealing, the record verifies and nothing is lost', async () => {
  const clients = await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      const client = new pg.Client(base.app)
      await client.connect()
      return client
    }),
  )
  const play = async (steps: readonly Step[]) => {
    const county = newId()
    const open = clients.map(() => 0)
    let committed = 0
    const end = async (who: number, how: 'commit' | 'rollback') => {
      await clients[who]?.query(how)
      if (how === 'commit') committed += open[who] ?? 0
      open[who] = 0
    }
    for (const { who, what } of steps) {
      const client = clients[who] as pg.Client
      if (what === 'write') {
        if (open[who] === 0) {
          await client.query('begin')
          await client.query(actorSettings(job))
        }
        await client.query(
          `insert into audit_record (id, jurisdiction_id, actor_kind, job, action, outcome)
           values ($1, $2, 'job', 'announce-referral', 'referrals.announce', 'done')`,
          [newId(), county],
        )
        open[who] = (open[who] ?? 0) + 1
      } else if (what === 'commit') await end(who, 'commit')
      else if (what === 'roll back') await end(who, 'rollback')
      else if (what === 'seal') await sealAudit(database.asActor)
      else expect(await verifyAudit(database.asActor, { chain: county })).toMatchObject({ broken: null })
    }
    for (const who of clients.keys()) await end(who, 'commit')
    await sealAudit(database.asActor)
    const verdict = await verifyAudit(database.asActor, { chain: county })
    expect(verdict).toMatchObject({ ok: true, records: committed })
  }
  try {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), play), { numRuns: 15 })
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
})
