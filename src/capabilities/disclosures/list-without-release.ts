import type { Tx } from '#platform/database/as-actor.ts'
import { selectWithoutRelease } from './ledger.store.ts'
import type { Basis } from './ledger.ts'

/** A member was told something on a ground that needs neither a release nor a referral, such as an emergency. */
export type ToldWithoutRelease = {
  readonly id: string
  readonly at: Date
  readonly personIds: readonly string[]
  readonly fromOrganizationId: string
  readonly toOrganizationId: string
  readonly toMemberId: string
  readonly basis: Basis
  readonly breakGlassId: string | null
  /** Whether their organization had been told of the person on a release or referral before. */
  readonly hadBasisBefore: boolean
}

/**
 * What was told in a county without a release or referral since then, the newest first, as far as the actor may read the
 * ledger.
 */
export const listToldWithoutRelease = async (
  tx: Tx,
  jurisdictionId: string,
  from: Date,
): Promise<ToldWithoutRelease[]> =>
  (await selectWithoutRelease(tx, jurisdictionId, from)).flatMap((told) =>
    told.toMemberId ? [{ ...told, toMemberId: told.toMemberId }] : [],
  )
