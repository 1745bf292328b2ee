import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DisclosureLine } from '#disclosures'
import { newId } from '#kernel/ids.ts'
import type { PrivacyRequest } from '#my-record'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import type { GlassToReview } from '#without-consent'
import { AccessPage, type AccessProps, accessKey } from './access.page.tsx'
import { EmergenciesPage, EmergencyPage } from './break-glass.page.tsx'
import { HoursPage } from './hours.page.tsx'
import { LedgerPage } from './ledger.page.tsx'
import { readQuestion } from './ledger-filter.ts'
import type { OfficeLine } from './list-releases.ts'
import type { UnusualAccess } from './list-unusual-access.ts'
import { NoOfficePage } from './no-office.page.tsx'
import { OverviewPage } from './overview.page.tsx'
import { pageOf } from './page-of.ts'
import { readReleaseQuestion } from './release-question.ts'
import { ReleasesPage } from './releases.page.tsx'
import { RequestPage } from './request.page.tsx'
import { RequestsPage } from './requests.page.tsx'

const now = new Date('2026-11-24T15:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)
const office = {
  frame: { assets: { style: '/causeway.css', script: '/causeway.js' } },
  now,
  zone: 'America/New_York',
}
const nothing = () => undefined
const [harbor, police] = [
  { id: newId(), name: 'Harbor Recovery' },
  { id: newId(), name: 'Pierpoint Police' },
]

const request = (changes: Partial<PrivacyRequest> = {}): PrivacyRequest => ({
  ...{
    id: newId(),
    kind: 'accounting',
    personId: newId(),
    about: harbor,
    words: 'Please tell nobody',
    replyTo: null,
  },
  ...{
    paidThemselves: false,
    language: 'es',
    askedAt: inDays(-70),
    tellsFrom: inDays(-1096),
    dueAt: inDays(-1),
  },
  ...{ takenAt: null, takenBy: undefined, extendedAt: null, extendedBecause: null },
  ...{ answeredAt: null, outcome: null, answer: null },
  ...changes,
})
const answered = request({ answeredAt: inDays(-2), outcome: 'given', answer: 'It is in the mail.' })
const taken = request({
  ...{
    kind: 'restriction',
    dueAt: inDays(20),
    takenAt: now,
    takenBy: { memberId: newId(), name: 'S. Adeyemi' },
  },
})

const glass = (changes: Partial<GlassToReview> = {}): GlassToReview => ({
  ...{
    id: newId(),
    openedAt: inDays(-1),
    openUntil: now,
    member: 'Dr. I. Brandt',
    organization: 'Harbor General',
  },
  ...{ personName: 'Sam Rivers', recipientName: 'Dr. Okafor', recipientFacility: 'Harbor General' },
  ...{ discloserName: 'N. Ames', emergency: 'Does not wake up', dataClasses: ['enrolled', 'clinical'] },
  ...{ reviewDueAt: inDays(1), reviewedAt: null, finding: null, reviewNote: null },
  ...changes,
})
const reviewed = glass({ reviewedAt: now, finding: 'not-justified', reviewNote: 'Nobody was there.' })

const line: DisclosureLine = {
  ...{ id: newId(), at: now, personIds: [newId(), newId()], from: harbor, to: police, toMember: 'T. Reyes' },
  ...{ basis: 'release', releaseLineId: newId(), breakGlassId: null, dataClasses: ['handoff', 'enrolled'] },
  ...{ purpose: 'what came of a referral', channel: 'page', noticeVersion: '2.32', redisclosureRule: 'none' },
}
const release = (changes: Partial<OfficeLine> = {}): OfficeLine => ({
  ...{ id: newId(), releaseId: newId(), kind: 'named-recipient', personId: newId(), recipientMemberId: null },
  ...{
    fromOrganizationId: harbor.id,
    recipientOrganizationId: police.id,
    from: harbor.name,
    to: police.name,
  },
  ...{ dataClasses: ['handoff', 'enrolled'], withheldClasses: ['enrolled'], expiresAt: inDays(9) },
  ...{ endsOn: 'case-closed', endedAt: null, revokedAt: null, signedAt: inDays(-20), isLive: true },
  ...changes,
})

const onPaper = release()

const found = {
  memberId: newId(),
  organizationId: harbor.id,
  member: 'Front desk',
  organization: harbor.name,
  at: now,
}
const spike: UnusualAccess = {
  ...{
    ...found,
    rule: 'spike',
    about: '2026-11-23',
    week: '2026-11-23',
    records: 40,
    usual: 5,
    weeks: 8,
    colleagues: 0,
  },
  setAside: undefined,
}
const stranger: UnusualAccess = {
  ...{ ...found, rule: 'no-relationship', about: newId(), personIds: [newId(), newId()], basis: 'emergency' },
  ...{ breakGlassId: newId(), looks: 3, setAside: undefined },
}
const late: UnusualAccess = {
  ...{ ...found, rule: 'after-hours', about: '2026-11-24', looks: 3, until: inDays(0.1) },
  setAside: { note: 'Covered for a colleague', by: 'S. Adeyemi', at: now },
}
const access = (changes: Partial<AccessProps> = {}) =>
  AccessPage({
    ...{ ...office, rule: '', open: pageOf([spike, stranger], '1'), openCount: 2, setAside: [late] },
    ...{ withHours: 1, lookedUntil: now, justSetAside: false, refused: undefined },
    ...changes,
  })
const hours = [{ days: [1, 2, 3], opens: '08:00', closes: '17:00' }]

const pages = {
  'what waits': OverviewPage({
    ...{ ...office, countyName: 'Harbor County', requests: [request(), taken], glasses: [glass()] },
    ...{ unusual: [spike, stranger], breaches: [], endingSoon: 2 },
  }),
  'nothing waits': OverviewPage({
    ...{
      ...office,
      countyName: 'Harbor County',
      requests: [],
      glasses: [],
      breaches: [],
      unusual: [],
      endingSoon: 0,
    },
  }),
  requests: RequestsPage({
    ...office,
    kind: '',
    waiting: [request(), taken],
    answered: pageOf([answered], '1'),
  }),
  'no requests': RequestsPage({ ...office, kind: 'complaint', waiting: [], answered: pageOf([], '1') }),
  'an accounting': RequestPage({
    ...{
      ...office,
      request: request(),
      accounting: { lines: [line], isWhole: false },
      isOwn: false,
      fields: {},
    },
    errors: { because: 'Write why, in words for the person who asked.' },
  }),
  'a restriction': RequestPage({
    ...{ ...office, request: taken, accounting: undefined, isOwn: true, fields: {} },
    errors: { outcome: 'Choose what you decide.', words: 'Write what they are told.' },
  }),
  'an answered accounting': RequestPage({
    ...{
      ...office,
      request: answered,
      accounting: { lines: [], isWhole: true },
      isOwn: true,
      fields: {},
      errors: {},
    },
  }),
  emergencies: EmergenciesPage({
    ...{ ...office, waiting: [glass()], reviewed: pageOf([reviewed], '1'), justReviewed: true },
  }),
  'no emergencies': EmergenciesPage({
    ...office,
    waiting: [],
    reviewed: pageOf([], '1'),
    justReviewed: false,
  }),
  'an emergency to review': EmergencyPage({
    ...{
      ...office,
      glass: glass(),
      fields: {},
      errors: { finding: 'Choose what you found.', note: 'Write it.' },
    },
  }),
  'a reviewed emergency': EmergencyPage({ ...office, glass: reviewed, fields: {}, errors: {} }),
  releases: ReleasesPage({
    ...{ ...office, lines: [onPaper, release({ isLive: false }), release({ revokedAt: now })] },
    papers: [{ id: newId(), releaseId: onPaper.releaseId, mediaType: 'image/jpeg' }],
    ...{ recipients: [police], question: readReleaseQuestion(nothing), next: newId() },
  }),
  'no releases': ReleasesPage({
    ...{
      ...office,
      lines: [],
      papers: [],
      recipients: [],
      question: readReleaseQuestion(nothing),
      next: undefined,
    },
  }),
  ledger: LedgerPage({
    ...{ ...office, lines: [line], recipients: [police], question: readQuestion(nothing), next: newId() },
  }),
  'nothing told': LedgerPage({
    ...{ ...office, lines: [], recipients: [], question: readQuestion(() => newId()), next: undefined },
  }),
  'unusual access': access({ justSetAside: true }),
  'unusual access, refused': access({
    refused: { key: accessKey(spike), note: '', error: 'Write what you found.' },
  }),
  'nothing unusual': access({ open: pageOf([], '1'), openCount: 0, setAside: [], withHours: 0 }),
  'working hours': HoursPage({
    ...{
      ...office,
      organizations: [
        { ...harbor, hours },
        { ...police, hours: undefined },
      ],
      justSet: true,
    },
    refused: { id: police.id, typed: { days: [], opens: '8', closes: '' }, error: 'Choose the days.' },
  }),
  'no working hours': HoursPage({ ...office, organizations: [], justSet: false, refused: undefined }),
  'no office at police': NoOfficePage({ frame: office.frame }),
}

let check: PageCheck
beforeAll(async () => {
  check = await openPageCheck()
})
afterAll(() => check?.close())

/** A page with little on it looks the same at both widths. */
const widthsOf = (name: string): number[] =>
  /^no|answered|reviewed|restriction|unusual access$/.test(name) ? [390] : [390, 1280]

test.each(
  Object.entries(pages).flatMap(([name, made]) =>
    widthsOf(name).map((width) => ({ name, width, html: String(made) })),
  ),
)('$name can be used by everybody at $width px', async ({ html, width }) => {
  expect(html).not.toContain('Sam Rivers')
  expect(await check.faultsOf(html, width)).toEqual([])
})
