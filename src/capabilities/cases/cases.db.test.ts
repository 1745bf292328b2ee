import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { answerInput, answerReferral } from '#referrals'
import { type CareCounty, careCounty } from '#tests/support/care-county.ts'
import type { TestMember } from '#tests/support/county.ts'
import { addTask } from './add-task.ts'
import { changeCase } from './change-case.ts'
import { endTask, reopenTask } from './end-task.ts'
import { findCase } from './find-case.ts'
import { noteContact } from './note-contact.ts'
import { type NewCase, openCase } from './open-case.ts'

const DAY_MS = 86_400_000

let care: CareCounty
let manager: TestMember
beforeAll(async () => {
  care = await careCounty()
  manager = await care.county.hire('provider', 'case-manager')
})
afterAll(() => care.close())

let referralId: string
let personId: string
beforeEach(async () => {
  referralId = await care.send()
  personId = await care.personOf(referralId)
})

const accept = () =>
  answerReferral(care.asActor, care.desk, referralId, answerInput.parse({ answer: 'accepted' }))

const open = (changes: Partial<NewCase> = {}, by = manager) =>
  care.asActor(by, (tx) => openCase(tx, by, { personId, referralId, known: { called: 'Mac' }, ...changes }))

const opened = async (changes: Partial<NewCase> = {}) => {
  await accept()
  const done = await open(changes)
  if (isRefusal(done)) throw new Error(done.refused)
  return done.caseId
}

const openTasks = async (caseId: string) =>
  (
    await care.base.admin.query(
      'select title from case_task where case_id = $1 and ended is null order by due_at',
      [caseId],
    )
  ).rows.map(({ title }) => title)

describe('a case', () => {
  test('is opened once for somebody whom the place took on, and for nobody else', async () => {
    expect(await open()).toEqual({ refused: 'not-known' })
    await accept()
    const first = await open()
    expect(first).toMatchObject({ isNew: true })
    expect(await open()).toEqual({ ...first, isNew: false })
    expect(await open({ personId: newId() })).toEqual({ refused: 'not-known' })
  })

  test('is nothing to police, whoever of them asks', async () => {
    const caseId = await opened()
    const atPolice = await care.county.hire('police', 'case-manager', 'officer')
    expect(await open({}, atPolice)).toEqual({ refused: 'not-known' })
    expect(await care.asActor(atPolice, (tx) => findCase(tx, { caseId }))).toBeUndefined()
    expect(await care.asActor(care.officer, (tx) => findCase(tx, { caseId }))).toBeUndefined()
  })

  test('has its intake and follow-ups due at their times, once, and no deadline is lost when it is closed and opened again', async () => {
    const followUpFrom = new Date()
    const facts = { status: 'intake', intakeDueAt: new Date(Date.now() + 3 * DAY_MS), followUpFrom } as const
    const caseId = await opened(facts)
    await open(facts)
    const all = ['1-day follow-up', 'Intake', '7-day follow-up', '30-day follow-up', '90-day follow-up']
    expect(await openTasks(caseId)).toEqual(all)
    const { rows } = await care.base.admin.query(
      `select id from case_task where case_id = $1 and title = 'Intake'`,
      [caseId],
    )
    await care.asActor(manager, (tx) => endTask(tx, manager, rows[0].id, 'done'))
    const change = (to: object) =>
      care.asActor(manager, (tx) => changeCase(tx, manager, { caseId, status: 'active', ...to }))
    expect(await change({ status: 'closed' })).toEqual({ refused: 'outcome-missing' })
    expect(await change({ status: 'closed', outcome: 'moved' })).toEqual({ status: 'closed' })
    expect(await openTasks(caseId)).toEqual([])
    expect(await open()).toEqual({ caseId, isNew: false })
    expect(await openTasks(caseId)).toEqual(all.filter((title) => title !== 'Intake'))
    expect(await care.asActor(manager, (tx) => findCase(tx, { caseId }))).toMatchObject({ status: 'active' })
  })

  test('keeps a contact once, and knows when somebody last spoke with the person', async () => {
    const caseId = await opened()
    const id = newId<'case-entry'>()
    const at = new Date(Date.now() - DAY_MS)
    const note = (changes: object) =>
      care.asActor(manager, (tx) =>
        noteContact(tx, manager, { id, caseId, channel: 'call', reached: true, at, ...changes }),
      )
    for (let time = 0; time < 2; time++)
      expect(await note({ words: 'Wants to start Thursday' })).toEqual({ id })
    await note({ id: newId(), reached: false, at: new Date() })
    expect(await care.asActor(manager, (tx) => findCase(tx, { caseId }))).toMatchObject({ lastContactAt: at })
    expect(await note({ id: newId(), caseId: newId() })).toEqual({ refused: 'not-known' })
  })
})

describe('a task', () => {
  test('without a case is for whoever works with people, police too, and stays in their organization', async () => {
    const id = newId<'case-task'>()
    const task = {
      id,
      kind: 'visit' as const,
      title: 'Bring the kit',
      dueAt: new Date(),
      about: 'Walk-in',
      href: '/walk-ins',
    }
    await care.asActor(care.officer, (tx) => addTask(tx, care.officer, task))
    expect(await care.asActor(manager, (tx) => endTask(tx, manager, id, 'done'))).toBe(false)
    expect(await care.asActor(care.officer, (tx) => endTask(tx, care.officer, id, 'done'))).toBe(true)
    expect(await care.asActor(care.officer, (tx) => endTask(tx, care.officer, id, 'done'))).toBe(false)
    expect(await care.asActor(care.officer, (tx) => reopenTask(tx, id))).toBe(true)
  })
})
