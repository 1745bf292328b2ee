import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { type CareCounty, careCounty, inAnotherRole } from '#tests/support/care-county.ts'
import { beginIntake } from './begin-intake.ts'
import { answerCall, callAngel, sayHere } from './call-angel.ts'
import { selectCareSteps, selectIntake, selectPersonOf } from './care.store.ts'
import { countOwnVisits, countVisits } from './count-visits.ts'
import { decideCriteria, overrideCriteria } from './decide-criteria.ts'
import { findVisit } from './get-visit.ts'
import { listFollowed, listVisits } from './list-visits.ts'
import { noteCare } from './note-care.ts'
import { noteStep } from './note-step.ts'
import { openVisit } from './open-visit.ts'
import { selectRoster } from './roster.store.ts'
import { saveIntake } from './save-intake.ts'
import { callSooner, setAvailability } from './set-availability.ts'
import { destroyItem, listItems, takeItem } from './take-item.ts'

const ZONE = 'America/New_York'

let care: CareCounty
let officer: MemberActor
let sergeant: MemberActor
let angel: MemberActor
let navigator: MemberActor
beforeAll(async () => {
  care = await careCounty()
  officer = care.officer
  sergeant = await care.county.hire('police', 'sergeant')
  angel = await care.county.hire('provider', 'angel')
  navigator = await care.county.hire('provider', 'navigator')
  for (const one of [angel, navigator])
    await setAvailability(care.asActor, one, { phone: '207-555-0140', hours: [], awayUntil: undefined })
})
afterAll(() => care.close())

const come = async (asks: 'self' | 'family' = 'self'): Promise<string> => {
  const { id } = await openVisit(care.asActor, officer, { id: newId(), came: 'walk-in', asks })
  return id
}

const note = (id: string, ...steps: Parameters<typeof noteStep>[3][]) =>
  steps.reduce<Promise<unknown>>(
    async (before, step) => [await before, await noteStep(care.asActor, officer, id, step)],
    Promise.resolve(),
  )

/** As far as an angel can be called. */
const ready = async (asks: 'self' | 'family' = 'self'): Promise<string> => {
  const id = await come(asks)
  await note(id, 'comfort', 'fit', 'promise')
  if (asks === 'self') {
    await note(id, 'items')
    await decideCriteria(care.asActor, officer, id, { answers: {}, zone: ZONE })
  }
  return id
}

/** An angel came, and both said so. */
const together = async (asks: 'self' | 'family' = 'self', who = angel): Promise<string> => {
  const id = await ready(asks)
  const callId = newId()
  await callAngel(care.asActor, officer, { id: callId, visitId: id, angelMemberId: who.memberId })
  await answerCall(care.asActor, who, id, { callId, answer: 'coming', minutes: 15 })
  await sayHere(care.asActor, who, id)
  await sayHere(care.asActor, officer, id)
  return id
}

const met = async (who = angel): Promise<string> => {
  const id = await together('self', who)
  await beginIntake(care.asActor, who, id, { called: 'Kit', reach: undefined, sameAsVisitId: undefined })
  return id
}

const at = (id: string, actor: MemberActor = officer) =>
  care.asActor(actor, async (tx) => (await findVisit(tx, actor, id))?.standing.at)

