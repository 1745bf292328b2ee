import type { Trace } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { findHeldLink, type HeldLink } from './account-link.store.ts'
import { readAccountLink } from './account-token.ts'
import type { LinkKey } from './means.ts'

/**
 * What a link for an account is good for now, by the database's clock.
 *
 * @returns undefined for a link that was not made here, was altered, used, has ended, or whose account is closed or
 *   locked: whoever holds it learns no more than that
 */
export const openAccountLink = async (
  trace: Trace,
  { asActor, keys }: { asActor: AsActor; keys: LinkKey },
  token: string,
): Promise<HeldLink | undefined> => {
  const claim = readAccountLink(keys.links, 'account', token)
  if (!claim) return undefined
  const link = await asActor({ kind: 'visitor', claim: claim.id, trace }, (tx) => findHeldLink(tx, claim.id))
  return link?.isGood ? link : undefined
}
