import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { FormFields } from '#platform/http/form-body.ts'
import type { SigningTables } from './signing.table.ts'

const drafts = (tx: Tx) => tables<SigningTables>(tx)

/** Begins a draft; one with this id that is there already stays as it is. */
export const insertReleaseDraft = async (
  tx: Tx,
  draft: {
    id: string
    jurisdictionId: string
    organizationId: string
    memberId: string
    personId: string
    fields: FormFields
  },
): Promise<void> => {
  await drafts(tx)
    .insertInto('releaseDraft')
    .values({ ...draft, fields: JSON.stringify(draft.fields) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** One's own draft; undefined when it was signed or given up, is a day old, or is somebody else's. */
export const selectReleaseDraft = (tx: Tx, id: string) =>
  drafts(tx)
    .selectFrom('releaseDraft')
    .select(['id', 'personId', 'fields', 'startedAt', 'expiresAt'])
    .where('id', '=', id)
    .executeTakeFirst()

export const updateReleaseDraft = async (tx: Tx, id: string, fields: FormFields): Promise<void> => {
  await drafts(tx)
    .updateTable('releaseDraft')
    .set({ fields: JSON.stringify(fields) })
    .where('id', '=', id)
    .execute()
}

export const deleteReleaseDraft = async (tx: Tx, id: string): Promise<void> => {
  await drafts(tx).deleteFrom('releaseDraft').where('id', '=', id).execute()
}

export const deleteOldReleaseDrafts = async (tx: Tx): Promise<void> => {
  await drafts(tx).deleteFrom('releaseDraft').where('expiresAt', '<=', sql<Date>`now()`).execute()
}
