import type { MemberActor, Role, Trace } from '#kernel/actor.ts'
import type { OrganizationKind } from './organization.ts'

/** A session ends after this long without a request (CJ-2, CJ-14)… */
export const IDLE_LIMIT_MINUTES = 30
/** …and after this long in any case (CJ-14). */
export const ABSOLUTE_LIMIT_HOURS = 12

/** The member as whom the database is asked, and the request in which. */
export type TracedMember = MemberActor & { readonly trace: Trace }

/** What a session opens while its device is in the hands of somebody who is helped. */
export type HandedOver = {
  /** Paths, and no other; one that ends in `*` stands for all that begin so. The first is where they began. */
  readonly within: readonly string[]
  /** Where the member goes on when they have it back. */
  readonly back: string
}

/** A member who has shown both factors: who they are, where they work and until when the session can last. */
export type SignedIn = {
  readonly actor: TracedMember
  readonly name: string
  readonly title: string | undefined
  readonly organizationName: string
  readonly organizationKind: OrganizationKind
  readonly isCriminalJustice: boolean
  readonly isPart2Program: boolean
  readonly jurisdictionName: string
  /** IANA name, such as America/Chicago. */
  readonly timeZone: string
  readonly sessionStartedAt: Date
  /** When a second factor was last shown, at signing in or since. */
  readonly secondFactorAt: Date
  readonly sessionEndsAt: Date
  /** While the device is in somebody else's hands. */
  readonly handedOver?: HandedOver | undefined
}

/** A member whose password was right and who has yet to show a code, or to set codes up. */
export type HalfSignedIn = {
  readonly actor: TracedMember
  readonly needs: 'code' | 'enrolment'
}

/** The page on which a member's work begins. */
export const homeOf = (roles: readonly Role[]): string => {
  if (roles.some((role) => role === 'officer' || role === 'sergeant')) return '/field'
  if (roles.some((role) => role === 'provider' || role === 'harm-reduction')) return '/desk'
  if (roles.includes('privacy-officer')) return '/privacy'
  if (roles.some((role) => role === 'angel' || role === 'navigator' || role === 'case-manager'))
    return '/today'
  return '/start'
}
