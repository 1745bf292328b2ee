import type { AsActor } from '#platform/database/as-actor.ts'
import { getOwnCredential } from './identity.store.ts'
import type { TracedMember } from './signed-in.ts'

/** The address with which a member signs in. */
export const getOwnAddress = async (actor: TracedMember, asActor: AsActor): Promise<string> =>
  (await asActor(actor, (tx) => getOwnCredential(tx, actor.memberId))).email
