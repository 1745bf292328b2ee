import { afterAll, beforeAll, expect, test } from 'vitest'
import { inventedBook } from '#tests/support/invented-course.ts'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import { BoardPage } from './board.page.tsx'
import { boardOf, readHoldings } from './board.ts'
import type { CompletionRow } from './completion.store.ts'
import { CoursePage } from './course.page.tsx'
import type { Course } from './course.ts'
import { LearnedElsewherePage } from './learned-elsewhere.page.tsx'
import { LocalPage } from './local.page.tsx'
import { MyTrainingPage } from './my-training.page.tsx'
import { drawPaper } from './paper.ts'
import { PersonPage } from './person.page.tsx'
import { ResultsPage } from './results.page.tsx'
import { ScreenPage } from './screen.page.tsx'
import { SessionPage } from './session.page.tsx'
import { SessionsPage } from './sessions.page.tsx'
import type { Setting } from './setting.ts'
import { SettingsPage } from './settings.page.tsx'
import { SurveyPage } from './survey.page.tsx'
import { ResultPage, TestPage } from './test.page.tsx'
import { VerifyPage } from './verify.page.tsx'

const frame = { assets: { style: '/causeway.css', script: '/causeway.js' } }
const now = new Date('2026-11-24T15:00:00Z')
const [today, zone] = ['2026-11-24', 'America/New_York']
const course = inventedBook.courses[0] as Course
const titleOf = () => 'Overdose'
const where = { jurisdictionId: 'county', organizationId: 'police', memberId: 'm', course: 'overdose' }

const certificate: CompletionRow = {
  ...{
    ...where,
    id: 'c',
    part: 'course',
    title: 'Overdose',
    version: '1.2.0',
    name: 'T. Reyes',
    how: 'online',
  },
  ...{
    attemptId: 'a',
    sessionId: null,
    checked: null,
    completedOn: today,
    expiresOn: '2028-11-24',
    minutes: 40,
  },
  ...{ score: 93, code: '0123456789AB', recordedByMemberId: 'm', recordedAt: now },
  ...{ revokedAt: null, revokedByMemberId: null, revokedBecause: null },
}
const setting: Setting = {
  ...{ passMark: 80, slots: {} },
  assignments: [{ course: 'overdose', roles: ['officer'], since: '2026-01-01', days: 30, months: 24 }],
  gates: { carry: { mode: 'block', courses: ['overdose'], practice: ['overdose'] } },
}
const person = (id: string) => ({
  ...{
    id,
    name: `Officer ${id}`,
    title: 'Night shift',
    email: `${id}@example.org`,
    roles: ['officer' as const],
  },
  createdAt: new Date('2020-01-01T12:00:00Z'),
})
const board = {
  setting,
  ...boardOf(setting, [person('a'), person('b')], new Map([['a', readHoldings('overdose=')]]), today, zone),
}
const late = board.people[0]
if (!late) throw new Error('Nobody stands on the board.')
const session = {
  ...{
    ...where,
    id: 's',
    version: '1.2.0',
    title: 'Overdose',
    heldAt: now,
    minutes: 60,
    place: 'Station',
    closedAt: null,
  },
  ...{ trainers: [{ name: 'Ofc. Lund', brings: 'peer' as const }], code: '0123456789', madeByMemberId: 'm' },
}
const attempt = {
  ...{
    ...where,
    id: 'a',
    version: '1.2.0',
    askedCount: 15,
    rightCount: 10,
    passMark: 80,
    passed: false,
    finishedAt: now,
  },
  answers: course.bank.slice(0, 5).map(({ id }) => ({ id, chosen: 'a', right: false })),
}
const mean = { people: 40, mean: 3.9, low: 3.6, high: 4.2 }
const learned = { frame, lines: undefined }

