import type { Insertable } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { ConsentTables } from './consent.table.ts'

export const insertPerson = async (tx: Tx, person: Insertable<ConsentTables['person']>): Promise<void> => {
  await tables<ConsentTables>(tx).insertInto('person').values(person).execute()
}

/** Whether the actor's own organization entered this person. */
export const hasPerson = async (tx: Tx, id: string): Promise<boolean> =>
  (await tables<ConsentTables>(tx)
    .selectFrom('person')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined
