import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { CaseTables } from './cases.table.ts'

const db = (tx: Tx) => tables<CaseTables>(tx)

export type Whose = 'mine' | 'team' | 'nobody'

/** What is due until a time, of whom, the most urgent first, with the names of those whom it is about. */
export const selectQueue = (
  tx: Tx,
  asked: {
    readonly organizationId: string
    readonly memberId: string
    readonly whose: Whose
    readonly until: Date
    readonly limit: number
    readonly offset: number
  },
) =>
  db(tx)
    .selectFrom((from) =>
      from
        .selectFrom('caseTask')
        .selectAll()
        .where('organizationId', '=', asked.organizationId)
        .where('ended', 'is', null)
        .where('dueAt', '<=', asked.until)
        .$if(asked.whose === 'mine', (query) => query.where('assignedMemberId', '=', asked.memberId))
        .$if(asked.whose === 'nobody', (query) => query.where('assignedMemberId', 'is', null))
        .orderBy('dueAt')
        .orderBy('id')
        .limit(asked.limit)
        .offset(asked.offset)
        .as('task'),
    )
    .leftJoin('caseIdentity', 'caseIdentity.caseId', 'task.caseId')
    .select([
      'task.id',
      'task.caseId',
      'task.kind',
      'task.title',
      'task.about',
      'task.href',
      'task.addedAt',
      'task.dueAt',
      'task.assignedMemberId',
      'caseIdentity.called',
      'caseIdentity.phone',
    ])
    .orderBy('task.dueAt')
    .orderBy('task.id')
    .execute()

export type QueueRow = Awaited<ReturnType<typeof selectQueue>>[number]

/** How much is due until a time: of the actor, of everybody, of nobody; and what is later than it should ever be. */
export const selectQueueCounts = async (
  tx: Tx,
  asked: {
    readonly organizationId: string
    readonly memberId: string
    readonly until: Date
    readonly late: Date
    readonly soon: Date
    readonly dayEndsAt: Date
  },
) => {
  const { rows } = await sql<{
    mine: number
    team: number
    nobody: number
    tooLate: number
    mineNow: number
    mineToday: number
  }>`
    select count(*) filter (where assigned_member_id = ${asked.memberId})::int as mine,
      count(*)::int as team,
      count(*) filter (where assigned_member_id is null)::int as nobody,
      count(*) filter (where due_at < ${asked.late})::int as too_late,
      count(*) filter (where assigned_member_id = ${asked.memberId} and due_at <= ${asked.soon})::int as mine_now,
      count(*) filter (where assigned_member_id = ${asked.memberId} and due_at > ${asked.soon}
        and due_at <= ${asked.dayEndsAt})::int as mine_today
    from case_task
    where organization_id = ${asked.organizationId} and ended is null and due_at <= ${asked.until}`.execute(
    tx.connection,
  )
  const [counts] = rows
  if (!counts) throw new Error('A count gave no row.')
  return counts
}

/** Of these referrals, those that a case was opened for, or of whose person the organization has one. */
export const selectReferralsWithCase = async (
  tx: Tx,
  organizationId: string,
  referralIds: readonly string[],
): Promise<string[]> => {
  if (referralIds.length === 0) return []
  const rows = await db(tx)
    .selectFrom('caseFile')
    .select('referralId')
    .where('organizationId', '=', organizationId)
    .where('referralId', 'in', referralIds)
    .execute()
  return rows.flatMap(({ referralId }) => referralId ?? [])
}
