import { record } from '#audit'
import { getCounty } from '#identity'
import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import type { AnswerInput } from './referral.ts'
import { ANNOUNCE, type LinkWork } from './referral-jobs.ts'
import {
  insertAnswer,
  insertLink,
  insertStep,
  lockReferral,
  markLinksUsed,
  type ReferralRow,
  selectAnswer,
  selectArrivalLink,
  selectReferral,
} from './referrals.store.ts'

export type Receiver = Extract<Actor, { kind: 'member' | 'token' | 'link' }>

export type Answered = {
  readonly referralId: string
  /** After a yes by signed link: the link with which the place confirms the arrival. */
  readonly nextLink: { readonly id: string; readonly expiresAt: Date } | undefined
}

export type AnswerRefusal = Refusal<'already-answered' | 'not-open'>

/**
 * Answers a referral for the place that was asked: yes, yes for a day, or no with a reason. Of two people who answer
 * at once the first counts, and the other is told; the same answer by the same hand is given once, however often it
 * comes. A no makes the place forget the referral with the same statement.
 */
export const answerReferral = (
  asActor: AsActor,
  actor: Receiver,
  referralId: string,
  input: AnswerInput,
): Promise<Answered | AnswerRefusal> =>
  asActor<Answered | AnswerRefusal>(actor, async (tx) => {
    await lockReferral(tx, referralId)
    const given = {
      answer: input.answer,
      forDate: input.answer === 'accepted-for-date' ? (input.forDate ?? null) : null,
      reason: input.answer === 'declined' ? (input.reason ?? null) : null,
      memberId: actor.kind === 'member' ? actor.memberId : null,
      linkId: actor.kind === 'link' ? actor.linkId : null,
    }
    const before = await selectAnswer(tx, referralId)
    if (before)
      return isSame(before, given)
        ? {
            referralId,
            nextLink: actor.kind === 'link' ? await selectArrivalLink(tx, referralId) : undefined,
          }
        : { refused: 'already-answered' }
    const referral = await selectReferral(tx, referralId)
    if (!referral || referral.toOrganizationId !== actor.organizationId) return { refused: 'not-open' }

    await insertAnswer(tx, {
      ...given,
      referralId,
      jurisdictionId: referral.jurisdictionId,
      toOrganizationId: actor.organizationId,
    })
    await insertStep(tx, {
      ...partiesOf(referral),
      id: newId(),
      referralId,
      step: input.answer === 'declined' ? 'declined' : 'accepted',
      byOrganizationId: actor.organizationId,
      byMemberId: given.memberId,
      byLinkId: given.linkId,
    })
    const nextLink =
      actor.kind === 'link' && input.answer !== 'declined' ? await makeArrivalLink(tx, referral) : undefined
    await markLinksUsed(tx, referralId, 'answer')
    await record(tx, {
      action: 'referrals.answer',
      subjectKind: 'referral',
      subjectIds: [referralId],
      outcome: 'done',
      dataClasses: ['placement', 'handoff'],
    })
    return { referralId, nextLink }
  })

const isSame = <Given extends object>(before: Record<keyof Given, unknown>, given: Given): boolean =>
  (Object.keys(given) as (keyof Given)[]).every((name) => before[name] === given[name])

/** Who a step of this referral is between. */
export const partiesOf = (referral: ReferralRow) => ({
  jurisdictionId: referral.jurisdictionId,
  personId: referral.personId,
  fromOrganizationId: referral.fromOrganizationId,
  toOrganizationId: referral.toOrganizationId,
})

const makeArrivalLink = async (tx: Tx, referral: ReferralRow) => {
  const county = await getCounty(tx, referral.jurisdictionId)
  const link = {
    id: newId<'answer-link'>(),
    expiresAt: new Date(Date.now() + county.linkValidSeconds * 1000),
  }
  await insertLink(tx, {
    ...link,
    referralId: referral.id,
    jurisdictionId: referral.jurisdictionId,
    toOrganizationId: referral.toOrganizationId,
    purpose: 'confirm-arrival',
  })
  tx.enqueue<LinkWork>(ANNOUNCE, {
    linkId: link.id,
    messageId: newId(),
    jurisdictionId: referral.jurisdictionId,
  })
  return link
}
