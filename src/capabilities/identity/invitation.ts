import { ROLES, type Role } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'

/** So long the link of an invitation works; sent again, it works as long anew. */
export const INVITATION_DAYS = 7
/** The link's round is written in two bytes; nobody needs more than a few. */
export const MOST_ROUNDS = 1000

const LONGEST_NAME = 200

/** What of an account its organization's administrator says. */
export type MemberFacts = {
  readonly name: string
  readonly title: string | null
  readonly roles: readonly Role[]
}

export type FactsRefusal = Refusal<'facts-wrong'>

/** Roles that an organization's administrator gives. A county's privacy officer reads across organizations: the operator's. */
export const ROLES_TO_GIVE: readonly Role[] = ROLES.filter((role) => role !== 'privacy-officer')

/**
 * Reads what an administrator typed of a member.
 *
 * @param held roles that the member has already, which are not taken away for being the operator's to give
 */
export const readFacts = (
  typed: { name: string; title: string; roles: readonly string[] },
  held: readonly Role[] = [],
): MemberFacts | FactsRefusal => {
  const roles = ROLES.filter(
    (role) => typed.roles.includes(role) && (ROLES_TO_GIVE.includes(role) || held.includes(role)),
  )
  const fields = {
    ...(typed.name === '' ? { name: 'Type their name, as colleagues say it.' } : {}),
    ...(typed.name.length > LONGEST_NAME ? { name: `Use at most ${LONGEST_NAME} characters.` } : {}),
    ...(typed.title.length > LONGEST_NAME ? { title: `Use at most ${LONGEST_NAME} characters.` } : {}),
    ...(roles.length === 0 ? { roles: 'Choose at least one role: it decides what they see.' } : {}),
  }
  if (Object.keys(fields).length > 0) return { refused: 'facts-wrong', fields }
  return { name: typed.name, title: typed.title || null, roles }
}

/** An address as it is kept; undefined when it is none. */
export const readAddress = (typed: string): string | undefined => {
  const email = typed.trim().toLowerCase()
  return email.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? email : undefined
}
