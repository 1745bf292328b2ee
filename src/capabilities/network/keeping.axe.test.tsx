import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import { AddPlacePage } from './add-place.page.tsx'
import { CallPage } from './call.page.tsx'
import { CapacityLinkEndPage, CapacityLinkPage } from './capacity-link.page.tsx'
import { ClosedDaysPage } from './closed-days.page.tsx'
import { EditAddressPage } from './edit-address.page.tsx'
import { EditHoursPage } from './edit-hours.page.tsx'
import { EditProfilePage, profileFields } from './edit-profile.page.tsx'
import type { Listing } from './get-service.ts'
import { PlacePage } from './place.page.tsx'
import { factStates, type PlaceState } from './place-state.ts'
import { weekFrom } from './read-week-form.ts'
import { VerifyPage } from './verify.page.tsx'

const now = new Date('2026-11-24T21:00Z')
const zone = 'America/New_York'
const frame = { assets: { style: '/causeway.css', script: '/causeway.js' } }
const [id, member] = [newId(), newId()]

const unknown = {
  ...{
    serviceId: id,
    providerId: newId(),
    siteId: newId(),
    organizationId: null,
    providerName: 'Lantern House',
  },
  ...{ siteName: null, serviceName: 'Detox', kind: 'substance-use', status: 'active', needs: ['treatment'] },
  ...{
    street: null,
    street2: null,
    city: 'Pierpoint',
    county: null,
    state: 'ME',
    zip: '04609',
    timeZone: zone,
  },
  ...{ latitude: null, longitude: null, medicines: null, takes: null, fees: null, ages: null, genders: null },
  ...{
    languages: null,
    settings: null,
    phone: null,
    intakePhones: [],
    hotline: null,
    website: null,
    hours: null,
  },
  ...{
    intakeEmail: null,
    verifiedOn: null,
    source: 'samhsa-list',
    siteSource: 'member',
    providerSource: 'member',
  },
  ...{
    shownTo: 'public',
    mayChange: false,
    updatedAt: now,
    holidays: 'unknown',
    asamLevels: null,
    asamEdition: null,
  },
  ...{
    moud: null,
    minAge: null,
    maxAge: null,
    pregnant: null,
    withChildren: null,
    pets: null,
    needsId: null,
  },
  ...{ needsInsuranceCard: null, needsClearance: null, minHoursSinceUse: null, maxHoursSinceUse: null },
  ...{ stepFree: null, exclusions: null, intakeHours: null, afterHoursPhone: null, afterHoursWho: null },
  ...{
    walkIn: null,
    policeDropOff: null,
    offersTransport: null,
    transportMiles: null,
    legalFlags: null,
    closures: null,
    ...{ seenBy: ['public'], hasFrontDoor: false, maySayWhoSees: true },
  },
} as Listing

const week = [{ days: [1, 2, 3, 4, 5], opens: '08:00', closes: '17:00' }]
const place: Listing = {
  ...unknown,
  ...{
    street: '14 Dock Street',
    phone: '207-555-0103',
    afterHoursPhone: '207-555-0133',
    afterHoursWho: 'a nurse',
  },
  ...{
    asamLevels: ['3.7'],
    asamEdition: '4',
    moud: ['methadone:accept-on'],
    settings: ['detox', 'residential'],
  },
  ...{ hours: week, intakeHours: [{ days: [1], opens: '09:00', closes: '12:00' }], walkIn: true, minAge: 18 },
  ...{ exclusions: [], takes: ['medicaid'], mayChange: true, holidays: 'closed' },
}

