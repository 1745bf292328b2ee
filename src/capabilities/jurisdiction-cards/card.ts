import { addDays, type Day } from '#kernel/calendar-day.ts'
import { isField } from './card-fields.ts'
import type { CardEntry } from './cards.table.ts'

/** After this a fact is shown as old: most legislatures meet once a year. */
export const GOOD_FOR_DAYS = 365

export type Freshness = 'fresh' | 'old' | 'undated'

/** The last day on which what was read can have been written, or when a member read it; undefined when nobody knows. */
export const lastSeen = ({ reviewedOn, asOf }: Pick<CardEntry, 'reviewedOn' | 'asOf'>): Day | undefined => {
  if (reviewedOn) return reviewedOn
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(asOf ?? '') ?? []
  if (!year) return undefined
  if (day) return `${year}-${month}-${day}`
  if (month) return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
  return `${year}-12-31`
}

/** Whether what stands was read within a year. */
export const freshness = (entry: Pick<CardEntry, 'reviewedOn' | 'asOf'>, today: Day): Freshness => {
  const seen = lastSeen(entry)
  if (seen === undefined) return 'undated'
  return addDays(seen, GOOD_FOR_DAYS) < today ? 'old' : 'fresh'
}

export type CardSummary = {
  readonly state: string
  readonly entries: ReadonlyMap<string, CardEntry>
  /** How many fields somebody has read, and how many of those within a year. */
  readonly reviewed: number
  readonly fresh: number
}

/** The card of a state from the entries that stand. What is no field of this program is passed over. */
export const cardOf = (state: string, entries: readonly CardEntry[], today: Day): CardSummary => {
  const known = entries.filter((entry) => entry.state === state && isField(entry.field))
  return {
    state,
    entries: new Map(known.map((entry) => [entry.field, entry])),
    reviewed: known.length,
    fresh: known.filter((entry) => freshness(entry, today) === 'fresh').length,
  }
}
