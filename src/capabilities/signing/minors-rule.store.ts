import type { Insertable } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { SigningTables } from './signing.table.ts'

export const insertMinorsRule = async (
  tx: Tx,
  rule: Insertable<SigningTables['minorsRule']>,
): Promise<void> => {
  await tables<SigningTables>(tx).insertInto('minorsRule').values(rule).execute()
}

export const deleteMinorsRule = async (tx: Tx, jurisdictionId: string): Promise<void> => {
  await tables<SigningTables>(tx)
    .deleteFrom('minorsRule')
    .where('jurisdictionId', '=', jurisdictionId)
    .execute()
}

export const selectMinorsRule = (tx: Tx, jurisdictionId: string) =>
  tables<SigningTables>(tx)
    .selectFrom('minorsRule')
    .select(['law', 'signers'])
    .where('jurisdictionId', '=', jurisdictionId)
    .executeTakeFirst()