const closures = [{ id: newId(), fromOn: '2026-12-24', untilOn: '2026-12-26', note: 'Staff retreat' }]
const capacity = [
  ...(['detox', 'residential'] as const).map((level, index) => ({
    ...{
      serviceId: id,
      level,
      open: index === 0 ? 2 : 0,
      isOpen: index === 0,
      waitlistDays: index === 0 ? null : 5,
    },
    ...{ asOf: new Date(now.getTime() - index * 86_400_000), byMember: member, channel: 'member' as const },
  })),
]
const check = { serviceId: id, checkedOn: '2026-11-20', source: 'phone' as const, byMember: member }
const state: PlaceState = {
  capacity,
  facts: factStates(
    place,
    [
      { ...check, fact: 'hours', holds: true },
      { ...check, fact: 'payers', holds: false },
      { ...check, fact: 'moud', holds: true, checkedOn: '2026-09-20' },
      { ...check, fact: 'admission', holds: true, checkedOn: '2025-09-20' },
    ],
    capacity,
    now,
  ),
  closures,
  calls: (['bed-now', 'waitlist', 'full', 'no-answer'] as const).map((result) => ({
    ...{
      id: newId(),
      result,
      calledAt: now,
      byMember: member,
      organizationId: null,
      forOn: null,
      waitlistDays: 5,
    },
  })),
  rates: { serviceId: id, calls: 9, answered: 6, accepted: 3, reached: 8 },
  changes: [
    {
      ...{
        id: newId(),
        changedAt: now,
        byMember: member,
        what: ['walkIn', 'hours', 'closures'],
        undoes: null,
      },
      before: { walkIn: null, hours: null, closures: [] },
      after: { walkIn: true, hours: week, closures },
    },
  ],
  links: [
    {
      id: newId(),
      serviceId: id,
      madeAt: now,
      expiresAt: now,
      madeBy: member,
      revokedAt: null,
      hasEnded: false,
    },
  ],
  names: new Map([[member, 'Dana Whitfield']]),
  mayTell: true,
  kept: [],
}
const nothing: PlaceState = {
  ...{ capacity: [], facts: factStates(unknown, [], [], now), closures: [], calls: [], rates: undefined },
  ...{ changes: [], links: [], names: new Map(), mayTell: false, kept: [] },
}

const form = { id: newId(), seenAt: now.toISOString() }
const wrongWeek = weekFrom(week).map((day, index) =>
  index === 1 ? { ...day, error: 'Say when it ends.' } : day,
)
const shown = {
  serviceId: id,
  serviceName: 'Detox',
  city: 'Pierpoint',
  phone: null,
  verifiedOn: null,
  mayChange: false,
}

const pages = {
  'a place of which much is known, for who keeps it': PlacePage({
    ...{ frame, place, state, zone, now, referHref: '/field/referral', done: 'Saved.' },
  }),
  'a place of which nothing is known': PlacePage({
    ...{ frame, place: unknown, state: nothing, zone, now, referHref: undefined },
  }),
  'the form of a profile with a refused field': EditProfilePage({
    ...{ frame, place, fields: profileFields(place), ...form, errors: { minAge: 'Give a whole number.' } },
  }),
  'the form of an address with a refused field': EditAddressPage({
    ...{ frame, place, movable: { site: true, provider: false }, ...form },
    ...{
      fields: { city: ['Pierpoint'], zip: ['0'] },
      errors: { zip: 'Give a ZIP code of the United States.' },
    },
  }),
  'the form of hours with a refused day, changed meanwhile': EditHoursPage({
    ...{ frame, place, week: wrongWeek, intake: weekFrom(null), intakeIs: 'own', isKnown: true, ...form },
    isStale: true,
  }),
  'closed days with a refused day': ClosedDaysPage({
    ...{ frame, place, closures, now, errors: { from: 'Give a day that is in the calendar.' } },
  }),
  'closed days where there are none': ClosedDaysPage({ frame, place, closures: [], now }),
  'a call': CallPage({ ...{ frame, place, state, zone, now, errors: { forOn: 'Give the day.' } } }),
  'the places that want a call': VerifyPage({
    ...{ frame, page: 1 },
    found: {
      places: [{ ...shown, providerName: 'Lantern House', old: [...state.facts.values()] }],
      ...{ count: 30, within: 40 },
    },
  }),
  'a new place that may be listed already': AddPlacePage({
    ...{ frame, at: undefined, of: undefined, fields: {}, errors: { zip: 'Give a ZIP code.' }, id },
    alike: [{ serviceId: newId(), providerName: 'Lantern House', city: 'Pierpoint' }],
  }),
  'a place’s link': CapacityLinkPage({
    ...{ frame, place, capacity, base: '/capacity/x', done: 'said', expiresAt: now, zone, now },
  }),
  'a place’s link that has ended': CapacityLinkEndPage({ frame, state: 'ended', base: '/capacity/x' }),
}

let pageCheck: PageCheck
beforeAll(async () => {
  pageCheck = await openPageCheck()
})
afterAll(() => pageCheck?.close())

/** A phone shows what is too wide; the one page with two columns is looked at on a desk too. */
const looks = Object.entries(pages).flatMap(([name, made], index) =>
  (index === 0 ? [390, 1280] : [390]).map((width) => ({ name, width, html: String(made) })),
)

test.each(looks)('$name can be used by everybody at $width px', async ({ html, width }) => {
  expect(await pageCheck.faultsOf(html, width)).toEqual([])
})
