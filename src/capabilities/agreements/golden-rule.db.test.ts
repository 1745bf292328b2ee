import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { answerReferral, getReferral } from '#referrals'
import { attempt } from '#tests/support/attempt.ts'
import { type CareCounty, careCounty } from '#tests/support/care-county.ts'
import { acceptGoldenRule, recordSignedAgreement } from './accept-agreement.ts'
import { attestGoldenRule, findOwnStanding, hasAttested } from './attest-golden-rule.ts'

let care: CareCounty
let referral: string
let chief: MemberActor
beforeAll(async () => {
  care = await careCounty()
  chief = await care.county.hire('police', 'manager')
  referral = await care.send()
  await answerReferral(care.asActor, care.desk, referral, { answer: 'accepted' })
  await care.release(referral, 'handoff')
})
afterAll(() => care.close())

beforeEach(async () => {
  await care.base.admin.query(`
    update attestation set attested_at = now(), text_version = 'golden-rule 1';
    update agreement set accepted_at = now(), expires_at = now() + interval '1 year' where kind = 'golden-rule'`)
})

/** An officer who has not attested. */
const newOfficer = async (): Promise<MemberActor> => {
  const hired = await care.county.hire('police', 'officer')
  await care.base.admin.query('delete from attestation where member_id = $1', [hired.memberId])
  return hired
}

const policeSystem = (): Parameters<typeof getReferral>[1] => ({
  kind: 'token',
  tokenId: newId(),
  organizationId: care.county.police,
  jurisdictionId: care.county.id,
  roles: ['officer'],
})

const seenBy = async (actor: Parameters<typeof getReferral>[1]) => {
  const view = await getReferral(care.asActor, actor, referral, 'page')
  return {
    steps: view?.steps.map(({ step }) => step),
    told: view?.release?.dataClasses,
    must: view?.mustAttest,
  }
}
const EVERYTHING = { steps: ['submitted', 'accepted'], told: ['handoff'], must: false }
const NOTHING = { steps: ['submitted'], told: undefined, must: true }

const refused = (actor: MemberActor, statement: string) =>
  expect(attempt(care.base.app, actor, statement), statement).rejects.toMatchObject({ code: '42501' })

const disclosures = async () =>
  (await care.base.admin.query(`select count(*)::int from disclosure where basis = 'release'`)).rows[0].count

describe('a member of police (LEAD-04)', () => {
  test('is told nothing of what a release opens before they attest, and the ledger says so', async () => {
    const officer = await newOfficer()
    const before = await disclosures()
    expect(await seenBy(officer)).toEqual(NOTHING)
    expect(await disclosures()).toBe(before)
    expect(await attestGoldenRule(care.asActor, officer)).toEqual({ isNew: true })
    expect(await seenBy(officer)).toEqual(EVERYTHING)
    expect(await disclosures()).toBe(before + 1)
  })

  test('finds no trace of it in the database itself either', async () => {
    const officer = await newOfficer()
    for (const query of [
      'select from release_line',
      'select from release',
      `select from handoff_step where step = 'accepted'`,
      `select from list_live_releases((select person_id from referral limit 1), actor_organization_id())`,
    ])
      expect((await attempt(care.base.app, officer, query)).rowCount, query).toBe(0)
    const covers = await attempt(
      care.base.app,
      officer,
      `select release_covers(person_id, to_organization_id, from_organization_id, 'handoff') as covers from referral`,
    )
    expect(covers.rows).toEqual([{ covers: false }])
  })

  test('sees what they sent themselves as ever', async () => {
    const officer = await newOfficer()
    const view = await getReferral(care.asActor, officer, referral, 'page')
    expect([view?.identity?.name, view?.side]).toEqual(['Sam', 'sender'])
  })

  test('attests again after a year', async () => {
    await care.base.admin.query(
      `update attestation set attested_at = now() - interval '1 year' + interval '1 minute'`,
    )
    expect(await seenBy(care.officer)).toEqual(EVERYTHING)
    await care.base.admin.query(
      `update attestation set attested_at = now() - interval '1 year' - interval '1 second', year = year - 1`,
    )
    expect(await seenBy(care.officer)).toEqual(NOTHING)
    expect(await attestGoldenRule(care.asActor, care.officer)).toEqual({ isNew: true })
    expect(await seenBy(care.officer)).toEqual(EVERYTHING)
  })

  test('attests again to words that have changed', async () => {
    await care.base.admin.query(`update attestation set text_version = 'golden-rule 0'`)
    expect(await seenBy(care.officer)).toEqual(NOTHING)
  })

  test('who attests twice has attested once', async () => {
    const officer = await newOfficer()
    await attestGoldenRule(care.asActor, officer)
    expect(await attestGoldenRule(care.asActor, officer)).toEqual({ isNew: false })
  })

  test('cannot attest for a colleague, nor before today', async () => {
    const officer = await newOfficer()
    const colleague = await newOfficer()
    await refused(
      officer,
      `insert into attestation (id, jurisdiction_id, organization_id, member_id, text_version, text_sha256)
       values (gen_random_uuid(), actor_jurisdiction_id(), actor_organization_id(), '${colleague.memberId}',
         'golden-rule 1', repeat('0', 64))`,
    )
    await refused(officer, 'insert into attestation (attested_at) values (now())')
  })
})

