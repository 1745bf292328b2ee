import type { Insertable, Selectable } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { TrainingTables } from './training.table.ts'

const db = (tx: Tx) => tables<TrainingTables>(tx)

export type SessionRow = Selectable<TrainingTables['trainingSession']>

/** @returns false when it was planned before */
export const insertSession = async (
  tx: Tx,
  session: Insertable<TrainingTables['trainingSession']>,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('trainingSession')
    .values(session)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows) > 0
}

export const selectSessions = (tx: Tx, organizationId: string, limit: number): Promise<SessionRow[]> =>
  db(tx)
    .selectFrom('trainingSession')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .orderBy('heldAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()

export const selectSession = (tx: Tx, by: 'id' | 'code', value: string): Promise<SessionRow | undefined> =>
  db(tx).selectFrom('trainingSession').selectAll().where(by, '=', value).executeTakeFirst()

export const selectAttendance = (tx: Tx, sessionId: string) =>
  db(tx)
    .selectFrom('trainingAttendance')
    .select(['memberId', 'how', 'notedAt'])
    .where('sessionId', '=', sessionId)
    .orderBy('notedAt')
    .execute()

export const insertAttendance = async (
  tx: Tx,
  rows: readonly Insertable<TrainingTables['trainingAttendance']>[],
): Promise<number> => {
  if (rows.length === 0) return 0
  const written = await db(tx)
    .insertInto('trainingAttendance')
    .values([...rows])
    .onConflict((conflict) => conflict.columns(['sessionId', 'memberId']).doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows)
}

/** @returns false when it was closed before */
export const updateClosed = async (tx: Tx, id: string): Promise<boolean> => {
  const written = await db(tx)
    .updateTable('trainingSession')
    .set({ closedAt: new Date() })
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return Number(written.numUpdatedRows) > 0
}
