import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Frame } from '#identity'
import { newId } from '#kernel/ids.ts'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import type { FoundPlaces, ToldPlace } from './find-places.ts'
import { readPlaceSearch } from './place-search.ts'
import { PlacesPage } from './places.page.tsx'

const now = new Date('2026-11-24T07:00Z')
const search = readPlaceSearch({
  needs: ['treatment'],
  near: ['Pierpoint'],
  payer: ['none'],
  when: ['open'],
  with: ['walkIn', 'pregnant'],
  age: ['34'],
  language: ['Spanish'],
})

const place = (changes: Partial<ToldPlace> = {}): ToldPlace => ({
  ...{ serviceId: newId(), siteId: newId(), organizationId: null, providerName: 'Lantern House' },
  ...{ siteName: null, serviceName: 'Detox and residential treatment', kind: 'substance-use' },
  ...{ street: '14 Dock Street', street2: null, city: 'Pierpoint', state: 'ME', zip: '04609' },
  ...{ latitude: 44.3, longitude: -68.2, timeZone: 'America/New_York', needs: ['treatment'], miles: 4.1 },
  ...{ medicines: ['buprenorphine'], takes: ['none'], fees: null, phone: '207-555-0103' },
  ...{ source: 'member', verifiedOn: null, openness: { state: 'open' }, hasIntakeHours: true },
  intake: { state: 'open', until: new Date('2026-11-25T01:00Z') },
  room: [{ level: 'detox', open: 2, isOpen: true, waitlistDays: null, asOf: new Date('2026-11-24T04:00Z') }],
  calls: { serviceId: '', calls: 10, reached: 10, answered: 9, accepted: 7 },
  afterHours: undefined,
  reasons: [
    { kind: 'fits', about: 'need', text: 'Help with substance use' },
    { kind: 'fits', about: 'payer', text: 'No insurance needed: you pay what you can' },
    { kind: 'unsure', about: 'pregnant', text: 'Ask if they take somebody who is pregnant' },
    { kind: 'fits', about: 'when', text: 'Intake until 8:00 PM' },
  ],
  ...changes,
})

const shut = place({
  intake: { state: 'shut' },
  afterHours: {
    serviceId: '',
    afterHoursPhone: '207-555-0133',
    afterHoursWho: 'The night nurse',
    hotline: null,
  },
  reasons: [
    { kind: 'against', about: 'walkIn', text: 'No walk-ins' },
    { kind: 'against', about: 'when', text: 'Closed' },
  ],
})

const page = (found: Partial<FoundPlaces>, asked = search) =>
  String(
    PlacesPage({
      frame: { assets: { style: '/causeway.css', script: '/causeway.js' } } as Frame,
      search: asked,
      found: {
        ...{ places: [], near: 'Pierpoint', called: undefined, referable: new Set(), hasMore: false },
        ...{ misses: undefined, isDirectoryEmpty: false },
        ...found,
      },
      ...{ now, mayImport: false, referTo: (id) => `/field/referral?service=${id}` },
    }),
  )

const pages = {
  'the first look': page({ places: [place()] }, readPlaceSearch({})),
  'places for one person': page({ places: [place(), shut], hasMore: true }),
  'the nearest misses': page({
    misses: {
      relax: [
        { dropped: ['walkIn'], count: 3 },
        { dropped: ['when'], count: 1 },
      ],
      places: [shut],
      afterHours: [shut],
    },
  }),
  'nobody even nearly': page({ misses: { relax: [], places: [], afterHours: [] } }),
}

let check: PageCheck
beforeAll(async () => {
  check = await openPageCheck()
})
afterAll(() => check?.close())

test.each(
  Object.entries(pages).flatMap(([name, html]) => [390, 1280].map((width) => ({ name, width, html }))),
)('$name can be used by everybody at $width px', async ({ html, width }) => {
  expect(await check.faultsOf(html, width)).toEqual([])
})

test('a place says in one line why it is there, and below it what is uncertain', () => {
  const words = pages['places for one person'].replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
  expect(words).toContain(
    'Intake until 8:00 PM · 2 detox beds, updated 3 h ago · no insurance needed: you pay what you can · 4.1 miles · accepted 7 of the last 9',
  )
  expect(words).toContain('Ask if they take somebody who is pregnant')
  expect(words).toContain('The night nurse answers now: 207-555-0133')
})

test('what to leave out is named with how many places it brings', () => {
  expect(pages['the nearest misses']).toContain('Without “Walk-in”: 3 places')
})
