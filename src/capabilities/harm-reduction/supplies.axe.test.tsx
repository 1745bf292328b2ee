import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import { GiveNaloxonePage, GivenPage } from './give-naloxone.page.tsx'
import type { HolderRow, LotRow } from './ledger.store.ts'
import type { NamedRequest } from './list-requests.ts'
import { BalancePage, LedgerPage, LotPage } from './lot.page.tsx'
import { NaloxonePage } from './naloxone.page.tsx'
import type { GivenRow } from './naloxone.store.ts'
import { PlacesPage } from './places.page.tsx'
import { QuartersPage } from './quarters.page.tsx'
import type { NamedEvent } from './read-lot.ts'
import type { Stock } from './read-stock.ts'
import { RecordPage } from './record.page.tsx'
import { AnswerRequestPage, RequestsPage } from './requests.page.tsx'
import { RosterPage } from './roster.page.tsx'
import { StockPage } from './stock.page.tsx'

const frame = { assets: { style: '/causeway.css', script: '/causeway.js' } }
const now = new Date('2026-11-24T15:00:00Z')
const zone = 'America/New_York'
const common = { frame, now, zone, said: undefined, organizationName: 'Tideline Harm Reduction' }

const lot: LotRow = {
  ...{ id: 'lot', jurisdictionId: 'county', number: 'HC-2207', product: 'Nasal 4 mg', dosesPerKit: 2 },
  ...{ expiresOn: '2026-12-18', organizationId: 'o', addedByMemberId: 'm', addedAt: now },
  ...{ recalledAt: null, recalledByMemberId: null },
}
const recalled: LotRow = { ...lot, id: 'old', number: 'HC-2119', recalledAt: now, recalledByMemberId: 'm' }
const holder = (kind: HolderRow['kind'], name: string): HolderRow => ({
  ...{
    id: name.replaceAll(' ', '-'),
    jurisdictionId: 'county',
    organizationId: 'o',
    kind,
    name,
    addedAt: now,
  },
  ...{ contact: kind === 'member' ? 'p.nair@tideline.example.org' : '207-555-0105' },
  ...{
    memberId: null,
    partnerOrganizationId: null,
    isLeaveBehind: name.startsWith('Leave'),
    minimumKits: 60,
  },
})
const shelf = holder('site', 'Dock Street shelf')
const carrier = holder('member', 'Priya Nair')
const soon = { is: 'first', days: 24 } as const
const line = (one: HolderRow, kits: number) => ({ ...one, kits, lots: [{ lot, kits, state: soon }] })
const stock: Stock = {
  kitsOnShelf: 64,
  lots: [
    { ...lot, state: soon, onShelf: 64, toLeaveBehind: 12, carried: 2 },
    { ...recalled, state: { is: 'recalled', days: 24 }, onShelf: 0, toLeaveBehind: 0, carried: 9 },
    {
      ...lot,
      id: 'x',
      number: 'IM-1',
      state: { is: 'expired', days: -2 },
      onShelf: 1,
      toLeaveBehind: 0,
      carried: 0,
    },
  ],
  holders: [line(shelf, 12), line(holder('vehicle', 'Van'), 80), line(carrier, 2)],
  short: [{ holder: carrier, lot, kits: -1 }],
}
const empty: Stock = { kitsOnShelf: 0, lots: [], holders: [], short: [] }
const request = (stands: NamedRequest['stands']): NamedRequest => ({
  ...{
    id: `r-${stands}`,
    jurisdictionId: 'county',
    organizationId: 'o',
    holderId: null,
    askedByMemberId: 'm',
  },
  ...{ askedAt: now, toOrganizationId: 'h', kits: 12, reason: 'below-minimum', answeredByMemberId: null },
  ...{ answer: stands === 'to-arrive' ? 'sent' : null, answeredAt: null, lotId: null, arrivedAt: null },
  ...{ sentKits: stands === 'to-arrive' ? 12 : null, lotNumber: 'HC-2207', who: 'Pierpoint Police' },
  ...{ asked: stands === 'waits' ? 'Public Health' : undefined, stands },
})
const requests = [request('to-answer'), request('to-arrive'), request('waits'), request('done')]
const event: NamedEvent & { lotNumber: string } = {
  ...{ id: 'e', jurisdictionId: 'county', organizationId: 'o', kind: 'administer', lotId: 'lot', kits: 1 },
  ...{ fromHolderId: 'a', toHolderId: null, counted: null, recipientKind: null, correctsId: null },
  ...{ isShort: true, occurredAt: new Date(now.getTime() - 86_400_000), recordedAt: now },
  ...{ recordedByMemberId: 'm', from: 'Car 12', to: undefined, by: 'T. Reyes', isCorrected: false },
  lotNumber: 'HC-2207',
}
const numbers = {
  ...{
    received: 40,
    administered: 3,
    leftBehind: 2,
    expired: 0,
    damaged: 0,
    lost: 1,
    inStock: 64,
    carriers: 5,
  },
}
const quarters = [
  { code: '2026-Q4', isOver: false, sentAt: undefined, numbers },
  { code: '2026-Q3', isOver: true, sentAt: undefined, numbers },
  { code: '2026-Q2', isOver: true, sentAt: now, numbers },
]
const report: GivenRow = {
  ...{ id: 'g', jurisdictionId: 'county', organizationId: 'o', recordedByMemberId: 'm', incidentId: 'g' },
  ...{ occurredAt: now, recordedAt: now, zip: '04609', crossing: 'Dock and 3rd', doses: null, product: null },
  ...{ response: 'better', after: 'hospital', survived: 'yes', ageBand: null, gender: null },
  ...{ calledAt: null, arrivedAt: null, emsAt: null },
}
const kit = {
  ...{ holderId: 'a', lotId: 'lot', holder: 'Priya Nair', isOwn: true, number: 'HC-2207', kits: 2 },
  ...{ product: 'Nasal 4 mg', expiresOn: '2026-12-18', isRecalled: false },
}
const naloxone = { frame, organizationName: 'Pierpoint Police', id: 'i', before: undefined, now }
const record = { ...common, id: 'i', stock, colleagues: [], products: ['Nasal 4 mg'] }
const tableProps = { ...common, page: 1, hasMore: true, error: undefined, newId: () => 'n' }

