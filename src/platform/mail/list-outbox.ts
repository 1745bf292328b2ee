import { type Tx, tables } from '../database/as-actor.ts'
import type { MessageTables } from './message.table.ts'

export type OutboxMessage = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly at: Date
}

/** The newest messages of the built-in outbox, for the operator's eyes. */
export const listOutbox = async (tx: Tx, limit: number): Promise<OutboxMessage[]> => {
  const rows = await tables<MessageTables>(tx)
    .selectFrom('message')
    .select(['id', 'toAddress', 'subject', 'body', 'createdAt'])
    .where('transport', '=', 'outbox')
    .orderBy('createdAt', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    to: row.toAddress,
    subject: row.subject,
    text: row.body ?? '',
    at: row.createdAt,
  }))
}
