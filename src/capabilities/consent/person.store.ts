import type { Insertable } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { ConsentTables } from './consent.table.ts'

/** @returns false when there is a person with this id already, whoever entered them */
export const insertPerson = async (tx: Tx, person: Insertable<ConsentTables['person']>): Promise<boolean> => {
  const written = await tables<ConsentTables>(tx)
    .insertInto('person')
    .values(person)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows) > 0
}

/** Whether the actor's own organization entered this person. */
export const hasPerson = async (tx: Tx, id: string): Promise<boolean> =>
  (await tables<ConsentTables>(tx)
    .selectFrom('person')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined
