import type { AsActor } from '#platform/database/as-actor.ts'
import { hashAlike } from './password.ts'
import { recordMember } from './record-member.ts'
import { listRecoveryHashes, replaceRecoveryCodes } from './recovery-code.store.ts'
import { newRecoveryCodes } from './recovery-code.ts'
import type { TracedMember } from './signed-in.ts'
import { tellOfAccount } from './tell-of-account.ts'

/**
 * Makes a member new recovery codes; those from before open nothing from this moment. They are given back here and
 * nowhere else: the database keeps their hashes.
 */
export const makeRecoveryCodes = async (
  actor: TracedMember,
  asActor: AsActor,
): Promise<readonly string[]> => {
  const codes = newRecoveryCodes()
  const hashes = await hashAlike(codes)
  await asActor(actor, async (tx) => {
    await replaceRecoveryCodes(tx, actor.memberId, hashes)
    await recordMember(tx, 'identity.recovery-codes-made', actor)
    tellOfAccount(tx, actor, 'recovery-codes-made')
  })
  return codes
}

/** How many codes a member has left. */
export const countRecoveryCodes = (actor: TracedMember, asActor: AsActor): Promise<number> =>
  asActor(actor, async (tx) => (await listRecoveryHashes(tx, actor.memberId)).length)
