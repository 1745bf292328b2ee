import type { ColumnType, Generated } from 'kysely'
import type { Role } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { OrganizationKind } from './organization.ts'

/** A time that the database writes by itself unless told otherwise. */
type Written = ColumnType<Date, Date | undefined, Date>

type Jurisdiction = {
  id: Id<'jurisdiction'>
  name: string
  state: string
  timeZone: string
  latitude: number
  longitude: number
  coordinatorEmail: string | null
  isDemo: Generated<boolean>
  createdAt: Written
}

type Organization = {
  id: Id<'organization'>
  jurisdictionId: Id<'jurisdiction'>
  name: string
  kind: OrganizationKind
  isCriminalJustice: boolean
  isPart2Program: boolean
  phone: string | null
  intakeEmail: string | null
  closedAt: Date | null
  createdAt: Written
}

type Member = {
  id: Id<'member'>
  jurisdictionId: Id<'jurisdiction'>
  organizationId: Id<'organization'>
  name: string
  title: string | null
  email: string
  roles: Role[]
  disabledAt: Date | null
  enabledAt: Date | null
  createdAt: Written
}

type Credential = {
  memberId: Id<'member'>
  passwordHash: string
  totpSecret: string | null
  totpConfirmedAt: Date | null
  /** `bigint`: node-postgres reads it as text. */
  totpLastStep: ColumnType<string | null, number | undefined, number | null>
  changedAt: Written
}

type Session = {
  tokenHash: string
  memberId: Id<'member'>
  createdAt: Written
  lastSeenAt: Written
  secondFactorAt: Date | null
  endedAt: Date | null
  id: Generated<Id<'session'>>
  device: string | null
  notice: string | null
  handedOverWithin: string[] | null
  handedOverBack: string | null
}

type ApiToken = {
  id: Id<'api-token'>
  jurisdictionId: Id<'jurisdiction'>
  organizationId: Id<'organization'>
  name: string
  tokenHash: string
  roles: Role[]
  expiresAt: Date
  revokedAt: Date | null
  createdAt: Written
}

type ParkedForm = {
  keyHash: string
  memberId: Id<'member'>
  sealed: string
  createdAt: Written
  expiresAt: Date
}

export type IdentityTables = {
  jurisdiction: Jurisdiction
  organization: Organization
  member: Member
  credential: Credential
  session: Session
  apiToken: ApiToken
  parkedForm: ParkedForm
}
