import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import { sampleFrame as frame, NOW, ZONE as zone } from '#tests/support/sample-referral.ts'
import { ComplainedPage, ComplaintPage, RestrictionPage } from './ask.page.tsx'
import { CodeCardPage } from './code-card.page.tsx'
import { CodesPage, GiveCodePage, NobodyPage } from './codes.page.tsx'
import { ConfirmPage } from './confirm.page.tsx'
import { EnterPage } from './enter.page.tsx'
import { LooksPage } from './looks.page.tsx'
import { MyRecordPage } from './my-record.page.tsx'
import { NoticePage, NoticesPage } from './notice.page.tsx'
import type { OwnRecord } from './read-record.ts'
import { recordWords } from './record-words.ts'
import { ReleasesPage } from './releases.page.tsx'
import { CoverPage, SafeWordPage } from './safe-word.page.tsx'

const now = NOW
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

const lantern = { id: newId<'organization'>(), name: 'Lantern House', phone: '207-555-0103' }
const police = { id: newId(), name: 'Pierpoint Police', phone: '207-555-0101', isPoliceOrCourt: true }

const line = {
  id: newId(),
  to: police,
  dataClasses: ['handoff', 'enrolled'] as const,
  withheldClasses: ['enrolled'] as const,
  isLive: true,
  expiresAt: inMinutes(60 * 24 * 30),
  endsOn: null,
  endedAt: null,
  stoppedAt: null,
}

const full: OwnRecord = {
  handoffs: [
    {
      id: newId(),
      from: police,
      to: lantern,
      submittedAt: inMinutes(-10),
      answerDueAt: inMinutes(20),
      withdrawnAt: null,
      forDate: null,
      steps: [
        { step: 'submitted', at: inMinutes(-10), by: police.name },
        { step: 'delivered', at: inMinutes(-9), by: null },
      ],
    },
  ],
  releases: [
    {
      id: newId(),
      kind: 'named-recipient',
      from: lantern,
      purpose: 'So that they know',
      form: { text: 'I am Mac.\nLantern House may tell them.', version: '1', language: 'en' },
      signedAt: inMinutes(-60),
      lines: [line, { ...line, id: newId(), isLive: false, stoppedAt: inMinutes(-30) }],
    },
  ],
  looks: [
    {
      id: newId(),
      at: inMinutes(-5),
      from: lantern,
      to: police,
      basis: 'release',
      dataClasses: ['handoff'],
      purpose: 'what came of a referral',
    },
  ],
  requests: [
    {
      id: newId(),
      kind: 'accounting',
      personId: newId(),
      about: undefined,
      words: null,
      replyTo: null,
      paidThemselves: false,
      language: 'en',
      askedAt: inMinutes(-60),
      dueAt: inMinutes(60 * 24 * 60),
      tellsFrom: new Date('2023-11-24T15:00:00Z'),
      takenAt: null,
      takenBy: undefined,
      extendedAt: null,
      extendedBecause: null,
      answeredAt: null,
      outcome: null,
      answer: null,
    },
  ],
  helper: lantern,
}
const empty: OwnRecord = { handoffs: [], releases: [], looks: [], requests: [], helper: lantern }

const inLanguage = (lang: 'en' | 'es') => {
  const look = { frame, lang, path: '/my-record', countyName: 'Harbor County', isOpen: true }
  const { stop, enter } = recordWords(lang)
  const program = {
    ...lantern,
    jurisdictionId: newId<'jurisdiction'>(),
    intakeEmail: 'intake@lantern.example.org',
  }
  const form = { requestId: newId() }
  const sharers = [lantern, police]
  const asks = { title: stop.all, text: stop.allText, keeps: stop.keeps, yes: stop.yesAll }
  return {
    'the door, refused': EnterPage({ look: { ...look, isOpen: false }, error: enter.refused }),
    'one’s own page': MyRecordPage({ look, record: full, said: 'stopped', now, zone }),
    'one’s own page, with nothing on it': MyRecordPage({ look, record: empty, now, zone }),
    'stop everything': ConfirmPage({ look, ...asks, action: '/my-record/stop/all' }),
    'who was told': LooksPage({ look, looks: full.looks, requestId: newId(), isAsked: false, now, zone }),
    'what one signed': ReleasesPage({
      ...{ look, releases: full.releases, now, zone },
      papers: full.releases.map(({ id }) => ({ id, releaseId: id, mediaType: 'application/pdf' })),
    }),
    'a restriction, refused': RestrictionPage({
      look,
      sharers,
      recipients: [police],
      ...form,
      errors: { from: 'x' },
    }),
    'a complaint, refused': ComplaintPage({
      look,
      counties: sharers,
      ...form,
      errors: { words: 'x', county: 'y' },
    }),
    'a complaint that was sent': ComplainedPage({ look, due: 'December 24' }),
    'the safe word, refused': SafeWordPage({ look, hasSafeWord: true, error: 'x' }),
    'the harmless page': CoverPage({ frame, lang, searched: true }),
    'the notices': NoticesPage({ look, programs: [program] }),
    'the notice': NoticePage({ look, program }),
  }
}

const person = {
  personId: newId<'person'>(),
  name: 'Mac',
  from: 'Pierpoint Police',
  submittedAt: inMinutes(-60),
}
const people = [
  { ...person, code: { givenAt: inMinutes(-5), by: 'Front desk' } },
  { ...person, name: undefined, code: undefined },
]
const ofMembers = {
  codes: CodesPage({ frame, people, said: 'taken-back', now, zone }),
  'codes, of nobody yet': CodesPage({ frame, people: [], now, zone }),
  'a code, refused': GiveCodePage({
    frame,
    person: people[0] as never,
    codeId: newId(),
    errors: { birthYear: 'x' },
  }),
  'the card': CodeCardPage({
    frame,
    code: '7K2M94QTXB3NH8VD',
    language: 'es',
    address: 'causeway.example.org/my-record',
  }),
  'nobody of that address': NobodyPage({ frame }),
}

let check: PageCheck
beforeAll(async () => {
  check = await openPageCheck()
})
afterAll(() => check?.close())

// What is laid out in columns or as a table is looked at in both widths; the words of both languages fill it.
const [en, es] = [inLanguage('en'), inLanguage('es')]
const WIDE = ['one’s own page', 'who was told', 'a restriction, refused'] as const
const looks = [
  ...Object.entries({ ...en, ...ofMembers }).map(([name, page]) => [name, 390, page] as const),
  ...WIDE.map((name) => [`${name}, in Spanish`, 390, es[name]] as const),
  ...WIDE.map((name) => [name, 1280, en[name]] as const),
  ['codes', 1280, ofMembers.codes] as const,
]

test.each(looks)('the page “%s” at %d px can be used by everybody (WCAG 2.2 AA)', async (_, width, page) => {
  expect(await check.faultsOf(page, width)).toEqual([])
})
