import { record } from '#audit'
import { recordBlocked } from '#disclosures'
import { findOrganizations } from '#identity'
import { type Id, newId } from '#kernel/ids.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import { sendOnce } from '#platform/mail/send-once.ts'
import { findLineToTell } from './release.store.ts'

/** The queue is made when the database is prepared. */
export const TELL_RECIPIENT = { name: 'tell-recipient', retries: 10 } as const

export type WordWork = {
  readonly lineId: Id<'release-line'>
  readonly messageId: Id<'message'>
  readonly jurisdictionId: Id<'jurisdiction'>
}

export type Postage = {
  readonly asActor: AsActor
  readonly mailer: Mailer | undefined
  /** The address that people use, without a slash at the end. */
  readonly origin: string
}

/** Leaves word for a recipient that there is something for them to read, to be sent when the transaction commits. */
export const leaveWord = (
  tx: Tx,
  { id, jurisdictionId }: { id: Id<'release-line'>; jurisdictionId: Id<'jurisdiction'> },
): void => tx.enqueue<WordWork>(TELL_RECIPIENT, { lineId: id, messageId: newId(), jurisdictionId })

/**
 * Tells the recipient of a line, at its intake address, that there is something to read. The message says nothing of
 * whom or what (P2-032). Whether the line lives is asked again when it is sent: a release that was stopped in between
 * sends nothing, and the record says so (P2-015).
 */
export const tellRecipient = (
  { asActor, mailer, origin }: Postage,
  { lineId, messageId, jurisdictionId }: WordWork,
): Promise<void> =>
  sendOnce(asActor, mailer, TELL_RECIPIENT.name, messageId, {
    write: async (tx) => {
      const line = await findLineToTell(tx, lineId)
      if (!line?.lives) {
        await recordBlocked(tx, lineId, jurisdictionId)
        return undefined
      }
      const { recipientOrganizationId } = line
      const recipient = (await findOrganizations(tx, [recipientOrganizationId])).get(recipientOrganizationId)
      return recipient?.intakeEmail ? { to: recipient.intakeEmail, ...letter(origin) } : undefined
    },
    whenSent: (tx) =>
      record(tx, {
        action: 'consent.tell',
        subjectKind: 'release-line',
        subjectIds: [lineId],
        outcome: 'done',
        jurisdictionId,
      }),
  })

const letter = (origin: string) => ({
  subject: 'There is something for you to read',
  text: `Somebody agreed that your organization may know something. Sign in to read it:\n${origin}\n\nThey can change their mind at any time; then it is no longer there.\n`,
})
