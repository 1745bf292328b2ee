import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import { BreachPage, type BreachProps } from './breach.page.tsx'
import { BreachesPage, NewBreachPage } from './breaches.page.tsx'
import type { Breach } from './list-breaches.ts'

const now = new Date('2026-11-24T15:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)
const office = {
  frame: { assets: { style: '/causeway.css', script: '/causeway.js' } },
  now,
  zone: 'America/New_York',
}
const [harbor, police] = [
  { id: newId(), name: 'Harbor Recovery' },
  { id: newId(), name: 'Pierpoint Police' },
]

const breach = (changes: Partial<Breach> = {}): Breach => ({
  ...{
    id: newId(),
    organization: harbor.name,
    discoveredOn: '2026-11-20',
    discoveredAt: inDays(-4),
    how: 'lost',
  },
  ...{ what: 'A folder was left on a bus.', openedBy: 'S. Adeyemi', openedAt: inDays(-3), affected: 3 },
  ...{ mostInOneState: null, finding: null, assessedBy: undefined, assessedAt: null },
  factors: { nature: null, recipient: null, acquired: null, mitigated: null },
  notices: [
    { told: 'people', dueOn: '2027-01-19', dueAt: inDays(56), done: { on: '2026-11-22', how: 'By letter' } },
    { told: 'hhs', dueOn: '2027-03-01', dueAt: inDays(97), done: undefined },
  ],
  ...{ closingNote: null, closedBy: undefined, closedAt: null },
  ...changes,
})
const closedBreach = breach({
  ...{ finding: 'low-probability', assessedBy: 'S. Adeyemi', assessedAt: now, notices: [] },
  factors: { nature: 'Names', recipient: 'The driver', acquired: 'No', mitigated: 'Found' },
  ...{ closingNote: 'Folders stay in.', closedBy: 'S. Adeyemi', closedAt: now },
})
const breachPage = (changes: Partial<BreachProps>) =>
  BreachPage({
    ...{ ...office, breach: breach(), personIds: [newId(), newId()], recipients: [police] },
    ...{ fields: {}, errors: {}, done: '' },
    ...changes,
  })

const pages = {
  breaches: BreachesPage({ ...office, breaches: [breach(), closedBreach], justClosed: true }),
  'no breaches': BreachesPage({ ...office, breaches: [], justClosed: false }),
  'a new breach': NewBreachPage({
    ...{ ...office, id: newId(), organizations: [harbor], fields: {} },
    errors: { organization: 'Choose.', discovered: 'Write a day.', how: 'Choose.', what: 'Write it.' },
  }),
  'a breach': breachPage({ done: 'opened' }),
  'a breach, refused': breachPage({
    fields: { told: ['hhs'] },
    errors: {
      ...{ affected: 'Write a number.', to: 'Choose.', from: 'Write a day.', until: 'Write a day.' },
      ...{
        nature: 'Write it.',
        finding: 'Choose.',
        on: 'Write a day.',
        how: 'Write how.',
        closing: 'Write it.',
      },
    },
  }),
  'a reviewed breach': breachPage({ breach: closedBreach, recipients: [] }),
}

let check: PageCheck
beforeAll(async () => {
  check = await openPageCheck()
})
afterAll(() => check?.close())

test.each(
  Object.entries(pages).flatMap(([name, made]) =>
    (name === 'a breach, refused' ? [390, 1280] : [390]).map((width) => ({
      name,
      width,
      html: String(made),
    })),
  ),
)('$name can be used by everybody at $width px', async ({ html, width }) => {
  expect(await check.faultsOf(html, width)).toEqual([])
})
