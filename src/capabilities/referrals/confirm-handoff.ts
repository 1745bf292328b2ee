import { record } from '#audit'
import { newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { partiesOf, type Receiver } from './answer-referral.ts'
import { insertStep, markLinksUsed, selectAnswer, selectReferral } from './referrals.store.ts'

/**
 * Confirms the handoff from the actor's side: the sender that they handed the person over, the receiving place that
 * the person arrived. Confirming again changes nothing.
 *
 * @param personConfirms the person said so too
 */
export const confirmHandoff = (
  asActor: AsActor,
  actor: Receiver,
  referralId: string,
  personConfirms: boolean,
): Promise<{ referralId: string } | Refusal<'not-open' | 'not-accepted' | 'taken-back'>> =>
  asActor<{ referralId: string } | Refusal<'not-open' | 'not-accepted' | 'taken-back'>>(actor, async (tx) => {
    const referral = await selectReferral(tx, referralId)
    if (!referral) return { refused: 'not-open' }
    const isSender = referral.fromOrganizationId === actor.organizationId
    if (referral.withdrawnAt) return { refused: 'taken-back' }
    if (!isSender && !(await selectAnswer(tx, referralId))) return { refused: 'not-accepted' }
    await insertStep(tx, {
      ...partiesOf(referral),
      id: newId(),
      referralId,
      step: isSender ? 'handed-over' : 'arrived',
      byOrganizationId: actor.organizationId,
      byMemberId: actor.kind === 'member' ? actor.memberId : null,
      byLinkId: actor.kind === 'link' ? actor.linkId : null,
      personConfirms,
    })
    if (!isSender) await markLinksUsed(tx, referralId, 'confirm-arrival')
    await record(tx, {
      action: 'referrals.confirm',
      subjectKind: 'referral',
      subjectIds: [referralId],
      outcome: 'done',
      dataClasses: ['handoff'],
    })
    return { referralId }
  })
