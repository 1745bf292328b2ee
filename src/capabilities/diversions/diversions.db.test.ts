import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signRelease } from '#consent'
import type { MemberActor } from '#kernel/actor.ts'
import { dayAt } from '#kernel/calendar-day.ts'
import { newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { adoptTemplate } from '#pathways'
import { decide } from '#screening'
import { type CareCounty, careCounty } from '#tests/support/care-county.ts'
import { partner, wholeRelease } from '#tests/support/whole-release.ts'
import type { StepKind } from './diversion.ts'
import { findDiversion, listDiversions } from './list-diversions.ts'
import { openDiversion } from './open-diversion.ts'
import { takeStep } from './take-step.ts'
import { watchDiversions } from './watch-diversions.ts'
import { callMeeting, makeAgenda } from './work-group.ts'

let care: CareCounty
let sergeant: MemberActor
let worker: MemberActor
let office: MemberActor
let otherPolice: MemberActor
const pathways = new Map<string, string>()
beforeAll(async () => {
  care = await careCounty()
  office = await partner(care, 'prosecutor', 'prosecutor')
  otherPolice = await partner(care, 'police', 'officer')
  await care.attest(office)
  const manager = await care.county.hire('police', 'manager')
  sergeant = await care.county.hire('police', 'sergeant')
  worker = await care.county.hire('provider', 'case-manager')
  const today = dayAt(new Date(), 'America/New_York')
  for (const template of ['lead-arrest-diversion', 'lead-social-contact']) {
    const id = newId()
    await adoptTemplate(care.asActor, manager, { id, template }, today)
    pathways.set(template, id)
  }
})
afterAll(() => care.close())

const refer = async (template: string) => {
  const id = await care.send({ pathwayId: pathways.get(template) })
  return { id, personId: await care.personOf(id), to: { id: care.county.provider } }
}
type Referred = Awaited<ReturnType<typeof refer>>

const approve = ({ id }: Referred, by: MemberActor = sergeant) =>
  decide(care.asActor, by, {
    ...{ id: newId(), referralId: id, answers: { cause: 'yes', wanted: 'yes' }, overrideReason: undefined },
  })

const open = (referral: Referred, by: MemberActor = care.officer) =>
  openDiversion(care.asActor, by, { referral, charge: 'Possession' })

const take = (by: MemberActor, { id }: Referred, kind: StepKind, said: object = {}) =>
  takeStep(care.asActor, by, { id: newId(), referralId: id, kind, ...said })

/** An arrest diversion whose packet is in, with intake still to come. */
const sent = async (): Promise<Referred> => {
  const referral = await refer('lead-arrest-diversion')
  await approve(referral)
  await open(referral)
  for (const kind of ['arrived', 'handed-over'] as const) await take(care.officer, referral, kind)
  await take(care.officer, referral, 'packet-sent', { contents: ['Diversion form'] })
  return referral
}

const seen = async (by: MemberActor, { id }: Referred) =>
  (await findDiversion(care.asActor, by, id))?.rows.map(({ kind }) => kind)

const letKnow = async (
  personId: string,
  to: string | MemberActor,
  dataClasses: ('enrolled' | 'intake-done')[],
) => {
  const recipientOrganizationId = typeof to === 'string' ? to : to.organizationId
  const signed = await signRelease(care.asActor, care.desk, {
    ...wholeRelease('named-recipient', {
      personId,
      police: recipientOrganizationId,
      partner: recipientOrganizationId,
    }),
    lines: [
      {
        ...{ recipientOrganizationId, dataClasses, participantInterest: 'The charge is not made' },
        ...(typeof to === 'string' ? {} : { recipientMemberId: to.memberId }),
        expiresAt: new Date(Date.now() + 30 * 86_400_000),
      },
    ],
  })
  if (isRefusal(signed)) throw new Error(signed.refused)
}

describe('an arrest diversion', () => {
  test('is opened after every yes that its pathway asks for, and not before, once', async () => {
    const referral = await refer('lead-arrest-diversion')
    expect(await open(referral)).toEqual({ refused: 'not-approved' })
    await approve(referral, care.officer)
    expect(await open(referral)).toEqual({ refused: 'not-approved' })
    await approve(referral)
    for (let time = 0; time < 2; time++) expect(await open(referral)).toEqual({ way: 'arrest' })
    const { rows } = await care.base.admin.query(
      `select extract(epoch from arrive_by - opened_at)::int / 60 as minutes from diversion where referral_id = $1`,
      [referral.id],
    )
    expect(rows).toEqual([{ minutes: 30 }])
  })

  test('goes through three hands; police and office see what was sent to them, and nothing of the place', async () => {
    const referral = await sent()
    expect(await take(worker, referral, 'intake-done')).toEqual({ refused: 'not-now' })
    await take(worker, referral, 'screened', { contents: ['A ride'] })
    await take(worker, referral, 'intake-done')
    await take(worker, referral, 'reported', { outcome: 'completed' })
    const police = ['arrived', 'handed-over', 'packet-sent']
    expect(await seen(care.officer, referral)).toEqual(police)
    expect(await seen(office, referral)).toEqual(['packet-sent'])
    expect(await seen(otherPolice, referral)).toBeUndefined()
    expect(await seen(worker, referral)).toEqual([...police, 'screened', 'intake-done', 'reported'])
    expect(await take(office, referral, 'decided', { outcome: 'not-filed' })).toHaveProperty('id')
    expect(await seen(care.officer, referral)).toEqual(police)
    await take(worker, referral, 'settled')
    const { rows } = await care.base.admin.query(
      `select h.disposition, (select count(*)::int from case_file c where c.person_id = h.person_id) as cases
       from held_charge h where h.person_id = $1`,
      [referral.personId],
    )
    expect(rows).toEqual([{ disposition: 'not-filed', cases: 1 }])
  })

  test('tells police and office that it was completed only while a release says so, and writes it down', async () => {
    const referral = await sent()
    await take(worker, referral, 'screened', { contents: ['A ride'] })
    await take(worker, referral, 'intake-done')
    await take(worker, referral, 'reported', { outcome: 'completed' })
    expect(await take(office, referral, 'legal-event', { words: 'A hearing' })).toEqual({
      refused: 'no-release',
    })
    await letKnow(referral.personId, care.county.police, ['intake-done'])
    // A line for the office as a whole opens nothing: a prosecutor is named, or hears nothing.
    await letKnow(referral.personId, office.organizationId, ['intake-done'])
    expect(await seen(office, referral)).toEqual(['packet-sent'])
    await letKnow(referral.personId, office, ['intake-done'])
    expect(await seen(care.officer, referral)).toEqual(['arrived', 'handed-over', 'packet-sent', 'reported'])
    expect(await seen(office, referral)).toEqual(['packet-sent', 'reported'])
    expect(await take(office, referral, 'legal-event', { words: 'A hearing' })).toHaveProperty('id')
    const { rows } = await care.base.admin.query(
      `select count(*)::int from disclosure where purpose = 'what came of a diversion' and basis = 'release'`,
    )
    expect(rows[0].count).toBeGreaterThanOrEqual(2)
    await care.base.admin.query(
      `update release_line set revoked_at = now(), revoked_how = 'written' where person_id = $1`,
      [referral.personId],
    )
    expect(await seen(care.officer, referral)).not.toContain('reported')
    expect(await seen(office, referral)).not.toContain('reported')
  })

  test('that passes a deadline is written down once, and somebody is told without a name', async () => {
    const referral = await refer('lead-arrest-diversion')
    await approve(referral)
    await open(referral)
    const later = new Date(Date.now() + 31 * 60_000)
    for (let time = 0; time < 2; time++)
      await watchDiversions({ asActor: care.asActor, mailer: undefined }, later)
    expect(await seen(worker, referral)).toEqual(['overdue'])
    expect(await seen(care.officer, referral)).toEqual([])
  })
})

test('a social contact waits while somebody who could be booked waits for the same place', async () => {
  const contact = await refer('lead-social-contact')
  const manager = { ...care.officer, roles: ['officer', 'manager'] as const }
  await care.base.admin.query(
    `insert into pathway_decision (id, jurisdiction_id, referral_id, organization_id, pathway_version_id, outcome, criteria,
       decided_by_member_id)
     select $1, jurisdiction_id, referral_id, from_organization_id, pathway_version_id, 'eligible', '[]', $3
     from referral_pathway where referral_id = $2`,
    [newId(), contact.id, manager.memberId],
  )
  const opened = { referral: contact, verification: 'observation' as const }
  expect(await openDiversion(care.asActor, care.officer, opened)).toEqual({ way: 'social-contact' })
  for (const kind of ['arrived', 'handed-over'] as const) await take(worker, contact, kind)
  const waiting = await refer('lead-arrest-diversion')
  await approve(waiting)
  await open(waiting)
  const screened = () => take(worker, contact, 'screened', { contents: ['Food or clothes'] })
  expect(await screened()).toEqual({ refused: 'arrests-first' })
  for (const { referralId, way } of await listDiversions(care.asActor, worker, 1))
    if (way === 'arrest') await takeStep(care.asActor, worker, { id: newId(), referralId, kind: 'left' })
  expect(await screened()).toHaveProperty('id')
})

test('on the agenda is only who lets every organization at the table know, and nothing says who else there is', async () => {
  const [both, one] = [await sent(), await sent()]
  for (const { personId } of [both, one]) await letKnow(personId, care.county.police, ['enrolled'])
  await letKnow(both.personId, office.organizationId, ['enrolled'])
  for (const referral of [both, one]) await take(worker, referral, 'screened', { contents: ['A ride'] })
  const attendee = (organizationId: string) => ({ organizationId, name: 'R. Doyle', attested: true as const })
  const meet = (...ids: string[]) =>
    callMeeting(care.asActor, worker, {
      ...{ id: newId(), heldAt: new Date(), place: 'Room 2', attendees: ids.map(attendee) },
    })
  const agendaOf = async (...ids: string[]) => {
    const agenda = await makeAgenda(care.asActor, worker, (await meet(...ids)).id)
    return 'refused' in agenda ? agenda : agenda.map(({ personId }) => personId)
  }
  expect(await agendaOf(care.county.police, office.organizationId)).toEqual([both.personId])
  expect(await agendaOf(care.county.police)).toEqual([both.personId, one.personId])
  expect(await agendaOf(care.county.police, otherPolice.organizationId)).toEqual([])
  expect(await makeAgenda(care.asActor, care.officer, (await meet(care.county.police)).id)).toEqual({
    refused: 'not-found',
  })
})
