import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { FormFields } from '#platform/http/form-body.ts'
import type { AgreementTables } from './agreements.table.ts'

const db = (tx: Tx) => tables<AgreementTables>(tx)

/** Keeps what was written so far, in place of what was there. */
export const upsertDraft = async (
  tx: Tx,
  draft: {
    id: string
    jurisdictionId: string
    organizationId: string
    savedByMemberId: string
    fields: FormFields
  },
): Promise<void> => {
  const { savedByMemberId } = draft
  const fields = JSON.stringify(draft.fields)
  await db(tx)
    .insertInto('agreementDraft')
    .values({ ...draft, fields })
    .onConflict((conflict) =>
      conflict
        .columns(['organizationId', 'id'])
        .doUpdateSet({ fields, savedByMemberId, savedAt: sql<Date>`now()` }),
    )
    .execute()
}

/** What the actor's organization is writing, the newest first. */
export const selectDrafts = (tx: Tx) =>
  db(tx).selectFrom('agreementDraft').selectAll().orderBy('savedAt', 'desc').limit(50).execute()

export const selectDraft = (tx: Tx, id: string) =>
  db(tx).selectFrom('agreementDraft').selectAll().where('id', '=', id).executeTakeFirst()

export const deleteDraft = async (tx: Tx, id: string): Promise<void> => {
  await db(tx).deleteFrom('agreementDraft').where('id', '=', id).execute()
}
