import type { ColumnType } from 'kysely'
import type { ScanType } from '#platform/files/file-kinds.ts'

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
  minorsRule: { jurisdictionId: string; law: string; signers: 'alone' | 'with-parent'; setAt: Kept }
  releaseScan: {
    id: string
    jurisdictionId: string
    organizationId: string
    releaseId: string
    personId: string
    keptByMemberId: string
    mediaType: ScanType
    content: Buffer
    sha256: string
    keptAt: Kept
  }
}
