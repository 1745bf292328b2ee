import type { Trace } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { readAccountLink } from './account-token.ts'
import { findHeldInvitation, type HeldInvitation } from './invitation.store.ts'
import type { LinkKey } from './means.ts'

/** The invitation that a signed link names; undefined when it is none of ours, has ended, was taken back or accepted. */
export const openInvitation = async (
  trace: Trace,
  { asActor, keys }: { asActor: AsActor; keys: LinkKey },
  token: string,
): Promise<HeldInvitation | undefined> => {
  const claim = readAccountLink(keys.links, 'invitation', token)
  if (!claim) return undefined
  return asActor({ kind: 'visitor', claim: claim.id, trace }, (tx) => findHeldInvitation(tx, claim))
}
