import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { type CareCounty, careCounty } from '#tests/support/care-county.ts'
import { findUnusualAccess } from './find-unusual-access.ts'
import { listReleases } from './list-releases.ts'
import { listUnusualAccess } from './list-unusual-access.ts'
import { exportLedger, readLedger } from './read-ledger.ts'
import { setAsideAccess } from './set-aside-access.ts'
import { setWorkingHours } from './set-working-hours.ts'

let care: CareCounty
let office: MemberActor
let neighbour: MemberActor
beforeAll(async () => {
  care = await careCounty()
  office = await care.county.hire('provider', 'privacy-officer')
  neighbour = await (await care.neighbour()).hire('provider', 'privacy-officer')
  // The looks of these tests are weeks old, and the database is new.
  await care.base.admin.query(`do $$
    begin
      for ago in 1 .. 3 loop
        execute format('create table audit_record_%s partition of audit_record for values from (%L) to (%L)',
          to_char(date_trunc('month', now() - ago * interval '1 month'), 'YYYY_MM'),
          date_trunc('month', (now() - ago * interval '1 month') at time zone 'UTC')::date::text || ' 00:00+00',
          date_trunc('month', (now() - (ago - 1) * interval '1 month') at time zone 'UTC')::date::text || ' 00:00+00');
      end loop;
    end $$`)
})
afterAll(() => care.close())

/** Looks of the past cannot be written by the application; the owner of the database can. */
const looked = async (member: MemberActor, records: number, weeksAgo: number): Promise<void> => {
  await care.base.admin.query(
    `insert into audit_record (id, at, jurisdiction_id, actor_kind, member_id, organization_id, action, subject_kind,
       subject_ids, outcome)
     values ($1, now() - $2 * interval '1 week', $3, 'member', $4, $5, 'referrals.list', 'referral', $6, 'seen')`,
    [
      ...[newId(), weeksAgo, member.jurisdictionId, member.memberId, member.organizationId],
      Array.from({ length: records }, () => newId()),
    ],
  )
}

const list = async (actor = office) => (await listUnusualAccess(care.asActor, actor, new Date())).found
const look = (jurisdictionId?: string) =>
  findUnusualAccess(care.asActor, jurisdictionId ? { jurisdictionId } : {}, new Date())
const found = async (actor = office) => (await list(actor)).map(({ rule, memberId }) => [rule, memberId])
const ANY_DAY = [1, 2, 3, 4, 5, 6, 7]

