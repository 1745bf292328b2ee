import type { AsActor } from '#platform/database/as-actor.ts'
import { recordMember } from './record-member.ts'
import { tokenHash } from './secret-token.ts'
import { narrowSession } from './session.store.ts'
import type { HandedOver, TracedMember } from './signed-in.ts'

/** The one page beside those of a hand-over that the session opens: where its member shows that they have it back. */
export const TAKE_BACK = '/step-up'

/** Whether a session that was handed over opens a path. */
export const opens = ({ within }: HandedOver, path: string): boolean =>
  path === TAKE_BACK ||
  within.some((one) => (one.endsWith('*') ? path.startsWith(one.slice(0, -1)) : path === one))

/**
 * Hands a device over to somebody who is helped: from the next request on its session opens these pages and nothing else,
 * in whatever tab. It stays so until its member shows a second factor or signs in anew.
 */
export const handOver = (
  actor: TracedMember,
  asActor: AsActor,
  token: string,
  to: HandedOver,
): Promise<void> =>
  asActor(actor, async (tx) => {
    if (await narrowSession(tx, tokenHash(token), to)) await recordMember(tx, 'identity.handed-over', actor)
  })
