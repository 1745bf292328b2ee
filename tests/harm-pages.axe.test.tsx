import { afterAll, beforeAll, expect, test } from 'vitest'
import { areasOf, type CoveringPlace, coverageOf } from '../src/capabilities/coverage/coverage.ts'
import { GapsPage } from '../src/capabilities/coverage/gaps.page.tsx'
import { MapPage } from '../src/capabilities/coverage/map.page.tsx'
import { VisibilityPage } from '../src/capabilities/network/visibility.page.tsx'
import { type Known, readSettings } from '../src/capabilities/network/visibility.ts'
import { VisibilityPreviewPage } from '../src/capabilities/network/visibility-preview.page.tsx'
import { LetterPage } from '../src/capabilities/partners/letters.page.tsx'
import { SyringeProgramsPage } from '../src/capabilities/partners/syringe-programs.page.tsx'
import { openPageCheck, type PageCheck } from './support/page-check.ts'

const frame = { assets: { style: '/causeway.css', script: '/causeway.js' } }
const asked: Readonly<Record<string, readonly string[]>> = {
  provider: ['public', 'police'],
  site: ['public', 'police'],
  service: ['public', 'police'],
  phone: ['public'],
  address: ['partners'],
  'door-city': ['Pierpoint'],
  'door-zip': ['04609'],
}
const settings = readSettings((name) => asked[name] ?? [])
const nobody = { provider: [], site: [], service: [] }
const known: Known = {
  ...{ serviceId: 'x', siteId: 'y', providerId: 'z', providerName: 'Tideline', serviceName: 'Drop-in' },
  ...{ isHarmReduction: true, hasOwner: false, maySite: true, mayProvider: false },
  site: { street: '3 Ropewalk Lane', city: 'Mill Village', state: 'ME', zip: '04609' },
  service: { phone: '207-555-0116', intake_phones: [], offers: ['naloxone'] },
  settings: { ...settings, shownTo: nobody },
}
const place: CoveringPlace = {
  ...{ latitude: 44.3, longitude: -68.2, city: 'Pierpoint', zip: '04609', kinds: ['naloxone'] },
}
const found = { places: [place], areas: coverageOf(areasOf('ME')?.counties ?? [], [place]) }
const facts = {
  ...{ department: 'Pierpoint Police', county: 'Harbor County', sender: '', title: '', phone: '', email: '' },
  ...{ recipient: '', person: '', day: 'November 24, 2026', law: '' },
}
const program = {
  ...{
    serviceId: 'x',
    providerName: 'Tideline',
    serviceName: 'Drop-in',
    offers: ['naloxone'],
    phone: '207-555-0105',
  },
  ...{
    street: null,
    city: 'Pierpoint',
    state: 'ME',
    zip: '04609',
    latitude: 44.3,
    longitude: -68.2,
    miles: 1.2,
  },
}

const pages = {
  'who is shown what, come back': VisibilityPage({
    ...{ frame, known, settings, published: false, errors: { 'door-zip': 'Write the ZIP code.' } },
  }),
  'what each will see': VisibilityPreviewPage({ frame, known, settings }),
  'a map': MapPage({
    ...{ frame, state: 'ME', need: undefined, maySeeGaps: true },
    found: { places: [place], counties: [{ name: 'Hancock', places: 1 }] },
  }),
  'what is missing where': GapsPage({
    ...{ frame, found, search: { state: 'ME', miles: 25, by: 'county', kind: 'naloxone', page: 1 } },
  }),
  'a letter': LetterPage({ frame, name: 'syringe-program', facts, programs: ['Tideline'] }),
  'syringe programs in Spanish': SyringeProgramsPage({
    look: { frame, lang: 'es', isMember: false, path: '/syringe-programs' },
    ...{
      text: '04609',
      today: '2026-11-24',
      found: { programs: [program], near: 'Pierpoint', card: undefined },
    },
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
)('$name can be read by everybody at $width px', async ({ html, width }) => {
  expect(await check.faultsOf(html, width)).toEqual([])
})