describe('unusual access, from the audit record (CJ-10)', () => {
  test('is a week far above the member’s own: the same records looked at again count once', async () => {
    for (const weeksAgo of [1, 2, 3, 4]) await looked(care.desk, 5, weeksAgo)
    await looked(care.desk, 20, 0)
    for (const weeksAgo of [0, 1, 2, 3, 4]) await looked(care.officer, 20, weeksAgo)
    expect(await found()).toEqual([])
    await look()
    expect(await found()).toEqual([['spike', care.desk.memberId]])
  })

  test('is looked for from where it was left: weeks that are over are not counted again', async () => {
    await looked(care.desk, 60, 1)
    await looked(care.desk, 1, 0)
    await look()
    expect(await list()).toMatchObject([{ rule: 'spike', records: 21, usual: 5, weeks: 4 }])
  })

  test('says up to when the record has been looked through', async () => {
    const { lookedUntil } = await listUnusualAccess(care.asActor, office, new Date())
    expect(Date.now() - (lookedUntil?.getTime() ?? 0)).toBeLessThan(60_000)
  })

  test('is a look outside the hours that the office set; before, none is', async () => {
    const { timeZone } = await countyOf()
    const hour = Number(new Date().toLocaleString('en-US', { timeZone, hour: 'numeric', hourCycle: 'h23' }))
    const at = (later: number) => `${String((hour + later) % 24).padStart(2, '0')}:00`
    const hours = [{ days: ANY_DAY, opens: at(4), closes: at(6) }]
    expect(await setWorkingHours(care.asActor, office, care.county.police, hours)).toEqual({ set: true })
    await look(care.county.id)
    expect(await found()).toContainEqual(['after-hours', care.officer.memberId])
    await setWorkingHours(care.asActor, office, care.county.police, undefined)
    await look(care.county.id)
    expect(await found()).not.toContainEqual(['after-hours', care.officer.memberId])
  })

  test('is found for the county’s privacy officer alone, and of their county alone', async () => {
    expect(await found(neighbour)).toEqual([])
    for (const other of [care.desk, care.officer]) expect(await found(other)).toEqual([])
  })

  test('is set aside by somebody else than the member, and once', async () => {
    const [spike] = await list()
    if (!spike) throw new Error('There is a spike.')
    const aside = (actor: MemberActor, note: string, memberId = spike.memberId) =>
      setAsideAccess(care.asActor, actor, { rule: 'spike', memberId, about: spike.about }, note)
    expect(await aside(office, ' ')).toEqual({ refused: 'note-missing' })
    expect(await aside(office, 'It was me', office.memberId)).toEqual({ refused: 'own-access' })
    expect(await aside(office, 'Covered for a colleague')).toEqual({ setAside: true })
    expect(await aside(office, 'Something else')).toEqual({ setAside: false })
    const [seen] = await list()
    expect(seen?.setAside).toMatchObject({ note: 'Covered for a colleague' })
    await expect(aside(care.desk, 'Not my work', care.officer.memberId)).rejects.toThrow('row-level security')
  })

  test('of another county’s organization cannot be given hours', async () => {
    const hours = [{ days: ANY_DAY, opens: '08:00', closes: '17:00' }]
    expect(await setWorkingHours(care.asActor, neighbour, care.county.police, hours)).toEqual({
      refused: 'not-found',
    })
  })
})

const countyOf = async () => {
  const { rows } = await care.base.admin.query('select time_zone from jurisdiction where id = $1', [
    care.county.id,
  ])
  return { timeZone: rows[0].time_zone as string }
}

describe('the books', () => {
  test('P2-061: are read line after line to their end, each line once, in the ledger and in its file', async () => {
    await care.base.admin.query(
      `insert into disclosure (id, at, jurisdiction_id, person_ids, from_organization_id, to_organization_id, basis,
         data_classes, purpose, channel, redisclosure_rule)
       select gen_random_uuid(), date_trunc('second', now()), $1, array[gen_random_uuid()], $2, $3, 'referral',
         '{identity}', 'answering referrals', 'page', 'none' from generate_series(1, 1203)`,
      [care.county.id, care.county.police, care.county.provider],
    )
    const ids = new Set<string>()
    let olderThan: string | undefined
    for (let page = 0; page < 10; page++) {
      const { lines } = await readLedger(care.asActor, office, { olderThan, limit: 150 })
      for (const { id } of lines) ids.add(id)
      olderThan = lines.at(-1)?.id
      if (lines.length < 150) break
    }
    expect(ids.size).toBe(1203)
    const file = await exportLedger(care.asActor, office, {})
    expect([new Set(file.lines.map(({ id }) => id)).size, file.isWhole]).toEqual([1203, true])
  })

  test('that were read are on record with the id of every line that was shown', async () => {
    const { lines } = await readLedger(care.asActor, office, { limit: 7 })
    const { rows } = await care.base.admin.query(
      `select member_id, subject_ids from audit_record where action = 'privacy.ledger' order by at desc limit 1`,
    )
    expect(rows).toEqual([{ member_id: office.memberId, subject_ids: lines.map(({ id }) => id) }])
  })

  test('are of the county alone, for its privacy officer alone', async () => {
    const id = await care.send()
    await care.release(id, 'handoff')
    expect((await listReleases(care.asActor, office, {})).lines).toHaveLength(1)
    for (const other of [neighbour, care.officer]) {
      expect((await readLedger(care.asActor, other, {})).lines).toEqual([])
      expect((await exportLedger(care.asActor, other, {})).lines).toEqual([])
    }
    expect((await listReleases(care.asActor, neighbour, {})).lines).toEqual([])
  })
})
