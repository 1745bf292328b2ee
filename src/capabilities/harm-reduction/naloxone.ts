import { findZipIn } from '#kernel/zip.ts'

export const RESPONSES = ['better', 'same', 'unknown'] as const
export type Response = (typeof RESPONSES)[number]
export const AFTERS = ['hospital', 'ems-stayed', 'stayed', 'left', 'other', 'unknown'] as const
export type After = (typeof AFTERS)[number]
export const SURVIVED = ['yes', 'no', 'unknown'] as const
export type Survived = (typeof SURVIVED)[number]
export const AGE_BANDS = ['under-18', '18-24', '25-34', '35-44', '45-54', '55-64', '65-up'] as const
export type AgeBand = (typeof AGE_BANDS)[number]
export const GENDERS = ['woman', 'man', 'another'] as const
export type Gender = (typeof GENDERS)[number]

export const NALOXONE_WORDS = {
  response: { better: 'Breathing better', same: 'No change', unknown: 'I don’t know' },
  after: {
    hospital: 'Went to a hospital',
    'ems-stayed': 'Seen by EMS, stayed',
    stayed: 'Stayed where they were',
    left: 'Walked away',
    other: 'Something else',
    unknown: 'I don’t know',
  },
  survived: { yes: 'Alive', no: 'Died', unknown: 'I don’t know' },
  ageBand: {
    'under-18': 'Under 18',
    '18-24': '18 to 24',
    '25-34': '25 to 34',
    '35-44': '35 to 44',
    '45-54': '45 to 54',
    '55-64': '55 to 64',
    '65-up': '65 or older',
  },
  gender: { woman: 'Woman', man: 'Man', another: 'Another' },
} as const satisfies {
  response: Record<Response, string>
  after: Record<After, string>
  survived: Record<Survived, string>
  ageBand: Record<AgeBand, string>
  gender: Record<Gender, string>
}

/** What is said of one person to whom naloxone was given; of who they are, nothing. */
export type NaloxoneReport = {
  readonly id: string
  readonly incidentId: string
  readonly occurredAt: Date
  readonly zip: string
  readonly crossing: string | null
  readonly doses: number | null
  readonly product: string | null
  readonly response: Response
  readonly after: After
  readonly survived: Survived
  readonly ageBand: AgeBand | null
  readonly gender: Gender | null
  readonly calledAt: Date | null
  readonly arrivedAt: Date | null
  readonly emsAt: Date | null
}

/** A house number says who lives there; a crossing does not. */
export const namesHouse = (place: string): boolean => /^\s*\d+\s/.test(place)

/** The ZIP code in what was typed, alone in it. */
export const readZip = (typed: string): string | undefined =>
  /^\s*\d{5}(-\d{4})?\s*$/.test(typed) ? findZipIn(typed) : undefined

/**
 * The mean of the doses, of those reports that know how many; undefined where none does. Unknown is not one
 * (Pennsylvania ODIN).
 */
export const meanDoses = (reports: readonly Pick<NaloxoneReport, 'doses'>[]): number | undefined => {
  const known = reports.flatMap(({ doses }) => doses ?? [])
  return known.length === 0 ? undefined : known.reduce((sum, one) => sum + one, 0) / known.length
}
