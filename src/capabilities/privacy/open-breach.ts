import { record } from '#audit'
import { findOrganizations } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import type { Day } from '#kernel/calendar-day.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { insertBreach } from './breach.store.ts'
import type { BreachKind } from './breach.ts'

export type NewBreach = {
  /** Made by whoever asks: twice with one id is one breach. */
  readonly id: Id<'breach'>
  /** Whose records they were. */
  readonly organizationId: string
  readonly discoveredOn: Day
  readonly how: BreachKind
  /** What happened, without the name of anybody who is helped. */
  readonly what: string
}

/**
 * Writes down that records reached whom they should not have: from its discovery the clocks of 45 CFR 164.404 run.
 *
 * @param today the day it is in the county: nothing is discovered after it
 * @returns refusals with a sentence for each field
 */
export const openBreach = (
  asActor: AsActor,
  actor: MemberActor,
  input: NewBreach,
  today: Day,
): Promise<{ readonly opened: boolean } | Refusal<'incomplete'>> =>
  asActor(actor, async (tx) => {
    const organization = (await findOrganizations(tx, [input.organizationId])).get(input.organizationId)
    const fields = {
      ...(organization?.jurisdictionId === actor.jurisdictionId
        ? {}
        : { organization: 'Choose whose records they were.' }),
      ...(input.discoveredOn <= today ? {} : { discovered: 'That day has not come yet.' }),
      ...(input.what.trim() === '' ? { what: 'Write what happened.' } : {}),
    }
    if (Object.keys(fields).length > 0) return { refused: 'incomplete', fields }
    const { id, organizationId, discoveredOn, how, what } = input
    const opened = await insertBreach(tx, {
      ...{ id, organizationId, discoveredOn, how, what: what.trim() },
      ...{ jurisdictionId: actor.jurisdictionId, openedByMemberId: actor.memberId },
    })
    await record(tx, {
      action: 'privacy.open-breach',
      subjectKind: 'breach',
      subjectIds: [id],
      outcome: opened ? 'done' : 'refused',
      dataClasses: ['ledger'],
      detail: { how, discoveredOn },
    })
    return { opened }
  })
