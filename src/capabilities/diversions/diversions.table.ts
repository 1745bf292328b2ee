import type { ColumnType, Generated } from 'kysely'
import type { StepKind, Verification, Way } from './diversion.ts'

type Once = ColumnType<Date, Date | undefined, never>

/** Who sits at the table; nobody is written down without their word to keep what they hear. */
export type Attendee = { readonly organizationId: string; readonly name: string; readonly attested: true }

export type DiversionTables = {
  diversion: {
    referralId: string
    jurisdictionId: string
    personId: string
    fromOrganizationId: string
    fromMemberId: string
    toOrganizationId: string
    pathwayVersionId: string
    way: Way
    charge: string | null
    incident: string | null
    verification: Verification | null
    officeOrganizationId: string | null
    openedAt: Once
    arriveBy: Date | null
  }
  diversionStep: {
    id: string
    referralId: string
    jurisdictionId: string
    personId: string
    fromOrganizationId: string
    toOrganizationId: string
    officeOrganizationId: string | null
    kind: StepKind
    outcome: string | null
    words: string | null
    contents: Generated<string[]>
    dueAt: Date | null
    byOrganizationId: string | null
    byMemberId: string | null
    at: Once
  }
  workGroupMeeting: {
    id: string
    jurisdictionId: string
    organizationId: string
    madeByMemberId: string
    heldAt: Date
    place: string
    attendees: ColumnType<Attendee[], string, never>
    madeAt: Once
  }
  workGroupAction: {
    id: string
    meetingId: string
    jurisdictionId: string
    organizationId: string
    madeByMemberId: string
    words: string
    owner: string
    dueOn: string
    doneAt: ColumnType<Date | null, undefined, Date>
    madeAt: Once
  }
}
