import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import { CardPage } from './card.page.tsx'
import { CasePage, type CaseProps } from './case.page.tsx'
import type { EntryKind } from './case.ts'
import { CasesPage, type CasesProps } from './cases.page.tsx'
import { EditPage, NewCasePage } from './identity-form.page.tsx'
import type { QueueTask } from './list-today.ts'
import { SamePage } from './same.page.tsx'
import { TodayPage, type TodayProps } from './today.page.tsx'

const frame = { assets: { style: '/causeway.css', script: '/causeway.js' } }
const now = new Date('2026-11-24T15:00:00Z')
const zone = 'America/New_York'
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
const look = { frame, now, zone, memberId: 'me' }

const task = (id: string, due: number, urgency: QueueTask['urgency']): QueueTask => ({
  ...{ id, caseId: 'case', kind: 'follow-up', title: '30-day follow-up', about: null, href: null, urgency },
  ...{ addedAt: minutes(-90), dueAt: minutes(due), assignedMemberId: null, assignedTo: undefined },
  ...{ called: 'Lena P.', phone: '207-555-0120' },
})
const caseloads = [
  { memberId: 'me', name: 'Dana Whitfield', open: 12, inTheWind: 1 },
  { memberId: 'other', name: 'Luis Ortega', open: 44, inTheWind: 0 },
  { memberId: undefined, name: 'Nobody yet', open: 2, inTheWind: 0 },
]
const counts = { mine: 3, team: 80, nobody: 1, tooLate: 2, mineNow: 2, mineToday: 1 }
const today: TodayProps = {
  ...{ ...look, whose: 'mine', page: 1, just: { id: 'task', did: 'done' } },
  today: {
    ...{ counts, caseloads, waiting: [], unopened: [] },
    tasks: [task('a', -30, 'now'), task('b', 240, 'today'), task('c', 4000, 'week')],
  },
}

const one: CasesProps['cases'][number] = {
  ...{ id: 'case', personId: 'person', status: 'in-the-wind', outcome: null, statusAt: now, openedAt: now },
  ...{ lastContactAt: minutes(-9000), caseManagerId: 'me', called: 'Priya N.', phone: '207-555-0121' },
  ...{ caseManager: 'Dana Whitfield', attempts: 2, lastAttemptAt: minutes(-600) },
}
const cases: CasesProps = {
  ...{ ...look, show: 'in-the-wind', called: '', page: 1, cases: [one], count: 80, caseloads },
}

const identity: CaseProps['read']['identity'] = {
  ...{ caseId: 'case', jurisdictionId: 'county', organizationId: 'navigators', called: 'Marcus T.' },
  ...{ bornOn: '1988-03-14', phone: '207-555-0122', howToReach: 'Texts', language: null, whereabouts: null },
  sounds: [],
}
const entry = (kind: EntryKind, changes: Partial<CaseProps['read']['entries'][number]> = {}) => ({
  ...{ id: kind, caseId: 'case', jurisdictionId: 'county', organizationId: 'navigators', kind, by: 'Dana' },
  ...{ happenedAt: minutes(-60), recordedAt: now, recordedByMemberId: 'me', channel: null, minutes: null },
  ...{
    what: null,
    words: null,
    amountCents: null,
    aboutEntryId: null,
    struckAt: null,
    struckByMemberId: null,
  },
  ...changes,
})
const due = (id: string, kind: 'appointment' | 'task') => ({
  ...{
    id,
    jurisdictionId: 'county',
    organizationId: 'navigators',
    caseId: 'case',
    kind,
    title: 'Ride',
    href: null,
  },
  ...{
    about: null,
    dueAt: minutes(48),
    assignedMemberId: 'me',
    addedByMemberId: 'me',
    addedAt: minutes(-60),
  },
  ...{ ended: null, endedAt: null, endedByMemberId: null, assignedTo: 'Dana Whitfield' },
})
const read: CaseProps['read'] = {
  file: {
    ...{
      id: 'case',
      jurisdictionId: 'county',
      organizationId: 'navigators',
      personId: 'person',
      status: 'active',
    },
    ...{ referralId: null, pathwayVersionId: null, openedByMemberId: 'me', openedAt: now, statusAt: now },
    ...{ outcome: null, caseManagerId: 'me', lastContactAt: minutes(-60), mergedIntoId: null },
  },
  ...{ identity, pathway: 'Angel', caseManager: 'Dana Whitfield', managers: [{ id: 'me', name: 'Dana' }] },
  tasks: [due('first', 'appointment'), due('second', 'task')],
  goals: [{ id: 'goal', words: 'See my girls on Sundays', at: now, metAt: undefined }],
  needs: [{ need: 'housing', state: 'under-way', at: now }],
  entries: [
    entry('contact', { channel: 'call', minutes: 10, words: 'Said yes.' }),
    entry('note', { words: 'Wrong person', struckAt: now }),
    entry('opened', { happenedAt: minutes(-9000) }),
  ],
  ...{ entryCount: 80, spentCents: 2050, merged: [] },
}
const props: CaseProps = {
  ...{ ...look, read, page: 1, organizationName: 'Harbor Navigators', newId: 'new' },
  doubles: [{ id: 'other', called: 'Markus' }],
}
const stored = { called: 'Priya', bornOn: '', phone: '1', howToReach: '', language: '', whereabouts: '' }
const edit = { frame, caseId: 'case', called: 'Priya', organizationName: 'Harbor Navigators', stored }

const pages = {
  today: TodayPage(today),
  'a day on which nothing is due': TodayPage({
    ...today,
    today: { ...today.today, tasks: [], counts: { ...counts, mineNow: 0, mineToday: 0, tooLate: 0 } },
  }),
  'people in the wind': CasesPage(cases),
  'nobody found': CasesPage({ ...cases, cases: [], count: 0, called: 'Zed' }),
  'one case': CasePage(props),
  'a contact that lacks an answer': CasePage({
    ...props,
    wrong: {
      of: 'contacts',
      fields: { channel: ['call'], words: ['His NCIC record'] },
      errors: { reached: 'Say whether you reached them.', 'contact-words-keep': 'Look once more.' },
    },
  }),
  'who somebody is': EditPage({ ...edit, values: stored, errors: {}, clashes: [] }),
  'words of two who wrote at once': EditPage({
    ...{ ...edit, values: stored, errors: {} },
    clashes: [{ field: 'phone', theirs: '1', mine: '2' }],
  }),
  'a new case': NewCasePage({
    ...{ frame, organizationName: 'Harbor Navigators', referralId: undefined, from: undefined, newId: 'n' },
    ...{ personId: 'p', pathways: [{ versionId: 'v', name: 'Angel' }], pathway: '', values: {} },
    errors: { bornOn: 'Write a day in the past.' },
  }),
  'two who may be one': SamePage({
    frame,
    identity,
    doubles: [{ ...identity, caseId: 'other' }],
    merged: [],
  }),
  'an appointment card': CardPage({ frame, read, lang: 'es', phone: '207-555-0102', zone }),
}

let check: PageCheck
beforeAll(async () => {
  check = await openPageCheck()
})
afterAll(() => check?.close())

test.each(Object.entries(pages).map(([name, made]) => ({ name, made })))(
  '$name can be used by everybody',
  async ({ name, made }) => {
    const widths = name === 'today' || name === 'one case' ? [390, 1280] : [390]
    for (const width of widths) expect(await check.faultsOf(made, width), `${width} px`).toEqual([])
  },
)
