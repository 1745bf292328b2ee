import type { ColumnType } from 'kysely'
import type { EventKind, RecipientKind } from './ledger.ts'
import type { After, AgeBand, Gender, Response, Survived } from './naloxone.ts'
import type { QuarterNumbers } from './quarter.ts'
import type { RestockReason } from './restock.ts'

type Once = ColumnType<Date, never, never>
type Later<Value> = ColumnType<Value | null, undefined, Value>
/** A date of the calendar, as text. */
type Day = string

export const HOLDER_KINDS = ['site', 'vehicle', 'kiosk', 'member', 'partner'] as const
export type HolderKind = (typeof HOLDER_KINDS)[number]

export type SupplyTables = {
  supplyLot: {
    id: string
    jurisdictionId: string
    number: string
    product: string
    dosesPerKit: number
    expiresOn: Day
    organizationId: string
    addedByMemberId: string
    addedAt: Once
    recalledAt: Later<Date>
    recalledByMemberId: Later<string>
  }
  supplyHolder: {
    id: string
    jurisdictionId: string
    organizationId: string
    kind: HolderKind
    name: string
    contact: string | null
    memberId: string | null
    partnerOrganizationId: string | null
    isLeaveBehind: boolean
    minimumKits: number | null
    addedAt: Once
  }
  supplyEvent: {
    id: string
    jurisdictionId: string
    organizationId: string
    kind: EventKind
    lotId: string
    fromHolderId: string | null
    toHolderId: string | null
    kits: number
    counted: number | null
    recipientKind: RecipientKind | null
    correctsId: string | null
    isShort: boolean
    occurredAt: Date
    recordedAt: Once
    recordedByMemberId: string
  }
  supplyBalance: {
    holderId: string
    lotId: string
    jurisdictionId: string
    organizationId: string
    kits: ColumnType<number, never, never>
  }
  naloxoneLiaison: {
    id: string
    jurisdictionId: string
    organizationId: string
    memberId: string
    namedByMemberId: string
    namedAt: Once
  }
  expiryAlert: {
    organizationId: string
    lotId: string
    days: 90 | 30
    jurisdictionId: string
    toldAt: Once
  }
  restockRequest: {
    id: string
    jurisdictionId: string
    organizationId: string
    holderId: string | null
    askedByMemberId: string
    askedAt: Once
    toOrganizationId: string
    kits: number
    reason: RestockReason
    answer: Later<'sent' | 'declined'>
    answeredByMemberId: Later<string>
    answeredAt: Later<Date>
    lotId: Later<string>
    sentKits: Later<number>
    arrivedAt: Later<Date>
  }
  supplyQuarter: {
    id: string
    jurisdictionId: string
    organizationId: string
    quarter: string
    numbers: ColumnType<QuarterNumbers, string, never>
    sentByMemberId: string
    sentAt: Once
  }
  naloxoneGiven: {
    id: string
    jurisdictionId: string
    organizationId: string
    recordedByMemberId: string
    incidentId: string
    occurredAt: Date
    recordedAt: Once
    zip: string
    crossing: string | null
    doses: number | null
    product: string | null
    response: Response
    after: After
    survived: Survived
    ageBand: AgeBand | null
    gender: Gender | null
    calledAt: Date | null
    arrivedAt: Date | null
    emsAt: Date | null
  }
}
