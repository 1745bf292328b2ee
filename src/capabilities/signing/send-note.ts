import { record } from '#audit'
import type { ReleaseForm } from '#consent'
import type { MemberActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import { sendOnce } from '#platform/mail/send-once.ts'
import { SIGNING_WORDS } from './signing-words.ts'

/** The queue is made when the database is prepared. */
export const NOTE_TO_PERSON = { name: 'note-to-person', retries: 5 } as const

export type NoteWork = {
  readonly messageId: Id<'message'>
  /** The address that the person gave, for this note alone. */
  readonly to: string
  readonly language: ReleaseForm['language']
}

/**
 * Leaves a note for somebody who just signed, at the address that they gave. The record says that one was asked for, not
 * where it went.
 *
 * @param note.messageId made by the page, so that asking twice sends one
 */
export const leaveNote = (
  asActor: AsActor,
  actor: MemberActor,
  { releaseId, ...note }: NoteWork & { readonly releaseId: Id<'release'> },
): Promise<void> =>
  asActor(actor, async (tx) => {
    await record(tx, {
      action: 'signing.leave-note',
      subjectKind: 'release',
      subjectIds: [releaseId],
      outcome: 'done',
    })
    tx.enqueue<NoteWork>(NOTE_TO_PERSON, note)
  })

/** Sends it, once. It names no place, no help and nobody, and leads nowhere: others read people's mail (P2-032). */
export const sendNote = (
  { asActor, mailer }: { readonly asActor: AsActor; readonly mailer: Mailer | undefined },
  { messageId, to, language }: NoteWork,
): Promise<void> => {
  const { noteSubject, noteText } = SIGNING_WORDS[language].copy
  return sendOnce(asActor, mailer, NOTE_TO_PERSON.name, messageId, {
    write: async () => ({ to, subject: noteSubject, text: `${noteText}\n` }),
  })
}
