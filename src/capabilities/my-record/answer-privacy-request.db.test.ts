import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor, PersonActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { type CareCounty, careCounty } from '#tests/support/care-county.ts'
import { answerPrivacyRequest, extendPrivacyRequest } from './answer-privacy-request.ts'
import { askAccounting, askRestriction, complain } from './ask-privacy.ts'
import { giveCode } from './give-code.ts'
import { listPrivacyRequests } from './list-privacy-requests.ts'
import type { OpenRecord } from './open-record.ts'
import { readLooks } from './read-record.ts'

const TRACE = { requestId: 'req-1', source: '192.0.2.7' }

let care: CareCounty
let office: MemberActor
let open: OpenRecord
beforeAll(async () => {
  care = await careCounty()
  office = await care.county.hire('provider', 'privacy-officer')
  const referral = await care.send()
  const personId = await care.personOf(referral)
  await care.base.admin.query(
    `insert into referral_answer (referral_id, jurisdiction_id, to_organization_id, answer)
     values ($1, $2, $3, 'accepted')`,
    [referral, care.county.id, care.county.provider],
  )
  const id = newId<'person-access'>()
  const card = { id, personId, birthYear: '1990', language: 'en' } as const
  await giveCode({ asActor: care.asActor, keys: { codes: Buffer.alloc(32, 1) } }, care.desk, card)
  const actor: PersonActor = { kind: 'person', personId, jurisdictionId: care.county.id, accessId: id }
  open = {
    actor: { ...actor, trace: TRACE },
    organizationId: care.county.provider,
    language: 'en',
    hasSafeWord: false,
    isCovered: false,
    timeZone: 'America/New_York',
    countyName: 'Harbor County',
  }
})
afterAll(() => care.close())

const accounting = async (): Promise<string> => {
  const id = newId<'privacy-request'>()
  await askAccounting(open, care.asActor, { id, language: 'en' })
  return id
}
const restriction = async (paidThemselves: boolean): Promise<string> => {
  const id = newId<'privacy-request'>()
  const asked = { id, language: 'en', fromOrganizationId: care.county.provider, dataClasses: [] } as const
  await askRestriction(open, care.asActor, { ...asked, paidThemselves, words: '' })
  return id
}
const answer = (id: string, given: Parameters<typeof answerPrivacyRequest>[3], actor = office) =>
  answerPrivacyRequest(care.asActor, actor, id, given)

describe('the privacy office', () => {
  test('sees what its county was asked, what waits first; the person reads the answer', async () => {
    const [id, complaint] = [await accounting(), newId<'privacy-request'>()]
    const said = { id: complaint, language: 'es', words: 'Algo salió mal' } as const
    await complain(TRACE, care.asActor, care.county.id, said)
    const ids = async (actor: Parameters<typeof listPrivacyRequests>[1]) =>
      (await listPrivacyRequests(care.asActor, actor)).map((one) => one.id)
    expect(await ids(office)).toEqual([complaint, id])
    expect(await ids(open.actor)).toEqual([id])
    expect(await answer(id, { outcome: 'given', words: 'The list is in the mail.' })).toEqual({
      answered: true,
    })
    const [own] = await listPrivacyRequests(care.asActor, open.actor)
    expect(own).toMatchObject({ id, outcome: 'given', answer: 'The list is in the mail.' })
    expect(await ids(office)).toEqual([complaint, id])
  })

  test('answers once, and each kind as it can be answered', async () => {
    const id = await accounting()
    expect(await answer(id, { outcome: 'heard' })).toEqual({ refused: 'wrong-outcome' })
    expect(await answer(id, { outcome: 'given' })).toEqual({ answered: true })
    expect(await answer(id, { outcome: 'given' })).toEqual({ refused: 'answered-before' })
    const asked = await restriction(false)
    expect(await answer(asked, { outcome: 'not-agreed' })).toEqual({ refused: 'words-missing' })
    expect(await answer(asked, { outcome: 'not-agreed', words: 'The law asks us to.' })).toEqual({
      answered: true,
    })
  })

  test('must agree to what the person paid for themselves (P2-064), and the database holds it to that', async () => {
    const id = await restriction(true)
    expect(await answer(id, { outcome: 'not-agreed', words: 'No' })).toEqual({ refused: 'must-agree' })
    const forced = care.base.admin.query(
      `update privacy_request set answered_at = now(), answered_by_member_id = $2, outcome = 'not-agreed' where id = $1`,
      [id, office.memberId],
    )
    await expect(forced).rejects.toThrow('privacy_request_paid_themselves')
    expect(await answer(id, { outcome: 'agreed', words: 'Done' })).toEqual({ answered: true })
  })

  test('puts an accounting off by 30 days, once, for a reason (P2-061)', async () => {
    const id = await accounting()
    const extend = (because: string) => extendPrivacyRequest(care.asActor, office, id, because)
    const before = (await listPrivacyRequests(care.asActor, office)).find((one) => one.id === id)
    expect(await extend(' ')).toEqual({ refused: 'words-missing' })
    const after = await extend('Records are on paper')
    expect(after).toEqual({ dueAt: new Date((before?.dueAt.getTime() ?? 0) + 30 * 86_400_000) })
    expect(await extend('Again')).toEqual({ refused: 'extended-before' })
    expect(await extendPrivacyRequest(care.asActor, office, await restriction(false), 'x')).toEqual({
      refused: 'not-an-accounting',
    })
  })

  test('of another county, and everybody else, finds nothing to answer', async () => {
    const id = await accounting()
    const neighbour = await care.neighbour()
    const others = [await neighbour.hire('provider', 'privacy-officer'), care.desk, care.officer]
    for (const other of others) {
      expect(await answer(id, { outcome: 'given' }, other)).toEqual({ refused: 'not-found' })
      expect(await listPrivacyRequests(care.asActor, other)).toEqual([])
    }
  })
})

test('P2-050: a person reads none of the ids of those who stand in the same line of the ledger', async () => {
  const other = newId()
  await care.base.admin.query(
    `insert into disclosure (id, jurisdiction_id, person_ids, from_organization_id, to_organization_id, basis,
       data_classes, purpose, channel, redisclosure_rule)
     values ($1, $2, $3, $4, $5, 'referral', '{identity}', 'answering referrals', 'page', 'none')`,
    [newId(), care.county.id, [open.actor.personId, other], care.county.police, care.county.provider],
  )
  const looks = await readLooks(open, care.asActor, new Date())
  expect(looks).toHaveLength(1)
  expect(JSON.stringify(looks)).not.toContain(other)
})
