import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#kernel/actor.ts'
import { dayAt } from '#kernel/calendar-day.ts'
import { newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { type TestCounty, type TestMember, testCounty } from '#tests/support/county.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { revokeCertificate, verifyCertificate } from './certificate.ts'
import { changeSetting } from './change-setting.ts'
import { selectCompletionsOf } from './completion.store.ts'
import { countAttitudes } from './count-attitudes.ts'
import { closeSession, findSession, noteAttendance, planSession, signInToSession } from './hold-session.ts'
import { listBoard } from './list-board.ts'
import { previewLearning, recordLearning } from './record-learning.ts'
import { remindOfTraining } from './remind-of-training.ts'
import { sayAttitude } from './say-attitude.ts'
import type { Setting } from './setting.ts'
import { signPractice } from './sign-practice.ts'
import { trainingGate } from './training-gate.ts'

const COURSE = {
  slug: 'overdose',
  title: 'Overdose',
  version: '1.0.0',
  minutes: 40,
  practice: ['Called 911', 'Gave breaths'],
}
const ZONE = 'America/New_York'
const NOW = new Date()
const TODAY = dayAt(NOW, ZONE)

let base: TestDatabase
let database: Database
let county: TestCounty
let trainer: TestMember
let sergeant: TestMember
let officer: TestMember
let other: TestMember
let left: { name: string; data: { to: string; messageId: string } }[] = []

const SETTING: Setting = {
  passMark: 80,
  assignments: [{ course: 'overdose', roles: ['officer'], since: '2026-01-01', days: 10, months: 24 }],
  gates: { carry: { mode: 'block', courses: ['overdose'], practice: ['overdose'] } },
  slots: {},
}

beforeAll(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, {
    enqueue: async (_query, jobs) => {
      left.push(...(jobs as typeof left))
    },
  })
  county = await testCounty(database.asActor)
  trainer = await county.hire('police', 'trainer')
  sergeant = await county.hire('police', 'sergeant')
  officer = await county.hire('police', 'officer')
  other = await county.hire('provider', 'manager')
  await changeSetting(database.asActor, trainer, SETTING)
})
afterAll(async () => {
  await database.close()
  await base.drop()
})

const as = <Result>(actor: MemberActor, work: Parameters<Database['asActor']>[1]) =>
  database.asActor(actor, work) as Promise<Result>
const gate = (actor: MemberActor) => database.asActor(actor, (tx) => trainingGate(tx, actor, 'carry'))
const certificatesOf = (actor: MemberActor, by: MemberActor = actor) =>
  database.asActor(by, (tx) => selectCompletionsOf(tx, actor.memberId))

describe('training in a room', () => {
  const id = newId()

  test('is signed in to by the code or from the sheet, and closed with a certificate for everybody there', async () => {
    const trainers = [{ name: 'Ofc. Lund', brings: 'peer' as const }]
    const plan = { id, course: COURSE, heldAt: NOW, minutes: 60, place: undefined, trainers }
    await planSession(database.asActor, trainer, plan)
    await planSession(database.asActor, trainer, plan)
    const session = await as<Awaited<ReturnType<typeof findSession>>>(trainer, (tx) => findSession(tx, id))
    expect(await signInToSession(database.asActor, other, session?.code ?? '')).toEqual({
      refused: 'no-session',
    })
    await signInToSession(database.asActor, officer, session?.code ?? '')
    expect(
      await noteAttendance(database.asActor, sergeant, id, [
        officer.memberId,
        sergeant.memberId,
        other.memberId,
      ]),
    ).toEqual({ noted: 1 })
    expect(await closeSession(database.asActor, officer, id)).toEqual({ refused: 'closed' })
    expect(await closeSession(database.asActor, sergeant, id)).toEqual({ certificates: 2 })
    expect(await closeSession(database.asActor, sergeant, id)).toEqual({ refused: 'closed' })
    expect(await signInToSession(database.asActor, officer, session?.code ?? '')).toEqual({
      refused: 'closed',
    })
    expect(await certificatesOf(officer)).toMatchObject([
      { how: 'classroom', completedOn: TODAY, minutes: 60 },
    ])
  })

  test('is not enough to carry before an instructor has seen the practice', async () => {
    expect(await gate(officer)).toEqual({
      mode: 'block',
      missing: [{ course: 'overdose', part: 'practice' }],
    })
    const sign = (by: MemberActor, memberId: string, checked = COURSE.practice, practice = newId()) =>
      signPractice(database.asActor, by, COURSE, { id: practice, memberId, checked }, NOW)
    expect(await sign(sergeant, sergeant.memberId)).toEqual({ refused: 'own-practice' })
    expect(await sign(sergeant, officer.memberId, ['Called 911'])).toEqual({ refused: 'not-all-seen' })
    expect(await sign(other, officer.memberId)).toEqual({ refused: 'not-here' })
    const twice = newId()
    await sign(sergeant, officer.memberId, COURSE.practice, twice)
    await sign(sergeant, officer.memberId, COURSE.practice, twice)
    expect(await gate(officer)).toEqual({ mode: 'block', missing: [] })
    expect(await certificatesOf(officer)).toHaveLength(2)
  })
})

