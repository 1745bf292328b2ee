import type { ColumnType, Generated } from 'kysely'
import type { Need, Payer } from '#network'
import type { Answer, ContactWay, DeclineReason, StepName } from './referral.ts'

type Written = ColumnType<Date, Date | undefined, Date>

export type ReferralTables = {
  referral: {
    id: string
    jurisdictionId: string
    personId: string
    fromOrganizationId: string
    fromMemberId: string | null
    toOrganizationId: string
    toServiceId: string
    needs: Need[]
    payer: Payer
    agreesToContact: boolean
    contactWay: ContactWay | null
    submittedAt: Written
    answerDueAt: Date
    openUntil: Date
    withdrawnAt: Generated<Date | null>
  }
  referralIdentity: {
    referralId: string
    jurisdictionId: string
    fromOrganizationId: string
    toOrganizationId: string
    name: string | null
    contact: string | null
    whereabouts: string | null
    latitude: number | null
    longitude: number | null
    shared: boolean
  }
  referralAnswer: {
    referralId: string
    jurisdictionId: string
    toOrganizationId: string
    answer: Answer
    forDate: ColumnType<string | null, string | null, never>
    reason: DeclineReason | null
    answeredAt: Written
    memberId: string | null
    linkId: string | null
  }
  handoffStep: {
    id: string
    referralId: string
    jurisdictionId: string
    personId: string
    fromOrganizationId: string
    toOrganizationId: string
    step: StepName
    byOrganizationId: string | null
    byMemberId: string | null
    byLinkId: string | null
    personConfirms: Generated<boolean>
    at: Written
  }
  referralLink: {
    id: string
    referralId: string
    jurisdictionId: string
    toOrganizationId: string
    purpose: 'answer' | 'confirm-arrival'
    createdAt: Written
    expiresAt: Date
    usedAt: Generated<Date | null>
  }
  referralDraft: {
    id: string
    jurisdictionId: string
    memberId: string
    fields: ColumnType<Record<string, string[]>, string, string>
    savedAt: Written
    expiresAt: Generated<Date>
  }
}
