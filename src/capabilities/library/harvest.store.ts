import { sql, type Updateable } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { HarvestRow, LibraryTables } from './library.table.ts'
import type { Rights } from './record.ts'

/** The harvest of a set of a library; made where there is none, and whose words its abstracts are is said anew. */
export const openHarvest = (
  tx: Tx,
  harvest: { readonly id: string; readonly url: string; readonly set: string; readonly rights: Rights },
): Promise<HarvestRow> =>
  tables<LibraryTables>(tx)
    .insertInto('libraryHarvest')
    .values({ id: harvest.id, url: harvest.url, setSpec: harvest.set, rights: harvest.rights })
    .onConflict((conflict) => conflict.columns(['url', 'setSpec']).doUpdateSet({ rights: harvest.rights }))
    .returningAll()
    .executeTakeFirstOrThrow()

export const updateHarvest = async (
  tx: Tx,
  id: string,
  change: Updateable<LibraryTables['libraryHarvest']>,
): Promise<void> => {
  await tables<LibraryTables>(tx).updateTable('libraryHarvest').set(change).where('id', '=', id).execute()
}

export const listHarvests = (tx: Tx): Promise<HarvestRow[]> =>
  tables<LibraryTables>(tx).selectFrom('libraryHarvest').selectAll().orderBy('url').execute()

/** Leaves tombstones of what a source says is gone. @returns how many were there */
export const removeOfSource = async (tx: Tx, source: string, keys: readonly string[]): Promise<number> => {
  if (keys.length === 0) return 0
  const { numUpdatedRows } = await tables<LibraryTables>(tx)
    .updateTable('libraryRecord')
    .set({
      ...{ deletedAt: sql<Date>`now()`, authors: [], abstract: null, finding: null, usefulFor: null },
      ...{ evidenceReason: null, rightsNote: null },
    })
    .where('source', '=', source)
    .where('sourceKey', 'in', [...keys])
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
