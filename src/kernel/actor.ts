import type { Id } from './ids.ts'

/** What a member may do; domain words. A member can have several. */
export const ROLES = [
  'officer',
  'sergeant',
  'angel',
  'navigator',
  'case-manager',
  'provider',
  'harm-reduction',
  'prosecutor',
  'manager',
  'trainer',
  'privacy-officer',
  'administrator',
] as const
export type Role = (typeof ROLES)[number]

/**
 * Who asks. Every query runs as one of these, and the database's own policies judge by it.
 * - `visitor`: nobody has signed in; `claim` is the one secret or address that they hold up (hashed where secret)
 * - `member`: a person with an account; `token`: another system of one organization
 * - `link`: the holder of a signed link, who may see one referral for one purpose
 * - `person`: somebody who is helped, by the code they were given; they see what is theirs and nothing of their county
 * - `job`: the application itself, working off what a transaction left to do; `operator`: the command line
 */
export type Actor = (
  | { readonly kind: 'visitor'; readonly claim?: string }
  | MemberActor
  | {
      readonly kind: 'token'
      readonly tokenId: Id<'api-token'>
      readonly organizationId: Id<'organization'>
      readonly jurisdictionId: Id<'jurisdiction'>
      readonly roles: readonly Role[]
    }
  | {
      readonly kind: 'link'
      readonly linkId: Id<'answer-link'>
      readonly referralId: Id<'referral'>
      readonly organizationId: Id<'organization'>
      readonly jurisdictionId: Id<'jurisdiction'>
    }
  | PersonActor
  | { readonly kind: 'job'; readonly name: string }
  | { readonly kind: 'operator' }
) & { readonly trace?: Trace }

/** The request in which the actor acts, for the audit record: its id and the network address it came from. */
export type Trace = {
  readonly requestId: string
  readonly source: string
  /** The browser, as whoever uses it knows it again; kept with a session that begins, and nowhere else. */
  readonly device?: string
}

export type MemberActor = {
  readonly kind: 'member'
  readonly memberId: Id<'member'>
  readonly organizationId: Id<'organization'>
  readonly jurisdictionId: Id<'jurisdiction'>
  readonly roles: readonly Role[]
}

export type PersonActor = {
  readonly kind: 'person'
  readonly personId: Id<'person'>
  readonly jurisdictionId: Id<'jurisdiction'>
  /** Which of their codes they came with. */
  readonly accessId: Id<'person-access'>
}

/** The id of what an actor holds up instead of an account: a signed link, an API token or a person's code. */
export const heldBy = (actor: Actor): string | null => {
  switch (actor.kind) {
    case 'link':
      return actor.linkId
    case 'token':
      return actor.tokenId
    case 'person':
      return actor.accessId
    default:
      return null
  }
}
