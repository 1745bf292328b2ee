import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { keepPartitions, keepPartitionsJob } from './keep-partitions.ts'
import { record } from './record.ts'

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

const months = async () => {
  const { rows } = await base.admin.query<{ name: string }>(
    `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'audit_record'::regclass order by 1`,
  )
  return rows.map((row) => row.name)
}
const write = () =>
  database.asActor({ kind: 'operator' }, (tx) => record(tx, { action: 'audit.seal', outcome: 'done' }))

test('this month and three ahead can be written to, and keeping them again makes none', async () => {
  expect(await months()).toHaveLength(4)
  expect(await keepPartitions(database.asActor)).toBe(0)
})

test('without its month a record cannot be written, and with it the act is undone', async () => {
  const [current] = await months()
  await base.admin.query(`alter table audit_record detach partition ${current}`)
  await expect(write()).rejects.toThrow('no partition of relation "audit_record" found')
  await base.admin.query(`drop table ${current}`)
  await keepPartitionsJob(database.asActor).run({} as never)
  await write()
  expect(await months()).toHaveLength(4)
})

test('several servers that start at once make each month once', async () => {
  for (const month of await months()) await base.admin.query(`drop table ${month}`)
  const made = await Promise.all(Array.from({ length: 5 }, () => keepPartitions(database.asActor)))
  expect(made.sort()).toEqual([0, 0, 0, 0, 4])
})

test('a month is as closed to direct reading as the whole', async () => {
  await write()
  const [current] = await months()
  const client = await base.admin.connect()
  await client.query(
    `begin; set local role causeway_app; select set_config('causeway.actor_kind', 'operator', true)`,
  )
  await expect(client.query(`select from ${current}`)).rejects.toThrow('permission denied')
  await client.query('rollback')
  client.release()
})
