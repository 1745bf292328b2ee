import type { Tx } from '#platform/database/as-actor.ts'
import type { LibraryRecord } from './record.ts'
import { selectRecords } from './records.store.ts'
import type { FoundRecords, LibrarySearch } from './search-query.ts'
import { searchRecords } from './search-records.store.ts'

/** What was found, with the records of this page. Only what the actor may see is found, and counted. */
export const searchLibrary = async (
  tx: Tx,
  search: LibrarySearch,
): Promise<{ readonly found: FoundRecords; readonly records: readonly LibraryRecord[] }> => {
  const found = await searchRecords(tx, search)
  return { found, records: await selectRecords(tx, found.ids) }
}
