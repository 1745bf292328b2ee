import { type Insertable, type Selectable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { ScreeningTables } from './screening.table.ts'

const db = (tx: Tx) => tables<ScreeningTables>(tx)

export type DecisionRow = Selectable<ScreeningTables['pathwayDecision']>
export type ApprovalRow = Selectable<ScreeningTables['pathwayApproval']>

/** What was decided about a referral, the newest first: that one stands. */
export const selectDecisions = (tx: Tx, referralId: string): Promise<DecisionRow[]> =>
  db(tx)
    .selectFrom('pathwayDecision')
    .selectAll()
    .where('referralId', '=', referralId)
    .orderBy('decidedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** What was asked for a decision, in the order in which it was asked. */
export const selectApprovals = (tx: Tx, decisionId: string): Promise<ApprovalRow[]> =>
  db(tx)
    .selectFrom('pathwayApproval')
    .selectAll()
    .where('decisionId', '=', decisionId)
    .orderBy('id')
    .execute()

/** What an organization is asked: what waits first, then what was answered, the newest first. */
export const selectAsked = (tx: Tx, organizationId: string, limit: number): Promise<ApprovalRow[]> =>
  db(tx)
    .selectFrom('pathwayApproval')
    .selectAll()
    .where('askedOrganizationId', '=', organizationId)
    .orderBy(sql`answer is not null`)
    .orderBy('askedAt', 'desc')
    .limit(limit)
    .execute()

/** @returns false when this decision was recorded before */
export const insertDecision = async (
  tx: Tx,
  decision: Insertable<ScreeningTables['pathwayDecision']>,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('pathwayDecision')
    .values(decision)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return written.numInsertedOrUpdatedRows === 1n
}

export const insertApproval = async (
  tx: Tx,
  approval: Insertable<ScreeningTables['pathwayApproval']>,
): Promise<void> => {
  await db(tx).insertInto('pathwayApproval').values(approval).execute()
}

/** @returns false when somebody answered before, or the actor is not asked */
export const updateAnswer = async (
  tx: Tx,
  id: string,
  answer: 'yes' | 'no',
  memberId: string,
): Promise<boolean> => {
  const changed = await db(tx)
    .updateTable('pathwayApproval')
    .set({ answer, answeredByMemberId: memberId, answeredAt: sql<Date>`now()` })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
