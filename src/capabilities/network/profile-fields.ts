import { AGES, FEES, GENDERS, MEDICINES, NEEDS, PAYERS, SETTINGS } from './listing.ts'
import {
  ASAM_LEVELS,
  EXCLUSIONS,
  type Fact,
  HOLIDAYS,
  LEGAL_FLAGS,
  MOUD_WAYS,
  NEEDS_ID,
  PREGNANT,
} from './profile.ts'

type Words = Readonly<Record<string, string>>

/**
 * One thing that a listing says: how it is asked, how it is read, and which fact it is a part of. `list`: any of a closed
 * list, or none of it; `one`: one of it; `yesno`; `number`: whole; `text`; `names`: texts one a line.
 */
export type ProfileField = {
  readonly name: string
  readonly fact: Fact
  readonly shape: 'list' | 'one' | 'yesno' | 'number' | 'text' | 'names'
  readonly label: string
  /** What a caller asks. */
  readonly ask: string
  readonly words?: Words
  readonly hint?: string
  /** In what a number counts. */
  readonly unit?: string
}

const moudWords: Words = Object.fromEntries(
  Object.entries(MEDICINES).flatMap(([medicine, name]) =>
    Object.entries(MOUD_WAYS).map(([way, does]) => [
      `${medicine}:${way}`,
      `${name}: ${does.toLowerCase().replace(' it', '')}`,
    ]),
  ),
)

/** Levels of both editions, each with its own: `3:3.7-WM`. */
export const asamWords: Words = Object.fromEntries(
  Object.entries(ASAM_LEVELS).flatMap(([edition, levels]) =>
    Object.entries(levels).map(([level, name]) => [`${edition}:${level}`, `${level} ${name}`]),
  ),
)

const field = <Name extends string>(
  fact: Fact,
  shape: ProfileField['shape'],
  name: Name,
  label: string,
  ask: string,
  more: Pick<ProfileField, 'words' | 'hint' | 'unit'> = {},
): ProfileField & { readonly name: Name } => ({ fact, shape, name, label, ask, ...more })

