import type { ColumnType, Generated } from 'kysely'

export type MessageTables = {
  message: {
    id: string
    toAddress: string
    subject: string
    body: string | null
    transport: 'smtp' | 'outbox'
    createdAt: ColumnType<Date, never, never>
    sentAt: Generated<Date | null>
  }
}
