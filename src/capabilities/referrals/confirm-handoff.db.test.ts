import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type CareCounty, careCounty, inAnotherRole } from '#tests/support/care-county.ts'
import { answerReferral, type Receiver } from './answer-referral.ts'
import { confirmHandoff } from './confirm-handoff.ts'
import { getReferral } from './get-referral.ts'
import { isComplete } from './referral.ts'
import { takeBackReferral } from './take-back-referral.ts'

let care: CareCounty
let id: string
beforeAll(async () => {
  care = await careCounty()
})
afterAll(() => care.close())
beforeEach(async () => {
  id = await care.send()
})

const confirm = (actor: Receiver, personConfirms = false) =>
  confirmHandoff(care.asActor, actor, id, personConfirms)
const accept = () => answerReferral(care.asActor, care.desk, id, { answer: 'accepted' })

const steps = async () =>
  (
    await care.base.admin.query(
      `select step, by_organization_id, by_member_id, person_confirms from handoff_step
       where referral_id = $1 and step in ('arrived', 'handed-over') order by at`,
      [id],
    )
  ).rows

test('each side confirms its own step, in its own name', async () => {
  await accept()
  expect(await confirm(care.desk)).toEqual({ referralId: id })
  expect(await confirm(care.officer, true)).toEqual({ referralId: id })
  expect(await steps()).toEqual([
    {
      step: 'arrived',
      by_organization_id: care.county.provider,
      by_member_id: care.desk.memberId,
      person_confirms: false,
    },
    {
      step: 'handed-over',
      by_organization_id: care.county.police,
      by_member_id: care.officer.memberId,
      person_confirms: true,
    },
  ])
})

test('a handoff is complete to whoever may know of all three: the place, and under a release the sender', async () => {
  await accept()
  await confirm(care.officer)
  await confirm(care.desk, true)
  const seenBy = async (actor: Receiver) =>
    isComplete((await getReferral(care.asActor, actor, id, 'page'))?.steps ?? [])
  expect([await seenBy(care.desk), await seenBy(care.officer)]).toEqual([true, false])
  await care.release(id, 'handoff')
  expect(await seenBy(care.officer)).toBe(true)
})

test('confirming again, or eight times at once, changes nothing', async () => {
  await accept()
  await confirm(care.desk, true)
  const first = await steps()
  await Promise.all(Array.from({ length: 8 }, () => confirm(care.desk)))
  expect(await steps()).toEqual(first)
})

test('the sender can hand over whatever the place answered, so that this tells nothing (P2-050)', async () => {
  expect(await confirm(care.officer)).toEqual({ referralId: id })
  id = await care.send()
  await answerReferral(care.asActor, care.desk, id, { answer: 'declined', reason: 'full' })
  expect(await confirm(care.officer)).toEqual({ referralId: id })
})

test('the place confirms no arrival before its yes, after its no, or when it was taken back', async () => {
  expect(await confirm(care.desk)).toEqual({ refused: 'not-accepted' })
  await accept()
  await takeBackReferral(care.asActor, care.officer, id)
  expect(await confirm(care.desk)).toEqual({ refused: 'not-open' })
  id = await care.send()
  await answerReferral(care.asActor, care.desk, id, { answer: 'declined', reason: 'full' })
  expect(await confirm(care.desk)).toEqual({ refused: 'not-open' })
  expect(await steps()).toEqual([])
})

test('nobody else confirms anything', async () => {
  await accept()
  const others: Receiver[] = [
    { ...care.officer, organizationId: newId() },
    { ...care.desk, jurisdictionId: newId() },
    inAnotherRole(care.desk, 'manager', 'administrator', 'privacy-officer'),
    { ...care.desk, kind: 'link', linkId: newId(), referralId: id },
  ]
  for (const other of others) expect(await confirm(other)).toEqual({ refused: 'not-open' })
  expect(await steps()).toEqual([])
})
