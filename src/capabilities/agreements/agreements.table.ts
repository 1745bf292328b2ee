import type { ColumnType, Generated } from 'kysely'
import type { ScanType } from '#platform/files/file-kinds.ts'
import type { FormFields } from '#platform/http/form-body.ts'
import type { AgreementKind, RequiredKind } from './agreement.ts'

/** Written by the database itself. */
type Given<Value> = ColumnType<Value, never, never>

export type AgreementTables = {
  agreement: {
    id: string
    jurisdictionId: string
    organizationId: string
    kind: AgreementKind
    withParty: string | null
    text: string
    textVersion: string
    textSha256: string
    withSignatory: string | null
    madeByMemberId: string | null
    madeAt: Given<Date>
    scope: string | null
    responseMinutes: number | null
    custody: string | null
    mayFlow: string | null
    neverFlows: string | null
    startsAt: Date | null
    expiresAt: Date
    supersedesId: string | null
    acceptedAt: Given<Date | null>
    endedAt: ColumnType<Date | null, never, Date>
    endedByMemberId: Given<string | null>
    endedBecause: ColumnType<string | null, never, string>
  }
  agreementParty: { agreementId: string; jurisdictionId: string; organizationId: string }
  agreementSignature: {
    id: string
    agreementId: string
    jurisdictionId: string
    organizationId: string
    signatory: string
    how: 'application' | 'paper'
    documentId: string | null
    recordedByMemberId: string | null
    textSha256: string
    signedAt: Given<Date>
  }
  agreementDocument: {
    id: string
    agreementId: string
    jurisdictionId: string
    organizationId: string
    keptByMemberId: string
    title: string
    mediaType: ScanType
    content: Buffer
    sha256: string
    keptAt: Given<Date>
  }
  agreementDraft: {
    id: string
    jurisdictionId: string
    organizationId: string
    savedByMemberId: string
    /** Written as JSON text. */
    fields: ColumnType<FormFields, string, string>
    savedAt: Generated<Date>
  }
  agreementReminder: { agreementId: string; jurisdictionId: string; days: number; toldAt: Given<Date> }
  agreementRequirement: {
    jurisdictionId: string
    kind: RequiredKind
    fromKind: string
    toKind: string
    madeAt: Given<Date>
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
