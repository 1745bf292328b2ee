import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { deletePasskey } from './passkey.store.ts'
import { recordMember } from './record-member.ts'
import type { TracedMember } from './signed-in.ts'

/** Removes one of a member's own passkeys. From this moment it opens nothing. */
export const removePasskey = (
  actor: TracedMember,
  asActor: AsActor,
  id: string,
): Promise<{ id: string } | Refusal<'no-such-passkey'>> =>
  asActor(actor, async (tx) => {
    if (!(await deletePasskey(tx, actor.memberId, id))) return { refused: 'no-such-passkey' }
    await recordMember(tx, 'identity.passkey-removed', actor, { detail: { passkey: id } })
    return { id }
  })
