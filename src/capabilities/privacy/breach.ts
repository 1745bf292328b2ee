import { addDays, type Day } from '#kernel/calendar-day.ts'

// The duties after a breach of records under 42 CFR Part 2: its 2.16(b) applies 45 CFR 164.400 to 164.414.

/** How records reached whom they should not have. */
export const BREACH_KINDS = {
  'wrong-recipient': 'Sent or shown to somebody else',
  'unauthorised-look': 'Looked at without a reason',
  lost: 'Lost or stolen: paper, phone, computer',
  intrusion: 'Somebody broke into an account or a system',
  other: 'Something else',
} as const
export type BreachKind = keyof typeof BREACH_KINDS

/** The four factors of 164.402(2), by their columns. */
export const FACTORS = {
  nature: {
    label: 'What it was',
    hint: 'Which data and identifiers, and how likely they lead to a person. That somebody is in care at all weighs much.',
  },
  recipient: {
    label: 'Who has it',
    hint: 'Who used it or got it. Somebody who must keep it confidential themselves, or anybody?',
  },
  acquired: {
    label: 'Whether it was seen',
    hint: 'In fact acquired or viewed, or was there only the chance? How do you know?',
  },
  mitigated: {
    label: 'What was done about it',
    hint: 'Got back, destroyed, promised in writing: how far does it lower the risk?',
  },
} as const
export type Factor = keyof typeof FACTORS

/** `low-probability`: all four factors together show that the records were hardly compromised; then nobody has to be told. */
export type BreachFinding = 'breach' | 'low-probability'

/** Who is told: the people, the Secretary of Health and Human Services, the media. */
export type Told = 'people' | 'hhs' | 'media'

const DAYS_TO_TELL = 60
/** From so many people on, the Secretary is told when they are (164.408(b)). */
const MANY = 500

/** What the clocks hang on. */
export type BreachFacts = {
  readonly discoveredOn: Day
  /** How many people; null: not known yet. */
  readonly affected: number | null
  readonly mostInOneState: number | null
  readonly finding: BreachFinding | null
}

/**
 * Who has to be told, and by the end of which day at the latest; it has to be without unreasonable delay.
 * Until it is assessed it counts as a breach (164.402(2)); while nobody knows how many people, as one of few.
 *
 * Sources: 45 CFR 164.404(b), 164.406(a) and (b), 164.408(b) and (c).
 */
export const noticesOwed = ({ discoveredOn, affected, mostInOneState, finding }: BreachFacts) => {
  if (finding === 'low-probability') return []
  const inSixtyDays = addDays(discoveredOn, DAYS_TO_TELL)
  const isMany = (affected ?? 0) >= MANY
  const owed: { readonly told: Told; readonly by: Day }[] = [
    { told: 'people', by: inSixtyDays },
    {
      told: 'hhs',
      by: isMany ? inSixtyDays : addDays(`${discoveredOn.slice(0, 4)}-12-31`, DAYS_TO_TELL),
    },
  ]
  return (mostInOneState ?? 0) > MANY ? [...owed, { told: 'media' as const, by: inSixtyDays }] : owed
}