describe('at the station', () => {
  test('nothing goes on before the medical check, by the verb and by the database', async () => {
    const id = await come()
    expect(await noteStep(care.asActor, officer, id, 'promise')).toEqual({ refused: 'not-now' })
    await note(id, 'comfort')
    await expect(
      care.base.admin.query('update visit set promise_at = now() where id = $1', [id]),
    ).rejects.toThrow('visit_medical_first')
    const call = { id: newId(), visitId: id, angelMemberId: angel.memberId }
    expect(await callAngel(care.asActor, officer, call)).toEqual({ refused: 'not-now' })
    await note(id, 'hospital')
    expect(await at(id)).toBe('hospital')
    await note(id, 'fit')
    expect(await at(id)).toBe('promise')
  })

  test('a step pressed twice is noted once, and what was noted stays', async () => {
    const id = await come()
    const twice = [
      await noteStep(care.asActor, officer, id, 'comfort'),
      await noteStep(care.asActor, sergeant, id, 'comfort'),
    ]
    expect(twice).toEqual([{ noted: true }, { noted: false }])
    await expect(
      care.base.admin.query('update visit set comfort_at = now() where id = $1', [id]),
    ).rejects.toThrow('what was noted stays')
  })

  test('somebody who does not fit the criteria can be let in by a sergeant who did not decide it', async () => {
    const id = await come()
    await note(id, 'comfort', 'fit', 'promise', 'items')
    await care.base.admin.query(
      `update visit set outcome = 'presumptively-ineligible', decided_at = now(), decided_by_member_id = $2 where id = $1`,
      [id, sergeant.memberId],
    )
    expect(await overrideCriteria(care.asActor, officer, id)).toEqual({ refused: 'not-yours' })
    expect(await overrideCriteria(care.asActor, sergeant, id)).toEqual({ refused: 'not-yours' })
    const other = await care.county.hire('police', 'sergeant')
    expect(await overrideCriteria(care.asActor, other, id)).toEqual({ noted: true })
    expect(await at(id)).toBe('call')
  })

  test('an item is kept by itself and destroyed with two signatures of two members', async () => {
    const id = newId()
    const item = { id, description: '6 blue tablets', bagNumber: 'B-1', takenOn: '2026-11-24' }
    const take = (changes: object) =>
      takeItem(care.asActor, officer, { ...item, witnessMemberId: sergeant.memberId, ...changes })
    expect(await take({ witnessMemberId: officer.memberId })).toEqual({ refused: 'own-witness' })
    expect([await take({}), await take({})]).toEqual([{ noted: true }, { noted: false }])
    expect(await take({ id: newId() })).toEqual({ refused: 'bag-in-use' })
    const sign = async (who: MemberActor) => (await destroyItem(care.asActor, who, id)).signed
    expect([await sign(officer), await sign(officer), await sign(sergeant), await sign(sergeant)]).toEqual([
      ...[true, false, true, false],
    ])
    expect(await listItems(care.asActor, angel, { limit: 9, offset: 0 })).toEqual([])
    const { rows } = await care.base.admin.query(
      `select column_name from information_schema.columns where table_name = 'surrendered_item'
       and column_name ~ 'visit|person|charge|time'`,
    )
    expect(rows).toEqual([])
  })
})

describe('calling an angel', () => {
  test('whoever says first that they come is the one; until both say they are there, the officer stays', async () => {
    const id = await ready()
    const [first, second] = [newId(), newId()]
    await callAngel(care.asActor, officer, { id: first, visitId: id, angelMemberId: angel.memberId })
    await callAngel(care.asActor, officer, { id: second, visitId: id, angelMemberId: navigator.memberId })
    expect(await answerCall(care.asActor, angel, id, { callId: second, answer: 'coming' })).toEqual({
      refused: 'not-found',
    })
    await answerCall(care.asActor, officer, id, { callId: second, answer: 'coming', minutes: 15 })
    await sayHere(care.asActor, officer, id)
    expect(await at(id)).toBe('coming')
    await sayHere(care.asActor, navigator, id)
    expect(await at(id)).toBe('together')
  })

  test('no officer can say for the angel that they are there', async () => {
    const id = await ready()
    const callId = newId()
    await callAngel(care.asActor, officer, { id: callId, visitId: id, angelMemberId: angel.memberId })
    await answerCall(care.asActor, officer, id, { callId, answer: 'coming', minutes: 15 })
    const say = care.asActor(officer, async (tx) => {
      const { updateHere } = await import('./visits.store.ts')
      return updateHere(tx, callId, 'hereSaidByAngelAt')
    })
    await expect(say).rejects.toThrow('each says only for themselves')
  })

  test('the program says who is called first', async () => {
    const order = () =>
      care.asActor(officer, async (tx) => (await selectRoster(tx)).map(({ memberId }) => memberId))
    const before = await order()
    await callSooner(care.asActor, navigator, navigator.memberId)
    expect(await order()).toEqual(before.toReversed())
    await callSooner(care.asActor, navigator, angel.memberId)
    expect(await order()).toEqual(before)
  })
})

