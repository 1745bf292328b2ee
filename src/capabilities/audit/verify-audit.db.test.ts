import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { sealAudit } from './seal-audit.ts'
import { verifyAudit } from './verify-audit.ts'

let base: TestDatabase
let database: Database
beforeAll(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, { enqueue: async () => undefined })
  // The records of these tests are hours old, and the month may be younger than that.
  await base.admin.query(`do $$
    declare month date := date_trunc('month', now() - interval '1 month');
    begin
      execute format('create table audit_record_%s partition of audit_record for values from (%L) to (%L)',
        to_char(month, 'YYYY_MM'), month::text || ' 00:00+00', (month + interval '1 month')::date::text || ' 00:00+00');
    end $$`)
})
afterAll(async () => {
  await database.close()
  await base.drop()
})

/** Runs statements with every trigger off, as somebody with all rights over the server could. */
const tamper = async (statement: string, values: unknown[]) => {
  const client = await base.admin.connect()
  try {
    await client.query('begin; set local session_replication_role = replica')
    const { rows } = await client.query(statement, values)
    await client.query('commit')
    return rows
  } catch (fault) {
    await client.query('rollback')
    throw fault
  } finally {
    client.release()
  }
}

/** A county of its own whose chain has three seals of two records each, all some hours old. */
const sealedCounty = async () => {
  const county = newId()
  const ids: string[] = []
  for (const hours of [5, 4, 3]) {
    const { rows } = await base.admin.query<{ id: string }>(
      `insert into audit_record (id, at, jurisdiction_id, actor_kind, member_id, organization_id, action, subject_kind,
         subject_ids, outcome, data_classes, request_id, source)
       select gen_random_uuid(), now() - make_interval(hours => $2, secs => n), $1, 'member', gen_random_uuid(),
         gen_random_uuid(), 'referrals.list', 'referral', array[gen_random_uuid()], 'seen', '{handoff}', 'req', '10.0.0.1'
       from generate_series(1, 2) n returning id`,
      [county, hours],
    )
    await sealAudit(database.asActor)
    ids.push(...rows.map((row) => row.id).reverse())
  }
  return { county, ids }
}
const verify = (chain: string) => verifyAudit(database.asActor, { chain })

test('an untouched record is whole', async () => {
  const { county } = await sealedCounty()
  const told: number[] = []
  const verdict = await verifyAudit(database.asActor, {
    chain: county,
    onProgress: (seals) => told.push(seals),
  })
  expect(verdict).toEqual({
    ok: true,
    records: 6,
    seals: 3,
    broken: null,
    heads: [{ chain: county, seal: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }],
  })
  expect(told).toEqual([3])
})

describe('a record that was changed is found, whichever of its facts it was', () => {
  const changes: Record<string, string> = {
    at: `at + interval '1 microsecond'`,
    id: 'gen_random_uuid()',
    jurisdiction_id: 'gen_random_uuid()',
    actor_kind: `'operator'`,
    member_id: 'gen_random_uuid()',
    organization_id: 'null',
    holding_id: 'gen_random_uuid()',
    job: `'seal-audit'`,
    action: `'referrals.read'`,
    subject_kind: 'null',
    subject_ids: `'{}'`,
    outcome: `'refused'`,
    data_classes: `'{}'`,
    detail: `'{"count": 1}'`,
    request_id: 'null',
    source: `'10.0.0.2'`,
  }

  test.each(Object.entries(changes))('%s', async (column, value) => {
    const { county, ids } = await sealedCounty()
    const record = ids[3]
    await tamper(`update audit_record set ${column} = ${value} where id = $1`, [record])
    const isOther = column === 'id' || column === 'at'
    expect(await verify(county)).toMatchObject({
      ok: false,
      broken: { what: isOther ? 'missing-record' : 'changed-record', chain: county, seal: 2, record },
    })
  })

  test('and no fact is left out here', async () => {
    const { rows } = await base.admin.query<{ name: string }>(
      `select attname as name from pg_attribute
       where attrelid = 'audit_record'::regclass and attnum > 0 and not attisdropped`,
    )
    expect(rows.map((row) => row.name).sort()).toEqual(Object.keys(changes).sort())
  })
})

