import type { ColumnType, Generated } from 'kysely'
import type { Lang } from '#design'
import type { PrivacyOutcome, PrivacyRequestKind } from './privacy-request.ts'

/** What the database writes by itself when the row is made. */
type Born<Value> = ColumnType<Value, never, never>
/** What is written in a later step. */
type Later<Value> = ColumnType<Value, never, Value>

export type MyRecordTables = {
  personAccess: {
    id: string
    jurisdictionId: string
    personId: string
    organizationId: string
    issuedByMemberId: string
    codeHash: string
    language: Lang
    issuedAt: Born<Date>
    revokedAt: Later<Date | null>
    revokedBy: Later<'person' | 'organization' | null>
    safeWordHash: Later<string | null>
  }
  personSession: {
    tokenHash: string
    accessId: string
    createdAt: Born<Date>
    lastSeenAt: Later<Date>
    coveredAt: Date | null
    wordsTried: Later<number>
    endedAt: Later<Date | null>
  }
  privacyRequest: {
    id: string
    jurisdictionId: string
    personId: string | null
    kind: PrivacyRequestKind
    aboutOrganizationId: string | null
    words: string | null
    replyTo: string | null
    paidThemselves: Generated<boolean>
    language: Lang
    askedAt: Born<Date>
    dueAt: Date
    takenAt: Later<Date | null>
    takenByMemberId: Later<string | null>
    extendedAt: Later<Date | null>
    extendedBecause: Later<string | null>
    answeredAt: Later<Date | null>
    answeredByMemberId: Later<string | null>
    outcome: Later<PrivacyOutcome | null>
    answer: Later<string | null>
  }
}
