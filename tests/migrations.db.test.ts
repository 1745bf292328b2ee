import { cpSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { migrate } from '#platform/database/migrate.ts'
import { dumpSchema } from './schema/dump-schema.ts'
import { loadWorld } from './wall/world.ts'

const SOURCES = join(import.meta.dirname, '../src')
const NAMES = globSync('**/*.sql', { cwd: SOURCES })
  .map((path) => basename(path))
  .sort()

let database: string
let connection: pg.ClientConfig
let folder: string

const asAdmin = async <Result>(
  work: (client: pg.Client) => Promise<Result>,
  where = connection,
): Promise<Result> => {
  const client = new pg.Client(where)
  await client.connect()
  return work(client).finally(() => client.end())
}

beforeEach(async () => {
  const server = inject('postgres')
  database = `migrations_${Date.now().toString(36)}_${Math.random().toString(36).slice(2, 8)}`
  await asAdmin((client) => client.query(`create database ${database}`), server.admin)
  connection = { ...server.admin, database }
  folder = mkdtempSync(join(tmpdir(), 'causeway-migrations-'))
  for (const path of globSync('**/*.sql', { cwd: SOURCES }))
    cpSync(join(SOURCES, path), join(folder, basename(path)))
})

afterEach(async () => {
  rmSync(folder, { recursive: true })
  await asAdmin((client) => client.query(`drop database ${database} with (force)`), inject('postgres').admin)
})

const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql)
const schema = () => asAdmin((client) => dumpSchema(client))
const tell = async (query: string) => (await asAdmin((client) => client.query(query))).rows

test('an empty database gets every migration, in order, and a second run changes nothing', async () => {
  expect(await migrate({ connection, folder })).toEqual({ applied: NAMES })
  const before = await schema()
  expect(await migrate({ connection, folder })).toEqual({ applied: [] })
  expect(await schema()).toBe(before)
})

test('eight processes at once apply each migration once', async () => {
  const runs = await Promise.all(Array.from({ length: 8 }, () => migrate({ connection, folder })))
  expect(runs.flatMap(({ applied }) => applied).sort()).toEqual(NAMES)
  expect(await tell('select name from migration order by name')).toEqual(NAMES.map((name) => ({ name })))
})

test('a database in use is brought further, and keeps what it holds', async () => {
  await migrate({ connection, folder })
  const before = await asAdmin(async (client) => {
    const rows = await loadWorld(client)
    return rows.filter(({ exists }) => exists).length
  })
  write(
    '99990101-1-next.sql',
    `alter table referral add column urgency text not null default 'soon' check (urgency in ('now', 'soon'));
     create index on referral (urgency);`,
  )
  expect(await migrate({ connection, folder })).toEqual({ applied: ['99990101-1-next.sql'] })
  expect(await migrate({ connection, folder })).toEqual({ applied: [] })
  expect(before).toBeGreaterThan(300)
  expect(await tell('select distinct urgency from referral')).toEqual([{ urgency: 'soon' }])
  const counted = await tell(
    'select count(*)::int as steps, count(distinct referral_id)::int as referrals from handoff_step',
  )
  expect(counted[0]).toMatchObject({ referrals: (await tell('select from referral')).length })
})

test('a migration that was edited after it had run is refused, by name', async () => {
  await migrate({ connection, folder })
  const [first] = NAMES
  write(first as string, 'select 1')
  await expect(migrate({ connection, folder })).rejects.toThrow(`${first} was changed after it had run`)
})

test('a migration that fails leaves nothing half-done, and runs once it is mended', async () => {
  await migrate({ connection, folder })
  const before = await schema()
  const name = '99990101-1-failing.sql'
  write(name, 'create table half (id int); insert into half values (1); select 1 / 0;')
  await expect(migrate({ connection, folder })).rejects.toThrow('division by zero')
  expect(await schema()).toBe(before)
  expect(await tell(`select from migration where name = '${name}'`)).toEqual([])
  write(name, 'create table half (id int);')
  expect(await migrate({ connection, folder })).toEqual({ applied: [name] })
})

test('the ones before a failing migration stay, the ones after wait', async () => {
  write('00000000-1-first.sql', 'create table early (id int);')
  write('00000000-2-second.sql', 'selec 1;')
  await expect(migrate({ connection, folder })).rejects.toThrow('syntax error')
  expect(await tell('select name from migration')).toEqual([{ name: '00000000-1-first.sql' }])
  expect(
    await tell(`select to_regclass('early') is not null as early, to_regclass('person') is null as none`),
  ).toEqual([{ early: true, none: true }])
})

test.each([
  ['20260101-next.sql', 'is not named like'],
  ['Next.sql', 'is not named like'],
])('a migration called %s is refused before any runs', async (name, why) => {
  write(name, 'select 1')
  await expect(migrate({ connection, folder })).rejects.toThrow(why)
  expect(await tell(`select to_regclass('migration') is null as untouched`)).toEqual([{ untouched: true }])
})
