import type { ColumnType } from 'kysely'
import type { Basis } from '#disclosures'
import type { Day } from '#kernel/calendar-day.ts'
import type { Hours } from '#kernel/hours.ts'
import type { BreachFinding, BreachKind, Factor, Told } from './breach.ts'
import type { UnusualRule } from './unusual-access.ts'

type Born = ColumnType<Date, never, never>

export type PrivacyTables = {
  breach: Record<Factor, string | null> & {
    id: string
    jurisdictionId: string
    organizationId: string
    discoveredOn: ColumnType<Day, Day, never>
    how: BreachKind
    what: string
    openedByMemberId: string
    openedAt: Born
    affected: number | null
    mostInOneState: number | null
    finding: BreachFinding | null
    assessedByMemberId: string | null
    assessedAt: Date | null
    closingNote: string | null
    closedByMemberId: string | null
    closedAt: Date | null
  }
  breachPerson: {
    breachId: string
    jurisdictionId: string
    personId: string
    addedByMemberId: string
    addedAt: Born
  }
  breachNotice: {
    id: string
    breachId: string
    jurisdictionId: string
    told: Told
    toldOn: ColumnType<Day, Day, never>
    how: string
    writtenByMemberId: string
    writtenAt: Born
  }
  recordsInWeek: {
    jurisdictionId: string
    memberId: string
    organizationId: string
    /** Its Monday. */
    week: string
    records: number
  }
  accessWatch: { jurisdictionId: string; lookedUntil: Date }
  unusualAccess: {
    jurisdictionId: string
    rule: UnusualRule
    memberId: string
    about: string
    organizationId: string
    at: Date
    records: number | null
    usual: number | null
    weeks: number | null
    colleagues: number | null
    looks: number | null
    until: Date | null
    personIds: readonly string[]
    basis: Basis | null
    breakGlassId: string | null
  }
  workingHours: {
    organizationId: string
    jurisdictionId: string
    hours: ColumnType<Hours, string, never>
    setByMemberId: string
    setAt: Born
  }
  accessSetAside: {
    id: string
    jurisdictionId: string
    rule: UnusualRule
    memberId: string
    about: string
    note: string
    setAsideByMemberId: string
    setAsideAt: Born
  }
}
