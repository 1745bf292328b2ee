import type { ColumnType } from 'kysely'
import type { Hours } from '#kernel/hours.ts'
import type { UnusualRule } from './unusual-access.ts'

type Born = ColumnType<Date, never, never>

export type PrivacyTables = {
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
