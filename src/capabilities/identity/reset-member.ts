import type { Actor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { endSessionsOf, findMemberByEmail, resetCredential } from './identity.store.ts'
import { deletePasskeysOf } from './passkey.store.ts'
import { hashPassword, newFirstPassword } from './password.ts'
import { recordMember } from './record-member.ts'
import { deleteRecoveryCodesOf } from './recovery-code.store.ts'
import { allowPassword, releaseLock } from './sign-in-guard.store.ts'

/**
 * Lets a member who lost their password or phone begin again, as on the first day: a new first password, no codes, no
 * open session. Who asks has to be known in person to whoever runs this (ASVS 6.4.4).
 */
export const resetMember = async (
  actor: Actor,
  asActor: AsActor,
  email: string,
): Promise<{ id: Id<'member'>; firstPassword: string } | Refusal<'no-such-member'>> => {
  const firstPassword = newFirstPassword()
  const passwordHash = await hashPassword(firstPassword)
  return asActor(actor, async (tx) => {
    const member = await findMemberByEmail(tx, email.trim().toLowerCase())
    if (!member) return { refused: 'no-such-member' }
    await resetCredential(tx, member.memberId, passwordHash)
    await deletePasskeysOf(tx, member.memberId)
    await deleteRecoveryCodesOf(tx, member.memberId)
    await releaseLock(tx, member.memberId)
    await allowPassword(tx, member.memberId)
    await endSessionsOf(tx, member.memberId)
    await recordMember(tx, 'identity.member-reset', member)
    return { id: member.memberId, firstPassword }
  })
}
