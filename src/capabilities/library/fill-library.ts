import type { AsActor } from '#platform/database/as-actor.ts'
import { upsertRecords } from './records.store.ts'
import { shippedRecords } from './shipped-records.ts'

/**
 * Brings the collection of this program into the database. However often the program starts, a record is written once,
 * and again only when what ships says something new of it.
 */
export const fillLibrary = async (asActor: AsActor): Promise<void> => {
  await asActor({ kind: 'operator' }, (tx) => upsertRecords(tx, shippedRecords()))
}
