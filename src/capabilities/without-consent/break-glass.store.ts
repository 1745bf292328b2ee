import { type Insertable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { BreakGlassTables } from './break-glass.table.ts'

/** @returns false when it was opened before with this id */
export const insertBreakGlass = async (
  tx: Tx,
  opened: Insertable<BreakGlassTables['breakGlass']>,
): Promise<boolean> => {
  const written = await tables<BreakGlassTables>(tx)
    .insertInto('breakGlass')
    .values(opened)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows) > 0
}

const rows = (tx: Tx) =>
  tables<BreakGlassTables>(tx)
    .selectFrom('breakGlass')
    .selectAll()
    .select(sql<boolean>`open_until > now()`.as('isOpen'))

/** One that the actor may see, and whether it is open by the database's clock. */
export const selectBreakGlass = (tx: Tx, id: string) => rows(tx).where('id', '=', id).executeTakeFirst()

/** The newest first; what waits for its review before all others. */
export const selectBreakGlasses = (tx: Tx, limit: number, id?: string) =>
  rows(tx)
    .$if(id !== undefined, (one) => one.where('id', '=', id ?? ''))
    .orderBy(sql`reviewed_at is null`, 'desc')
    .orderBy('openedAt', 'desc')
    .limit(limit)
    .execute()

/** @returns false when it was reviewed before, or is not the actor's to review */
export const writeReview = async (
  tx: Tx,
  id: string,
  review: { finding: 'justified' | 'not-justified'; reviewNote: string | null; reviewedByMemberId: string },
): Promise<boolean> => {
  const written = await tables<BreakGlassTables>(tx)
    .updateTable('breakGlass')
    .set({ ...review, reviewedAt: sql<Date>`now()` })
    .where('id', '=', id)
    .where('reviewedAt', 'is', null)
    .executeTakeFirst()
  return Number(written.numUpdatedRows) > 0
}
