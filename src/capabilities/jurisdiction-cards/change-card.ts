import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Day } from '#kernel/calendar-day.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type CardField, findField } from './card-fields.ts'
import { choicesOf } from './card-words.ts'
import { insertEntry } from './cards.store.ts'
import { isCardState } from './states.ts'

export type CardChange = {
  /** Made by whoever sends it: sent twice, it is one. */
  readonly id: string
  readonly state: string
  readonly field: string
  readonly value: string
  readonly source: string
  /** Undefined when what was typed is no day. */
  readonly reviewedOn: Day | undefined
  readonly note: string
}

const LONGEST = { value: 500, source: 500, note: 500 } as const

/**
 * Enters what somebody read in the law. It stands from now on; what stood before stays in the history, and no later
 * edition of the shipped cards takes its place.
 *
 * @param today the day that it is where the member works
 */
export const changeCard = async (
  actor: MemberActor,
  asActor: AsActor,
  change: CardChange,
  today: Day,
): Promise<{ readonly id: string } | Refusal<'not-found' | 'fields-to-change'>> => {
  const field = findField(change.field)
  if (!field || !isCardState(change.state)) return { refused: 'not-found' }
  const fields = mistakesIn(field, change, today)
  const { reviewedOn } = change
  if (Object.keys(fields).length > 0 || !reviewedOn) return { refused: 'fields-to-change', fields }
  const { id, state, value, source } = change
  await asActor(actor, async (tx) => {
    const isNew = await insertEntry(tx, {
      ...{ id, state, field: field.name, value, source, reviewedOn, note: change.note || null },
      organizationId: actor.organizationId,
      memberId: actor.memberId,
    })
    if (isNew)
      await record(tx, {
        action: 'jurisdiction-cards.change',
        subjectKind: 'card-entry',
        subjectIds: [id],
        outcome: 'done',
        detail: { state, field: field.name },
      })
  })
  return { id }
}

const mistakesIn = (field: CardField, change: CardChange, today: Day): Record<string, string> => {
  const { value, source, reviewedOn, note } = change
  const choices = choicesOf(field)
  return {
    ...(value === '' ? { value: 'Say what the law says.' } : {}),
    ...(value !== '' && choices?.every((choice) => choice.value !== value)
      ? { value: 'Choose one of these.' }
      : {}),
    ...(source === '' ? { source: 'Say where you read it: an address, or the section of the code.' } : {}),
    ...(reviewedOn === undefined ? { 'reviewed-on': 'Say when you read it, such as 11 24 2026.' } : {}),
    ...(reviewedOn !== undefined && reviewedOn > today
      ? { 'reviewed-on': 'This day is still to come.' }
      : {}),
    ...Object.fromEntries(
      Object.entries({ value, source, note })
        .filter(([name, text]) => text.length > LONGEST[name as keyof typeof LONGEST])
        .map(([name]) => [name, 'Use at most 500 characters.']),
    ),
  }
}
