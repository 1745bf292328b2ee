import type { ColumnType } from 'kysely'
import type { Approver, Outcome } from '#pathways'

type Once = ColumnType<Date, never, never>
type Answered<Value> = ColumnType<Value | null, undefined, Value>

/** Whether a criterion was met, and nothing of why. */
export type MetOrNot = { readonly id: string; readonly met: boolean }

export type ScreeningTables = {
  pathwayDecision: {
    id: string
    jurisdictionId: string
    referralId: string
    organizationId: string
    pathwayVersionId: string
    outcome: Outcome
    criteria: ColumnType<MetOrNot[], string, never>
    overrideReason: string | null
    decidedByMemberId: string
    decidedAt: Once
  }
  pathwayApproval: {
    id: string
    decisionId: string
    jurisdictionId: string
    organizationId: string
    pathwayVersionId: string
    outcome: Outcome
    missed: string[]
    overrideReason: string | null
    approver: Exclude<Approver, 'officer'>
    isOverride: boolean
    askedOrganizationId: string
    askedByMemberId: string
    askedAt: Once
    answer: Answered<'yes' | 'no'>
    answeredByMemberId: Answered<string>
    answeredAt: ColumnType<Date | null, undefined, Date>
  }
}
