import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { selectLiveLines } from './consent.store.ts'
import type { PoliceDataClass } from './data-classes.ts'

/** What live releases let one organization know about one person. */
export type LiveRelease = {
  readonly lineId: string
  readonly fromOrganizationId: string
  readonly dataClasses: readonly PoliceDataClass[]
  readonly expiresAt: Date
}

/**
 * The live release lines about a person that name an organization; none if the person signed nothing, stopped it, or
 * it ended. Judged by the database's clock at each call (P2-016).
 */
export const findLiveReleases = async (
  tx: Tx,
  personId: Id<'person'>,
  recipient: Id<'organization'>,
): Promise<LiveRelease[]> =>
  (await selectLiveLines(tx, personId, recipient)).map(
    ({ id, fromOrganizationId, dataClasses, expiresAt }) => ({
      lineId: id,
      fromOrganizationId,
      dataClasses,
      expiresAt,
    }),
  )
