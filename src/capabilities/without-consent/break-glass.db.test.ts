import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { restrictRelease, signRelease, stopRelease } from '#consent'
import { listDisclosures } from '#disclosures'
import { type MemberActor, ROLES } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { attempt } from '#tests/support/attempt.ts'
import { type CareCounty, careCounty, inAnotherRole } from '#tests/support/care-county.ts'
import { partner, wholeRelease } from '#tests/support/whole-release.ts'
import { type BreakGlassInput, breakGlassInput } from './break-glass.ts'
import { getBreakGlass } from './get-break-glass.ts'
import { openBreakGlass } from './open-break-glass.ts'
import { listBreakGlass, reviewBreakGlass } from './review-break-glass.ts'

let care: CareCounty
let medic: MemberActor
let office: MemberActor
beforeAll(async () => {
  care = await careCounty()
  medic = await partner(care, 'hospital', 'provider')
  office = inAnotherRole(await partner(care, 'hospital', 'privacy-officer'), 'privacy-officer')
  await care.base.admin.query(`update organization set phone = '207-555-0100' where id = $1`, [
    care.county.provider,
  ])
})
afterAll(() => care.close())

let person: string
let personName: string
let releaseId: string
beforeEach(async () => {
  person = await care.meet()
  personName = `Sam Rivers ${newId().slice(-6)}`
  const whole = wholeRelease('named-recipient', {
    personId: person,
    police: care.county.police,
    partner: medic.organizationId,
  })
  releaseId = whole.id
  await signRelease(care.asActor, care.desk, { ...whole, personName })
})

const facts = (changes: object = {}): BreakGlassInput =>
  breakGlassInput.parse({
    personName,
    emergency: 'Does not wake up',
    recipientName: 'Dr. Okafor',
    recipientFacility: 'Harbor General',
    discloserName: 'N. Ames',
    dataClasses: ['clinical'],
    cannotAsk: 'yes',
    ...changes,
  })

const open = async (changes: object = {}, actor = medic): Promise<string> => {
  const opened = await openBreakGlass(care.asActor, actor, {
    id: newId(),
    input: facts(changes),
    now: new Date(),
  })
  if ('refused' in opened) throw new Error(opened.refused)
  return opened.id
}

const holdersOf = async (id: string, actor = medic) =>
  (await getBreakGlass(care.asActor, actor, id))?.holders.map(({ phone }) => phone)

const releasesSeenBy = async (actor: MemberActor) =>
  (await attempt(care.base.app, actor, 'select from release where person_id = $1', [person])).rowCount

