import type { ColumnType } from 'kysely'

type Once = ColumnType<Date, Date | undefined, never>
/** What is written in a later step. */
type Kept<Value> = ColumnType<Value, never, Value>

export type ChargeTables = {
  heldCharge: {
    id: string
    jurisdictionId: string
    personId: string
    organizationId: string
    heldByOrganizationId: string
    reference: string
    decideBy: Date | null
    recordedByMemberId: string
    recordedAt: Once
    disposition: Kept<'not-filed' | 'filed' | 'dismissed' | null>
    disposedAt: Kept<Date | null>
    disposedByMemberId: Kept<string | null>
  }
}
