import type { Insertable } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { ChargeTables } from './charges.table.ts'

/** @returns false when a charge with this id was recorded before */
export const insertHeldCharge = async (
  tx: Tx,
  charge: Insertable<ChargeTables['heldCharge']>,
): Promise<boolean> => {
  const written = await tables<ChargeTables>(tx)
    .insertInto('heldCharge')
    .values(charge)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows) > 0
}

/** @returns whose charge it was; undefined when it was decided before, or is not the actor's organization's */
export const disposeHeldCharge = async (
  tx: Tx,
  id: string,
  decided: { disposition: 'not-filed' | 'filed' | 'dismissed'; disposedByMemberId: string },
): Promise<{ personId: string } | undefined> =>
  tables<ChargeTables>(tx)
    .updateTable('heldCharge')
    .set(decided)
    .where('id', '=', id)
    .where('disposition', 'is', null)
    .returning('personId')
    .executeTakeFirst()

export const selectHeldCharges = (tx: Tx, personId: string) =>
  tables<ChargeTables>(tx)
    .selectFrom('heldCharge')
    .select(['id', 'heldByOrganizationId', 'reference', 'decideBy', 'disposition', 'disposedAt'])
    .where('personId', '=', personId)
    .orderBy('recordedAt', 'desc')
    .execute()
