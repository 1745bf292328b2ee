import { record } from '#audit'
import { findOrganizations, getCounty } from '#identity'
import type { MemberActor, Trace } from '#kernel/actor.ts'
import { type Day, dayAt } from '#kernel/calendar-day.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { type CompletionRow, selectByCode, selectCompletion, updateRevoked } from './completion.store.ts'

/** Whether a certificate holds today. */
export type CertificateState = 'valid' | 'expired' | 'revoked'

export const certificateState = (
  { revokedAt, expiresOn }: { readonly revokedAt: Date | null; readonly expiresOn: Day | null },
  today: Day,
): CertificateState => {
  if (revokedAt) return 'revoked'
  return expiresOn !== null && expiresOn < today ? 'expired' : 'valid'
}

/** What whoever holds a certificate may know of it: what stands on it, and whether it holds. */
export type VerifiedCertificate = NonNullable<Awaited<ReturnType<typeof selectByCode>>> & {
  readonly organizationName: string
  readonly state: CertificateState
}

/** The certificate with a code. Asked as a visitor, who sees this one and no other. */
export const verifyCertificate = (
  asActor: AsActor,
  trace: Trace,
  code: string,
  now: Date,
): Promise<VerifiedCertificate | undefined> =>
  asActor({ kind: 'visitor', claim: code, trace }, async (tx) => {
    const found = await selectByCode(tx, code)
    if (!found) return undefined
    const organizations = await findOrganizations(tx, [found.organizationId])
    const { timeZone } = await getCounty(tx, found.jurisdictionId)
    return {
      ...found,
      organizationName: organizations.get(found.organizationId)?.name ?? '',
      state: certificateState(found, dayAt(now, timeZone)),
    }
  })

/** A certificate that the actor may see: their own, or one of their organization if they supervise training. */
export const findCertificate = (tx: Tx, id: string): Promise<CompletionRow | undefined> =>
  selectCompletion(tx, id)

/**
 * Takes a certificate back. It still can be verified, and says so; its reason is for the organization alone.
 *
 * @param because a sentence, for whoever asks later
 */
export const revokeCertificate = (
  asActor: AsActor,
  actor: MemberActor,
  id: string,
  because: string,
): Promise<{ readonly memberId: string } | Refusal<'not-held'>> =>
  asActor(actor, async (tx) => {
    const revoked = await updateRevoked(tx, id, {
      revokedByMemberId: actor.memberId,
      revokedBecause: because,
    })
    await record(tx, {
      ...{ action: 'training.revoke', subjectKind: 'training-completion', subjectIds: [id] },
      outcome: revoked ? 'done' : 'refused',
    })
    return revoked ?? { refused: 'not-held' }
  })
