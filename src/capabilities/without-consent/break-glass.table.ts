import type { ColumnType } from 'kysely'

type OnceDate = ColumnType<Date, Date | undefined, never>
/** Written by a review, once. */
type Kept<Value> = ColumnType<Value, never, Value>

export type BreakGlassTables = {
  breakGlass: {
    id: string
    jurisdictionId: string
    organizationId: string
    memberId: string
    personName: string
    recipientName: string
    recipientFacility: string
    discloserName: string
    emergency: string
    dataClasses: string[]
    openedAt: OnceDate
    openUntil: OnceDate
    reviewDueAt: Date
    reviewedAt: Kept<Date | null>
    reviewedByMemberId: Kept<string | null>
    finding: Kept<'justified' | 'not-justified' | null>
    reviewNote: Kept<string | null>
  }
}