describe('the wall', () => {
  test('the station sees that an angel has it, and nothing of whom, what or where', async () => {
    const id = await met()
    await saveIntake(care.asActor, angel, id, {
      ...{ called: 'Kit', reach: '555-0190', answers: { used: ['0-12'] }, isFinished: true },
    })
    await noteCare(care.asActor, angel, id, { id: newId(), kind: 'offered', serviceId: care.serviceId })
    const seenBy = (actor: MemberActor) =>
      care.asActor(actor, async (tx) => [
        await selectPersonOf(tx, id),
        await selectIntake(tx, id),
        ...(await selectCareSteps(tx, [id])),
      ])
    expect(await at(id)).toBe('together')
    for (const actor of [
      officer,
      sergeant,
      inAnotherRole(officer, 'angel'),
      inAnotherRole(angel, 'provider'),
    ])
      expect(await seenBy(actor)).toEqual([undefined, undefined])
    const colleague = await care.county.hire('provider', 'angel')
    expect(await seenBy(colleague)).toEqual([undefined, undefined])
    expect(await seenBy(navigator)).toHaveLength(3)
  })

  test('a program that was not called learns nothing, and one that was sees no other visit', async () => {
    const id = await ready()
    expect(await at(id, angel)).toBeUndefined()
    expect((await listVisits(care.asActor, angel, new Date())).map(({ noted }) => noted.id)).not.toContain(id)
  })

  test('of a family nothing is kept of the person they worry about', async () => {
    const id = await together('family')
    const who = { called: 'Their son', reach: undefined, sameAsVisitId: undefined }
    expect(await beginIntake(care.asActor, angel, id, who)).toEqual({ refused: 'family' })
    expect((await care.base.admin.query('select from visit_person where visit_id = $1', [id])).rowCount).toBe(
      0,
    )
  })
})

describe('after the angel came', () => {
  test('a return is a visit of the same person: people and visits are counted apart', async () => {
    const [before, first] = [await countOwnVisits(care.asActor, navigator, new Date()), await met(navigator)]
    const second = await together('self', navigator)
    await beginIntake(care.asActor, navigator, second, {
      ...{ called: undefined, reach: undefined, sameAsVisitId: first },
    })
    const after = await countOwnVisits(care.asActor, navigator, new Date())
    expect([Number(after.people) - Number(before.people), Number(after.met) - Number(before.met)]).toEqual([
      1, 2,
    ])
    const followed = await listFollowed(care.asActor, navigator, new Date())
    expect(followed.find(({ person }) => person.visitId === second)?.person).toMatchObject({
      ...{ isReturn: true, called: 'Kit' },
    })
  })

  test('offered, entered and retained come in their order; each press is one', async () => {
    const id = await met()
    const press = (kind: Parameters<typeof noteCare>[3]['kind'], more = {}) =>
      noteCare(care.asActor, angel, id, { id: newId(), kind, ...more })
    expect(await press('entered')).toEqual({ refused: 'not-now' })
    const call = { id: newId(), kind: 'call', serviceId: care.serviceId, result: 'bed-now' } as const
    expect([
      await noteCare(care.asActor, angel, id, call),
      await noteCare(care.asActor, angel, id, call),
    ]).toEqual([...[{ noted: true }, { noted: false }]])
    await press('offered', { serviceId: care.serviceId })
    await press('transport', { result: 'angel' })
    await press('arrived', { result: 'place' })
    await press('entered', { result: 'place' })
    expect(await press('retained', { result: 'person' })).toEqual({ noted: true })
    const [one] = (await listFollowed(care.asActor, angel, new Date())).filter(
      ({ person }) => person.visitId === id,
    )
    expect(one?.care).toMatchObject({ stage: 'retained', serviceId: care.serviceId })
  })

  test('stations and managers count only a quarter that is over, and an angel none', async () => {
    expect(await countVisits(care.asActor, officer, '2026-10-01')).toBeUndefined()
    await care.base.admin.query(`alter table visit disable trigger visit_keep`)
    await care.base.admin.query(`update visit set opened_at = '2026-08-01'`)
    expect(await countVisits(care.asActor, angel, '2026-07-01')).toBeUndefined()
    const { rows } = await care.base.admin.query('select count(*)::integer as visits from visit')
    const visits = rows[0].visits as number
    const table = await countVisits(care.asActor, officer, '2026-07-01')
    expect(table?.visits).toBe(visits < 11 ? undefined : visits)
    expect(table).toMatchObject({ entered: undefined, retained: undefined })
  })
})
