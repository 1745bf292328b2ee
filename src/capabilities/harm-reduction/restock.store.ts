import { type Insertable, type Selectable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { SupplyTables } from './supplies.table.ts'

const db = (tx: Tx) => tables<SupplyTables>(tx)

export type RequestRow = Selectable<SupplyTables['restockRequest']>

/** @returns false when it was asked before: sent twice, it is one */
export const insertRequest = async (
  tx: Tx,
  request: Insertable<SupplyTables['restockRequest']>,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('restockRequest')
    .values(request)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return written.numInsertedOrUpdatedRows === 1n
}

/** Requests to an organization or by it: what waits for it first, then what is on its way to it, then the rest. */
export const selectRequests = (tx: Tx, organizationId: string, limit: number): Promise<RequestRow[]> =>
  db(tx)
    .selectFrom('restockRequest')
    .selectAll()
    .where((either) =>
      either.or([
        either('organizationId', '=', organizationId),
        either('toOrganizationId', '=', organizationId),
      ]),
    )
    .orderBy(
      sql`case when answer is null then 0 when answer = 'sent' and arrived_at is null then 1 else 2 end`,
    )
    .orderBy('askedAt', 'desc')
    .limit(limit)
    .execute()

export const selectRequest = (tx: Tx, id: string): Promise<RequestRow | undefined> =>
  db(tx).selectFrom('restockRequest').selectAll().where('id', '=', id).executeTakeFirst()

/** Whether a place waits for kits already: it does not ask again before they are there. */
export const hasOpenRequest = async (tx: Tx, holderId: string): Promise<boolean> => {
  const row = await db(tx)
    .selectFrom('restockRequest')
    .select('id')
    .where('holderId', '=', holderId)
    .where('reason', '=', 'below-minimum')
    .where('arrivedAt', 'is', null)
    .where(sql<boolean>`answer is distinct from 'declined'`)
    .executeTakeFirst()
  return row !== undefined
}

export const updateAnswer = async (
  tx: Tx,
  id: string,
  memberId: string,
  answer: { answer: 'sent'; lotId: string; sentKits: number; hasArrived: boolean } | { answer: 'declined' },
): Promise<boolean> => {
  const changed = await db(tx)
    .updateTable('restockRequest')
    .set({
      ...{ answer: answer.answer, answeredByMemberId: memberId, answeredAt: sql<Date>`now()` },
      ...(answer.answer === 'sent' ? { lotId: answer.lotId, sentKits: answer.sentKits } : {}),
      ...(answer.answer === 'sent' && answer.hasArrived ? { arrivedAt: sql<Date>`now()` } : {}),
    })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export const updateArrived = async (tx: Tx, id: string): Promise<boolean> => {
  const changed = await db(tx)
    .updateTable('restockRequest')
    .set({ arrivedAt: sql<Date>`now()` })
    .where('id', '=', id)
    .where('answer', '=', 'sent')
    .where('arrivedAt', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
