import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { selectInForce } from './agreements.store.ts'
import { askHasAttested, insertAttestation, selectAttestedUntil } from './attestation.store.ts'
import { ATTESTATION_TEXT } from './golden-rule.ts'

/** How a member stands to the golden rule. */
export type OwnStanding = {
  /** Whether their organization has accepted it: before that there is nothing to attest to. */
  readonly isAccepted: boolean
  /** Until when their attestation holds; undefined when they have to attest. */
  readonly attestedUntil: Date | undefined
}

export const findOwnStanding = (asActor: AsActor, actor: MemberActor): Promise<OwnStanding> =>
  asActor(actor, async (tx) => {
    const rule = await selectInForce(tx, actor.organizationId, 'golden-rule')
    return {
      isAccepted: rule !== undefined,
      attestedUntil: rule && (await selectAttestedUntil(tx, actor.memberId, rule.textVersion)),
    }
  })

/**
 * A member says that they keep the golden rule which their organization accepted: for a year from now (LEAD-04). Saying
 * so twice in a year is saying it once.
 */
export const attestGoldenRule = (
  asActor: AsActor,
  actor: MemberActor,
): Promise<{ isNew: boolean } | Refusal<'not-accepted'>> =>
  asActor<{ isNew: boolean } | Refusal<'not-accepted'>>(actor, async (tx) => {
    const rule = await selectInForce(tx, actor.organizationId, 'golden-rule')
    if (!rule) return { refused: 'not-accepted' }
    const isNew = await insertAttestation(tx, {
      id: newId(),
      jurisdictionId: actor.jurisdictionId,
      organizationId: actor.organizationId,
      memberId: actor.memberId,
      textVersion: rule.textVersion,
      textSha256: ATTESTATION_TEXT.sha256,
    })
    if (isNew)
      await record(tx, {
        action: 'agreements.attest',
        subjectKind: 'member',
        subjectIds: [actor.memberId],
        outcome: 'done',
      })
    return { isNew }
  })

/**
 * Whether the golden rule lets the actor of this transaction see participants: everybody but members of police and
 * courts who have not attested, and their systems while the organization has not accepted it. The database judges by the
 * same at each read.
 */
export const hasAttested = (tx: Tx): Promise<boolean> => askHasAttested(tx)
