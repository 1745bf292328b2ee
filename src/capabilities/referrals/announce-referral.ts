import { record } from '#audit'
import { findOrganizations, getCounty } from '#identity'
import { newId } from '#kernel/ids.ts'
import { getService } from '#network'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import { sendOnce } from '#platform/mail/send-once.ts'
import { partiesOf } from './answer-referral.ts'
import { signLink } from './answer-token.ts'
import { ANNOUNCE, CLOCK_RAN_OUT, type ClockWork, EXPIRE_LINK, type LinkWork } from './referral-jobs.ts'
import { insertStep, type ReferralRow, selectAnswer, selectLink, selectReferral } from './referrals.store.ts'

export type Postage = {
  readonly asActor: AsActor
  readonly mailer: Mailer | undefined
  readonly linkKey: Buffer
  /** The address that people use, without a slash at the end. */
  readonly origin: string
}

/**
 * Tells the place that somebody was referred to it, with a signed link. The message says nothing about the person,
 * and its subject nothing about substance use (P2-032): mail is read by more people than one thinks.
 *
 * It goes out also when the place has answered at its desk by then. The sender sees when it was delivered, and if that
 * hung on the answer, a mail server that was down would tell them of it (P2-050).
 */
export const announceReferral = (postage: Postage, work: LinkWork): Promise<void> =>
  sendOnce(postage.asActor, postage.mailer, ANNOUNCE.name, work.messageId, {
    write: async (tx) => {
      const { link, referral } = await getLinked(tx, work.linkId)
      const isNeeded = link.purpose === 'answer' || !link.usedAt
      if (referral.withdrawnAt || link.hasEnded || !isNeeded) return undefined
      const to = await addressOf(tx, referral)
      return to ? { to, ...letter(link.purpose, linkAddress(postage, link)) } : undefined
    },
    whenSent: async (tx) => {
      const { link, referral } = await getLinked(tx, work.linkId)
      if (link.purpose === 'answer')
        await insertStep(tx, {
          ...partiesOf(referral),
          id: newId(),
          referralId: referral.id,
          step: 'delivered',
          byOrganizationId: null,
          byMemberId: null,
          byLinkId: null,
        })
      await recordOn(tx, 'referrals.announce', referral.id, work)
    },
  })

const recordOn = (
  tx: Tx,
  action: `referrals.${string}`,
  referralId: string,
  { jurisdictionId }: { jurisdictionId: string },
): Promise<void> =>
  record(tx, {
    action,
    subjectKind: 'referral',
    subjectIds: [referralId],
    outcome: 'done',
    jurisdictionId,
  })

const letter = (purpose: 'answer' | 'confirm-arrival', link: string) =>
  purpose === 'answer'
    ? {
        subject: 'Somebody is waiting for your answer',
        text: `A partner asks whether you can take somebody on.\n\nSee what they need, and answer:\n${link}\n\nYou need no account. The link works once, for your organization alone: please do not pass it on.\n`,
      }
    : {
        subject: 'Thank you. Please tell us when they arrive',
        text: `You said yes. When they are with you, confirm it here:\n${link}\n\nThe link also shows how to reach them, if they agreed to that. Please do not pass it on.\n`,
      }

/**
 * The handoff clock ran out. If nobody has answered, the place is reminded and the county's coordinator is told, who
 * learns nothing about the person.
 */
export const handoffClockRanOut = async (postage: Postage, work: ClockWork): Promise<void> => {
  const unanswered = async (tx: Tx): Promise<ReferralRow | undefined> => {
    const referral = await selectReferral(tx, work.referralId)
    return referral && !referral.withdrawnAt && !(await selectAnswer(tx, work.referralId))
      ? referral
      : undefined
  }
  await sendOnce(postage.asActor, postage.mailer, CLOCK_RAN_OUT.name, work.toMessageId, {
    write: async (tx) => {
      const referral = await unanswered(tx)
      const to = referral && (await addressOf(tx, referral))
      return to
        ? {
            to,
            subject: 'Somebody is still waiting for your answer',
            text: 'The time to answer has run out, and the question is still open. Use the link in our first message, or sign in to your desk, to answer: a no helps too.\n',
          }
        : undefined
    },
    whenSent: (tx) => recordOn(tx, 'referrals.clock-ran-out', work.referralId, work),
  })
  await sendOnce(postage.asActor, postage.mailer, CLOCK_RAN_OUT.name, work.coordinatorMessageId, {
    write: async (tx) => {
      const referral = await unanswered(tx)
      const to = referral && (await getCounty(tx, referral.jurisdictionId)).coordinatorEmail
      return to
        ? {
            to,
            subject: 'A handoff clock ran out',
            text: 'A referral in your county has had no answer in the time that was promised. Please call the place that was asked.\n',
          }
        : undefined
    },
  })
}

/** A link ended without an answer: the place can no longer see the referral, and the record says when that came. */
export const expireLink = (postage: Postage, work: LinkWork): Promise<void> =>
  postage.asActor({ kind: 'job', name: EXPIRE_LINK.name }, async (tx) => {
    const { link, referral } = await getLinked(tx, work.linkId)
    if (referral.withdrawnAt || link.usedAt || (await selectAnswer(tx, referral.id))) return
    await recordOn(tx, 'referrals.expire', referral.id, work)
  })

/** @throws when there is no such link: a job is written in the transaction that makes it, so none can be missing */
const getLinked = async (tx: Tx, linkId: string) => {
  const link = await selectLink(tx, linkId)
  const referral = link && (await selectReferral(tx, link.referralId))
  if (!link || !referral) throw new Error('A job names a link that is not there.')
  return { link, referral }
}

const addressOf = async (tx: Tx, referral: ReferralRow): Promise<string | undefined> => {
  const service = await getService(tx, referral.toServiceId)
  const organization = (await findOrganizations(tx, [referral.toOrganizationId])).get(
    referral.toOrganizationId,
  )
  return service?.intakeEmail ?? organization?.intakeEmail ?? undefined
}

/** The address of a signed link. */
export const linkAddress = (
  { linkKey, origin }: Pick<Postage, 'linkKey' | 'origin'>,
  link: { id: string; expiresAt: Date },
): string => `${origin}/answer/${signLink(linkKey, { linkId: link.id, expiresAt: link.expiresAt })}`
