import type { Who } from './actors.ts'
import type { Row } from './row.ts'

// What each actor may do, written from the rules of docs/security/wall.md and not from the policies.

export type May = (who: Who, row: Row) => boolean

/** For one table: whose rows may be read, added, changed and removed. */
export type TableRules = {
  readonly reads: May
  readonly adds: May
  readonly changes: May
  readonly removes: May
}

export const nobody: May = () => false

export const isAnybody = ({ actor }: Who): boolean => actor !== null
export const isOperator = ({ actor }: Who): boolean => actor?.kind === 'operator'
export const isMember = ({ actor }: Who): boolean => actor?.kind === 'member'

export const isJob = ({ actor }: Who, ...names: string[]): boolean =>
  actor?.kind === 'job' && (names.length === 0 || names.includes(actor.name))

/** Works with people, as a member or as an organization's other system. Links, managers and trainers do not. */
export const helpsPeople = ({ actor, roles }: Who): boolean =>
  (actor?.kind === 'member' || actor?.kind === 'token') &&
  roles.some((role) =>
    ['officer', 'sergeant', 'angel', 'navigator', 'case-manager', 'provider', 'harm-reduction'].includes(
      role,
    ),
  )

export const memberOf = ({ actor }: Who): string | null => (actor?.kind === 'member' ? actor.memberId : null)
export const organizationOf = ({ organization }: Who): string | undefined => organization?.id
export const countyOf = ({ organization }: Who): string | undefined => organization?.county

export const isPrivacyOfficerOf = (who: Who, county: unknown): boolean =>
  isMember(who) &&
  who.roles.includes('privacy-officer') &&
  countyOf(who) === county &&
  who.organization?.isCriminalJustice === false

export const isAdministratorOf = (who: Who, organization: unknown): boolean =>
  isMember(who) && who.roles.includes('administrator') && organizationOf(who) === organization

/** What a visitor holds up: an address, or what stands for a session, a token or a link. */
export const claimOf = ({ actor }: Who): string | undefined =>
  actor?.kind === 'visitor' ? actor.claim : undefined
