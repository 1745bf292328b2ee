import type { ColumnType } from 'kysely'
import type { Basis, Channel, RedisclosureRule } from './ledger.ts'

export type DisclosureTables = {
  disclosure: {
    id: string
    at: ColumnType<Date, Date | undefined, never>
    jurisdictionId: string
    personIds: string[]
    fromOrganizationId: string
    toOrganizationId: string
    toMemberId: string | null
    basis: Basis
    releaseLineId: string | null
    breakGlassId: string | null
    dataClasses: string[]
    purpose: string
    channel: Channel
    noticeVersion: string | null
    redisclosureRule: RedisclosureRule
    requestId: string | null
  }
}
