/**
 * What the directory knows of a service for which HSDS has no attribute: each aspect with its words and what they mean.
 * A list that is not known is left out; one that is empty is none of it.
 */

const YES_NO = (what: string, not: string) => ({ yes: what, no: not }) as const

const LISTS = {
  needs: {
    treatment: 'Help with substance use',
    moud: 'Medicine for opioid use',
    'harm-reduction': 'Staying safer',
    'recovery-support': 'Support in recovery',
    shelter: 'A place to stay',
    other: 'Something else',
  },
  medicines: {
    methadone: 'Methadone',
    buprenorphine: 'Buprenorphine',
    naltrexone: 'Naltrexone',
  },
  payers: {
    medicaid: 'Takes Medicaid',
    medicare: 'Takes Medicare',
    private: 'Takes private insurance',
    military: 'Takes military or VA insurance',
    none: 'Takes people without insurance',
  },
  fees: {
    free: 'Free',
    'sliding-fee': 'Sliding fee: you pay what you can',
    'payment-assistance': 'Help with paying',
    cash: 'Takes cash',
  },
  ages: {
    children: 'Children and teenagers',
    'young-adults': 'Young adults',
    adults: 'Adults',
    seniors: 'Seniors',
  },
  genders: { female: 'Women', male: 'Men' },
  settings: {
    outpatient: 'Visits (outpatient)',
    'intensive-outpatient': 'Several visits a week (intensive outpatient)',
    'day-treatment': 'Day program',
    residential: 'Staying there (residential)',
    detox: 'Detox',
    hospital: 'Hospital',
    telehealth: 'By phone or video',
  },
  moud: {
    'methadone:start-same-day': 'Starts methadone the same day',
    'methadone:continue': 'Goes on with methadone',
    'methadone:accept-on': 'Takes people who are on methadone',
    'buprenorphine:start-same-day': 'Starts buprenorphine the same day',
    'buprenorphine:continue': 'Goes on with buprenorphine',
    'buprenorphine:accept-on': 'Takes people who are on buprenorphine',
    'naltrexone:start-same-day': 'Starts naltrexone the same day',
    'naltrexone:continue': 'Goes on with naltrexone',
    'naltrexone:accept-on': 'Takes people who are on naltrexone',
  },
  exclusions: {
    'sex-offense': 'Turns people away for a sex offense on record',
    arson: 'Turns people away for arson on record',
    violence: 'Turns people away for violence on record',
    benzodiazepines: 'Turns people away who take benzodiazepines',
    methadone: 'Turns people away who take methadone',
    warrants: 'Turns people away with an open warrant',
  },
  legalFlags: { 'part-2': 'Program under 42 CFR Part 2', 'covered-entity': 'Covered by HIPAA' },
} as const

const ONES = {
  kind: {
    'substance-use': 'Substance use facility',
    'mental-health': 'Mental health facility',
    'opioid-treatment-program': 'Opioid treatment program',
    buprenorphine: 'Buprenorphine practitioner',
    'health-center': 'Health center',
  },
  pregnant: {
    priority: 'Pregnant people are first in line',
    accepted: 'Takes people who are pregnant',
    'not-accepted': 'Takes nobody who is pregnant',
  },
  needsId: { required: 'An ID is needed', 'not-needed': 'No ID is needed' },
  holidays: { open: 'Open on federal holidays', closed: 'Closed on federal holidays' },
} as const

const YES_NOS = {
  withChildren: YES_NO('Takes people with their children', 'Takes no children'),
  pets: YES_NO('Takes people with a pet', 'Takes no pets'),
  needsInsuranceCard: YES_NO('An insurance card is needed', 'No insurance card is needed'),
  needsClearance: YES_NO('A doctor has to have seen the person first', 'No medical clearance is needed'),
  stepFree: YES_NO('Without steps', 'Has steps'),
  walkIn: YES_NO('Walk in', 'By appointment'),
  policeDropOff: YES_NO('An officer can bring somebody', 'No drop-off by police'),
  offersTransport: YES_NO('Comes and gets people', 'Does not come and get people'),
} as const

/** Their terms carry the number as the attribute's value. */
const NUMBERS = {
  minHoursSinceUse: 'Hours since last use, at least',
  maxHoursSinceUse: 'Hours since last use, at most',
  transportMiles: 'Miles that it comes for people',
} as const

const LEVELS = {
  '3': '0.5 1 OTP 2.1 2.5 3.1 3.3 3.5 3.7 4 1-WM 2-WM 3.2-WM 3.7-WM 4-WM',
  '4': '1.0 1.5 1.7 2.1 2.5 2.7 3.1 3.5 3.7 4',
} as const

/** Levels of care mean something only with the edition of The ASAM Criteria, so that each word has it: `4:3.7`. */
const asamLevels: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(LEVELS).flatMap(([edition, levels]) =>
    levels
      .split(' ')
      .map((level) => [
        `${edition}:${level}`,
        `ASAM level ${level} (The ASAM Criteria, ${edition === '3' ? '3rd' : '4th'} edition)`,
      ]),
  ),
)

/** How an aspect is kept: any of its words, one of them, yes or no, a number, or levels with their edition. */
export type Shape = 'list' | 'one' | 'yes-no' | 'number' | 'levels'

export type AspectOf = { readonly shape: Shape; readonly words: Readonly<Record<string, string>> }

const shaped = (shape: Shape, aspects: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
  Object.entries(aspects).map(([aspect, words]): [string, AspectOf] => [aspect, { shape, words }])

/** Every aspect by the name of its column. */
export const ASPECTS: ReadonlyMap<string, AspectOf> = new Map([
  ...shaped('list', LISTS),
  ...shaped('one', ONES),
  ...shaped('yes-no', YES_NOS),
  ...Object.entries(NUMBERS).map(([aspect, name]): [string, AspectOf] => [
    aspect,
    { shape: 'number', words: { value: name } },
  ]),
  ['asamLevels', { shape: 'levels', words: asamLevels }] as [string, AspectOf],
])
