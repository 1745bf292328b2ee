import { record } from '#audit'
import { findMembers } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { dayAt, endOfDay } from '#kernel/calendar-day.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { listReceived, type ReferralLine } from '#referrals'
import { type Caseload, countCaseloads } from './list-cases.ts'
import {
  type QueueRow,
  selectQueue,
  selectQueueCounts,
  selectReferralsWithCase,
  type Whose,
} from './queue.store.ts'
import { ESCALATES_AFTER_MS, QUEUE_AHEAD_MS, type Urgency, urgencyOf } from './queue.ts'

export type QueueTask = QueueRow & { readonly urgency: Urgency; readonly assignedTo: string | undefined }

export type Today = {
  readonly tasks: readonly QueueTask[]
  readonly counts: Awaited<ReturnType<typeof selectQueueCounts>>
  /** Referrals to the actor's organization that wait for an answer. */
  readonly waiting: readonly ReferralLine[]
  /** Referrals that it said yes to, of people who have no case yet. */
  readonly unopened: readonly ReferralLine[]
  readonly caseloads: readonly Caseload[]
}

export const QUEUE_PAGE = 50
const REFERRALS_SHOWN = 100

/**
 * What is to be done now, later today and in the week that comes, with who waits for an answer and who was taken on and has no
 * case yet. Reading names is in the audit record before they are shown.
 *
 * @param asked.page counted from 1
 */
export const listToday = async (
  asActor: AsActor,
  actor: MemberActor,
  asked: { readonly whose: Whose; readonly page: number; readonly now: Date; readonly zone: string },
): Promise<Today> => {
  const { organizationId, memberId } = actor
  const { whose, now } = asked
  const dayEndsAt = endOfDay(dayAt(now, asked.zone), asked.zone)
  const until = new Date(now.getTime() + QUEUE_AHEAD_MS)
  // Its own transaction: whoever may not be shown a referral may still be shown their tasks.
  const received = await listReceived(asActor, actor, { limit: REFERRALS_SHOWN, channel: 'page' })
  const answered = received.filter(({ answer }) => answer !== undefined && answer !== 'declined')
  return asActor(actor, async (tx) => {
    const [rows, counts, opened, caseloads] = await Promise.all([
      selectQueue(tx, {
        ...{ organizationId, memberId, whose, until },
        ...{ limit: QUEUE_PAGE, offset: (asked.page - 1) * QUEUE_PAGE },
      }),
      selectQueueCounts(tx, {
        ...{ organizationId, memberId, until, dayEndsAt },
        late: new Date(now.getTime() - ESCALATES_AFTER_MS),
        soon: new Date(now.getTime() + 3_600_000),
      }),
      selectReferralsWithCase(
        tx,
        organizationId,
        answered.map(({ id }) => id),
      ),
      countCaseloads(tx, organizationId),
    ])
    if (rows.length > 0)
      await record(tx, {
        ...{ action: 'cases.read-queue', subjectKind: 'case-task', outcome: 'seen' },
        ...{ subjectIds: rows.map(({ id }) => id), dataClasses: ['identity', 'care-plan'] },
      })
    const names = await findMembers(tx, [...new Set(rows.flatMap((row) => row.assignedMemberId ?? []))])
    const withCase = new Set(opened)
    return {
      counts,
      caseloads,
      waiting: received.filter(({ answer }) => answer === undefined),
      unopened: answered.filter(({ id }) => !withCase.has(id)),
      tasks: rows.map((row) => ({
        ...row,
        urgency: urgencyOf(row.dueAt, now, dayEndsAt),
        assignedTo: row.assignedMemberId ? names.get(row.assignedMemberId)?.name : undefined,
      })),
    }
  })
}