describe('a police department', () => {
  const endIt = () =>
    care.base.admin.query(
      `update agreement set accepted_at = now() - interval '2 days', expires_at = now() - interval '1 day' where kind = 'golden-rule'`,
    )

  test('that has not accepted the rule, or no more, is told nothing, whoever asks', async () => {
    await endIt()
    expect(await seenBy(care.officer)).toEqual(NOTHING)
    expect(await seenBy(policeSystem())).toEqual(NOTHING)
    expect(await attestGoldenRule(care.asActor, care.officer)).toEqual({ refused: 'not-accepted' })
    expect(await findOwnStanding(care.asActor, care.officer)).toEqual({
      isAccepted: false,
      attestedUntil: undefined,
    })
  })

  test('that accepts it anew is told again: an administrator or manager does, and nobody else', async () => {
    await endIt()
    const byOfficer = await acceptGoldenRule(care.asActor, care.officer, { signatory: 'T. Reyes' })
    expect(byOfficer).toEqual({ refused: 'not-yours-to-accept' })
    expect(await seenBy(care.officer)).toEqual(NOTHING)
    const byChief = await acceptGoldenRule(care.asActor, chief, { signatory: 'R. Doyle, Chief' })
    expect(isRefusal(byChief)).toBe(false)
    expect(await seenBy(care.officer)).toEqual(EVERYTHING)
    await care.base.admin.query(
      `update agreement set ended_at = now(), ended_because = 'Tried.' where made_by_member_id is not null`,
    )
  })

  test('and its other systems are told what the release says, without anybody to attest', async () => {
    expect(await seenBy(policeSystem())).toEqual(EVERYTHING)
  })
})

describe('everybody else', () => {
  test('sees what they saw, attested or not', async () => {
    expect(await care.asActor(care.desk, hasAttested)).toBe(true)
    expect(await care.asActor({ kind: 'visitor' }, hasAttested)).toBe(true)
  })
})

test('what was accepted is kept with its exact words and fingerprint, and recorded once', async () => {
  const where = { organizationId: care.county.police, jurisdictionId: care.county.id }
  const again = await recordSignedAgreement(care.asActor, 'golden-rule', where, { signatory: 'R. Doyle' })
  if (isRefusal(again)) throw new Error(again.refused)
  const { rows } = await care.base.admin.query(
    `select kind, signatory, text, a.text_sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex') as fits
     from agreement a join agreement_signature s on s.agreement_id = a.id and s.text_sha256 = a.text_sha256
     where a.organization_id = $1 and made_by_member_id is null`,
    [care.county.police],
  )
  expect(rows).toEqual([{ kind: 'golden-rule', signatory: 'R. Doyle', text: expect.any(String), fits: true }])
  expect(rows[0].text).toContain('Pierpoint Police')
})

test('nothing of an agreement is ever changed or taken away', async () => {
  for (const change of [
    'update agreement set expires_at = expires_at',
    'delete from agreement',
    'update agreement_signature set signatory = signatory',
    'delete from agreement_signature',
    'delete from agreement_party',
    'update agreement_document set title = title',
    'update attestation set year = year',
    'delete from attestation',
  ])
    await refused(chief, change)
})
