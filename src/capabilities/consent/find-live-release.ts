import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { type LiveLine, selectLiveLines } from './release.store.ts'

/** What a live release lets one organization know about one person: what a restriction left of it. */
export type LiveRelease = Omit<LiveLine, 'id'> & { readonly lineId: Id<'release-line'> }

/**
 * The live release lines about a person that name an organization; none if the person signed nothing, stopped it, or
 * it ended. Judged by the database's clock at each call (P2-016).
 */
export const findLiveReleases = async (
  tx: Tx,
  personId: Id<'person'>,
  recipient: Id<'organization'>,
): Promise<LiveRelease[]> =>
  (await selectLiveLines(tx, personId, recipient)).map(({ id, ...line }) => ({ lineId: id, ...line }))
