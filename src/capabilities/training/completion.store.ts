import { type Insertable, type Selectable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { TrainingTables } from './training.table.ts'

const db = (tx: Tx) => tables<TrainingTables>(tx)

export type NewCompletion = Insertable<TrainingTables['trainingCompletion']>
export type CompletionRow = Selectable<TrainingTables['trainingCompletion']>

/** @returns how many were written; those that were recorded before are left as they are */
export const insertCompletions = async (tx: Tx, completions: readonly NewCompletion[]): Promise<number> => {
  if (completions.length === 0) return 0
  const written = await db(tx)
    .insertInto('trainingCompletion')
    .values([...completions])
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows)
}

/** What a member finished, the newest first. */
export const selectCompletionsOf = (tx: Tx, memberId: string): Promise<CompletionRow[]> =>
  db(tx)
    .selectFrom('trainingCompletion')
    .selectAll()
    .where('memberId', '=', memberId)
    .orderBy('completedOn', 'desc')
    .orderBy('id', 'desc')
    .execute()

export const selectCompletion = (tx: Tx, id: string): Promise<CompletionRow | undefined> =>
  db(tx).selectFrom('trainingCompletion').selectAll().where('id', '=', id).executeTakeFirst()

/** The certificate with a code, as far as whoever holds it may know it. */
export const selectByCode = (tx: Tx, code: string) =>
  db(tx)
    .selectFrom('trainingCompletion')
    .select([
      'name',
      'title',
      'part',
      'how',
      'organizationId',
      'completedOn',
      'expiresOn',
      'revokedAt',
      'jurisdictionId',
    ])
    .where('code', '=', code)
    .executeTakeFirst()

/** All that an organization's members finished and that was not revoked, for the roster. */
export const selectRoster = (tx: Tx, organizationId: string): Promise<CompletionRow[]> =>
  db(tx)
    .selectFrom('trainingCompletion')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('revokedAt', 'is', null)
    .orderBy('name')
    .orderBy('completedOn')
    .execute()

/**
 * What each member of an organization holds, as one text a member: “course=2027-03-31,course practice=”, without a day
 * where it holds for good. One row for each of thousands of members, not for each certificate.
 */
export const selectHoldings = async (
  tx: Tx,
  organizationId: string,
): Promise<readonly { readonly memberId: string; readonly held: string }[]> => {
  const { rows } = await sql<{ memberId: string; held: string }>`
    select member_id, string_agg(course || case part when 'practice' then ' practice=' else '=' end
      || coalesce(expires_on::text, ''), ',') as held
    from training_completion
    where organization_id = ${organizationId} and revoked_at is null
    group by member_id`.execute(db(tx))
  return rows
}

/** @returns the certificate that was taken back; undefined when it was before, or is not the actor's to take back */
export const updateRevoked = (
  tx: Tx,
  id: string,
  revoked: { readonly revokedByMemberId: string; readonly revokedBecause: string },
): Promise<{ memberId: string } | undefined> =>
  db(tx)
    .updateTable('trainingCompletion')
    .set({ ...revoked, revokedAt: new Date() })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .returning('memberId')
    .executeTakeFirst()
