import type { ColumnType, Generated } from 'kysely'
import type { Role } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { SignOnTables } from './sign-on.table.ts'

/** A time that the database writes by itself unless told otherwise. */
type Written = ColumnType<Date, Date | undefined, Date>

type SignInGuard = {
  memberId: Id<'member'>
  failures: Generated<Date[]>
  lockedAt: Date | null
  passwordVoidAt: Date | null
}

type UseNotice = {
  jurisdictionId: Id<'jurisdiction'>
  version: number
  text: string
  createdAt: Written
}

type Invitation = {
  id: Id<'invitation'>
  jurisdictionId: Id<'jurisdiction'>
  organizationId: Id<'organization'>
  memberId: Generated<Id<'member'>>
  name: string
  title: string | null
  email: string
  roles: Role[]
  invitedBy: Id<'member'>
  round: Generated<number>
  expiresAt: Date
  acceptedAt: Date | null
  withdrawnAt: Date | null
  createdAt: Written
}

export type LinkPurpose = 'new-password' | 'begin-again'

type AccountLink = {
  id: Id<'account-link'>
  memberId: Id<'member'>
  purpose: LinkPurpose
  madeBy: Id<'member'> | null
  expiresAt: Date
  usedAt: Date | null
  createdAt: Written
}

type RecoveryCode = { memberId: Id<'member'>; codeHash: string; createdAt: Written }

export type AccountTables = SignOnTables & {
  signInGuard: SignInGuard
  useNotice: UseNotice
  invitation: Invitation
  accountLink: AccountLink
  recoveryCode: RecoveryCode
}
