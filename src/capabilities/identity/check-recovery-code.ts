import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { hashBeside } from './password.ts'
import { listRecoveryHashes, takeRecoveryCode } from './recovery-code.store.ts'
import { readRecoveryCode } from './recovery-code.ts'
import type { TracedMember } from './signed-in.ts'

/** A recovery code that was typed, hashed as the member's own are, before the transaction that will judge it. */
export const hashTypedRecovery = async (
  actor: TracedMember,
  asActor: AsActor,
  typed: string,
): Promise<string | undefined> => {
  const code = readRecoveryCode(typed)
  if (!code) return undefined
  const hashes = await asActor(actor, (tx) => listRecoveryHashes(tx, actor.memberId))
  return hashBeside(code, hashes)
}

/**
 * Judges a recovery code and uses it up: each counts once (ASVS 6.5.1).
 *
 * @param hash as `hashTypedRecovery` gave it
 * @returns undefined when it is good
 */
export const checkRecoveryCode = async (
  tx: Tx,
  memberId: Id<'member'>,
  hash: string | undefined,
): Promise<Refusal<'recovery-wrong'> | undefined> =>
  hash !== undefined && (await takeRecoveryCode(tx, memberId, hash))
    ? undefined
    : { refused: 'recovery-wrong' }
