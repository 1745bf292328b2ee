import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { dumpSchema } from './schema/dump-schema.ts'

let base: TestDatabase
let before: string
beforeAll(async () => {
  base = await testDatabase()
  before = await dumpSchema(base.admin)
})
afterAll(() => base.drop())

test('tests/schema.sql is the schema that the migrations make (UPDATE=1 writes it anew, for review)', async () => {
  const path = join(import.meta.dirname, 'schema.sql')
  if (process.env.UPDATE) writeFileSync(path, before)
  expect(readFileSync(path, 'utf8')).toBe(before)
})

// What the text shows does not hang on the server's version.
test
  .skipIf(process.env.CAUSEWAY_TEST_POSTGRES === 'system')
  .each([
    'alter table person add column note text',
    'alter table person alter column created_at drop default',
    'alter table person alter column created_at drop not null',
    'alter table referral_answer add check (reason is null)',
    'create index on person (created_at)',
    'grant delete on person to causeway_app',
    'grant update (created_at) on person to causeway_app',
    'alter table person no force row level security',
    'alter policy person_own on person using (true)',
    'alter policy referral_answer_give on referral_answer with check (true)',
    'drop policy person_own on person',
    `comment on policy person_own on person is 'other'`,
    `comment on table person is 'other'`,
    `comment on column person.organization_id is 'other'`,
    'drop trigger disclosure_refuse_change on disclosure',
    'create or replace function actor_claim() returns text language sql stable return null',
    'grant execute on function audit_make_partitions(integer) to public',
    `comment on function actor_claim() is 'other'`,
    'create view names as select name from referral_identity',
    'create extension pg_trgm',
  ])('the text shows: %s', async (change) => {
  const client = await base.admin.connect()
  try {
    await client.query('begin')
    await client.query(change)
    expect(await dumpSchema(client)).not.toBe(before)
  } finally {
    await client.query('rollback')
    client.release()
  }
})