const pages = {
  stock: StockPage({
    ...common,
    isPolice: false,
    stock,
    requests,
    liaison: 'Priya Nair',
    lastQuarter: { code: '2026-Q3', isSent: false },
  }),
  'no stock': StockPage({
    ...{
      ...common,
      isPolice: true,
      stock: empty,
      requests: [],
      liaison: undefined,
      lastQuarter: { code: '2026-Q3', isSent: false },
    },
  }),
  receiving: RecordPage({
    ...record,
    kind: 'receive',
    typed: {},
    errors: { lot: 'Write it.' },
    isShort: false,
  }),
  'leaving behind': RecordPage({
    ...{ ...record, kind: 'leave-behind', typed: {}, errors: { recipient: 'Who?' }, isShort: false },
    stock: { ...stock, holders: [line(holder('site', 'Leave-behind box'), 3)] },
  }),
  'using more than the book has': RecordPage({
    ...{ ...record, kind: 'administer', typed: { kits: '9' }, errors: { kits: 'Fewer.' }, isShort: true },
  }),
  'a lot': LotPage({
    ...common,
    lot,
    state: soon,
    held: [
      { holder: shelf, kits: 64 },
      { holder: carrier, kits: 2 },
    ],
  }),
  'a recalled lot': LotPage({ ...common, lot: recalled, state: { is: 'recalled', days: 24 }, held: [] }),
  'a balance': BalancePage({
    ...{ ...common, lot, holder: shelf, kits: 64, isWhole: false },
    lines: [{ event, by: -1, after: 64 }],
  }),
  'every movement': LedgerPage({ ...tableProps, events: [event], shortId: 'e' }),
  'no movement': LedgerPage({ ...tableProps, events: [], hasMore: false, shortId: undefined }),
  places: PlacesPage({
    frame,
    places: [line(shelf, 12)],
    id: 'i',
    typed: {},
    errors: { name: 'Name?' },
    said: 'Saved.',
  }),
  'the roster': RosterPage({
    ...{ ...common, carriers: [line(carrier, 2)], colleagues: [], id: 'i' },
    liaisons: [
      { name: 'A. Pell', since: now, memberId: 'a', worksHere: false },
      { name: 'P. Nair', since: now, memberId: 'b', worksHere: true },
    ],
  }),
  quarters: QuartersPage({
    ...common,
    own: quarters,
    others: [{ name: 'Pierpoint Police', numbers, sentAt: now }],
  }),
  requests: RequestsPage({
    ...{
      ...common,
      requests,
      suppliers: [{ id: 'h', name: 'Public Health' }],
      ownOrganizationId: 'o',
      stock,
    },
    ...{ id: 'i', typed: {}, errors: { kits: 'How many?' } },
  }),
  'a request to answer': AnswerRequestPage({
    ...common,
    request: request('to-answer'),
    stock,
    typed: {},
    errors: {},
  }),
  'kits that arrived': AnswerRequestPage({
    ...{ ...common, request: request('to-arrive'), stock, typed: {}, errors: { to: 'Where?' } },
  }),
  'naloxone given': GiveNaloxonePage({
    ...naloxone,
    typed: { ago: 'other' },
    errors: { zip: 'ZIP?' },
    kits: [kit],
  }),
  'another person': GiveNaloxonePage({ ...naloxone, typed: {}, errors: {}, kits: [], before: report }),
  recorded: GivenPage({ frame, report, isAsked: true }),
  reports: NaloxonePage({ ...common, reports: [report], heat: [{ zip: '04609', band: 2 }] }),
  'no reports': NaloxonePage({ ...common, reports: [], heat: undefined }),
}

let check: PageCheck
beforeAll(async () => {
  check = await openPageCheck()
})
afterAll(() => check?.close())

// The tables scroll inside themselves, so that what fits a phone fits a desk.
test.each(Object.entries(pages).map(([name, made]) => ({ name, made })))(
  '$name can be used by everybody',
  async ({ made }) => {
    expect(await check.faultsOf(made, 390)).toEqual([])
  },
)