const pages = {
  'my training': MyTrainingPage({
    ...{ frame, roles: ['trainer'], completions: [certificate], titleOf, today, said: 'thanks' },
    stopped: late.stopped,
    surveys: [{ course: 'overdose', title: 'Overdose', moment: '30-days' }],
    catalogue: [
      {
        ...{ slug: 'overdose', title: 'Overdose', minutes: 40, about: 'Breaths.', isFinished: false },
        standing: { is: 'overdue', by: today },
        at: { screen: 'what-you-do', number: 2, of: 2 },
      },
    ],
  }),
  'a course': CoursePage({
    ...{ frame, course, standing: { is: 'due', by: today }, at: undefined, isFinished: false },
    ...{ asksBefore: true, passMark: 80, questions: 15, packs: true },
  }),
  'a screen with a check': ScreenPage({
    ...{
      frame,
      course,
      screen: course.screens[0] as Course['screens'][0],
      at: 0,
      chosen: 'b',
      step: '',
      slots: {},
    },
    sources: [...inventedBook.sources.values()],
  }),
  'a screen with a scenario': ScreenPage({
    ...{
      frame,
      course,
      screen: course.screens[1] as Course['screens'][0],
      at: 1,
      chosen: '',
      step: '',
      slots: {},
    },
    sources: [],
  }),
  'a test that lacks an answer': TestPage({
    ...{ frame, course, attemptId: 'a', paper: drawPaper(course.bank, 'a'), chosen: () => '', passMark: 80 },
    unanswered: ['q1'],
  }),
  'how a test went': ResultPage({ frame, course, attempt, asksAfter: true }),
  'what somebody thinks': SurveyPage({ frame, course, moment: 'before', onward: '/training' }),
  'the local page': LocalPage({
    ...{ frame, countyName: 'Harbor County', slots: inventedBook.slots },
    local: { places: [{ need: 'moud', found: [] }], slots: {} },
  }),
  'the board': BoardPage({
    ...{ frame, roles: ['trainer'], organizationName: 'Pierpoint Police', board, titleOf },
    search: { words: '', show: undefined, page: 1 },
  }),
  'a member of the board': PersonPage({
    ...{
      frame,
      one: late,
      completions: [certificate],
      practices: [course],
      newId: 'n',
      isOwn: false,
      revokes: true,
    },
    ...{ titleOf, today, said: 'signed', error: 'Check each line that you saw.' },
  }),
  settings: SettingsPage({
    ...{
      frame,
      roles: ['trainer'],
      organizationName: 'Pierpoint Police',
      setting,
      slots: inventedBook.slots,
    },
    ...{ courses: [{ ...course, hasPractice: true }], errors: { passMark: 'Write a number.' }, said: false },
  }),
  'sessions and a form': SessionsPage({
    ...{ frame, roles: ['trainer'], sessions: [session], courses: [course], newId: 'n', now, zone },
    errors: { course: 'Choose the course.' },
  }),
  'a session': SessionPage({
    ...{
      frame,
      code: { path: 'M0 0h1v1h-1z', size: 21 },
      address: 'https://example.org/training/sign-in/0123456789',
    },
    session: { ...session, there: [{ memberId: 'm', how: 'code', notedAt: now, name: 'T. Reyes' }] },
    ...{ others: [person('b')], said: 'noted', now, zone },
  }),
  'a file of another system': LearnedElsewherePage({
    ...learned,
    text: 'a',
    lines: [
      {
        line: 2,
        by: 'name',
        matched: { ...where, name: 'T. Reyes', title: 'Overdose', on: today, until: undefined, score: 90 },
      },
      { line: 3, refused: 'nobody', said: 'x' },
    ],
  }),
  'no file yet': LearnedElsewherePage({ ...learned, error: 'Choose a file first.' }),
  'what works': ResultsPage({
    ...{ frame, roles: ['trainer'], courses: [course], course },
    attitudes: [{ course: 'overdose', item: 'A1', moments: { before: mean } }],
    items: [{ id: 'q1', asked: 40, difficulty: 0.5, discrimination: 0.4, advice: undefined }],
  }),
  'a certificate that holds': VerifyPage({
    ...{ frame, typed: '0123456789AB' },
    certificate: { ...certificate, organizationName: 'Pierpoint Police', state: 'valid' },
  }),
}

let check: PageCheck
beforeAll(async () => {
  check = await openPageCheck()
})
afterAll(() => check?.close())

// Each is a column of one width but the board: what fits a phone fits a desk.
test.each(Object.entries(pages).map(([name, made]) => ({ name, made })))(
  '$name can be used by everybody',
  async ({ made }) => {
    expect(await check.faultsOf(made, 390)).toEqual([])
  },
)
