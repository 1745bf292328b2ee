import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { actorSettings } from '#platform/database/actor-settings.ts'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
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

let officer: Extract<Actor, { kind: 'member' }>
beforeEach(() => {
  officer = {
    kind: 'member',
    memberId: newId(),
    organizationId: newId(),
    jurisdictionId: newId(),
    roles: ['officer'],
  }
})

const recordsOf = async (jurisdictionId: string) =>
  (await base.admin.query('select * from audit_record where jurisdiction_id = $1', [jurisdictionId])).rows

test('a record says who did what, to whom, from where, with what outcome', async () => {
  const person = newId()
  const traced = { ...officer, trace: { requestId: 'req-7', source: '10.1.2.3' } }
  await database.asActor(traced, (tx) =>
    record(tx, {
      action: 'referrals.send',
      subjectKind: 'person',
      subjectIds: [person],
      outcome: 'done',
      dataClasses: ['own-submission'],
      detail: { needs: 2 },
    }),
  )
  expect(await recordsOf(officer.jurisdictionId)).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      at: expect.any(Date),
      jurisdiction_id: officer.jurisdictionId,
      actor_kind: 'member',
      member_id: officer.memberId,
      organization_id: officer.organizationId,
      holding_id: null,
      job: null,
      action: 'referrals.send',
      subject_kind: 'person',
      subject_ids: [person],
      outcome: 'done',
      data_classes: ['own-submission'],
      detail: { needs: 2 },
      request_id: 'req-7',
      source: '10.1.2.3',
    },
  ])
})

test('everybody who can act can leave a trace under their own name', async () => {
  const county = newId<'jurisdiction'>()
  const place = { organizationId: newId<'organization'>(), jurisdictionId: county }
  const actors: Actor[] = [
    { kind: 'visitor', claim: 'someone@harbor.example' },
    { ...officer, jurisdictionId: county },
    { kind: 'token', tokenId: newId(), roles: ['officer'], ...place },
    { kind: 'link', linkId: newId(), referralId: newId(), ...place },
    { kind: 'person', personId: newId(), accessId: newId(), jurisdictionId: county },
    { kind: 'job', name: 'announce-referral' },
    { kind: 'operator' },
  ]
  for (const actor of actors)
    await database.asActor(actor, (tx) =>
      record(tx, { action: 'identity.sign-in', outcome: 'refused', jurisdictionId: county }),
    )
  const rows = await recordsOf(county)
  expect(rows.map((row) => row.actor_kind).sort()).toEqual(actors.map((actor) => actor.kind).sort())
  expect(JSON.stringify(rows)).not.toContain('someone@harbor.example')
})

test('the county of a member stands, whatever the record names', async () => {
  await database.asActor(officer, (tx) =>
    record(tx, { action: 'referrals.send', outcome: 'done', jurisdictionId: newId() }),
  )
  expect(await recordsOf(officer.jurisdictionId)).toHaveLength(1)
})

test('what is rolled back leaves no record, and nothing that waits for a seal', async () => {
  const failing = database.asActor(officer, async (tx) => {
    await record(tx, { action: 'referrals.send', outcome: 'done' })
    throw new Error('the page broke')
  })
  await expect(failing).rejects.toThrow('the page broke')
  expect(await recordsOf(officer.jurisdictionId)).toEqual([])
  const waiting = await base.admin.query('select from audit_waiting where chain = $1', [
    officer.jurisdictionId,
  ])
  expect(waiting.rowCount).toBe(0)
})

test('a detail that could name somebody stops the act', async () => {
  const failing = database.asActor(officer, (tx) =>
    record(tx, { action: 'referrals.send', outcome: 'done', detail: { by: 'Maria Lopez' } }),
  )
  await expect(failing).rejects.toThrow(/short code/)
})

/** Runs one statement of raw SQL as the application would for this actor, and takes it back. */
const attempt = async (actor: Actor, statement: string, values: unknown[] = []) => {
  const client = new pg.Client(base.app)
  await client.connect()
  try {
    await client.query('begin')
    await client.query(actorSettings(actor))
    return await client.query(statement, values)
  } finally {
    await client.end()
  }
}

const own = () => ({
  id: newId(),
  actor_kind: 'member',
  member_id: officer.memberId,
  organization_id: officer.organizationId,
  jurisdiction_id: officer.jurisdictionId,
  action: 'referrals.send',
  outcome: 'done',
})
const insert = (row: object) =>
  attempt(
    officer,
    `insert into audit_record (${Object.keys(row)}) values (${Object.keys(row).map((_, index) => `$${index + 1}`)})`,
    Object.values(row),
  )

test('nobody records in the name of another', async () => {
  await expect(insert(own())).resolves.toMatchObject({ rowCount: 1 })
  const lies: object[] = [
    { member_id: newId() },
    { member_id: null },
    { organization_id: newId() },
    { jurisdiction_id: newId() },
    { jurisdiction_id: null },
    { actor_kind: 'operator' },
    { holding_id: newId() },
    { job: 'seal-audit' },
  ]
  for (const lie of lies)
    await expect(insert({ ...own(), ...lie }), JSON.stringify(lie)).rejects.toThrow(
      'row-level security policy',
    )
})

test('nobody chooses the time of a record', async () => {
  await expect(insert({ ...own(), at: '2026-11-01' })).rejects.toThrow('permission denied')
})

test.each([
  'update audit_record set outcome = $$done$$',
  'delete from audit_record',
  'truncate audit_record',
  'alter table audit_record disable trigger all',
  'drop table audit_record',
  'update audit_seal set number = 7',
  'delete from audit_seal',
  'truncate audit_seal',
  'alter table audit_seal disable row level security',
  'update audit_waiting set record_id = chain',
  'truncate audit_waiting',
  'set session_replication_role = replica',
])('the application may not: %s', async (statement) => {
  for (const actor of [officer, { kind: 'operator' }, { kind: 'job', name: 'seal-audit' }] as const)
    await expect(attempt(actor, statement)).rejects.toThrow(/permission denied|must be owner/)
})

test('the owner of the database is stopped too, in the table and in each of its months', async () => {
  await database.asActor(officer, (tx) => record(tx, { action: 'referrals.send', outcome: 'done' }))
  const months = await base.admin.query<{ name: string }>(
    `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'audit_record'::regclass`,
  )
  expect(months.rowCount).toBe(4)
  for (const table of ['audit_record', ...months.rows.map((row) => row.name)])
    await expect(base.admin.query(`truncate ${table}`), table).rejects.toThrow('append-only')
  for (const statement of [`update audit_record set outcome = 'seen'`, 'delete from audit_record'])
    await expect(base.admin.query(statement)).rejects.toThrow('append-only')
})

test('only the privacy officer of the county reads its record', async () => {
  await database.asActor(officer, (tx) => record(tx, { action: 'referrals.send', outcome: 'done' }))
  const countAs = async (actor: Actor) =>
    (await attempt(actor, 'select from audit_record where jurisdiction_id = $1', [officer.jurisdictionId]))
      .rowCount
  expect(await countAs({ ...officer, roles: ['privacy-officer'] })).toBe(1)
  expect(await countAs({ ...officer, roles: ['privacy-officer'], jurisdictionId: newId() })).toBe(0)
  expect(await countAs({ ...officer, roles: ['officer', 'manager', 'administrator'] })).toBe(0)
  expect(await countAs({ kind: 'visitor' })).toBe(0)
  expect(await countAs({ kind: 'job', name: 'announce-referral' })).toBe(0)
})
