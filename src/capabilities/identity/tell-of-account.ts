import { derivedId, type Id, newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import type { Job } from '#platform/jobs/job.ts'
import { sendOnce } from '#platform/mail/send-once.ts'
import { findAddress, listAdministrators } from './account.store.ts'
import type { Postage } from './postage.ts'

export const TELL_OF_ACCOUNT = { name: 'tell-of-account', retries: 10 } as const

/** What a member is told by message, because somebody else may have done it (NIST SP 800-63B-4, 4.6). */
const WHAT_HAPPENED = {
  locked: {
    subject: 'Your Causeway account is locked',
    text: 'Signing in to your account failed five times within 15 minutes, so it is locked. An administrator of your organization can release it. If it was not you, tell them so.',
  },
  'password-changed': {
    subject: 'Your Causeway password was changed',
    text: 'The password of your account was changed, and every other session was ended. If it was not you, tell an administrator of your organization at once.',
  },
  'codes-changed': {
    subject: 'Your Causeway codes come from another app now',
    text: 'Another authenticator app was set up for your account. If it was not you, tell an administrator of your organization at once.',
  },
  'recovery-code-used': {
    subject: 'A recovery code of your Causeway account was used',
    text: 'Somebody signed in to your account with one of its recovery codes. If it was not you, tell an administrator of your organization at once.',
  },
  'recovery-codes-made': {
    subject: 'Your Causeway account has new recovery codes',
    text: 'New recovery codes were made for your account; the ones from before no longer work. If it was not you, tell an administrator of your organization at once.',
  },
  'begun-again': {
    subject: 'Your Causeway account was set up again',
    text: 'Password and codes of your account were set up again by a link from an administrator of your organization. If it was not you, tell them at once.',
  },
} as const

export type AccountNews = keyof typeof WHAT_HAPPENED

type News = {
  readonly messageId: Id<'message'>
  readonly memberId: Id<'member'>
  readonly what: AccountNews
}

/** Leaves it to be done that a member is told what happened to their account. */
export const tellOfAccount = (tx: Tx, member: { readonly memberId: Id<'member'> }, what: AccountNews): void =>
  tx.enqueue<News>(TELL_OF_ACCOUNT, { messageId: newId(), memberId: member.memberId, what })

/**
 * Tells a member what happened to their account. That one is locked, its organization's administrators learn too, who
 * alone can release it; the message names nobody, because mail is read by more people than one thinks.
 */
export const tellOfAccountJob = ({ asActor, mailer, origin }: Omit<Postage, 'linkKey'>): Job<never> =>
  ({
    ...TELL_OF_ACCOUNT,
    run: async ({ messageId, memberId, what }: News) => {
      await sendOnce(asActor, mailer, TELL_OF_ACCOUNT.name, messageId, {
        write: async (tx) => {
          const to = await findAddress(tx, memberId)
          const { subject, text } = WHAT_HAPPENED[what]
          return to ? { to, subject, text: `${text}\n` } : undefined
        },
      })
      if (what !== 'locked') return
      const job = { kind: 'job', name: TELL_OF_ACCOUNT.name } as const
      for (const administrator of await asActor(job, (tx) => listAdministrators(tx, memberId)))
        await sendOnce(
          asActor,
          mailer,
          TELL_OF_ACCOUNT.name,
          derivedId('message', `${messageId} ${administrator.id}`),
          {
            write: async () => ({
              to: administrator.email,
              subject: 'An account of your organization is locked',
              text: `Signing in to it failed five times within 15 minutes. Ask whose it is whether it was they, and release it:\n${origin}/members?show=locked\n`,
            }),
          },
        )
    },
  }) as Job<never>
