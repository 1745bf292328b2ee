import type { Actor, Trace } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { readLink } from './answer-token.ts'
import { selectLink } from './referrals.store.ts'

export type LinkActor = Extract<Actor, { kind: 'link' }>

/** What a link is good for now. */
export type OpenedLink = {
  readonly purpose: 'answer' | 'confirm-arrival'
  readonly state: 'good' | 'used' | 'ended'
  readonly actor: LinkActor
  readonly referralId: string
  readonly expiresAt: Date
}

/**
 * Finds out what a link is good for, by the database's clock.
 * @returns undefined for a link that was not made here or was altered
 */
export const openLink = async (
  asActor: AsActor,
  key: Buffer,
  token: string,
  trace: Trace,
): Promise<OpenedLink | undefined> => {
  const claim = readLink(key, token)
  if (!claim) return undefined
  const link = await asActor({ kind: 'visitor', claim: claim.linkId, trace }, (tx) =>
    selectLink(tx, claim.linkId),
  )
  if (!link) return undefined
  return {
    purpose: link.purpose,
    state: link.usedAt ? 'used' : link.hasEnded ? 'ended' : 'good',
    actor: {
      kind: 'link',
      linkId: link.id,
      referralId: link.referralId,
      organizationId: link.toOrganizationId,
      jurisdictionId: link.jurisdictionId,
      trace,
    },
    referralId: link.referralId,
    expiresAt: link.expiresAt,
  }
}
