/**
 * The words of a place's profile: whom it admits, with what, when, and whether it has room. Closed lists, each with
 * what a reader is shown. Unknown is null, never one of these.
 */

/**
 * Levels of care of The ASAM Criteria by edition: the third (2013) and the fourth (2023) use the same numbers for
 * different care (2.7 is new, 3.3 went, withdrawal management is no level of its own any more).
 */
export const ASAM_LEVELS = {
  '3': {
    '0.5': 'Early intervention',
    '1': 'Outpatient',
    OTP: 'Opioid treatment program',
    '2.1': 'Intensive outpatient',
    '2.5': 'Partial hospitalization',
    '3.1': 'Low-intensity residential',
    '3.3': 'Residential, for people with cognitive impairments',
    '3.5': 'High-intensity residential',
    '3.7': 'Medically monitored inpatient',
    '4': 'Medically managed inpatient',
    '1-WM': 'Outpatient withdrawal management',
    '2-WM': 'Outpatient withdrawal management, on site all day',
    '3.2-WM': 'Residential withdrawal management',
    '3.7-WM': 'Medically monitored withdrawal management',
    '4-WM': 'Medically managed withdrawal management',
  },
  '4': {
    '1.0': 'Long-term remission monitoring',
    '1.5': 'Outpatient therapy',
    '1.7': 'Medically managed outpatient',
    '2.1': 'Intensive outpatient',
    '2.5': 'High-intensity outpatient',
    '2.7': 'Medically managed intensive outpatient',
    '3.1': 'Low-intensity residential',
    '3.5': 'High-intensity residential',
    '3.7': 'Medically managed residential',
    '4': 'Medically managed inpatient',
  },
} as const
export type AsamEdition = keyof typeof ASAM_LEVELS

/** What can be done with a medicine for opioid use disorder. */
export const MOUD_WAYS = {
  'start-same-day': 'Starts it the same day',
  continue: 'Goes on with it',
  'accept-on': 'Takes people who are on it',
} as const
export type MoudWay = keyof typeof MOUD_WAYS
export type Moud = `${'methadone' | 'buprenorphine' | 'naltrexone'}:${MoudWay}`

export const PREGNANT = {
  priority: 'First in line',
  accepted: 'Taken in',
  'not-accepted': 'Not taken in',
} as const
export type Pregnant = keyof typeof PREGNANT

export const NEEDS_ID = { required: 'Needed', 'not-needed': 'Not needed' } as const
export type NeedsId = keyof typeof NEEDS_ID

/** What a place turns people away for. */
export const EXCLUSIONS = {
  'sex-offense': 'A sex offense on record',
  arson: 'Arson on record',
  violence: 'Violence on record',
  benzodiazepines: 'Taking benzodiazepines',
  methadone: 'Taking methadone',
  warrants: 'An open warrant',
} as const
export type Exclusion = keyof typeof EXCLUSIONS

/** As a place says of itself. */
export const LEGAL_FLAGS = {
  'part-2': 'Program under 42 CFR Part 2',
  'covered-entity': 'Covered by HIPAA',
} as const
export type LegalFlag = keyof typeof LEGAL_FLAGS

/** On federal holidays (5 U.S.C. 6103). */
export const HOLIDAYS = { open: 'Open', closed: 'Closed', unknown: 'Not known' } as const
export type Holidays = keyof typeof HOLIDAYS

/** Levels of care for which a place says whether it has room. */
export const CAPACITY_LEVELS = {
  detox: 'Detox',
  residential: 'Residential',
  outpatient: 'Outpatient',
  'moud-start': 'Starting medicine',
  shelter: 'Shelter',
  other: 'Other',
} as const
export type CapacityLevel = keyof typeof CAPACITY_LEVELS

/** How somebody said that there is room: the place by its signed link, a member, or a place on the phone. */
export type CapacityChannel = 'link' | 'member' | 'phone'

/** Facts that are checked one by one, because they grow old at different rates. */
export const FACTS = {
  capacity: 'Room',
  phone: 'Phone',
  hours: 'Hours',
  address: 'Address',
  payers: 'What it takes',
  moud: 'Medicine for opioid use',
  admission: 'Whom it admits',
  services: 'What it offers',
} as const
export type Fact = keyof typeof FACTS

/** Where somebody looked whether a fact is still true. */
export const CHECK_SOURCES = {
  member: 'Its own people',
  phone: 'By phone',
  website: 'Its website',
  import: 'A public list',
  link: 'Its own signed link',
} as const
export type CheckSource = keyof typeof CHECK_SOURCES

/** How a call to a place went. */
export const CALL_RESULTS = {
  'bed-now': 'Room now',
  'accepted-for': 'Accepted for a later day',
  waitlist: 'Waitlist',
  full: 'Full',
  'payer-not-accepted': 'Insurance not taken',
  'criteria-not-met': 'Does not fit their rules',
  'no-answer': 'No answer',
  closed: 'Closed, or after hours',
} as const
export type CallResult = keyof typeof CALL_RESULTS
