import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import { CardPage } from './card.page.tsx'
import { cardOf } from './card.ts'
import { CardFieldPage } from './card-field.page.tsx'
import { findField } from './card-fields.ts'
import type { CardLook } from './card-frame.page.tsx'
import { CardsPage } from './cards.page.tsx'
import type { NamedEntry } from './list-cards.ts'
import { shippedEntries } from './shipped-cards.ts'
import { STATES } from './states.ts'

const today = '2026-11-24'
const look = (lang: 'en' | 'es', isMember = false): CardLook => ({
  frame: { assets: { style: '/causeway.css', script: '/causeway.js' } },
  ...{ lang, isMember, path: '/law/ME' },
})

const entries: NamedEntry[] = shippedEntries().map(({ as_of, confidence, ...entry }) => ({
  ...{ ...entry, asOf: as_of, confidence, edition: '2026-11-24', reviewedOn: null },
  ...{ organizationId: null, memberId: null, enteredAt: new Date(0), organizationName: undefined },
}))
const ofMaine = entries.filter(({ state }) => state === 'ME')
const arrest = findField('good-samaritan.arrest')
if (!arrest) throw new Error('There is no such field.')
const entered: NamedEntry = {
  ...(ofMaine[0] as NamedEntry),
  ...{ id: newId(), field: arrest.name, value: 'limited', source: '17-A M.R.S. § 1111-B', asOf: null },
  ...{ confidence: null, edition: null, reviewedOn: '2025-01-02', organizationName: 'Harbor Health' },
}
const form = {
  ...{ id: newId(), value: '', source: '', note: '' },
  reviewedOn: { month: '2', day: '30', year: '2026' },
  errors: { value: 'Say what the law says.', 'reviewed-on': 'Say when you read it, such as 11 24 2026.' },
}

const cards = Object.keys(STATES).map((state) => cardOf(state, entries, today))
const maine = (lang: 'en' | 'es') =>
  CardPage({
    look: look(lang),
    state: 'ME',
    entries: new Map(ofMaine.map((entry) => [entry.field, entry])),
    fresh: 4,
    today,
  })
const field = { state: 'ME', field: arrest, today }

const pages = {
  'all cards': CardsPage({ look: look('en'), text: '', cards }),
  'no card': CardsPage({ look: look('es'), text: 'Atlantis', cards: [] }),
  'a card': maine('en'),
  'a card in Spanish': maine('es'),
  'the history of a field': CardFieldPage({
    ...{ ...field, look: look('es'), history: [entered, ...ofMaine.slice(0, 1)], form: undefined },
  }),
  'a form that came back': CardFieldPage({ ...field, look: look('en', true), history: [], form }),
}

let check: PageCheck
beforeAll(async () => {
  check = await openPageCheck()
})
afterAll(() => check?.close())

test.each(
  Object.entries(pages).flatMap(([name, made]) =>
    [390, 1280].map((width) => ({ name, width, html: String(made) })),
  ),
)('$name can be read by everybody at $width px', async ({ html, width }) => {
  expect(await check.faultsOf(html, width)).toEqual([])
})
