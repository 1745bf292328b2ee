import type { Actor } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { endSession } from './identity.store.ts'
import { recordMember } from './record-member.ts'
import { tokenHash } from './secret-token.ts'

/**
 * Ends a session at once (CJ-3). Signing out of a session that has ended already changes nothing.
 *
 * @param actor the member; or a visitor, when the session had not shown its second factor
 */
export const signOut = async (actor: Actor, asActor: AsActor, token: string): Promise<void> => {
  const hash = tokenHash(token)
  await asActor(actor.kind === 'visitor' ? { ...actor, claim: hash } : actor, async (tx) => {
    if (!(await endSession(tx, hash))) return
    await recordMember(tx, 'identity.signed-out', actor.kind === 'member' ? actor : undefined)
  })
}
