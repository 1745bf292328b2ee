import type { Insertable, Selectable } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { SupplyTables } from './supplies.table.ts'

const db = (tx: Tx) => tables<SupplyTables>(tx)

export type QuarterRow = Selectable<SupplyTables['supplyQuarter']>

export const selectQuarters = (
  tx: Tx,
  organizationId: string,
  codes: readonly string[],
): Promise<QuarterRow[]> =>
  db(tx)
    .selectFrom('supplyQuarter')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('quarter', 'in', codes)
    .execute()

/** What the organizations of the county sent of a quarter, as far as the actor may see it. */
export const selectSent = (tx: Tx, quarter: string): Promise<QuarterRow[]> =>
  db(tx).selectFrom('supplyQuarter').selectAll().where('quarter', '=', quarter).orderBy('sentAt').execute()

export const insertQuarter = async (
  tx: Tx,
  quarter: Insertable<SupplyTables['supplyQuarter']>,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('supplyQuarter')
    .values(quarter)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return written.numInsertedOrUpdatedRows === 1n
}