/** Everything that a listing says and that a form can change, in the order in which it is read. */
export const PROFILE_FIELDS = [
  field('services', 'text', 'name', 'Name of the service', 'What is this service called?'),
  field('services', 'list', 'needs', 'Helps with', 'What do you help with?', { words: NEEDS }),
  field('services', 'list', 'settings', 'Visit or stay', 'Do people visit, or stay?', { words: SETTINGS }),
  field('services', 'names', 'languages', 'Languages', 'Which languages besides English?', {
    hint: 'Besides English, one a line',
  }),
  field('services', 'yesno', 'walkIn', 'Walk in', 'Can somebody walk in without an appointment?'),
  field(
    'services',
    'yesno',
    'policeDropOff',
    'Police drop-off',
    'Can an officer bring somebody to the door?',
  ),
  field('services', 'yesno', 'offersTransport', 'Comes for people', 'Do you come and get people?'),
  field('services', 'number', 'transportMiles', 'How far', 'How far do you come?', { unit: 'miles' }),
  field('services', 'yesno', 'stepFree', 'Without steps', 'Is it without steps, for a wheelchair?'),
  field('services', 'list', 'legalFlags', 'By law', 'Are you a Part 2 program?', { words: LEGAL_FLAGS }),
  field('services', 'text', 'website', 'Website', 'What is your website?'),
  field('moud', 'list', 'moud', 'Medicine for opioid use', 'Which medicine, and what can you do with it?', {
    words: moudWords,
  }),
  field('admission', 'list', 'ages', 'Ages', 'What ages do you help?', { words: AGES }),
  field('admission', 'number', 'minAge', 'From age', 'From what age?', { unit: 'years' }),
  field('admission', 'number', 'maxAge', 'To age', 'Up to what age?', { unit: 'years' }),
  field('admission', 'list', 'genders', 'For', 'For women, men, or everybody?', { words: GENDERS }),
  field('admission', 'one', 'pregnant', 'Pregnant people', 'And somebody who is pregnant?', {
    words: PREGNANT,
  }),
  field('admission', 'yesno', 'withChildren', 'With children', 'Can they bring their children?'),
  field('admission', 'yesno', 'pets', 'With a pet', 'Can they bring a pet?'),
  field('admission', 'one', 'needsId', 'ID', 'Do they need an ID?', { words: NEEDS_ID }),
  field('admission', 'yesno', 'needsInsuranceCard', 'Insurance card needed', 'Do they need the card?'),
  field('admission', 'yesno', 'needsClearance', 'Doctor first', 'Must a doctor have seen them first?', {
    hint: 'Medical clearance',
  }),
  field(
    'admission',
    'number',
    'minHoursSinceUse',
    'Last use at least',
    'How long since last use, at least?',
    {
      unit: 'hours ago',
    },
  ),
  field('admission', 'number', 'maxHoursSinceUse', 'Last use at most', 'And at most?', { unit: 'hours ago' }),
  field('admission', 'list', 'exclusions', 'Turns away for', 'What would you turn somebody away for?', {
    words: EXCLUSIONS,
  }),
  field('payers', 'list', 'payers', 'Takes', 'What insurance do you take?', {
    words: { ...PAYERS, none: 'People with no insurance', 'not-sure': '' },
  }),
  field('payers', 'list', 'fees', 'Cost', 'What does it cost, and do you help with that?', { words: FEES }),
  field('phone', 'text', 'phone', 'Phone', 'Is this the number to call?'),
  field('phone', 'names', 'intakePhones', 'Intake phones', 'Is there a number for intake?', {
    hint: 'One a line',
  }),
  field('phone', 'text', 'hotline', 'Hotline', 'Is there a hotline?'),
  field('phone', 'text', 'afterHoursPhone', 'Phone after hours', 'Whom do we call at night?'),
  field('phone', 'text', 'afterHoursWho', 'Who answers then', 'Who answers then?', {
    hint: 'An on-call nurse, an answering service',
  }),
  field('phone', 'text', 'intakeEmail', 'Intake e-mail', 'Where may we write?', {
    hint: 'Members see it; the public does not. Referrals and links go there',
  }),
  field('hours', 'one', 'holidays', 'Federal holidays', 'Are you open on holidays?', { words: HOLIDAYS }),
] as const

/** Levels of care are asked apart, because one edition's numbers mean other things in the other. */
export const ASAM_FIELD: ProfileField = field(
  'services',
  'list',
  'asamLevels',
  'Levels of care (ASAM)',
  'Which ASAM levels, and of which edition?',
  { words: asamWords },
)

const PLAIN: readonly ProfileField[] = PROFILE_FIELDS

/** The name under which a change of a field is shown. */
export const fieldLabel = (name: string): string =>
  PLAIN.find((one) => one.name === name)?.label ?? OTHERS[name] ?? name

const OTHERS: Words = {
  asamLevels: 'Levels of care',
  asamEdition: 'ASAM edition',
  hours: 'Opening hours',
  intakeHours: 'Intake hours',
  closures: 'Closed days',
  status: 'Open or closed',
  medicines: 'Medicines',
  added: 'Added',
  address: 'Name and address',
}

/** Which fact a change of a field is news of; undefined for what is no fact about the place. */
export const factOf = (name: string): Fact | undefined =>
  PLAIN.find((one) => one.name === name)?.fact ?? OTHER_FACTS[name]

const OTHER_FACTS: Readonly<Record<string, Fact>> = {
  asamLevels: 'services',
  hours: 'hours',
  intakeHours: 'hours',
  closures: 'hours',
  address: 'address',
}

/** What is said of one thing, as it is read; undefined where nobody knows. */
export const fieldWords = ({ shape, words = {}, unit }: ProfileField, value: unknown): string | undefined => {
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return `${value}${unit ? ` ${unit}` : ''}`
  if (Array.isArray(value)) {
    if (value.length === 0) return shape === 'names' ? undefined : 'None'
    return value.map((one) => words[String(one)] || String(one)).join(' · ')
  }
  return words[String(value)] ?? String(value)
}
