import type { ColumnType, Generated } from 'kysely'
import type { PoliceDataClass } from './data-classes.ts'

type OnceDate = ColumnType<Date, Date | undefined, never>

export type ConsentTables = {
  person: { id: string; jurisdictionId: string; organizationId: string; createdAt: OnceDate }
  release: {
    id: string
    jurisdictionId: string
    personId: string
    fromOrganizationId: string
    kind: 'named-recipient'
    personName: string
    purpose: string
    howToRevoke: string
    formText: string
    formVersion: string
    formSha256: string
    formLanguage: 'en' | 'es'
    signature: string
    signedAt: Date
    obtainedByMemberId: string
    createdAt: OnceDate
  }
  releaseLine: {
    id: string
    releaseId: string
    jurisdictionId: string
    personId: string
    fromOrganizationId: string
    recipientOrganizationId: string
    dataClasses: PoliceDataClass[]
    expiresAt: Date
    revokedAt: Generated<Date | null>
    revokedHow: Generated<'written' | 'oral' | null>
  }
  disclosure: {
    id: string
    at: OnceDate
    jurisdictionId: string
    personIds: string[]
    fromOrganizationId: string
    toOrganizationId: string
    toMemberId: string | null
    basis: 'release' | 'referral'
    releaseLineId: string | null
    dataClasses: string[]
    purpose: string
    channel: 'page' | 'api' | 'message'
    noticeVersion: string | null
    requestId: string | null
  }
}
