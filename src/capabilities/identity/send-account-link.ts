import { type Id, newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import type { Job } from '#platform/jobs/job.ts'
import { sendOnce } from '#platform/mail/send-once.ts'
import { findLinkToSend } from './account-link.store.ts'
import { signAccountLink } from './account-token.ts'
import type { Postage } from './postage.ts'

export const SEND_ACCOUNT_LINK = { name: 'send-account-link', retries: 10 } as const

type LinkLetter = { readonly messageId: Id<'message'>; readonly linkId: Id<'account-link'> }

/** Leaves it to be done that a link is sent, if there is one by then. */
export const leaveLink = (tx: Tx, linkId: Id<'account-link'>): void =>
  tx.enqueue<LinkLetter>(SEND_ACCOUNT_LINK, { messageId: newId(), linkId })

const TEXTS = {
  asked: {
    subject: 'Choose a new Causeway password',
    text: 'Somebody asked for a new password for your Causeway account. If it was you, choose one here within 30 minutes. You will need a code too.',
    end: 'If it was not you, you need do nothing: your password stays as it is.',
  },
  'new-password': {
    subject: 'Please choose a new Causeway password',
    text: 'An administrator of your organization asks you to choose a new password. The one from before no longer works. Choose another here within two days. You will need a code too.',
    end: 'The link works once. Please do not pass it on.',
  },
  'begin-again': {
    subject: 'Set your Causeway account up again',
    text: 'An administrator of your organization lets you set up your account again, with a new password and new codes. Do it here within two days.',
    end: 'The link works once. Please do not pass it on. If you did not ask for this, tell them.',
  },
} as const

/** Sends a link to a member's own address. The message names nobody and no organization (P2-032). */
export const sendAccountLinkJob = ({ asActor, mailer, linkKey, origin }: Postage): Job<never> =>
  ({
    ...SEND_ACCOUNT_LINK,
    run: ({ messageId, linkId }: LinkLetter) =>
      sendOnce(asActor, mailer, SEND_ACCOUNT_LINK.name, messageId, {
        write: async (tx) => {
          const link = await findLinkToSend(tx, linkId)
          if (!link) return undefined
          const { subject, text, end } = TEXTS[link.madeBy ? link.purpose : 'asked']
          const address = `${origin}/account-link/${signAccountLink(linkKey, 'account', { id: linkId, round: 0 })}`
          return { to: link.email, subject, text: `${text}\n\n${address}\n\n${end}\n` }
        },
      }),
  }) as Job<never>
