import type { ColumnType } from 'kysely'
import type { Amount, ClosedAs } from './litter.ts'

type Once = ColumnType<Date, never, never>
type Later<Value> = ColumnType<Value | null, undefined, Value>

export type LitterTables = {
  litterReport: {
    id: string
    jurisdictionId: string
    place: string
    zip: string
    amount: Amount
    source: 'public' | 'member'
    reportedAt: Once
    dueAt: Date
    takenByOrganizationId: Later<string>
    takenByMemberId: Later<string>
    takenAt: Later<Date>
    closedAs: Later<ClosedAs>
    syringes: ColumnType<number | null, undefined, number | null>
    closedAt: Later<Date>
  }
}
