import type { Actor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { findMemberByEmail } from './identity.store.ts'
import { enableMember } from './members.store.ts'
import { recordMember } from './record-member.ts'
import { releaseLock } from './sign-in-guard.store.ts'

/** For the operator: releases an account that too many failures have locked, such as an organization's only administrator's. */
export const releaseAccount = (
  actor: Actor,
  asActor: AsActor,
  email: string,
): Promise<{ id: Id<'member'> } | Refusal<'no-such-member' | 'not-locked'>> =>
  asActor(actor, async (tx) => {
    const member = await findMemberByEmail(tx, email.trim().toLowerCase())
    if (!member) return { refused: 'no-such-member' }
    if (!(await releaseLock(tx, member.memberId))) return { refused: 'not-locked' }
    await recordMember(tx, 'identity.account-released', member)
    return { id: member.memberId }
  })

/** For the operator: opens an account again that was closed, or that ninety days without use have closed. */
export const enableAccount = (
  actor: Actor,
  asActor: AsActor,
  email: string,
): Promise<{ id: Id<'member'> } | Refusal<'no-such-member' | 'not-closed'>> =>
  asActor(actor, async (tx) => {
    const member = await findMemberByEmail(tx, email.trim().toLowerCase())
    if (!member) return { refused: 'no-such-member' }
    if (!(await enableMember(tx, member.memberId))) return { refused: 'not-closed' }
    await recordMember(tx, 'identity.member-enabled', member)
    return { id: member.memberId }
  })