describe('a certificate', () => {
  const verify = async (actor: MemberActor) => {
    const [{ code = '' } = {}] = await certificatesOf(actor)
    return verifyCertificate(database.asActor, { requestId: newId(), source: '::1' }, code, NOW)
  }

  test('is verified by whoever holds it, without signing in, with no more than stands on it', async () => {
    const found = await verify(sergeant)
    expect(found).toMatchObject({ state: 'valid', title: 'Overdose', completedOn: TODAY })
    expect(Object.keys(found ?? {})).not.toContain('memberId')
    expect(
      await verifyCertificate(database.asActor, { requestId: newId(), source: '::1' }, 'AAAAAAAAAAAA', NOW),
    ).toBeUndefined()
  })

  test('that was taken back is verified as that, and counts no more', async () => {
    const [certificate] = await certificatesOf(sergeant)
    const id = certificate?.id ?? ''
    expect(await revokeCertificate(database.asActor, sergeant, id, 'Wrong person')).toEqual({
      refused: 'not-held',
    })
    expect(await revokeCertificate(database.asActor, other, id, 'Wrong person')).toEqual({
      refused: 'not-held',
    })
    expect(await revokeCertificate(database.asActor, trainer, id, 'Wrong person')).toEqual({
      memberId: sergeant.memberId,
    })
    expect(await revokeCertificate(database.asActor, trainer, id, 'Again')).toEqual({ refused: 'not-held' })
    expect((await verify(sergeant))?.state).toBe('revoked')
  })

  test('is seen by its member and their supervisors, and by no colleague or other organization', async () => {
    const colleague = await county.hire('police', 'officer')
    expect(await certificatesOf(officer, sergeant)).toHaveLength(2)
    expect(await certificatesOf(officer, colleague)).toEqual([])
    expect(await certificatesOf(officer, other)).toEqual([])
  })
})

describe('what another system says', () => {
  const file = (...lines: string[]) =>
    ['User Name;E-mail address;Course Title;Completion Date;Score', ...lines].join('\n')

  test('is matched by e-mail or by name, shown first, and taken once', async () => {
    const newcomer = await county.hire('police', 'officer')
    const text = file(
      `x;${newcomer.email.toUpperCase()};overdose;2026-03-02;92`,
      'Number 3, Officer;;Overdose;3/14/2026 10:00;',
      'Nobody;;Overdose;2026-03-02;',
      `x;${newcomer.email};Something;2026-03-02;`,
      `x;${newcomer.email};Overdose;31/31/2026;`,
      `x;${newcomer.email};Overdose;2999-01-01;`,
    )
    const lines = await previewLearning(database.asActor, trainer, text, [COURSE], NOW)
    if (isRefusal(lines)) throw new Error(lines.refused)
    expect(lines.map((line) => ('matched' in line ? line.by : line.refused))).toEqual([
      ...['email', 'name', 'nobody', 'no-course', 'no-day', 'day-to-come'],
    ])
    expect(await certificatesOf(newcomer)).toEqual([])
    expect(await recordLearning(database.asActor, trainer, text, [COURSE], NOW)).toEqual({
      added: 2,
      leftOut: 4,
      known: 0,
    })
    expect(await recordLearning(database.asActor, trainer, text, [COURSE], NOW)).toMatchObject({
      added: 0,
      known: 2,
    })
    expect(await certificatesOf(newcomer)).toMatchObject([
      { score: 92, completedOn: '2026-03-02', expiresOn: '2028-03-02' },
    ])
  })

  test('is refused as a whole where nothing says who, which or when', async () => {
    const refusal = async (text: string) => previewLearning(database.asActor, trainer, text, [COURSE], NOW)
    expect(await refusal('no table')).toEqual({ refused: 'no-table' })
    expect(await refusal('Course,Completed\na,b')).toEqual({ refused: 'no-person-column' })
    expect(await refusal('Email,Completed\na,b')).toEqual({ refused: 'no-course-column' })
    expect(await refusal('Email,Course\na,b')).toEqual({ refused: 'no-day-column' })
  })
})

test('the board is the organization’s own; who is late is reminded, once', async () => {
  await base.admin.query(
    `update member set created_at = now() - interval '40 days' where organization_id = $1`,
    [county.police],
  )
  const board = await listBoard(database.asActor, sergeant, NOW)
  expect(board.counts.get('overdose')).toEqual({ current: 2, 'ends-soon': 0, due: 0, overdue: 1 })
  expect(board.stopped.carry).toBe(2)
  expect((await listBoard(database.asActor, other, NOW)).people.map(({ person }) => person.id)).toEqual([
    other.memberId,
  ])
  left = []
  await remindOfTraining(database.asActor, NOW)
  const [first] = left
  await remindOfTraining(database.asActor, NOW)
  expect(left.map(({ name }) => name)).toEqual(['tell-of-training', 'tell-of-training'])
  expect(left[1]?.data.messageId).toBe(first?.data.messageId)
})

describe('what people think', () => {
  test('is kept apart from who they are, once a moment, and shown of eleven', async () => {
    const people = [officer, sergeant, trainer]
    while (people.length < 11) people.push(await county.hire('police', 'officer'))
    const say = (who: MemberActor) =>
      sayAttitude(database.asActor, who, {
        course: 'overdose',
        moment: 'before',
        answers: { A1: 4 },
        month: '2026-01-01',
      })
    const asked = [{ course: 'overdose', id: 'A1', reversed: false }]
    for (const who of people.slice(1)) await say(who)
    await say(sergeant)
    const counted = () => countAttitudes(database.asActor, trainer, asked, '2026-02-01')
    expect((await counted())[0]?.moments).toEqual({})
    await say(officer)
    expect((await counted())[0]?.moments.before).toMatchObject({ people: 11, mean: 4 })
    const { rows } = await base.admin.query(
      `select column_name from information_schema.columns where table_name = 'training_attitude'`,
    )
    expect(rows.map(({ column_name }) => column_name).sort()).toEqual([
      ...['answers', 'course', 'id', 'jurisdiction_id', 'moment', 'month', 'organization_id'],
    ])
  })
})