describe('a seal that was changed is found, whichever of its parts it was', () => {
  const seal = (sql: string) => `update audit_seal set ${sql} where chain = $1 and number = 2`
  test.each([
    ['its time', seal(`sealed_at = sealed_at + interval '1 microsecond'`), 'changed-seal', 2],
    ['the order of its records', seal('record_ids = array[record_ids[2], record_ids[1]]'), 'changed-seal', 2],
    [
      'a record taken out',
      seal('record_ids = record_ids[:1], record_ats = record_ats[:1], record_hashes = record_hashes[:1]'),
      'changed-seal',
      2,
    ],
    [
      'a record put in',
      seal(
        'record_ids = record_ids || gen_random_uuid(), record_ats = record_ats || now(), record_hashes = record_hashes || hash',
      ),
      'changed-seal',
      2,
    ],
    [
      'when a record was written',
      seal(`record_ats[1] = record_ats[1] - interval '1 second'`),
      'changed-seal',
      2,
    ],
    ['the hash of a record', seal(`record_hashes[2] = sha256('x')`), 'changed-seal', 2],
    ['the hash before it', seal(`previous_hash = sha256('x')`), 'changed-seal', 2],
    ['its own hash', seal(`hash = sha256('x')`), 'changed-seal', 2],
    ['its number', seal('number = 9'), 'missing-seal', 2],
    ['its chain', seal('chain = gen_random_uuid()'), 'missing-seal', 2],
    ['all of it gone', 'delete from audit_seal where chain = $1 and number = 2', 'missing-seal', 2],
    ['the first gone', 'delete from audit_seal where chain = $1 and number = 1', 'missing-seal', 1],
  ])('%s', async (_, statement, what, number) => {
    const { county } = await sealedCounty()
    await tamper(statement, [county])
    expect((await verify(county)).broken).toEqual({ what, chain: county, seal: number })
  })

  test('a seal written anew with a fitting hash no longer fits the one after it', async () => {
    const { county } = await sealedCounty()
    await tamper(
      `update audit_seal set sealed_at = now(), hash = audit_seal_hash(
         chain, number, now(), previous_hash, record_ids, record_ats, record_hashes)
       where chain = $1 and number = 2`,
      [county],
    )
    expect((await verify(county)).broken).toEqual({ what: 'broken-link', chain: county, seal: 3 })
  })

  test('a last seal written anew shows against the head that was kept', async () => {
    const { county } = await sealedCounty()
    const kept = (await verify(county)).heads
    await tamper(
      `update audit_seal set sealed_at = now(), hash = audit_seal_hash(
         chain, number, now(), previous_hash, record_ids, record_ats, record_hashes)
       where chain = $1 and number = 3`,
      [county],
    )
    expect((await verify(county)).heads).not.toEqual(kept)
  })
})

