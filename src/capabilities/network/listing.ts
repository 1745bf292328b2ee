/** The words of the directory: closed lists, each with what a reader is shown. */

/** What a place helps with, and what a referral asks for. */
export const NEEDS = {
  treatment: 'Help with substance use',
  moud: 'Medicine for opioid use',
  'harm-reduction': 'Staying safer',
  'recovery-support': 'Support in recovery',
  shelter: 'A place to stay',
  other: 'Something else',
} as const
export type Need = keyof typeof NEEDS
export const isNeed = (text: unknown): text is Need => typeof text === 'string' && Object.hasOwn(NEEDS, text)

/** How a person's help is paid for, as an officer would ask it. */
export const PAYERS = {
  medicaid: 'Medicaid',
  medicare: 'Medicare',
  private: 'Private insurance',
  military: 'Military or VA',
  none: 'None',
  'not-sure': 'Not sure',
} as const
export type Payer = keyof typeof PAYERS

/** What a place can say that it takes; `none` is people without insurance. */
export type AcceptedPayer = Exclude<Payer, 'not-sure'>

/** Help with the cost. */
export const FEES = {
  free: 'Free',
  'sliding-fee': 'Sliding fee: you pay what you can',
  'payment-assistance': 'Help with paying',
  cash: 'Cash',
} as const
export type Fee = keyof typeof FEES

/** Medicines for opioid use disorder. */
export const MEDICINES = {
  methadone: 'Methadone',
  buprenorphine: 'Buprenorphine',
  naltrexone: 'Naltrexone',
} as const
export type Medicine = keyof typeof MEDICINES

export const AGES = {
  children: 'Children and teenagers',
  'young-adults': 'Young adults',
  adults: 'Adults',
  seniors: 'Seniors',
} as const
export type Age = keyof typeof AGES

export const GENDERS = { female: 'Women', male: 'Men' } as const
export type Gender = keyof typeof GENDERS

export const SETTINGS = {
  outpatient: 'Visits (outpatient)',
  'intensive-outpatient': 'Several visits a week (intensive outpatient)',
  'day-treatment': 'Day program',
  residential: 'Staying there (residential)',
  detox: 'Detox',
  hospital: 'Hospital',
  telehealth: 'By phone or video',
} as const
export type Setting = keyof typeof SETTINGS

/** Supplies and care that need no appointment. */
export const OFFERS = {
  naloxone: 'Naloxone',
  'syringe-exchange': 'New syringes',
  'syringe-disposal': 'Disposal of used syringes',
  'test-strips': 'Test strips',
  testing: 'Testing for HIV and hepatitis C',
  'wound-care': 'Wound care',
} as const
export type Offering = keyof typeof OFFERS

/** What kind of listing it is; FindTreatment.gov's types of facility. */
export const KINDS = {
  'substance-use': 'Help with substance use',
  'mental-health': 'Help with mental health',
  'opioid-treatment-program': 'Opioid treatment program',
  buprenorphine: 'Buprenorphine',
  'health-center': 'Health center',
  other: 'Help',
} as const
export type Kind = keyof typeof KINDS

/** HSDS `service.status`. */
export type Status = 'active' | 'inactive' | 'defunct' | 'temporarily-closed'

/** Who is shown a listing; the database's policies judge by it. */
export type Visibility = 'public' | 'partners' | 'hidden' | 'chosen'

/** Where a listing's facts come from. */
export const SOURCES = {
  'samhsa-list': 'SAMHSA’s list of treatment facilities',
  findtreatment: 'FindTreatment.gov',
  hsds: 'Another directory (HSDS)',
  csv: 'A table that somebody imported',
  member: 'Entered by hand in Causeway',
} as const
export type Source = keyof typeof SOURCES
