import { type Id, newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import type { Job } from '#platform/jobs/job.ts'
import { sendOnce } from '#platform/mail/send-once.ts'
import { signAccountLink } from './account-token.ts'
import { findInvitationToSend } from './invitation.store.ts'
import { INVITATION_DAYS } from './invitation.ts'
import type { Postage } from './postage.ts'

export const SEND_INVITATION = { name: 'send-invitation', retries: 10 } as const

type InvitationLetter = { readonly messageId: Id<'message'>; readonly invitationId: Id<'invitation'> }

/** Leaves it to be done that an invitation is sent. */
export const leaveInvitation = (tx: Tx, invitationId: Id<'invitation'>): void =>
  tx.enqueue<InvitationLetter>(SEND_INVITATION, { messageId: newId(), invitationId })

/**
 * Sends an invitation. The message names nobody and no organization, whose name can say what it helps with (P2-032);
 * the page behind the link does.
 */
export const sendInvitationJob = ({ asActor, mailer, linkKey, origin }: Postage): Job<never> =>
  ({
    ...SEND_INVITATION,
    run: ({ messageId, invitationId }: InvitationLetter) =>
      sendOnce(asActor, mailer, SEND_INVITATION.name, messageId, {
        write: async (tx) => {
          const found = await findInvitationToSend(tx, invitationId)
          if (!found) return undefined
          const token = signAccountLink(linkKey, 'invitation', { id: invitationId, round: found.round })
          return {
            to: found.email,
            subject: 'You are invited to Causeway',
            text: `Somebody you work with asks you to have an account in Causeway.\n\nSee who, and set it up in about three minutes, with your phone at hand:\n${origin}/invitation/${token}\n\nThe link works once, for ${INVITATION_DAYS} days, for you alone: please do not pass it on. If you expected nothing like this, you need do nothing.\n`,
          }
        },
      }),
  }) as Job<never>
