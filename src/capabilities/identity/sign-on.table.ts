import type { ColumnType, Generated } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import type { IdentityTables } from './identity.table.ts'

type Written = ColumnType<Date, Date | undefined, Date>

type Passkey = {
  id: Id<'passkey'>
  memberId: Id<'member'>
  name: string
  /** As browsers write it: base64url. */
  credentialId: string
  publicKey: Buffer
  /** `bigint`: node-postgres reads it as text. */
  counter: ColumnType<string, number, number>
  transports: string[]
  isSynced: boolean
  createdAt: Written
  lastUsedAt: Date | null
  stoppedAt: Date | null
}

type IdentityProvider = {
  id: Id<'identity-provider'>
  jurisdictionId: Id<'jurisdiction'>
  organizationId: Id<'organization'>
  issuer: string
  clientId: string
  clientSecret: string
  secondFactorAmr: string[]
  secondFactorAcr: string[]
  emailDomains: string[]
  createdAt: Written
}

type SignOnLink = {
  id: Id<'sign-on-link'>
  memberId: Id<'member'>
  issuer: string
  subject: string
  createdAt: Written
}

export type AttemptKind = 'passkey' | 'new-passkey' | 'sign-on' | 'link'

type SignOnAttempt = {
  keyHash: string
  kind: AttemptKind
  memberId: Id<'member'> | null
  identityProviderId: Id<'identity-provider'> | null
  returnTo: string | null
  createdAt: Generated<Date>
  expiresAt: Date
}

export type SignOnTables = Omit<IdentityTables, 'session'> & {
  passkey: Passkey
  identityProvider: IdentityProvider
  signOnLink: SignOnLink
  signOnAttempt: SignOnAttempt
  session: IdentityTables['session'] & { identityProviderId: Id<'identity-provider'> | null }
}
