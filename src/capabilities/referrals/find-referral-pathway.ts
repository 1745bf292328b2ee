import { findVersion } from '#pathways'
import type { Tx } from '#platform/database/as-actor.ts'
import { selectPathwayVersionId } from './referral-pathway.store.ts'

/** The version of a pathway under which a referral of the actor's organization stands; undefined where it has none. */
export const findReferralPathway = async (tx: Tx, referralId: string) => {
  const versionId = await selectPathwayVersionId(tx, referralId)
  return versionId === undefined ? undefined : findVersion(tx, versionId)
}
