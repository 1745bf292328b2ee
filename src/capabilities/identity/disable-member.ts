import type { Actor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { disableMember as disable, endSessionsOf, findMemberByEmail } from './identity.store.ts'
import { recordMember } from './record-member.ts'

/** Disables an account and ends all of its sessions in the same moment (ASVS 7.4.2). */
export const disableMember = async (
  actor: Actor,
  asActor: AsActor,
  email: string,
): Promise<{ id: Id<'member'> } | Refusal<'no-such-member'>> =>
  asActor(actor, async (tx) => {
    const member = await findMemberByEmail(tx, email.trim().toLowerCase())
    if (!member) return { refused: 'no-such-member' }
    await disable(tx, member.memberId)
    await endSessionsOf(tx, member.memberId)
    await recordMember(tx, 'identity.member-disabled', member)
    return { id: member.memberId }
  })
