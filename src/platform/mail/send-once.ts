import type { Id } from '#kernel/ids.ts'
import { type AsActor, type Tx, tables } from '../database/as-actor.ts'
import type { Letter, Mailer } from './mailer.ts'
import type { MessageTables } from './message.table.ts'

export type Sending = {
  /** Makes the letter; undefined when there is nothing left to send, because the world changed since the job was written. */
  readonly write: (tx: Tx) => Promise<Omit<Letter, 'id'> | undefined>
  /** Writes down what is true once it was sent, in the transaction that says that it was. */
  readonly whenSent?: (tx: Tx) => Promise<void>
}

/**
 * Sends a letter once, however often its job runs.
 *
 * With a mail server the letter is recorded first and marked when the server has taken it. Should the process die
 * between the two, it is offered again under the same Message-ID: rather twice than never.
 */
export const sendOnce = async (
  asActor: AsActor,
  mailer: Mailer | undefined,
  job: string,
  id: Id<'message'>,
  { write, whenSent = async () => undefined }: Sending,
): Promise<void> => {
  const letter = await asActor({ kind: 'job', name: job }, async (tx) => {
    const before = await tables<MessageTables>(tx)
      .selectFrom('message')
      .select(['sentAt'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (before?.sentAt) return undefined
    const written = await write(tx)
    if (!written) return undefined
    await tables<MessageTables>(tx)
      .insertInto('message')
      .values({
        id,
        toAddress: written.to,
        subject: written.subject,
        body: mailer ? null : written.text,
        transport: mailer ? 'smtp' : 'outbox',
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
    if (!mailer && (await markSent(tx, id))) await whenSent(tx)
    return written
  })
  if (!letter || !mailer) return
  await mailer.send({ id, ...letter })
  await asActor({ kind: 'job', name: job }, async (tx) => {
    if (await markSent(tx, id)) await whenSent(tx)
  })
}

/** @returns false when another run of the job said so before */
const markSent = async (tx: Tx, id: Id<'message'>): Promise<boolean> => {
  const marked = await tables<MessageTables>(tx)
    .updateTable('message')
    .set({ sentAt: new Date() })
    .where('id', '=', id)
    .where('sentAt', 'is', null)
    .executeTakeFirst()
  return Number(marked.numUpdatedRows) > 0
}
