import { record } from '#audit'
import { listColleagues } from '#identity'
import { derivedId, type Id, newId } from '#kernel/ids.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import type { Job, QueueSettings } from '#platform/jobs/job.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import { sendOnce } from '#platform/mail/send-once.ts'
import { endOf, REMINDER_DAYS, stateOf } from './agreement.ts'
import { insertReminder, selectEnding } from './agreement-reminder.store.ts'
import { selectAgreement, selectParties } from './agreements.store.ts'
import { isAnswering } from './who-answers.ts'

type Postage = {
  readonly asActor: AsActor
  readonly mailer: Mailer | undefined
  /** The address that people use, without a slash at the end. */
  readonly origin: string
}

type Word = {
  readonly agreementId: string
  readonly wordId: Id<'message'>
  readonly what: 'to-sign' | 'ends'
}

export const TELL_OF_AGREEMENT: QueueSettings = { name: 'tell-of-agreement', retries: 10 }
export const REMIND_OF_AGREEMENTS: QueueSettings = { name: 'remind-of-agreements', retries: 5 }
const TELLER = { kind: 'job', name: TELL_OF_AGREEMENT.name } as const

/** Leaves it to be done that whoever can sign for a party learns that an agreement waits for them. */
export const leaveToSign = (tx: Tx, agreementId: string): void =>
  tx.enqueue<Word>(TELL_OF_AGREEMENT, { agreementId, wordId: newId(), what: 'to-sign' })

/** Each day, leaves a reminder for the parties of what ends in 90, 30 or 7 days and has no successor: each once. */
export const remindOfAgreements = (asActor: AsActor, now: Date): Promise<void> =>
  asActor(TELLER, async (tx) => {
    for (const agreement of await selectEnding(tx, REMINDER_DAYS[0])) {
      const left = endOf(agreement).getTime() - now.getTime()
      const days = REMINDER_DAYS.findLast((limit) => left <= limit * 86_400_000)
      const { id, jurisdictionId } = agreement
      if (!days || !(await insertReminder(tx, { agreementId: id, jurisdictionId, days }))) continue
      await record(tx, {
        action: 'agreements.remind',
        subjectKind: 'agreement',
        subjectIds: [id],
        outcome: 'done',
        jurisdictionId,
        detail: { days },
      })
      tx.enqueue<Word>(TELL_OF_AGREEMENT, { agreementId: id, wordId: newId(), what: 'ends' })
    }
  })

const WORDS = {
  'to-sign': {
    subject: 'An agreement waits for your signature',
    text: 'Your organization is named in an agreement that waits for its signature. Read it, and sign it or say no:',
  },
  ends: {
    subject: 'An agreement of your organization ends soon',
    text: 'An agreement of your organization ends soon. What needs it stops on that day. Renew it in a press, or let it end:',
  },
} as const

/**
 * Tells everybody who answers for a party. The message names nobody and no organization, whose name can say what it
 * helps with (P2-032); the page behind the link does.
 */
export const tellOfAgreement = async (
  { asActor, mailer, origin }: Postage,
  { agreementId, wordId, what }: Word,
): Promise<void> => {
  const readers = await asActor(TELLER, (tx) => listReaders(tx, agreementId, what))
  const { subject, text } = WORDS[what]
  for (const { id, email } of readers)
    await sendOnce(asActor, mailer, TELL_OF_AGREEMENT.name, derivedId('message', `${wordId} ${id}`), {
      write: async () => ({
        to: email,
        subject,
        text: `${text}\n${origin}/agreements/kept/${agreementId}\n`,
      }),
    })
}

const listReaders = async (tx: Tx, agreementId: string, what: Word['what']) => {
  const agreement = await selectAgreement(tx, agreementId)
  const state = agreement && stateOf(agreement, new Date())
  if (!state || state === 'ended' || (what === 'to-sign' && state !== 'waiting')) return []
  const parties = await selectParties(tx, [agreementId])
  const told = parties.filter(({ signedAt }) => what === 'ends' || !signedAt)
  const colleagues = await listColleagues(
    tx,
    told.map(({ organizationId }) => organizationId),
  )
  return colleagues.filter(isAnswering)
}

export const remindJob = (asActor: AsActor): Job<never> => ({
  ...REMIND_OF_AGREEMENTS,
  every: '10 6 * * *',
  run: () => remindOfAgreements(asActor, new Date()),
})

export const tellJob = (postage: Postage): Job<never> =>
  ({ ...TELL_OF_AGREEMENT, run: (word: Word) => tellOfAgreement(postage, word) }) as Job<never>
