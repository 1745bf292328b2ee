import type { Insertable, Selectable } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { DiversionTables } from './diversions.table.ts'

const db = (tx: Tx) => tables<DiversionTables>(tx)

export type DiversionRow = Selectable<DiversionTables['diversion']>
export type StepRow = Selectable<DiversionTables['diversionStep']>

/** @returns false when it was opened before */
export const insertDiversion = async (
  tx: Tx,
  diversion: Insertable<DiversionTables['diversion']>,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('diversion')
    .values(diversion)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return written.numInsertedOrUpdatedRows === 1n
}

/** @returns false when this step was taken before */
export const insertStep = async (
  tx: Tx,
  step: Insertable<DiversionTables['diversionStep']>,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('diversionStep')
    .values(step)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return written.numInsertedOrUpdatedRows === 1n
}

export const selectDiversion = (tx: Tx, referralId: string): Promise<DiversionRow | undefined> =>
  db(tx).selectFrom('diversion').selectAll().where('referralId', '=', referralId).executeTakeFirst()

/** The newest first, as far as the actor may see them. */
export const selectDiversions = (tx: Tx, limit: number, offset: number): Promise<DiversionRow[]> =>
  db(tx)
    .selectFrom('diversion')
    .selectAll()
    .orderBy('openedAt', 'desc')
    .orderBy('referralId')
    .limit(limit)
    .offset(offset)
    .execute()

/** What was done on these, in the order in which it was, as far as the actor may see it. */
export const selectSteps = (tx: Tx, referralIds: readonly string[]): Promise<StepRow[]> =>
  referralIds.length === 0
    ? Promise.resolve([])
    : db(tx)
        .selectFrom('diversionStep')
        .selectAll()
        .where('referralId', 'in', referralIds)
        .orderBy('at')
        .orderBy('id')
        .execute()
