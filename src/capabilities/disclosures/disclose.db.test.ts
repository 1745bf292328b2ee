import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findLiveReleases, stopRelease } from '#consent'
import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { attempt, insertOf } from '#tests/support/attempt.ts'
import { type CareCounty, careCounty, inAnotherRole } from '#tests/support/care-county.ts'
import { disclose, discloseReleased, type Look } from './disclose.ts'
import { DISCLOSURE_NOTICE } from './disclosure-notice.ts'

let care: CareCounty
let person: string
let line: string
beforeAll(async () => {
  care = await careCounty()
  const id = await care.send()
  person = await care.personOf(id)
  line = await care.release(id, 'handoff')
})
afterAll(() => care.close())

const LOOK: Look = {
  dataClasses: ['handoff'],
  purpose: 'what came of a referral',
  channel: 'page',
  action: 'referrals.read',
  subjectKind: 'referral',
}

/** What the police entered and the place is shown. */
const entered = (changes: Partial<Look> = {}) => ({
  ...LOOK,
  shown: [{ fromOrganizationId: care.county.police, personId: person, subjectId: newId() }],
  ...changes,
})

/** What the officer is shown under the release, as a page would. */
const discloseLive = async (tx: Tx) => {
  const [release] = await findLiveReleases(tx, person, care.county.police)
  if (!release) throw new Error('There is a live release.')
  return discloseReleased(tx, { ...LOOK, personId: person, release, subjectIds: [newId()] })
}

const row = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: newId(),
  jurisdiction_id: care.county.id,
  person_ids: [person],
  from_organization_id: care.county.provider,
  to_organization_id: care.county.police,
  to_member_id: care.officer.memberId,
  basis: 'release',
  release_line_id: line,
  data_classes: ['handoff'],
  purpose: 'what came of a referral',
  channel: 'page',
  notice_version: DISCLOSURE_NOTICE.version,
  redisclosure_rule: 'none',
  ...changes,
})

const ledger = async () => (await care.base.admin.query('select * from disclosure order by at')).rows

const insertAs = (actor: Actor, changes: Record<string, unknown> = {}) =>
  attempt(care.base.app, actor, ...insertOf('disclosure', row(changes)))

describe('the ledger', () => {
  test('says who was shown what of whom, by whom, under which release, with which notice (P2-030)', async () => {
    const traced = { ...care.officer, trace: { requestId: 'req-9', source: '10.0.0.9' } }
    const before = (await ledger()).length
    await care.asActor(traced, discloseLive)
    const written = (await ledger()).slice(before)
    expect(written).toEqual([
      { ...row(), break_glass_id: null, id: expect.any(String), at: expect.any(Date), request_id: 'req-9' },
    ])
  })

  test('has, beside a referral that was read by the place that was asked, no release and no notice', async () => {
    const before = (await ledger()).length
    await care.asActor(care.desk, (tx) => disclose(tx, entered({ channel: 'api' })))
    expect((await ledger()).slice(before)).toMatchObject([
      { basis: 'referral', release_line_id: null, notice_version: null, channel: 'api' },
    ])
  })

  test('has a line for each sender of a list, and one record of the look with all that was in it', async () => {
    const before = (await ledger()).length
    const subjects = [newId(), newId(), newId()]
    const { police } = care.county
    const second = await care.base.admin.query<{ id: string }>(
      `insert into organization (id, jurisdiction_id, name, kind, is_criminal_justice, is_part2_program)
       values (gen_random_uuid(), $1, 'Quay Police', 'police', true, false) returning id`,
      [care.county.id],
    )
    const secondPolice = second.rows[0]?.id as string

    const shown = [police, secondPolice, police].map((fromOrganizationId, at) => ({
      fromOrganizationId,
      personId: person,
      subjectId: subjects[at] as string,
    }))
    await care.asActor(care.desk, (tx) => disclose(tx, { ...LOOK, shown }))
    const lines = (await ledger()).slice(before)
    expect(lines.map((one) => [one.from_organization_id, one.person_ids])).toEqual([
      [police, [person]],
      [secondPolice, [person]],
    ])
    const { rows } = await care.base.admin.query(
      'select subject_ids from audit_record where subject_ids @> $1',
      [subjects],
    )
    expect(rows).toEqual([{ subject_ids: subjects }])
  })

  test('goes with the record: both are written, or neither, and then nothing is shown', async () => {
    const counts = async () =>
      (
        await care.base.admin.query(
          'select (select count(*) from disclosure) as ledger, (select count(*) from audit_record) as audit',
        )
      ).rows
    const before = await counts()
    const wrong = [entered({ channel: 'hearsay' as Look['channel'] }), entered({ dataClasses: [] })]
    for (const one of wrong) {
      const shown = care.asActor(care.officer, async (tx: Tx) => {
        await disclose(tx, one)
        return 'what another holds'
      })
      await expect(shown).rejects.toThrow('check constraint')
    }
    expect(await counts()).toEqual(before)
  })

  test('is written only for somebody who stands for an organization', async () => {
    const actors: Actor[] = [
      { kind: 'operator' },
      { kind: 'visitor' },
      { kind: 'job', name: 'clock-ran-out' },
    ]
    for (const actor of actors)
      await expect(care.asActor(actor, (tx) => disclose(tx, entered()))).rejects.toThrow(
        'Only an organization',
      )
  })
})

