import pg from 'pg'
import { expect, test } from 'vitest'
import { testDatabase } from './database.ts'

const ask = async (connection: pg.ClientConfig, query: string) => {
  const client = new pg.Client(connection)
  await client.connect()
  return (await client.query(query).finally(() => client.end())).rows
}

test('every test database has the tables, is apart from the others and is gone when dropped', async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()])
  await one.admin.query('create table only_here (id int)')
  const tables = `select to_regclass('migration') is not null as migrated, to_regclass('only_here') is null as apart`
  expect((await other.admin.query(tables)).rows).toEqual([{ migrated: true, apart: true }])
  expect(await ask(other.app, 'select current_user as me')).toEqual([{ me: 'causeway_login' }])
  await Promise.all([one.drop(), other.drop()])
  await expect(ask(one.app, 'select 1')).rejects.toThrow('does not exist')
})
