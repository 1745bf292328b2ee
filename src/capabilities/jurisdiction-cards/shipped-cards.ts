import { derivedId } from '#kernel/ids.ts'
import type { Confidence } from './cards.table.ts'
import shipped from './shipped-cards.json' with { type: 'json' }

/** Value, source, date, confidence and, where there is one, a note. */
type Written = readonly [string, string, string, Confidence, string?]

type Shipped = {
  readonly edition: string
  readonly states: Readonly<Record<string, Readonly<Record<string, Written>>>>
}

const { edition, states } = shipped as unknown as Shipped

/** The day on which the cards that came with this program were put together. */
export const EDITION = edition

/** The cards that came with this program, an entry for each field that somebody found. */
export const shippedEntries = () =>
  Object.entries(states).flatMap(([state, facts]) =>
    Object.entries(facts).map(([field, [value, source, as_of, confidence, note = null]]) => ({
      id: derivedId<'card-entry'>('card-entry', `${edition} ${state} ${field}`),
      ...{ state, field, value, source, as_of, confidence, note },
    })),
  )
