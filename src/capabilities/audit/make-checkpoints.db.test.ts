import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { isSigned, signingKey } from './checkpoint.ts'
import { checkpointAuditJob, listCheckpoints, makeCheckpoints } from './make-checkpoints.ts'
import { record } from './record.ts'
import { sealAudit } from './seal-audit.ts'
import { verifyAudit } from './verify-audit.ts'

const seed = Buffer.alloc(32, 7)
const key = signingKey(seed)

let base: TestDatabase
let database: Database
/** A jurisdiction of its own for each test, and so a chain. */
let county: { readonly id: string }
beforeAll(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, { enqueue: async () => undefined })
})
afterAll(async () => {
  await database.close()
  await base.drop()
})
beforeEach(() => {
  county = { id: newId() }
})

const write = async (records: number) => {
  for (let written = 0; written < records; written += 1)
    await database.asActor({ kind: 'operator' }, (tx) =>
      record(tx, { action: 'referrals.send', outcome: 'done', jurisdictionId: county.id }),
    )
  await sealAudit(database.asActor)
}
const make = async () =>
  (await makeCheckpoints(database.asActor, { key, at: new Date() })).filter(
    ({ chain }) => chain === county.id,
  )

/** Runs a statement with every trigger off, as somebody with all rights over the server could. */
const tamper = (statement: string) =>
  base.admin.query(`begin; set local session_replication_role = replica; ${statement}; commit`)

test('a checkpoint says what the chain held, signed', async () => {
  await write(3)
  const [checkpoint] = await make()
  const { heads } = await verifyAudit(database.asActor, { chain: county.id })
  expect(checkpoint).toMatchObject({ chain: county.id, seal: 1, records: 3, hash: heads[0]?.hash })
  expect(checkpoint && isSigned(checkpoint, [key])).toBe(true)
})

test('a chain that has not grown keeps its checkpoint, and one that has gets another', async () => {
  await write(2)
  const [first] = await make()
  expect(await make()).toEqual([first])
  await write(5)
  const [second] = await make()
  expect(second).toMatchObject({ seal: 2, records: 7 })
  const all = await database.asActor({ kind: 'operator' }, listCheckpoints)
  expect(all.filter(({ chain }) => chain === county.id)).toEqual([first, second])
})

test('two that sign at once write one', async () => {
  await write(1)
  const [one, two] = await Promise.all([make(), make()])
  expect(one).toHaveLength(1)
  expect(two).toEqual(one)
})

test('the job signs once an hour', async () => {
  await write(1)
  const job = checkpointAuditJob(database.asActor, seed)
  expect(job.every).toBe('7 * * * *')
  await job.run({})
  expect(await make()).toHaveLength(1)
})

describe('later', () => {
  const later = async () => {
    await write(2)
    const [first] = await make()
    await write(2)
    const [second] = await make()
    await write(2)
    if (!first || !second) throw new Error('no checkpoint')
    return [first, second]
  }
  const verify = (checkpoints: Awaited<ReturnType<typeof later>>) =>
    verifyAudit(database.asActor, { chain: county.id, checkpoints })

  test('the chain still holds what was signed', async () => {
    expect(await verify(await later())).toMatchObject({ ok: true, records: 6, seals: 3 })
  })

  test('a chain that was written anew to its end, each hash fitting, is found by the checkpoint alone', async () => {
    const checkpoints = await later()
    await tamper(`
      update audit_record set outcome = 'refused' where jurisdiction_id = '${county.id}';
      update audit_seal s set record_hashes = array(
          select audit_record_hash(r) from unnest(s.record_ids, s.record_ats) with ordinality as sealed (id, at, place)
          join audit_record r on r.id = sealed.id and r.at = sealed.at order by place)
        where chain = '${county.id}';
      do $$ begin for n in 1 .. 3 loop
        update audit_seal s set previous_hash = coalesce(
          (select hash from audit_seal where chain = s.chain and number = n - 1), '') where chain = '${county.id}' and number = n;
        update audit_seal set hash = audit_seal_hash(chain, number, sealed_at, previous_hash, record_ids, record_ats,
          record_hashes) where chain = '${county.id}' and number = n;
      end loop; end $$`)
    expect(await verify([])).toMatchObject({ ok: true })
    const [first, second] = checkpoints
    expect((await verify(checkpoints)).broken).toEqual({
      what: 'other-checkpoint',
      chain: county.id,
      seal: 1,
      at: first?.at,
    })
    expect((await verify(second ? [second] : [])).broken).toMatchObject({ seal: 2 })
  })

  test('a chain that was cut off, with its records, is found too', async () => {
    const checkpoints = await later()
    await tamper(`
      delete from audit_record where id in (
        select unnest(record_ids) from audit_seal where chain = '${county.id}' and number > 1);
      delete from audit_seal where chain = '${county.id}' and number > 1`)
    expect(await verify([])).toMatchObject({ ok: true })
    expect((await verify(checkpoints)).broken).toMatchObject({ what: 'other-checkpoint', seal: 2 })
  })

  test('a chain that is gone altogether is found when all chains are verified', async () => {
    const checkpoints = await later()
    await tamper(`
      delete from audit_record where jurisdiction_id = '${county.id}';
      delete from audit_checkpoint where chain = '${county.id}';
      delete from audit_seal where chain = '${county.id}'`)
    const { broken } = await verifyAudit(database.asActor, { checkpoints })
    expect(broken).toMatchObject({ what: 'other-checkpoint', chain: county.id, seal: 1 })
  })

  test('a count that does not fit is found', async () => {
    const [first] = await later()
    if (!first) throw new Error('no checkpoint')
    expect((await verify([{ ...first, records: 3 }])).broken).toMatchObject({ what: 'other-checkpoint' })
  })
})

test('nobody changes or removes a checkpoint, the owner of the database neither', async () => {
  await write(1)
  await make()
  for (const statement of [
    'update audit_checkpoint set records = records + 1',
    'delete from audit_checkpoint',
    'truncate audit_checkpoint',
  ])
    await expect(base.admin.query(statement)).rejects.toThrow('the audit record is append-only')
})

test('the privacy officer sees the checkpoints of the county, and of no other', async () => {
  await write(1)
  await make()
  const officer = (jurisdictionId: string, roles: MemberActor['roles']): MemberActor => ({
    kind: 'member',
    memberId: newId(),
    organizationId: newId(),
    jurisdictionId,
    roles,
  })
  const seen = await database.asActor(officer(county.id, ['privacy-officer']), listCheckpoints)
  expect(seen.map(({ chain }) => chain)).toEqual([county.id])
  expect(await database.asActor(officer(newId(), ['privacy-officer']), listCheckpoints)).toEqual([])
  expect(await database.asActor(officer(county.id, ['administrator', 'manager']), listCheckpoints)).toEqual(
    [],
  )
})
