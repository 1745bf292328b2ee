import type { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { checkCode } from './check-code.ts'
import { checkRecoveryCode } from './check-recovery-code.ts'
import type { Means } from './means.ts'
import { clearFailures, isLocked } from './sign-in-guard.store.ts'
import { countFailure } from './sign-in-guard.ts'
import type { TracedMember } from './signed-in.ts'
import { tellOfAccount } from './tell-of-account.ts'

/** What somebody shows beside their password: a code of their app, or one from paper. */
export type ShownFactor = {
  readonly code: string
  /** A recovery code, hashed by `hashTypedRecovery`; undefined when a code of the app is shown. */
  readonly recovery?: { readonly hash: string | undefined } | undefined
  /** The moment against which the app's code is checked. */
  readonly at: Date
}

export type FactorRefusal = Refusal<'code-wrong' | 'code-used' | 'recovery-wrong' | 'account-locked'>

/**
 * Judges a second factor and uses it up. Wrong ones count with wrong passwords: five within 15 minutes lock the account
 * (CJ-1). A code that was right but used already is no guess, and counts for nothing.
 *
 * @returns undefined when it is good
 */
export const checkFactor = async (
  tx: Tx,
  actor: TracedMember,
  keys: Means['keys'],
  { code, recovery, at }: ShownFactor,
): Promise<FactorRefusal | undefined> => {
  const { memberId } = actor
  // Pressed too soon: that is no guess either.
  if (!recovery && code === '') return { refused: 'code-wrong' }
  if (await isLocked(tx, memberId)) return { refused: 'account-locked' }
  const wrong = recovery
    ? await checkRecoveryCode(tx, memberId, recovery.hash)
    : await checkCode(tx, memberId, keys, { code, at })
  if (wrong && wrong.refused !== 'code-used' && (await countFailure(tx, actor)))
    return { refused: 'account-locked' }
  if (wrong) return wrong
  await clearFailures(tx, memberId)
  if (recovery) tellOfAccount(tx, actor, 'recovery-code-used')
  return undefined
}
