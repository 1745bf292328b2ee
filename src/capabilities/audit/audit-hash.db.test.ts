import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'

let base: TestDatabase
beforeAll(async () => {
  base = await testDatabase()
})
afterAll(() => base.drop())

const RECORD = `row(
  '019ab000-0000-7000-8000-000000000001', '2026-11-24 03:04:05.123456-05', '019ab000-0000-7000-8000-000000000002',
  'member', '019ab000-0000-7000-8000-000000000003', '019ab000-0000-7000-8000-000000000004', null, null,
  'referrals.send', 'person', '{019ab000-0000-7000-8000-000000000005}', 'done', '{own-submission,identity}',
  '{"zebra": 1.50, "a": true, "answer": "zurück"}', 'req-7', '10.1.2.3')::audit_record`

/** What a record's hash is taken of: anybody with an export can compute it. */
const RECORD_TEXT =
  '["019ab000-0000-7000-8000-000000000001", "2026-11-24T08:04:05.123456", "019ab000-0000-7000-8000-000000000002", ' +
  '"member", "019ab000-0000-7000-8000-000000000003", "019ab000-0000-7000-8000-000000000004", null, null, ' +
  '"referrals.send", "person", ["019ab000-0000-7000-8000-000000000005"], "done", ["own-submission", "identity"], ' +
  '{"a": true, "zebra": 1.50, "answer": "zurück"}, "req-7", "10.1.2.3"]'

const SEAL = `audit_seal_hash('019ab000-0000-7000-8000-000000000002', 2, '2026-11-24 03:05:00-05', '\\xabcd',
  '{019ab000-0000-7000-8000-000000000001,019ab000-0000-7000-8000-000000000006}',
  '{2026-11-24 03:04:05.123456-05,2026-11-24 03:04:06-05}', '{"\\\\x0102","\\\\x03"}')`

const SEAL_TEXT = [
  '019ab000-0000-7000-8000-000000000002 2 2026-11-24T08:05:00.000000 abcd',
  '019ab000-0000-7000-8000-000000000001 2026-11-24T08:04:05.123456 0102',
  '019ab000-0000-7000-8000-000000000006 2026-11-24T08:04:06.000000 03',
].join('\n')

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

test('the hashes are what they were on every version of PostgreSQL so far', () => {
  expect(sha256(RECORD_TEXT)).toBe('d163b22a8d86a213ab5c78d2da7ee33874da77d2b8164d291fadf975a1222598')
  expect(sha256(SEAL_TEXT)).toBe('daec7d574b822c652553823efcbfaea66938f493b834b8262bf67100b641c48c')
})

test.each([
  {},
  { timezone: 'America/New_York', datestyle: 'SQL, DMY', intervalstyle: 'sql_standard' },
  { timezone: 'Asia/Kolkata', datestyle: 'German', bytea_output: 'escape' },
  { extra_float_digits: '-15', lc_numeric: 'C', xmloption: 'document', array_nulls: 'off' },
])('no setting of a session changes a hash: %j', async (settings: Record<string, string | undefined>) => {
  const client = await base.admin.connect()
  try {
    await client.query('begin')
    for (const [name, value] of Object.entries(settings))
      await client.query('select set_config($1, $2, true)', [name, value])
    const { rows } = await client.query(
      `select encode(audit_record_hash(${RECORD}), 'hex') as record, encode(${SEAL}, 'hex') as seal`,
    )
    expect(rows).toEqual([{ record: sha256(RECORD_TEXT), seal: sha256(SEAL_TEXT) }])
  } finally {
    await client.query('rollback')
    client.release()
  }
})

test('a record has no column that its hash leaves out', async () => {
  const { rows } = await base.admin.query<{ columns: number }>(
    `select count(*)::int as columns from pg_attribute
     where attrelid = 'audit_record'::regclass and attnum > 0 and not attisdropped`,
  )
  expect(rows[0]?.columns).toBe((JSON.parse(RECORD_TEXT) as unknown[]).length)
})