describe('a release that is stopped between reading and showing (P2-015)', () => {
  test('shows nothing, and the record says that it was blocked', async () => {
    const id = await care.send()
    const stopped = await care.release(id, 'handoff')
    const found = await care.base.admin.query('select person_id from release_line where id = $1', [stopped])
    const before = (await ledger()).length
    const shown = await care.asActor(care.officer, async (tx) => {
      const [release] = await findLiveReleases(tx, found.rows[0].person_id, care.county.police)
      if (!release) throw new Error('There is a live release.')
      await stopRelease(care.asActor, care.desk, { lineId: stopped, how: 'oral' })
      return discloseReleased(tx, {
        ...LOOK,
        personId: found.rows[0].person_id,
        release,
        subjectIds: [newId()],
      })
    })
    expect(shown).toBeUndefined()
    expect(await ledger()).toHaveLength(before)
    const { rows } = await care.base.admin.query(
      `select outcome, subject_ids from audit_record where action = 'disclosure.blocked.revoked'`,
    )
    expect(rows).toEqual([{ outcome: 'refused', subject_ids: [stopped] }])
  })
})

describe('the database keeps the ledger', () => {
  test('and takes a whole line, so that what follows is refused for what is wrong', async () => {
    expect((await insertAs(care.officer)).rowCount).toBe(1)
  })

  test('from a disclosure under a release without its notice (P2-030)', async () => {
    await expect(insertAs(care.officer, { notice_version: null })).rejects.toMatchObject({ code: '23514' })
  })

  test('from a release that is no basis, and a basis that names no release', async () => {
    await expect(insertAs(care.officer, { basis: 'referral' })).rejects.toMatchObject({ code: '23514' })
    for (const lie of [
      { release_line_id: null },
      { basis: 'curiosity' },
      { basis: 'tpo' },
      { basis: 'court-order' },
    ])
      await expect(insertAs(care.officer, lie), JSON.stringify(lie)).rejects.toThrow('row-level security')
  })

  test('from what the line does not say: other classes, people or places', async () => {
    const lies = [
      { data_classes: ['handoff', 'enrolled'] },
      { data_classes: ['clinical'] },
      { person_ids: [person, newId()] },
      { person_ids: [newId()] },
      { from_organization_id: care.county.police },
    ]
    for (const lie of lies)
      await expect(insertAs(care.officer, lie), JSON.stringify(lie)).rejects.toThrow('row-level security')
  })

  test('from a line that was stopped or has ended', async () => {
    const id = await care.send()
    const stopped = await care.release(id, 'handoff')
    const found = await care.base.admin.query('select person_id from release_line where id = $1', [stopped])
    const under = { release_line_id: stopped, person_ids: [found.rows[0].person_id] }
    expect((await insertAs(care.officer, under)).rowCount).toBe(1)
    await stopRelease(care.asActor, care.desk, { lineId: stopped, how: 'oral' })
    await expect(insertAs(care.officer, under)).rejects.toThrow('row-level security')
  })

  test('from lines in another’s name', async () => {
    const lies = [
      { to_member_id: care.desk.memberId },
      { to_member_id: null },
      { to_organization_id: care.county.provider },
      { jurisdiction_id: newId() },
    ]
    for (const lie of lies)
      await expect(insertAs(care.officer, lie), JSON.stringify(lie)).rejects.toThrow('row-level security')
  })

  test('append-only: not even the owner of the database changes or removes a line', async () => {
    await care.asActor(care.officer, discloseLive)
    const before = await ledger()
    for (const statement of [
      `update disclosure set purpose = 'other'`,
      'update disclosure set at = now()',
      'delete from disclosure',
      'truncate disclosure',
    ]) {
      await expect(care.base.admin.query(statement), statement).rejects.toThrow('append-only')
      for (const actor of [
        care.officer,
        inAnotherRole(care.desk, 'privacy-officer'),
        { kind: 'operator' },
      ] as const)
        await expect(attempt(care.base.app, actor, statement), statement).rejects.toThrow('permission denied')
    }
    expect(await ledger()).toEqual(before)
  })

  test('for the eyes of the county’s privacy officer alone', async () => {
    await care.asActor(care.officer, discloseLive)
    const seenBy = async (actor: Actor) =>
      (await attempt(care.base.app, actor, 'select from disclosure')).rowCount
    const privacyOfficer = inAnotherRole(care.desk, 'privacy-officer')
    expect(await seenBy(privacyOfficer)).toBe((await ledger()).length)
    const others: Actor[] = [
      care.officer,
      care.desk,
      inAnotherRole(care.desk, 'manager', 'administrator', 'trainer'),
      { ...privacyOfficer, jurisdictionId: newId() },
      inAnotherRole(care.officer, 'privacy-officer'),
      { kind: 'operator' },
      { kind: 'job', name: 'announce-referral' },
    ]
    for (const actor of others) expect(await seenBy(actor)).toBe(0)
  })
})
