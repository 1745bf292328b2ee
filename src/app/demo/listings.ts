import type { NewListing } from '#network'
import { demoId } from './demo-id.ts'
import { COUNTY, ORGANIZATIONS } from './organizations.ts'

/** The county's own names for its places. */
export const PLACE_NAMES = [
  { name: 'Pierpoint', latitude: 44.3, longitude: -68.2 },
  { name: 'Dock Street', latitude: 44.3036, longitude: -68.1942 },
  { name: 'Ferry ramp', latitude: 44.3051, longitude: -68.1907 },
  { name: 'North Harbor', latitude: 44.3624, longitude: -68.2148 },
  { name: 'Mill Village', latitude: 44.2689, longitude: -68.2873 },
  { name: 'Quarry Road', latitude: 44.3187, longitude: -68.2496 },
] as const

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const WEEKDAYS = [1, 2, 3, 4, 5]
const DAY_AND_NIGHT = [{ days: EVERY_DAY, opens: '00:00', closes: '00:00' }]

const provider = (number: number, name: string) => ({ id: demoId(4, number), name })

const site = (number: number, street: string, city: string, latitude: number, longitude: number) => ({
  id: demoId(5, number),
  street,
  city,
  county: COUNTY.name,
  state: COUNTY.state,
  zip: '04609',
  timeZone: COUNTY.timeZone,
  latitude,
  longitude,
})

const openDoor = provider(2, 'Pierpoint Open Door Clinic')
const tideline = provider(3, 'Tideline Harm Reduction')

