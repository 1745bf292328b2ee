import type { ColumnType } from 'kysely'
import type { AgreementKind } from './agreement.ts'

/** Written by the database itself. */
type Given<Value> = ColumnType<Value, never, never>

export type AgreementTables = {
  agreement: {
    id: string
    jurisdictionId: string
    organizationId: string
    kind: AgreementKind
    withParty: string
    text: string
    textVersion: string
    textSha256: string
    signatory: string
    withSignatory: string | null
    acceptedByMemberId: string | null
    acceptedAt: Given<Date>
    expiresAt: Date
  }
  attestation: {
    id: string
    jurisdictionId: string
    organizationId: string
    memberId: string
    textVersion: string
    textSha256: string
    attestedAt: Given<Date>
    year: Given<number>
  }
}
