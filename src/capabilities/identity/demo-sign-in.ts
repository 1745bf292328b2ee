import { ROLES, type Role, type Trace } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type DemoMember, insertSession, isDemonstration, listDemoMembers } from './identity.store.ts'
import { recordMember } from './record-member.ts'
import { newSecretToken, tokenHash } from './secret-token.ts'
import { homeOf, type TracedMember } from './signed-in.ts'

/** Holding this up, a visitor is shown the members of invented counties, and of no other (policy member_read_demo). */
const CLAIM = 'demo'

/** Whom a visitor can be with one click: one member for each role, where every county is invented; otherwise nobody. */
export const listWhomToBe = (trace: Trace, asActor: AsActor): Promise<DemoMember[]> =>
  asActor({ kind: 'visitor', claim: CLAIM, trace }, async (tx) => inOrderOfRoles(await listDemoMembers(tx)))

const inOrderOfRoles = (members: readonly DemoMember[]): DemoMember[] =>
  members.toSorted((one, other) => ROLES.indexOf(one.role) - ROLES.indexOf(other.role))

/**
 * Signs a visitor in as the demonstration's member of a role, without password or code. One real county in the database
 * and this opens nothing, whatever the application was told when it started.
 *
 * @returns the token of a session that has shown both factors, and the page on which that role's work begins
 */
export const demoSignIn = async (
  trace: Trace,
  asActor: AsActor,
  role: Role,
): Promise<{ token: string; home: string } | Refusal<'no-demonstration'>> => {
  const whom = (await listWhomToBe(trace, asActor)).find((member) => member.role === role)
  if (!whom) return { refused: 'no-demonstration' }
  const { memberId, organizationId, jurisdictionId, roles } = whom
  const member: TracedMember = { kind: 'member', memberId, organizationId, jurisdictionId, roles, trace }
  const token = newSecretToken()
  return asActor(member, async (tx) => {
    if (!(await isDemonstration(tx))) return { refused: 'no-demonstration' }
    await insertSession(tx, { tokenHash: tokenHash(token), memberId, secondFactorShown: true })
    await recordMember(tx, 'identity.demo-signed-in', member)
    return { token, home: homeOf([role]) }
  })
}