/** Places that help in Harbor County: open at night and by day, one closed for a while, two that take no part. */
export const LISTINGS: readonly NewListing[] = [
  {
    provider: provider(1, 'Lantern House'),
    site: site(1, '14 Dock Street', 'Pierpoint', 44.3036, -68.1942),
    service: {
      id: demoId(6, 1),
      name: 'Detox and residential treatment',
      kind: 'substance-use',
      needs: ['treatment', 'moud'],
      medicines: ['buprenorphine', 'naltrexone'],
      payers: ['medicaid', 'private', 'none'],
      fees: ['sliding-fee'],
      ages: ['young-adults', 'adults', 'seniors'],
      settings: ['detox', 'residential'],
      phone: '207-555-0103',
      hours: DAY_AND_NIGHT,
      organizationId: ORGANIZATIONS.lantern.id,
      intakeEmail: 'intake@lantern-house.example.org',
    },
  },
  {
    provider: openDoor,
    site: site(2, '220 Main Street', 'Pierpoint', 44.3002, -68.2015),
    service: {
      id: demoId(6, 2),
      name: 'Buprenorphine, walk in',
      kind: 'buprenorphine',
      needs: ['moud', 'treatment'],
      medicines: ['buprenorphine', 'naltrexone'],
      payers: ['medicaid', 'medicare', 'private', 'none'],
      fees: ['sliding-fee', 'payment-assistance'],
      ages: ['young-adults', 'adults', 'seniors'],
      languages: ['Spanish'],
      settings: ['outpatient', 'telehealth'],
      phone: '207-555-0104',
      hours: [
        { days: WEEKDAYS, opens: '08:00', closes: '17:00' },
        { days: [6], opens: '09:00', closes: '12:00' },
      ],
      organizationId: ORGANIZATIONS.openDoor.id,
      intakeEmail: 'front-desk@open-door.example.org',
      profile: {
        moud: ['buprenorphine:start-same-day', 'buprenorphine:continue', 'naltrexone:start-same-day'],
        ...{ minAge: 16, pregnant: 'accepted', withChildren: true, needsId: 'not-needed' },
        ...{ stepFree: true, walkIn: true, policeDropOff: false, holidays: 'closed' },
        afterHoursPhone: '207-555-0134',
        afterHoursWho: 'An answering service',
      },
    },
  },
  {
    provider: openDoor,
    site: { ...site(3, '8 Quarry Road', 'North Harbor', 44.3624, -68.2148), name: 'Open Door North' },
    service: {
      id: demoId(6, 3),
      name: 'Methadone program',
      kind: 'opioid-treatment-program',
      needs: ['moud', 'treatment'],
      medicines: ['methadone', 'buprenorphine'],
      payers: ['medicaid', 'medicare'],
      ages: ['adults', 'seniors'],
      settings: ['outpatient'],
      phone: '207-555-0114',
      hours: [{ days: [1, 2, 3, 4, 5, 6], opens: '05:30', closes: '11:00' }],
      organizationId: ORGANIZATIONS.openDoor.id,
      intakeEmail: 'methadone@open-door.example.org',
      profile: {
        asamLevels: ['OTP'],
        asamEdition: '3',
        moud: ['methadone:start-same-day', 'methadone:continue', 'buprenorphine:continue'],
        ...{ minAge: 18, pregnant: 'priority', needsId: 'required', walkIn: false, holidays: 'open' },
      },
    },
  },
  {
    provider: tideline,
    site: site(4, '31 Dock Street', 'Pierpoint', 44.3041, -68.1935),
    service: {
      id: demoId(6, 4),
      name: 'Drop-in: naloxone, supplies, wound care',
      kind: 'other',
      needs: ['harm-reduction'],
      payers: ['none', 'medicaid', 'medicare', 'private', 'military'],
      fees: ['free'],
      ages: ['young-adults', 'adults', 'seniors'],
      phone: '207-555-0105',
      hours: [{ days: [1, 2, 3, 4, 5, 6], opens: '12:00', closes: '20:00' }],
      offers: ['naloxone', 'syringe-exchange', 'syringe-disposal', 'test-strips', 'testing', 'wound-care'],
      organizationId: ORGANIZATIONS.tideline.id,
      intakeEmail: 'hello@tideline.example.org',
    },
    visibility: 'public',
  },
  {
    provider: tideline,
    site: { ...site(5, 'Mill Village Green', 'Mill Village', 44.2689, -68.2873), name: 'The Tideline van' },
    service: {
      id: demoId(6, 5),
      name: 'Night van',
      kind: 'other',
      needs: ['harm-reduction'],
      payers: ['none', 'medicaid', 'medicare', 'private', 'military'],
      fees: ['free'],
      phone: '207-555-0115',
      hours: [{ days: [2, 4, 5, 6], opens: '20:00', closes: '02:00' }],
      offers: ['naloxone', 'syringe-exchange', 'wound-care'],
      organizationId: ORGANIZATIONS.tideline.id,
      intakeEmail: 'van@tideline.example.org',
    },
    visibility: 'public',
  },
  {
    provider: provider(4, 'Harbor Recovery Center'),
    site: site(6, '5 Church Lane', 'Pierpoint', 44.2987, -68.2041),
    service: {
      id: demoId(6, 6),
      name: 'Recovery coaches and meetings',
      kind: 'other',
      needs: ['recovery-support'],
      payers: ['none', 'medicaid', 'medicare', 'private', 'military'],
      fees: ['free'],
      phone: '207-555-0106',
      hours: [{ days: EVERY_DAY, opens: '09:00', closes: '21:00' }],
      organizationId: ORGANIZATIONS.recovery.id,
      intakeEmail: 'welcome@harbor-recovery.example.org',
    },
  },
  {
    provider: provider(5, 'Harbor Navigators'),
    site: site(7, '40 Main Street', 'Pierpoint', 44.3011, -68.1996),
    service: {
      id: demoId(6, 7),
      name: 'A navigator who comes to you',
      kind: 'other',
      needs: ['recovery-support', 'other'],
      payers: ['none', 'medicaid', 'medicare', 'private', 'military'],
      fees: ['free'],
      languages: ['Spanish'],
      phone: '207-555-0102',
      hours: DAY_AND_NIGHT,
      organizationId: ORGANIZATIONS.navigators.id,
      intakeEmail: 'on-call@harbor-navigators.example.org',
    },
  },
  {
    provider: provider(6, 'Harbor County Public Health'),
    site: site(8, '1 County Square', 'Pierpoint', 44.2994, -68.2063),
    service: {
      id: demoId(6, 8),
      name: 'Naloxone and testing',
      kind: 'health-center',
      needs: ['harm-reduction', 'other'],
      payers: ['medicaid', 'medicare', 'private', 'none'],
      fees: ['free'],
      phone: '207-555-0107',
      hours: [{ days: WEEKDAYS, opens: '08:30', closes: '16:30' }],
      offers: ['naloxone', 'syringe-disposal', 'testing'],
      organizationId: ORGANIZATIONS.publicHealth.id,
      intakeEmail: 'office@harbor-health.example.org',
    },
    visibility: 'public',
  },
  {
    provider: provider(7, 'St. Brendan’s Night Shelter'),
    site: site(9, '77 Mill Street', 'Mill Village', 44.2702, -68.2851),
    service: {
      id: demoId(6, 9),
      name: 'A bed for the night',
      kind: 'other',
      needs: ['shelter'],
      fees: ['free'],
      ages: ['adults', 'seniors'],
      phone: '207-555-0119',
      hours: [{ days: EVERY_DAY, opens: '19:00', closes: '08:00' }],
      profile: {
        ...{ minAge: 18, withChildren: false, pets: true, needsId: 'not-needed', stepFree: false },
        ...{ walkIn: true, policeDropOff: true, holidays: 'open' },
      },
    },
  },
  {
    provider: provider(8, 'Millrace Counseling'),
    site: site(10, '12 Mill Street', 'Mill Village', 44.2694, -68.286),
    service: {
      id: demoId(6, 10),
      name: 'Counseling',
      kind: 'substance-use',
      needs: ['treatment'],
      status: 'temporarily-closed',
      payers: ['medicaid', 'private'],
      settings: ['outpatient', 'intensive-outpatient'],
      phone: '207-555-0120',
      hours: [{ days: WEEKDAYS, opens: '09:00', closes: '18:00' }],
    },
  },
]
