import { record } from '#audit'
import { newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { partiesOf } from './answer-referral.ts'
import type { Sender } from './make-referral.ts'
import { insertStep, lockReferral, markWithdrawn, selectReferral } from './referrals.store.ts'

/**
 * Takes a referral back: the place that was asked stops seeing it with the next statement, and links to it end.
 * Taking it back again changes nothing.
 */
export const takeBackReferral = (
  asActor: AsActor,
  actor: Sender,
  referralId: string,
): Promise<{ referralId: string } | Refusal<'not-yours'>> =>
  asActor<{ referralId: string } | Refusal<'not-yours'>>(actor, async (tx) => {
    await lockReferral(tx, referralId)
    const referral = await selectReferral(tx, referralId)
    if (!referral || referral.fromOrganizationId !== actor.organizationId) return { refused: 'not-yours' }
    if (!(await markWithdrawn(tx, referralId))) return { referralId }
    await insertStep(tx, {
      ...partiesOf(referral),
      id: newId(),
      referralId,
      step: 'withdrawn',
      byOrganizationId: actor.organizationId,
      byMemberId: actor.kind === 'member' ? actor.memberId : null,
      byLinkId: null,
    })
    await record(tx, {
      action: 'referrals.take-back',
      subjectKind: 'referral',
      subjectIds: [referralId],
      outcome: 'done',
      dataClasses: ['own-submission'],
    })
    return { referralId }
  })
