import type { AsActor } from '#platform/database/as-actor.ts'
import { listPasskeysOf } from './passkey.store.ts'
import type { TracedMember } from './signed-in.ts'

/** A member's own passkeys, the oldest first. */
export const listPasskeys = (actor: TracedMember, asActor: AsActor) =>
  asActor(actor, (tx) => listPasskeysOf(tx, actor.memberId))

export type OwnPasskey = Awaited<ReturnType<typeof listPasskeys>>[number]
