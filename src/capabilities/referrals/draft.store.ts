import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { ReferralTables } from './referrals.table.ts'

export const upsertDraft = async (
  tx: Tx,
  draft: { id: string; jurisdictionId: string; memberId: string; fields: Record<string, readonly string[]> },
): Promise<void> => {
  const fields = JSON.stringify(draft.fields)
  await tables<ReferralTables>(tx)
    .insertInto('referralDraft')
    .values({ ...draft, fields })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        fields,
        savedAt: sql<Date>`now()`,
        expiresAt: sql<Date>`now() + interval '20 hours'`,
      }),
    )
    .execute()
}

export const selectDraft = (tx: Tx, id: string) =>
  tables<ReferralTables>(tx)
    .selectFrom('referralDraft')
    .select(['id', 'fields', 'savedAt'])
    .where('id', '=', id)
    .where('expiresAt', '>', sql<Date>`now()`)
    .executeTakeFirst()

export const selectNewestDraft = (tx: Tx, memberId: string) =>
  tables<ReferralTables>(tx)
    .selectFrom('referralDraft')
    .select(['id', 'savedAt'])
    .where('memberId', '=', memberId)
    .where('expiresAt', '>', sql<Date>`now()`)
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
