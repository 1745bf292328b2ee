import { afterAll, beforeAll, expect, test } from 'vitest'
import type { County } from '#identity'
import { newId } from '#kernel/ids.ts'
import type { FoundService } from '#network'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import { FrontPage } from './front.page.tsx'
import type { HelpLook } from './help-frame.page.tsx'
import { HelpPlacePage, type HelpPlaceProps } from './help-place.page.tsx'
import { readHelpSearch } from './help-search.ts'
import { ResultsPage } from './results.page.tsx'

const now = new Date('2026-11-24T21:00Z')
const look = (lang: 'en' | 'es', path: string): HelpLook => ({
  frame: { assets: { style: '/causeway.css', script: '/causeway.js' } },
  ...{ lang, path, countyName: 'Harbor County', demo: false },
})
const search = readHelpSearch({ near: 'Pierpoint', need: 'moud', payer: 'none' })

const found = (changes: Partial<FoundService> = {}): FoundService => ({
  ...{ serviceId: newId(), siteId: newId(), organizationId: null, providerName: 'Lantern House' },
  ...{ siteName: null, serviceName: 'Detox and residential treatment', kind: 'substance-use' },
  ...{ street: '14 Dock Street', street2: null, city: 'Pierpoint', state: 'ME', zip: '04609' },
  ...{ latitude: 44.3, longitude: -68.2, timeZone: 'America/New_York', needs: ['moud'], miles: 0.4 },
  ...{ medicines: ['buprenorphine'], takes: ['medicaid'], fees: null, phone: '207-555-0103' },
  ...{
    source: 'member',
    verifiedOn: '2026-11-20',
    openness: { state: 'open' },
    intake: { state: 'open' },
    room: [],
    hasIntakeHours: false,
  },
  reasons: [
    { kind: 'fits', about: 'need', text: 'Gives buprenorphine' },
    { kind: 'against', about: 'payer', text: 'Does not list help for people with no insurance' },
    { kind: 'fits', about: 'hours', text: 'Open all day and night' },
  ],
  ...changes,
})

const place: HelpPlaceProps['place'] = {
  ...{ ...found(), status: 'temporarily-closed', intakeEmail: null, county: null, ages: null },
  ...{ genders: null, languages: ['Spanish'], settings: null, intakePhones: [], hotline: null },
  ...{
    website: 'https://lantern.example.org/',
    shownTo: 'public',
    seenBy: ['public'],
    hasFrontDoor: true,
    maySayWhoSees: false,
    mayChange: false,
    updatedAt: now,
  },
  ...{ siteSource: 'member', providerSource: 'member' },
  hours: [{ days: [1, 2, 3], opens: '09:00', closes: '17:00' }],
  ...{ providerId: newId(), asamLevels: null, asamEdition: null, moud: null, minAge: null, maxAge: null },
  ...{ pregnant: null, withChildren: null, pets: null, needsId: null, needsInsuranceCard: null },
  ...{ needsClearance: null, minHoursSinceUse: null, maxHoursSinceUse: null, stepFree: null },
  ...{ exclusions: null, intakeHours: null, afterHoursPhone: null, afterHoursWho: null, walkIn: null },
  ...{ policeDropOff: null, offersTransport: null, transportMiles: null, legalFlags: null, closures: null },
  holidays: 'unknown',
}

const results = (lang: 'en' | 'es', places: readonly FoundService[], called?: string) =>
  ResultsPage({
    look: look(lang, '/find?near=Pierpoint&need=moud&payer=none'),
    search,
    found: {
      places,
      near: 'Pierpoint',
      called,
      hasMore: places.length > 1,
      county: undefined as County | undefined,
    },
    now,
  })

const placePage = (lang: 'en' | 'es', changes: Partial<HelpPlaceProps['place']> = {}) =>
  HelpPlacePage({
    look: look(lang, '/find/1'),
    place: { ...place, ...changes },
    ...{ zone: 'America/New_York', now, address: 'https://causeway.example.org/find/1' },
  })

const unsure = found({
  phone: null,
  street: null,
  verifiedOn: null,
  openness: { state: 'unknown' },
  miles: undefined,
})

const pages = {
  'the front page': FrontPage({ look: look('en', '/') }),
  'the front page in Spanish': FrontPage({ look: look('es', '/') }),
  'places that fit': results('en', [found(), unsure]),
  'places that fit, in Spanish': results('es', [found(), unsure]),
  'nothing that fits': results('en', [], 'Nowhereville'),
  'one place': placePage('en'),
  'one place in Spanish, of which little is known': placePage('es', {
    ...{
      hours: null,
      phone: null,
      takes: null,
      languages: null,
      street: null,
      latitude: null,
      longitude: null,
    },
    status: 'active',
  }),
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
)('$name can be used by everybody at $width px', async ({ html, width }) => {
  expect(await check.faultsOf(html, width)).toEqual([])
})