describe('a record that should be there, and is not, or the other way round', () => {
  test('a deleted record is missing', async () => {
    const { county, ids } = await sealedCounty()
    await tamper('delete from audit_record where id = $1', [ids[5]])
    expect((await verify(county)).broken).toEqual({
      what: 'missing-record',
      chain: county,
      seal: 3,
      record: ids[5],
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    })
  })

  const slipIn = (county: string, age: string) =>
    tamper(
      `insert into audit_record (id, at, jurisdiction_id, actor_kind, action, outcome)
       values (gen_random_uuid(), now() - $2::interval, $1, 'operator', 'referrals.list', 'seen') returning id`,
      [county, age],
    )

  test('a record that was slipped in without waiting for a seal', async () => {
    const { county } = await sealedCounty()
    const [slipped] = await slipIn(county, '4 hours')
    expect((await verify(county)).broken).toEqual({
      what: 'unsealed-record',
      chain: county,
      record: slipped.id,
      at: expect.any(String),
    })
    expect((await verifyAudit(database.asActor)).ok).toBe(false)
    await tamper('delete from audit_record where id = $1', [slipped.id])
  })

  test('a record younger than ten minutes has time to be sealed', async () => {
    const { county } = await sealedCounty()
    const [young] = await slipIn(county, '9 minutes')
    expect((await verify(county)).ok).toBe(true)
    await tamper('delete from audit_record where id = $1', [young.id])
  })

  test('a record that waits for its seal is not missing one, however old', async () => {
    const { county } = await sealedCounty()
    await base.admin.query(
      `insert into audit_record (id, at, jurisdiction_id, actor_kind, action, outcome)
       values (gen_random_uuid(), now() - interval '4 hours', $1, 'operator', 'referrals.list', 'seen')`,
      [county],
    )
    expect(await verify(county)).toMatchObject({ ok: true, records: 6 })
  })

  test('a record that is gone before its seal came is missing', async () => {
    const { county } = await sealedCounty()
    const { rows } = await base.admin.query<{ id: string }>(
      `insert into audit_record (id, jurisdiction_id, actor_kind, action, outcome)
       values (gen_random_uuid(), $1, 'operator', 'referrals.list', 'seen') returning id`,
      [county],
    )
    const record = rows[0]?.id
    await tamper('delete from audit_record where id = $1', [record])
    const broken = { what: 'missing-record', chain: county, seal: null, record, at: expect.any(String) }
    expect((await verify(county)).broken).toEqual(broken)
  })

  test('the last seal gone leaves its records without one', async () => {
    const { county, ids } = await sealedCounty()
    await tamper('delete from audit_seal where chain = $1 and number = 3', [county])
    expect((await verify(county)).broken).toMatchObject({ what: 'unsealed-record', record: ids[4] })
  })

  test('a whole chain gone leaves its records without one', async () => {
    const { county, ids } = await sealedCounty()
    await tamper('delete from audit_seal where chain = $1', [county])
    expect((await verify(county)).broken).toMatchObject({ what: 'unsealed-record', record: ids[0] })
  })
})

test('the first of several broken things is named', async () => {
  const { county, ids } = await sealedCounty()
  await tamper('delete from audit_record where id = any ($1)', [[ids[1], ids[4]]])
  await tamper(`update audit_seal set hash = '' where chain = $1 and number = 2`, [county])
  expect((await verify(county)).broken).toMatchObject({ what: 'missing-record', seal: 1, record: ids[1] })
  await tamper(`update audit_seal set previous_hash = 'x' where chain = $1 and number = 1`, [county])
  expect((await verify(county)).broken).toEqual({ what: 'changed-seal', chain: county, seal: 1 })
})

test('chains are verified apart: one county is whole though another is not', async () => {
  const whole = await sealedCounty()
  const other = await sealedCounty()
  await tamper('delete from audit_record where id = $1', [other.ids[0]])
  expect((await verify(whole.county)).ok).toBe(true)
  expect((await verify(other.county)).ok).toBe(false)
})

test('more seals than fit one page are all followed', async () => {
  const county = newId()
  for (let seal = 0; seal < 55; seal += 1) {
    await base.admin.query(
      `insert into audit_record (id, jurisdiction_id, actor_kind, action, outcome)
       values (gen_random_uuid(), $1, 'operator', 'referrals.list', 'seen')`,
      [county],
    )
    await sealAudit(database.asActor)
  }
  expect(await verify(county)).toMatchObject({ ok: true, records: 55, seals: 55 })
  await tamper('delete from audit_seal where chain = $1 and number = 51', [county])
  expect((await verify(county)).broken).toEqual({ what: 'missing-seal', chain: county, seal: 51 })
})
