import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ReleaseKind, signRelease } from '#consent'
import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { type CareCounty, careCounty } from '#tests/support/care-county.ts'
import { type Monitored, monitored } from '#tests/support/monitored.ts'
import { heldCharge, partner } from '#tests/support/whole-release.ts'
import { disposeCharge, holdCharge, listHeldCharges } from './hold-charge.ts'

let care: CareCounty
let monitor: MemberActor
let office: Monitored
beforeAll(async () => {
  care = await careCounty()
  office = await monitored(care)
  monitor = office.monitor
})
afterAll(() => care.close())

let person: string
beforeEach(async () => {
  person = await care.meet()
})

const toldTo = (actor: MemberActor) => office.toldTo(person, actor)

const signed = (kind: ReleaseKind, changes?: object) => office.sign(person, kind, changes)

describe('a release under 2.35 (P2-040)', () => {
  test('tells the member who monitors, and nobody else of their office', async () => {
    await signed('criminal-justice')
    const colleague = { ...monitor, memberId: newId<'member'>() }
    expect([await toldTo(monitor), await toldTo(colleague), await toldTo(care.officer)]).toEqual([
      ['engaged'],
      [],
      [],
    ])
  })

  test.each(['not-filed', 'filed', 'dismissed'] as const)(
    'ends in the transaction that records the disposition: %s',
    async (disposition) => {
      const { heldChargeId } = await signed('criminal-justice')
      expect(await disposeCharge(care.asActor, care.desk, heldChargeId, disposition)).toEqual({
        personId: person,
      })
      const { rows } = await care.base.admin.query(
        `select line.ended_at = charge.disposed_at as together from release_line line
         join release on release.id = line.release_id join held_charge charge on charge.id = release.held_charge_id
         where charge.id = $1`,
        [heldChargeId],
      )
      expect([rows, await toldTo(monitor)]).toEqual([[{ together: true }], []])
    },
  )

  test('lives on when the disposition could not be recorded whole', async () => {
    const { heldChargeId } = await signed('criminal-justice')
    const half = care.asActor(care.desk, async (tx) => {
      await disposeCharge((_, work) => work(tx), care.desk, heldChargeId, 'filed')
      throw new Error('the connection is lost')
    })
    await expect(half).rejects.toThrow('the connection is lost')
    expect(await toldTo(monitor)).toEqual(['engaged'])
  })

  test('is not signed for a charge that was decided, is another person’s, or is not held at all', async () => {
    const { heldChargeId, whole } = await signed('criminal-justice')
    const again = (changes: object) =>
      signRelease(care.asActor, care.desk, {
        ...whole,
        id: newId(),
        criminalJustice: { ...whole.criminalJustice, ...changes },
      })
    await disposeCharge(care.asActor, care.desk, heldChargeId, 'filed')
    expect(await again({})).toEqual({ refused: 'charge-not-held' })
    expect(await disposeCharge(care.asActor, care.desk, heldChargeId, 'dismissed')).toEqual({
      refused: 'not-held',
    })
    const theirs = await heldCharge(care, await care.meet(), monitor)
    expect(await again({ heldChargeId: theirs })).toEqual({ refused: 'charge-not-held' })
    expect(await again({ heldChargeId: newId() })).toMatchObject({ refused: expect.any(String) })
  })

  test('says from when it can be stopped: at the latest when the charge is decided', async () => {
    const { whole } = await signed('criminal-justice')
    const late = new Date(Date.now() + 100 * 86_400_000)
    const with_ = (revocableFrom: Date) => ({
      ...whole,
      id: newId<'release'>(),
      criminalJustice: { ...whole.criminalJustice, revocableFrom },
    })
    expect(await signRelease(care.asActor, care.desk, with_(late))).toEqual({ refused: 'revocable-too-late' })
    expect(await signRelease(care.asActor, care.desk, with_(new Date()))).toHaveProperty('id')
  })

  test('is approved by another member of the discloser (P2-041)', async () => {
    const { whole } = await signed('criminal-justice')
    for (const supervisor of [care.desk.memberId, care.officer.memberId, monitor.memberId])
      expect(
        await signRelease(care.asActor, care.desk, {
          ...whole,
          id: newId(),
          criminalJustice: { ...whole.criminalJustice, supervisorId: supervisor },
        }),
        supervisor,
      ).toEqual({ refused: 'supervisor' })
  })

  test('names a member of the recipient, which is a court or prosecutor and nothing else', async () => {
    const { whole } = await signed('criminal-justice')
    const [line] = whole.lines
    if (!line) throw new Error('There is a line.')
    const naming = (changes: object) =>
      signRelease(care.asActor, care.desk, { ...whole, id: newId(), lines: [{ ...line, ...changes }] })
    expect(await naming({ recipientMemberId: care.officer.memberId })).toEqual({
      refused: 'member-elsewhere',
    })
    const hospital = await partner(care, 'hospital', 'provider')
    const there = { recipientOrganizationId: hospital.organizationId, recipientMemberId: hospital.memberId }
    expect(await naming(there)).toEqual({ refused: 'kind-not-for-police' })
  })
})

describe('the charge that is held', () => {
  test('is recorded as the office told it, once, however often it is sent', async () => {
    const id = newId<'held-charge'>()
    const decideBy = new Date('2027-01-31T12:00:00Z')
    const charge = {
      id,
      personId: person,
      heldByOrganizationId: monitor.organizationId,
      reference: ' P-7 ',
      decideBy,
    }
    for (const _ of [1, 2]) expect(await holdCharge(care.asActor, care.desk, charge)).toEqual({ id })
    expect(await care.asActor(care.desk, (tx) => listHeldCharges(tx, person))).toEqual([
      {
        id,
        heldByOrganizationId: monitor.organizationId,
        reference: 'P-7',
        decideBy,
        disposition: null,
        disposedAt: null,
      },
    ])
  })

  test('is recorded by whoever follows the case, never by police or courts: that it is there says enough', async () => {
    for (const actor of [care.officer, monitor]) {
      const charge = {
        id: newId<'held-charge'>(),
        personId: person,
        heldByOrganizationId: care.county.provider,
        reference: 'P-1',
      }
      await expect(holdCharge(care.asActor, actor, charge)).rejects.toThrow('row-level security')
      await heldCharge(care, person, monitor)
      expect(await care.asActor(actor, (tx) => listHeldCharges(tx, person))).toEqual([])
    }
    expect(await care.asActor(care.desk, (tx) => listHeldCharges(tx, person))).toHaveLength(2)
  })

  test('once decided stays decided', async () => {
    const id = await heldCharge(care, person, monitor)
    await disposeCharge(care.asActor, care.desk, id, 'not-filed')
    await expect(
      care.base.admin.query(`update held_charge set disposition = 'filed' where id = $1`, [id]),
    ).rejects.toThrow('what was decided stays')
  })
})