describe('in a medical emergency (P2-060)', () => {
  test('medical personnel learn which places know the person, and their number, and nothing before', async () => {
    expect(await releasesSeenBy(medic)).toBe(0)
    expect(await holdersOf(await open())).toEqual(['207-555-0100'])
  })

  test('capitals and spaces of the name make no difference; another name opens nothing', async () => {
    expect(
      await holdersOf(await open({ personName: `  ${personName.toUpperCase().replace(' ', '   ')} ` })),
    ).toHaveLength(1)
    for (const other of [
      'Sam',
      personName.slice(0, -1),
      `${personName}x`,
      '%',
      personName.replace('Sam', 'S_m'),
    ])
      expect(await holdersOf(await open({ personName: other })), other).toEqual([])
  })

  test('a release that ended, or that a restriction holds back, still says who knows them', async () => {
    await restrictRelease(care.asActor, care.desk, {
      id: newId(),
      personId: person,
      fromOrganizationId: care.county.provider,
      dataClasses: ['handoff', 'contact-made'],
    })
    await stopRelease(care.asActor, care.desk, { releaseId, how: 'oral' })
    expect(await holdersOf(await open())).toHaveLength(1)
  })

  test('what the law wants is written first, and the ledger has each look', async () => {
    const id = await open()
    const { rows } = await care.base.admin.query(
      `select recipient_name, recipient_facility, discloser_name, emergency, data_classes,
         opened_at between now() - interval '1 minute' and now() as now, member_id from break_glass where id = $1`,
      [id],
    )
    expect(rows).toEqual([
      {
        recipient_name: 'Dr. Okafor',
        recipient_facility: 'Harbor General',
        discloser_name: 'N. Ames',
        emergency: 'Does not wake up',
        data_classes: ['enrolled', 'clinical'],
        now: true,
        member_id: medic.memberId,
      },
    ])
    await holdersOf(id)
    await holdersOf(id)
    const ledger = await listDisclosures(care.asActor, office, { personId: person })
    expect(ledger).toMatchObject(
      Array(2).fill({ basis: 'emergency', breakGlassId: id, dataClasses: ['enrolled'], personIds: [person] }),
    )
  })

  test('the database takes none of these facts away', async () => {
    const id = await open()
    for (const column of [
      'recipient_name',
      'recipient_facility',
      'discloser_name',
      'emergency',
      'opened_at',
      'person_name',
    ])
      await expect(
        care.base.admin.query(`update break_glass set ${column} = null where id = $1`, [id]),
        column,
      ).rejects.toThrow('null value')
  })

  test('is over after 24 hours, by the database’s clock', async () => {
    const id = await open()
    const openedAgo = (interval: string) =>
      care.base.admin.query(
        `update break_glass set opened_at = now() - $2::interval, open_until = now() - $2::interval + interval '24 hours'
         where id = $1`,
        [id, interval],
      )
    await openedAgo('23:59:59')
    expect(await holdersOf(id)).toHaveLength(1)
    await openedAgo('24:00:01')
    expect([await getBreakGlass(care.asActor, medic, id), await releasesSeenBy(medic)]).toMatchObject([
      { isOpen: false, holders: [] },
      0,
    ])
  })

  test('is nobody else’s: not a colleague’s, not another county’s', async () => {
    const id = await open()
    for (const other of [
      { ...medic, memberId: newId<'member'>() },
      { ...medic, jurisdictionId: newId<'jurisdiction'>() },
      care.desk,
      care.officer,
    ]) {
      expect(await getBreakGlass(care.asActor, other, id)).toBeUndefined()
      if (other !== care.desk && other !== care.officer) expect(await releasesSeenBy(other)).toBe(0)
    }
  })

  test.each(ROLES)('is not for police, whatever their role: %s', async (role) => {
    const input = facts()
    const police = inAnotherRole(care.officer, role)
    expect(await openBreakGlass(care.asActor, police, { id: newId(), input, now: new Date() })).toEqual({
      refused: 'not-medical',
    })
  })

  test.each(ROLES.filter((role) => role !== 'provider'))('is not for a %s of a hospital', async (role) => {
    const other = inAnotherRole(medic, role)
    expect(
      await openBreakGlass(care.asActor, other, { id: newId(), input: facts(), now: new Date() }),
    ).toEqual({
      refused: 'not-medical',
    })
  })
})

describe('the review', () => {
  test('waits with the privacy officer, and is written once', async () => {
    const id = await open()
    const listed = await listBreakGlass(care.asActor, office)
    expect(listed.find((one) => one.id === id)).toMatchObject({
      ...{ personName, recipientName: 'Dr. Okafor', discloserName: 'N. Ames', emergency: 'Does not wake up' },
      ...{ finding: null, reviewDueAt: expect.any(Date), organization: expect.stringMatching(/^hospital/) },
    })
    const review = { id, finding: 'justified', note: ' Called back by the ward. ' } as const
    expect(await reviewBreakGlass(care.asActor, office, review)).toEqual({ reviewed: true })
    expect(await reviewBreakGlass(care.asActor, office, { id, finding: 'not-justified' })).toEqual({
      refused: 'not-to-review',
    })
    const [again] = (await listBreakGlass(care.asActor, office)).filter((one) => one.id === id)
    expect(again).toMatchObject({ finding: 'justified', reviewNote: 'Called back by the ward.' })
  })

  test('is nothing for whoever opened it, nor for anybody else', async () => {
    const id = await open()
    for (const actor of [medic, inAnotherRole(medic, 'provider', 'privacy-officer'), care.desk, care.officer])
      expect(await reviewBreakGlass(care.asActor, actor, { id, finding: 'justified' })).toEqual({
        refused: 'not-to-review',
      })
    expect(await listBreakGlass(care.asActor, care.officer)).toEqual([])
  })
})
