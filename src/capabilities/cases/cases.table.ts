import type { ColumnType } from 'kysely'
import type { Channel, EntryKind, Outcome, Status, TaskEnd, TaskKind } from './case.ts'

type Once = ColumnType<Date, Date | undefined, never>
type Fixed<Value> = ColumnType<Value, Value, never>

export type CaseTables = {
  caseFile: {
    id: Fixed<string>
    jurisdictionId: Fixed<string>
    organizationId: Fixed<string>
    personId: Fixed<string>
    referralId: Fixed<string | null>
    pathwayVersionId: string | null
    openedByMemberId: Fixed<string>
    openedAt: Once
    status: Status
    statusAt: ColumnType<Date, Date | undefined, Date>
    outcome: Outcome | null
    caseManagerId: string | null
    lastContactAt: Date | null
    mergedIntoId: string | null
  }
  caseIdentity: {
    caseId: Fixed<string>
    jurisdictionId: Fixed<string>
    organizationId: Fixed<string>
    called: string | null
    bornOn: string | null
    phone: string | null
    howToReach: string | null
    language: string | null
    whereabouts: string | null
    sounds: string[]
  }
  caseEntry: {
    id: Fixed<string>
    caseId: Fixed<string>
    jurisdictionId: Fixed<string>
    organizationId: Fixed<string>
    kind: Fixed<EntryKind>
    happenedAt: Fixed<Date>
    recordedAt: Once
    recordedByMemberId: Fixed<string>
    channel: Fixed<Channel | null>
    minutes: Fixed<number | null>
    what: Fixed<string | null>
    words: Fixed<string | null>
    amountCents: Fixed<number | null>
    aboutEntryId: Fixed<string | null>
    struckAt: ColumnType<Date | null, undefined, Date | null>
    struckByMemberId: ColumnType<string | null, undefined, string | null>
  }
  caseTask: {
    id: Fixed<string>
    jurisdictionId: Fixed<string>
    organizationId: Fixed<string>
    caseId: Fixed<string | null>
    kind: Fixed<TaskKind>
    title: string
    about: Fixed<string | null>
    href: Fixed<string | null>
    dueAt: Date
    assignedMemberId: string | null
    addedByMemberId: Fixed<string>
    addedAt: Once
    ended: ColumnType<TaskEnd | null, undefined, TaskEnd | null>
    endedAt: ColumnType<Date | null, undefined, Date | null>
    endedByMemberId: ColumnType<string | null, undefined, string | null>
  }
}
