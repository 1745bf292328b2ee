import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { type Database, openDatabase, type Tx } from './as-actor.ts'

let base: TestDatabase
let database: Database
beforeAll(async () => {
  base = await testDatabase()
  await base.admin.query(
    'create table note (id uuid primary key); grant select, insert on note to causeway_app',
  )
  // One connection: whatever one transaction leaves behind would meet the next.
  database = openDatabase({ ...base.app, max: 1 }, { enqueue: async () => {} })
})
afterAll(async () => {
  await database.close()
  await base.drop()
})

const whoAsks = async (tx: Tx): Promise<string> => {
  const { rows } = await sql<{ kind: string }>`select actor_kind() as kind`.execute(tx.connection)
  return rows[0]?.kind ?? ''
}
const write = (tx: Tx, id: string) => sql`insert into note values (${id})`.execute(tx.connection)
const countNotes = async (): Promise<number> => (await base.admin.query('select from note')).rowCount ?? 0

test('queries asked at once run one after the other, as the one who asks', async () => {
  const [id, count] = [newId(), await countNotes()]
  const answers = await database.asActor({ kind: 'operator' }, (tx) =>
    Promise.all([whoAsks(tx), write(tx, id), whoAsks(tx)]),
  )
  expect([answers[0], answers[2]]).toEqual(['operator', 'operator'])
  expect(await countNotes()).toBe(count + 1)
})

test('when one of several queries fails, its fault is told and nothing is left of the others', async () => {
  const [id, count] = [newId(), await countNotes()]
  const together = database.asActor({ kind: 'operator' }, (tx) => {
    // The fault of the second comes up more slowly than that of the query behind it.
    const slowly = () => write(tx, id).finally(() => new Promise((soon) => setImmediate(soon)))
    return Promise.all([write(tx, id), slowly(), write(tx, newId())])
  })
  await expect(together).rejects.toThrow('duplicate key')
  expect(await countNotes()).toBe(count)
})

test('what failed unnoticed is not called done', async () => {
  const [id, count] = [newId(), await countNotes()]
  const careless = database.asActor({ kind: 'operator' }, async (tx) => {
    await write(tx, id)
    await write(tx, id).catch(() => {})
  })
  await expect(careless).rejects.toThrow('duplicate key')
  expect(await countNotes()).toBe(count)
})

test('a transaction that asks all at once ends with what it asked', async () => {
  const [id, count] = [newId(), await countNotes()]
  const asked = database.asActor({ kind: 'operator' }, (tx) => Promise.all([write(tx, id), whoAsks(tx)]), {
    atOnce: true,
  })
  expect((await asked)[1]).toBe('operator')
  expect(await countNotes()).toBe(count + 1)
})

test('a transaction that asks all at once and fails leaves nothing, and one that asks later is refused', async () => {
  const [id, count] = [newId(), await countNotes()]
  const twice = (tx: Tx) => Promise.all([write(tx, id), write(tx, id)])
  await expect(database.asActor({ kind: 'operator' }, twice, { atOnce: true })).rejects.toThrow(
    'duplicate key',
  )
  const later = async (tx: Tx) => {
    await whoAsks(tx)
    await write(tx, id)
  }
  await expect(database.asActor({ kind: 'operator' }, later, { atOnce: true })).rejects.toThrow(
    'after its transaction',
  )
  expect(await countNotes()).toBe(count)
  expect(await database.asActor({ kind: 'visitor' }, whoAsks)).toBe('visitor')
})

test('a query that comes after its transaction never runs in the next one', async () => {
  let late: Tx | undefined
  await database.asActor({ kind: 'operator' }, async (tx) => {
    late = tx
  })
  await database.asActor({ kind: 'visitor' }, async () => {
    await expect(whoAsks(late as Tx)).rejects.toThrow('after its transaction')
  })
})

test('a transaction that fails leaves its connection as good as new', async () => {
  await expect(
    database.asActor({ kind: 'operator' }, () => Promise.reject(new Error('a mistake'))),
  ).rejects.toThrow('a mistake')
  expect(await database.asActor({ kind: 'visitor' }, whoAsks)).toBe('visitor')
})
