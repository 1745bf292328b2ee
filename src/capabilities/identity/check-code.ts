import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { getOwnCredential, takeCodeStep } from './identity.store.ts'
import type { Means } from './means.ts'
import { openCodeSecret, stepOfCode } from './one-time-code.ts'

/**
 * Judges a one-time code and uses it up: it counts once, however many requests bring it (ASVS 6.5.1).
 *
 * @param input.at the moment against which the code is checked
 * @returns undefined when it is good
 */
export const checkCode = async (
  tx: Tx,
  memberId: Id<'member'>,
  keys: Means['keys'],
  input: { code: string; at: Date },
): Promise<Refusal<'code-wrong' | 'code-used'> | undefined> => {
  const { totpSecret, totpConfirmedAt } = await getOwnCredential(tx, memberId)
  if (!totpSecret || !totpConfirmedAt) return { refused: 'code-wrong' }
  const step = stepOfCode(openCodeSecret(totpSecret, memberId, keys.totp), input.code, input.at)
  if (step === undefined) return { refused: 'code-wrong' }
  return (await takeCodeStep(tx, memberId, step)) ? undefined : { refused: 'code-used' }
}
