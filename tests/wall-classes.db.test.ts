import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'

type DataClasses = {
  readonly classes: Readonly<Record<string, string>>
  /** Columns by table, then by class. */
  readonly tables: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  /** Tables that say nothing about a person who is helped, and what is in them instead. */
  readonly others: Readonly<Record<string, string>>
}

const listed = JSON.parse(
  readFileSync(join(import.meta.dirname, '../docs/security/data-classes.json'), 'utf8'),
) as DataClasses

let base: TestDatabase
beforeAll(async () => {
  base = await testDatabase()
})
afterAll(() => base.drop())

const columns = async () =>
  (
    await base.admin.query<{ table: string; names: string[] }>(
      `select attrelid::regclass::text as table, array_agg(attname::text order by attname) as names
       from pg_attribute join pg_class on pg_class.oid = attrelid
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and not relispartition
         and attnum > 0 and not attisdropped
       group by 1 order by 1`,
    )
  ).rows

test('every table either has its columns in classes, or says nothing about a person', async () => {
  const tables = (await columns()).map(({ table }) => table)
  expect([...Object.keys(listed.tables), ...Object.keys(listed.others)].sort()).toEqual(tables)
})

test('every column of a table about a person belongs to one class', async () => {
  for (const { table, names } of await columns()) {
    const classes = listed.tables[table]
    if (classes) expect(Object.values(classes).flat().sort(), table).toEqual(names)
  }
})

test('what different people may know never shares a row', () => {
  for (const [table, classes] of Object.entries(listed.tables)) {
    const told = Object.keys(classes).filter((name) => name !== 'reference')
    expect(told, table).toHaveLength(1)
    expect(Object.keys(listed.classes), table).toEqual(expect.arrayContaining(Object.keys(classes)))
  }
})

test('a release can list classes of this list, and no other', async () => {
  const { rows } = await base.admin.query<{ definition: string }>(
    `select pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = 'release_line'::regclass and pg_get_constraintdef(oid) ~ 'data_classes'`,
  )
  const named = [...(rows[0]?.definition ?? '').matchAll(/'([a-z-]+)'::text/g)].map((found) => found[1])
  expect(named.length).toBeGreaterThan(6)
  expect(Object.keys(listed.classes)).toEqual(expect.arrayContaining(named))
})
