import type { ColumnType } from 'kysely'
import type { Definition } from './definition.ts'

type Once = ColumnType<Date, never, never>
/** Written as text: the driver would make an array of it. */
type Json = ColumnType<Definition, string, never>

export type PathwayTables = {
  pathway: {
    id: string
    jurisdictionId: string
    organizationId: string
    template: string
    madeByMemberId: string
    madeAt: Once
    endsOn: ColumnType<string | null, never, string | null>
  }
  pathwayVersion: {
    id: string
    pathwayId: string
    jurisdictionId: string
    organizationId: string
    number: number
    definition: Json
    effectiveFrom: string
    publishedByMemberId: string
    publishedAt: Once
  }
  referralPathway: {
    referralId: string
    jurisdictionId: string
    fromOrganizationId: string
    fromMemberId: string | null
    pathwayVersionId: string
    madeAt: Once
  }
  pathwayDraft: {
    pathwayId: string
    revision: number
    jurisdictionId: string
    organizationId: string
    definition: Json
    savedByMemberId: string
    savedAt: Once
  }
}
