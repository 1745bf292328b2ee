import type { Refusal } from '#kernel/refusal.ts'
import { checkFactor, type FactorRefusal } from './check-factor.ts'
import { hashTypedRecovery } from './check-recovery-code.ts'
import { endSession, insertSession } from './identity.store.ts'
import type { Means } from './means.ts'
import { recordMember } from './record-member.ts'
import { newSecretToken, tokenHash } from './secret-token.ts'
import type { HalfSignedIn } from './signed-in.ts'

export type CodeRefusal = Refusal<'code-wrong' | 'code-used' | 'session-ended'>

/**
 * The second factor: a one-time code, or a recovery code from paper. The session gets a new token, so that a token from
 * before it opens nothing (ASVS 7.2.4), and each code counts once, however many requests bring it (ASVS 6.5.1).
 *
 * @param input.token the token of the session that has shown the password
 * @param input.recovery what was typed as a recovery code; undefined: a code of the app is shown
 * @param input.at the moment against which the code is checked
 */
export const showSecondFactor = async (
  { actor: { memberId }, actor }: HalfSignedIn,
  { asActor, keys }: Means,
  input: { token: string; code: string; recovery?: string | undefined; at: Date },
): Promise<{ token: string } | FactorRefusal | Refusal<'session-ended'>> => {
  const token = newSecretToken()
  const recovery =
    input.recovery === undefined
      ? undefined
      : { hash: await hashTypedRecovery(actor, asActor, input.recovery) }
  return asActor(actor, async (tx) => {
    const judge = async (): Promise<FactorRefusal | Refusal<'session-ended'> | undefined> => {
      const wrong = await checkFactor(tx, actor, keys, { code: input.code, recovery, at: input.at })
      if (wrong && wrong.refused !== 'account-locked') return wrong
      if (!(await endSession(tx, tokenHash(input.token)))) return { refused: 'session-ended' }
      return wrong
    }
    const refusal = await judge()
    if (!refusal) await insertSession(tx, { tokenHash: tokenHash(token), memberId, secondFactorShown: true })
    const detail = recovery ? { by: 'recovery-code' } : {}
    await recordMember(tx, 'identity.second-factor-shown', actor, { refusal, detail })
    return refusal ?? { token }
  })
}
