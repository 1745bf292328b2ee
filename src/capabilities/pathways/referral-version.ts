import type { Tx } from '#platform/database/as-actor.ts'
import { selectVersion, type VersionRow } from './pathways.store.ts'
import { selectPathwayVersionId } from './referral-pathway.store.ts'

/** The version of a pathway under which a referral of the actor's organization stands; undefined where it has none. */
export const findReferralVersion = async (tx: Tx, referralId: string): Promise<VersionRow | undefined> => {
  const versionId = await selectPathwayVersionId(tx, referralId)
  return versionId === undefined ? undefined : selectVersion(tx, versionId)
}
