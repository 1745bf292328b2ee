import { type Insertable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { ConsentTables } from './consent.table.ts'

/** @returns false when it was asked before with this id */
export const insertRestriction = async (
  tx: Tx,
  restriction: Insertable<ConsentTables['releaseRestriction']>,
): Promise<boolean> => {
  const written = await tables<ConsentTables>(tx)
    .insertInto('releaseRestriction')
    .values(restriction)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows) > 0
}

/** @returns false when it was lifted before, or is not the actor's to lift */
export const liftRestrictionRow = async (tx: Tx, id: string): Promise<boolean> => {
  const lifted = await tables<ConsentTables>(tx)
    .updateTable('releaseRestriction')
    .set({ liftedAt: sql<Date>`now()` })
    .where('id', '=', id)
    .where('liftedAt', 'is', null)
    .executeTakeFirst()
  return Number(lifted.numUpdatedRows) > 0
}

export const selectRestrictions = (tx: Tx, personId: string) =>
  tables<ConsentTables>(tx)
    .selectFrom('releaseRestriction')
    .select([
      'id',
      'fromOrganizationId',
      'recipientOrganizationId',
      'dataClasses',
      'askedHow',
      'askedAt',
      'liftedAt',
    ])
    .where('personId', '=', personId)
    .orderBy('askedAt', 'desc')
    .execute()
