import type { Actor, Role } from '#kernel/actor.ts'
import { type Id, newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { insertMember, resetCredential } from './identity.store.ts'
import { hashPassword, newFirstPassword } from './password.ts'
import { recordMember } from './record-member.ts'

export type NewMember = {
  readonly id?: Id<'member'>
  readonly jurisdictionId: Id<'jurisdiction'>
  readonly organizationId: Id<'organization'>
  /** As colleagues say it: "Officer T. Reyes". */
  readonly name: string
  readonly title?: string
  readonly email: string
  readonly roles: readonly Role[]
}

/**
 * Adds an account.
 *
 * @returns the first password, which is kept nowhere: the member replaces it, and sets codes up, at the first sign-in
 */
export const addMember = async (
  actor: Actor,
  asActor: AsActor,
  { id = newId(), title, email, roles, ...member }: NewMember,
): Promise<{ id: Id<'member'>; firstPassword: string } | Refusal<'address-taken'>> => {
  const firstPassword = newFirstPassword()
  const passwordHash = await hashPassword(firstPassword)
  return asActor(actor, async (tx) => {
    const row = { id, ...member, email: email.trim().toLowerCase(), title: title ?? null, roles: [...roles] }
    if (!(await insertMember(tx, row))) return { refused: 'address-taken' }
    await resetCredential(tx, id, passwordHash)
    await recordMember(
      tx,
      'identity.member-added',
      { memberId: id, jurisdictionId: member.jurisdictionId },
      { detail: { roles: roles.join('+') } },
    )
    return { id, firstPassword }
  })
}
