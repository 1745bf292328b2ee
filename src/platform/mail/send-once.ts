import type { Id } from '#kernel/ids.ts'
import { type AsActor, type Tx, tables } from '../database/as-actor.ts'
import type { Letter, Mailer } from './mailer.ts'
import type { MessageTables } from './message.table.ts'

/**
 * Sends a letter once, however often its job runs. `write` makes the letter and whatever goes with it, in the
 * transaction that records that it is being sent; it gives undefined when there is nothing left to send, because the
 * world changed since the job was written.
 *
 * With a mail server the letter is recorded first and marked when the server has taken it. Should the process die
 * between the two, it is offered again under the same Message-ID: rather twice than never.
 */
export const sendOnce = async (
  asActor: AsActor,
  mailer: Mailer | undefined,
  job: string,
  id: Id<'message'>,
  write: (tx: Tx) => Promise<Omit<Letter, 'id'> | undefined>,
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
        ...(mailer ? {} : { sentAt: new Date() }),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
    return written
  })
  if (!letter || !mailer) return
  await mailer.send({ id, ...letter })
  await asActor({ kind: 'job', name: job }, (tx) =>
    tables<MessageTables>(tx)
      .updateTable('message')
      .set({ sentAt: new Date() })
      .where('id', '=', id)
      .execute(),
  )
}
