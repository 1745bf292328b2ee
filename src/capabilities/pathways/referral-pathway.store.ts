import { type Insertable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { PathwayTables } from './pathways.table.ts'

const db = (tx: Tx) => tables<PathwayTables>(tx)

/** Writes under which version a referral stands, with the referral. */
export const insertReferralPathway = async (
  tx: Tx,
  pathway: Insertable<PathwayTables['referralPathway']>,
): Promise<void> => {
  await db(tx).insertInto('referralPathway').values(pathway).execute()
}

/** The version on which a referral of the actor's organization was made. */
export const selectPathwayVersionId = async (tx: Tx, referralId: string): Promise<string | undefined> =>
  (
    await db(tx)
      .selectFrom('referralPathway')
      .select('pathwayVersionId')
      .where('referralId', '=', referralId)
      .executeTakeFirst()
  )?.pathwayVersionId

/** The version on which a member referred last. */
export const selectLastUsed = async (tx: Tx, memberId: string): Promise<string | undefined> =>
  (
    await db(tx)
      .selectFrom('referralPathway')
      .select('pathwayVersionId')
      .where('fromMemberId', '=', memberId)
      .orderBy('madeAt', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.pathwayVersionId

/**
 * How many referrals of the county were made under each of these versions, rounded down to tens; 0 for fewer than 11, and
 * for nobody but managers.
 */
export const countOnVersions = async (
  tx: Tx,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ versionId: string; referrals: number }>`
    select version_id, referrals from count_on_versions(${versionIds})`.execute(db(tx))
  return new Map(rows.map(({ versionId, referrals }) => [versionId, referrals]))
}
