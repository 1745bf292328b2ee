import type { Insertable } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { NetworkTables } from './network.table.ts'

const db = (tx: Tx) => tables<NetworkTables>(tx)

/** Whether the actor sees such a row: whoever may not add one may still add to one that is there. */
const isThere = async (tx: Tx, table: 'provider' | 'site', id: string): Promise<boolean> =>
  (await db(tx).selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()) !== undefined

export const insertProvider = async (tx: Tx, row: Insertable<NetworkTables['provider']>): Promise<void> => {
  if (row.id && (await isThere(tx, 'provider', row.id))) return
  await db(tx)
    .insertInto('provider')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

export const insertSite = async (tx: Tx, row: Insertable<NetworkTables['site']>): Promise<void> => {
  if (row.id && (await isThere(tx, 'site', row.id))) return
  await db(tx)
    .insertInto('site')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** Adds a service. Whether it was not there yet. */
export const insertService = async (tx: Tx, row: Insertable<NetworkTables['service']>): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('service')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Keeps a county's name of a place; said again, its new coordinates. */
export const keepPlace = (tx: Tx, row: Insertable<NetworkTables['place']>) =>
  db(tx)
    .insertInto('place')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['jurisdictionId', 'name'])
        .doUpdateSet({ latitude: row.latitude, longitude: row.longitude }),
    )
    .execute()
