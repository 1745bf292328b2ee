import { findOrganizations } from '#identity'
import type { Day } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { type CardSummary, cardOf } from './card.ts'
import { selectCurrent, selectHistory } from './cards.store.ts'
import type { CardEntry } from './cards.table.ts'
import { isCardState, STATES } from './states.ts'

/** The card of the state whose letters a text is, otherwise of those whose name holds it; all for an empty one. */
export const listCards = async (tx: Tx, text: string, today: Day): Promise<CardSummary[]> => {
  const asked = text.trim().toLowerCase()
  const letters = asked.toUpperCase()
  const entries = await selectCurrent(tx)
  const byState = Map.groupBy(entries, ({ state }) => state)
  return Object.entries(STATES)
    .filter(([code, name]) => (isCardState(letters) ? code === letters : name.toLowerCase().includes(asked)))
    .map(([code]) => cardOf(code, byState.get(code) ?? [], today))
}

/** The card of a state by its two letters; undefined when there is no such state. */
export const findCard = async (tx: Tx, state: string, today: Day): Promise<CardSummary | undefined> =>
  isCardState(state) ? cardOf(state, await selectCurrent(tx, state), today) : undefined

/** An entry with the name of the organization that entered it. */
export type NamedEntry = CardEntry & { readonly organizationName: string | undefined }

/** All that a field has ever said, and who entered it; what stands comes first. */
export const listHistory = async (tx: Tx, state: string, field: string): Promise<NamedEntry[]> =>
  withNames(tx, await selectHistory(tx, state, field))

export const withNames = async (tx: Tx, entries: readonly CardEntry[]): Promise<NamedEntry[]> => {
  const ids = [...new Set(entries.flatMap(({ organizationId }) => organizationId ?? []))]
  const names = await findOrganizations(tx, ids)
  return entries.map((entry) => ({
    ...entry,
    organizationName: entry.organizationId === null ? undefined : names.get(entry.organizationId)?.name,
  }))
}
