import type { Insertable } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { AgreementTables } from './agreements.table.ts'

const db = (tx: Tx) => tables<AgreementTables>(tx)

/** Keeps a file. The same file of the same agreement is kept once. @returns the id by which it is kept */
export const insertDocument = async (
  tx: Tx,
  document: Insertable<AgreementTables['agreementDocument']>,
): Promise<string> => {
  await db(tx)
    .insertInto('agreementDocument')
    .values(document)
    .onConflict((conflict) => conflict.columns(['agreementId', 'sha256']).doNothing())
    .execute()
  const kept = await db(tx)
    .selectFrom('agreementDocument')
    .select('id')
    .where('agreementId', '=', document.agreementId)
    .where('sha256', '=', document.sha256)
    .executeTakeFirstOrThrow()
  return kept.id
}

/** The files of an agreement as far as the actor may see them, the first kept first, without what is in them. */
export const selectDocuments = (tx: Tx, agreementId: string) =>
  db(tx)
    .selectFrom('agreementDocument')
    .select(['id', 'title', 'mediaType', 'keptAt', 'keptByMemberId', 'organizationId'])
    .where('agreementId', '=', agreementId)
    .orderBy('keptAt')
    .orderBy('id')
    .execute()

export const selectDocument = (tx: Tx, agreementId: string, id: string) =>
  db(tx)
    .selectFrom('agreementDocument')
    .select(['mediaType', 'content', 'title'])
    .where('agreementId', '=', agreementId)
    .where('id', '=', id)
    .executeTakeFirst()
