import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import { DiversionPage, type DiversionProps } from './diversion.page.tsx'
import type { StepKind } from './diversion.ts'
import { DiversionsPage, type DiversionsProps } from './diversions.page.tsx'
import type { SeenDiversion } from './list-diversions.ts'
import { OpenDiversionPage, type OpenProps } from './open-diversion.page.tsx'
import { MeetingPage, type MeetingProps, WorkGroupPage } from './work-group.page.tsx'

const frame = { assets: { style: '/causeway.css', script: '/causeway.js' } }
const now = new Date('2026-11-24T15:00:00Z')
const zone = 'America/New_York'
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
const look = { frame, now, zone }

const shared = {
  ...{ referralId: 'referral', jurisdictionId: 'county', personId: 'person', fromOrganizationId: 'police' },
  ...{ toOrganizationId: 'navigators', officeOrganizationId: 'office' },
}
const step = (kind: StepKind, at: number, changes: object = {}): SeenDiversion['rows'][number] => ({
  ...{ ...shared, id: kind, kind, outcome: null, words: null, contents: [], dueAt: null },
  ...{ byOrganizationId: 'police', byMemberId: 'officer', at: minutes(at), ...changes },
})
const of = (side: SeenDiversion['side'], rows: SeenDiversion['rows']): SeenDiversion => ({
  ...{ ...shared, fromMemberId: 'officer', pathwayVersionId: 'version', way: 'arrest', charge: 'Possession' },
  ...{ incident: '26-1180', verification: null, openedAt: minutes(-90), arriveBy: minutes(-60), side, rows },
  course: { way: 'arrest', openedAt: minutes(-90), arriveBy: minutes(-60), steps: rows },
  organizations: new Map([
    ['police', 'Harbor Police'],
    ['navigators', 'Harbor Navigators'],
    ['office', 'County Prosecutor'],
  ]),
  carried: [],
})
const packed = [
  step('arrived', -80),
  step('handed-over', -70, { dueAt: minutes(-5) }),
  step('packet-sent', -60, { contents: ['Diversion form'] }),
]

const list: DiversionsProps = {
  ...{ ...look, isOffice: false, isPlace: true, page: 2, names: new Map([['person', 'Marcus T.']]) },
  diversions: [of('place', packed), { ...of('place', []), referralId: 'other', personId: 'unnamed' }],
}
const one: DiversionProps = {
  ...{ ...look, diversion: of('place', packed), called: 'Marcus T.', sent: {}, errors: {} },
  ...{ members: new Map([['officer', 'R. Doyle']]), papers: ['Diversion form', 'Report'] },
}
const opening: OpenProps = {
  ...{ frame, referralId: 'referral', called: 'Marcus T.', way: 'arrest', placeName: 'Harbor Navigators' },
  ...{ organizationName: 'Harbor Police', isApproved: true, fields: {}, errors: {} },
}
const meeting: MeetingProps = {
  ...{ ...look, fields: {}, errors: {}, newId: 'new', organizations: new Map([['police', 'Harbor Police']]) },
  meeting: {
    ...{ id: 'meeting', jurisdictionId: 'county', organizationId: 'navigators', madeByMemberId: 'me' },
    ...{ heldAt: minutes(600), place: 'Room 2', madeAt: now },
    attendees: [{ organizationId: 'police', name: 'R. Doyle', attested: true }],
  },
  agenda: [],
  actions: ['open', 'done'].map((id) => ({
    ...{ id, meetingId: 'meeting', jurisdictionId: 'county', organizationId: 'navigators' },
    ...{ madeByMemberId: 'me', words: `Ask about a bed (${id})`, owner: 'R. Doyle', dueOn: '2026-12-01' },
    ...{ doneAt: id === 'done' ? now : null, madeAt: now },
  })),
}

const pages = {
  'the list of the place': DiversionsPage(list),
  'a list on which nobody is': DiversionsPage({ ...list, diversions: [], isOffice: true, page: 1 }),
  'one diversion at the place': DiversionPage(one),
  'one at the office': DiversionPage({ ...one, diversion: of('office', packed.slice(2)), called: undefined }),
  'a packet in which nothing is': DiversionPage({
    ...{ ...one, diversion: of('sender', packed.slice(0, 2)), sent: { kind: ['packet-sent'] } },
    errors: { contents: 'Tick what is in it.' },
  }),
  'an arrest that is not made': OpenDiversionPage({
    ...{ ...opening, fields: { charge: ['His NCIC record'] } },
    errors: { charge: 'Look at these words once more. Change them, or keep them.' },
  }),
  'a social contact': OpenDiversionPage({ ...opening, way: 'social-contact' }),
  'a diversion that waits for a yes': OpenDiversionPage({ ...opening, isApproved: false }),
  'the work group': WorkGroupPage({
    ...{ ...look, fields: {}, newId: 'new', meetings: [meeting.meeting] },
    ...{ organizations: [{ id: 'police', name: 'Harbor Police' }], errors: { place: 'Write where it is.' } },
  }),
  'a meeting': MeetingPage({ ...meeting, errors: { words: 'Write what is to be done.' } }),
}

let check: PageCheck
beforeAll(async () => {
  check = await openPageCheck()
})
afterAll(() => check?.close())

test.each(Object.entries(pages).map(([name, made]) => ({ name, made })))(
  '$name can be used by everybody',
  async ({ name, made }) => {
    const widths = name.startsWith('a ') ? [390] : [390, 1280]
    for (const width of widths) expect(await check.faultsOf(made, width), `${width} px`).toEqual([])
  },
)
