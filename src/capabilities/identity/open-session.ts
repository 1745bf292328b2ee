import type { Trace } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { findSession } from './identity.store.ts'
import { tokenHash } from './secret-token.ts'
import { ABSOLUTE_LIMIT_HOURS, type HalfSignedIn, type SignedIn, type TracedMember } from './signed-in.ts'

export type OpenSession =
  | { readonly signedIn: SignedIn; readonly halfSignedIn?: never }
  | { readonly halfSignedIn: HalfSignedIn; readonly signedIn?: never }

/**
 * Who holds a session's token. Limits, disabled accounts and closed organizations are judged by the database on each
 * call (ASVS 7.3.1, 7.3.2, 7.4.2), so that none of them waits for a nightly job.
 *
 * @returns undefined when the token opens nothing
 */
export const openSession = async (
  trace: Trace,
  asActor: AsActor,
  token: string,
): Promise<OpenSession | undefined> => {
  const claim = tokenHash(token)
  const found = await asActor({ kind: 'visitor', claim, trace }, (tx) => findSession(tx, claim), {
    atOnce: true,
  })
  if (!found) return undefined
  const { memberId, organizationId, jurisdictionId, roles } = found
  const actor: TracedMember = { kind: 'member', memberId, organizationId, jurisdictionId, roles, trace }
  if (!found.secondFactorAt)
    return { halfSignedIn: { actor, needs: found.totpConfirmedAt ? 'code' : 'enrolment' } }
  return {
    signedIn: {
      actor,
      name: found.name,
      title: found.title ?? undefined,
      organizationName: found.organizationName,
      organizationKind: found.organizationKind,
      isCriminalJustice: found.isCriminalJustice,
      isPart2Program: found.isPart2Program,
      jurisdictionName: found.jurisdictionName,
      timeZone: found.timeZone,
      sessionStartedAt: found.createdAt,
      secondFactorAt: found.secondFactorAt,
      handedOver:
        found.handedOverWithin && found.handedOverBack
          ? { within: found.handedOverWithin, back: found.handedOverBack }
          : undefined,
      sessionEndsAt: new Date(found.createdAt.getTime() + ABSOLUTE_LIMIT_HOURS * 3_600_000),
    },
  }
}
