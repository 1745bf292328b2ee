import type { ColumnType } from 'kysely'

type Kept = ColumnType<Date, never, never>

export type SigningTables = {
  releaseDraft: {
    id: string
    jurisdictionId: string
    organizationId: string
    memberId: string
    personId: string
    /** Written as JSON text; the names of its fields are kept as they are. */
    fields: ColumnType<Readonly<Record<string, readonly string[]>>, string, string>
    startedAt: Kept
    expiresAt: Kept
  }
}
