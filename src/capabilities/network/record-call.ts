import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import { dayAt } from '#kernel/calendar-day.ts'
import { derivedId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import type { CallResult, CapacityLevel } from './profile.ts'
import { sayWithin } from './say-capacity.ts'
import { insertCall, insertFactCheck, mayTell } from './told.store.ts'

export type RecordedCall = {
  /** Made by whoever called: sent twice, it is one call. */
  readonly id: string
  readonly serviceId: string
  readonly result: CallResult
  /** The level of care that was asked for. */
  readonly level: CapacityLevel
  /** The day for which the place would take somebody. */
  readonly forOn?: string | undefined
  readonly waitlistDays?: number | undefined
  /** When it was, where it is written down later; now unless said. What it heard of room is as of then. */
  readonly calledAt?: Date | undefined
  readonly zone: string
}

/** What a result says of room at the level that was asked for; the others say nothing of it. */
const SAYS_ROOM: Partial<Record<CallResult, boolean>> = { 'bed-now': true, full: false, waitlist: false }

/** Somebody who answered has shown that the number is right. */
const ANSWERED = (result: CallResult): boolean => result !== 'no-answer' && result !== 'closed'

/**
 * Writes down how a call to a place went. It counts in how often the place answers and accepts; and what was heard of
 * room, and that the number is right, is known to everybody from now on. Says nothing of a person.
 */
export const recordCall = (
  asActor: AsActor,
  actor: MemberActor,
  call: RecordedCall,
): Promise<{ recorded: boolean } | Refusal<'no-such-service'>> =>
  asActor<{ recorded: boolean } | Refusal<'no-such-service'>>(actor, async (tx) => {
    if (!(await mayTell(tx, call.serviceId))) return { refused: 'no-such-service' }
    const { id, serviceId, result, forOn, waitlistDays, calledAt } = call
    const recorded = await insertCall(tx, {
      ...{ id, serviceId, result, byMember: actor.memberId, organizationId: actor.organizationId },
      ...(calledAt ? { calledAt } : {}),
      forOn: result === 'accepted-for' ? (forOn ?? null) : null,
      waitlistDays: result === 'waitlist' ? (waitlistDays ?? null) : null,
    })
    if (!recorded) return { recorded }
    await learn(tx, actor, call)
    await record(tx, {
      action: 'network.call-recorded',
      outcome: 'done',
      subjectKind: 'service',
      subjectIds: [serviceId],
      detail: { result },
    })
    return { recorded }
  })

const learn = async (tx: Tx, actor: MemberActor, call: RecordedCall): Promise<void> => {
  const { id, serviceId, result, level, waitlistDays, zone, calledAt } = call
  const isOpen = SAYS_ROOM[result]
  if (isOpen !== undefined)
    await sayWithin(tx, {
      ...{ id: derivedId('capacity', id), serviceId, level, isOpen, channel: 'phone' },
      open: isOpen ? null : 0,
      waitlistDays: result === 'waitlist' ? (waitlistDays ?? null) : null,
      asOf: calledAt,
    })
  if (!ANSWERED(result)) return
  await insertFactCheck(tx, {
    ...{ id: derivedId('fact-check', id), serviceId, fact: 'phone', holds: true },
    ...{ checkedOn: dayAt(calledAt ?? new Date(), zone), source: 'phone', byMember: actor.memberId },
  })
}
