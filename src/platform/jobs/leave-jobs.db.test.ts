import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { type Database, openDatabase } from '../database/as-actor.ts'
import { JOBS_SCHEMA, leaveJobs } from './leave-jobs.ts'

const QUEUE = { name: 'announce-referral' }

let base: TestDatabase
let database: Database
beforeAll(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, { enqueue: leaveJobs })
})
afterAll(async () => {
  await database.close()
  await base.drop()
})

/** Every column of a job but those that differ from one to the next. */
const jobs = async () =>
  (
    await base.admin.query(`
      select to_jsonb(job) - array['id', 'created_on', 'start_after', 'keep_until'] as kept,
        start_after - created_on as waits, keep_until - start_after as lasts, data
      from ${JOBS_SCHEMA}.job order by created_on, data ->> 'number'`)
  ).rows

test('a job is written as pg-boss itself would write it, for now and for later', async () => {
  const boss = new PgBoss({
    ...(base.app as object),
    schema: JOBS_SCHEMA,
    migrate: false,
    supervise: false,
    schedule: false,
  })
  await boss.start()
  const startAfter = new Date('2031-05-06T07:08:09Z')
  await boss.send(QUEUE.name, { number: 1 })
  await boss.send(QUEUE.name, { number: 2 }, { startAfter })
  await boss.stop({ graceful: false })
  const [now, later] = await jobs()
  await base.admin.query(`delete from ${JOBS_SCHEMA}.job`)

  await database.asActor({ kind: 'operator' }, async (tx) => {
    tx.enqueue(QUEUE, { number: 1 })
    tx.enqueue(QUEUE, { number: 2 }, { startAfter })
  })
  const [ourNow, ourLater] = await jobs()
  expect(ourNow).toEqual(now)
  expect({ ...ourLater, waits: undefined }).toEqual({ ...later, waits: undefined })
})

test('work for a queue that nobody made is not lost in silence: the transaction fails', async () => {
  const before = await jobs()
  await expect(
    database.asActor({ kind: 'operator' }, async (tx) => {
      tx.enqueue(QUEUE, { number: 3 })
      tx.enqueue({ name: 'nobody-made-this' }, { number: 4 })
    }),
  ).rejects.toThrow('null value')
  expect(await jobs()).toEqual(before)
})
