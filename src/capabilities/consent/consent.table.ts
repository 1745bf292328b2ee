import type { ColumnType } from 'kysely'
import type { DataClass } from '#kernel/data-classes.ts'
import type { EndingEvent, ReleaseKind, Signature, Signer } from './release-kinds.ts'

type OnceDate = ColumnType<Date, Date | undefined, never>
/** What the database alone writes, or writes in a later step. */
type Kept<Value> = ColumnType<Value, never, Value>

export type ConsentTables = {
  person: { id: string; jurisdictionId: string; organizationId: string; createdAt: OnceDate }
  release: {
    id: string
    jurisdictionId: string
    personId: string
    fromOrganizationId: string
    kind: ReleaseKind
    status: Kept<'draft' | 'active'>
    activatedAt: Kept<Date | null>
    personName: string | null
    discloserName: string | null
    isAdult: boolean | null
    purpose: string | null
    howToRevoke: string | null
    formText: string | null
    formVersion: string | null
    formSha256: string | null
    formLanguage: 'en' | 'es' | null
    signedBy: Signer
    signerName: string | null
    signerGround: string | null
    signerSignature: string | null
    signerStrokes: string | null
    signatureHow: Signature['how'] | null
    signature: string | null
    signatureStrokes: string | null
    attestedByMemberId: string | null
    signedAt: Date | null
    witness: string | null
    interpreter: string | null
    obtainedByMemberId: string
    obtainedByRoles: string[] | null
    forFundraising: boolean
    fundraisingStatement: string | null
    proceedingsException: string | null
    redisclosureWarning: string | null
    refusalConsequences: string | null
    heldChargeId: string | null
    monitoringDuty: string | null
    period: string | null
    revocableFrom: Date | null
    revocableAtDisposition: boolean
    supervisorMemberId: string | null
    counselName: string | null
    participants: string[] | null
    treatingOnly: boolean
    proceeding: string | null
    createdAt: OnceDate
  }
  releaseLine: {
    id: string
    releaseId: string
    jurisdictionId: string
    personId: string
    fromOrganizationId: string
    recipientOrganizationId: string
    recipientMemberId: string | null
    dataClasses: DataClass[]
    withheldClasses: Kept<DataClass[]>
    expiresAt: Date | null
    endsOn: EndingEvent | null
    endedAt: Kept<Date | null>
    active: Kept<boolean>
    participantInterest: string | null
    revokedAt: Kept<Date | null>
    revokedHow: Kept<'written' | 'oral' | null>
  }
  releaseRestriction: {
    id: string
    jurisdictionId: string
    personId: string
    fromOrganizationId: string
    recipientOrganizationId: string | null
    dataClasses: DataClass[]
    askedHow: 'my-record' | 'written' | 'oral'
    askedAt: OnceDate
    recordedByMemberId: string | null
    liftedAt: Kept<Date | null>
  }
}
