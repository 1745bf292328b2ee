import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { ReferralTables } from './referrals.table.ts'

/** Keeps a draft, or what was typed since in one's own; somebody else's is left as it is. */
export const upsertDraft = async (
  tx: Tx,
  draft: { id: string; jurisdictionId: string; memberId: string; fields: Record<string, readonly string[]> },
): Promise<void> => {
  const fields = JSON.stringify(draft.fields)
  const written = await tables<ReferralTables>(tx)
    .insertInto('referralDraft')
    .values({ ...draft, fields })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (Number(written.numInsertedOrUpdatedRows) > 0) return
  await tables<ReferralTables>(tx)
    .updateTable('referralDraft')
    .set({ fields, savedAt: sql<Date>`now()`, expiresAt: sql<Date>`now() + interval '20 hours'` })
    .where('id', '=', draft.id)
    .execute()
}

/** A page saves what was typed while it sends it, so a draft can come in after its referral: that is none any more. */
const unsent = (tx: Tx) =>
  tables<ReferralTables>(tx)
    .selectFrom('referralDraft')
    .where('expiresAt', '>', sql<Date>`now()`)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('referral').whereRef('referral.id', '=', 'referralDraft.id'))),
    )

export const selectDraft = (tx: Tx, id: string) =>
  unsent(tx).select(['id', 'fields', 'savedAt']).where('id', '=', id).executeTakeFirst()

export const selectNewestDraft = (tx: Tx, memberId: string) =>
  unsent(tx)
    .select(['id', 'savedAt'])
    .where('memberId', '=', memberId)
    .orderBy('savedAt', 'desc')
    .executeTakeFirst()

export const deleteDraft = async (tx: Tx, id: string): Promise<void> => {
  await tables<ReferralTables>(tx).deleteFrom('referralDraft').where('id', '=', id).execute()
}

export const deleteEndedDrafts = async (tx: Tx): Promise<void> => {
  await tables<ReferralTables>(tx)
    .deleteFrom('referralDraft')
    .where('expiresAt', '<', sql<Date>`now()`)
    .execute()
}
