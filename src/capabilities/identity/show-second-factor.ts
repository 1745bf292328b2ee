import type { Refusal } from '#kernel/refusal.ts'
import { checkCode } from './check-code.ts'
import { endSession, insertSession } from './identity.store.ts'
import type { Means } from './means.ts'
import { recordMember } from './record-member.ts'
import { newSecretToken, tokenHash } from './secret-token.ts'
import type { HalfSignedIn } from './signed-in.ts'

export type CodeRefusal = Refusal<'code-wrong' | 'code-used' | 'session-ended'>

/**
 * The second factor: a one-time code. The session gets a new token, so that a token from before it opens nothing
 * (ASVS 7.2.4), and the code counts once, however many requests bring it (ASVS 6.5.1).
 *
 * @param input.token the token of the session that has shown the password
 * @param input.at the moment against which the code is checked
 */
export const showSecondFactor = async (
  { actor: { memberId }, actor }: HalfSignedIn,
  { asActor, keys }: Means,
  input: { token: string; code: string; at: Date },
): Promise<{ token: string } | CodeRefusal> => {
  const token = newSecretToken()
  return asActor(actor, async (tx) => {
    const judge = async (): Promise<CodeRefusal | undefined> => {
      const wrong = await checkCode(tx, memberId, keys, input)
      if (wrong) return wrong
      if (!(await endSession(tx, tokenHash(input.token)))) return { refused: 'session-ended' }
      return undefined
    }
    const refusal = await judge()
    if (!refusal) await insertSession(tx, { tokenHash: tokenHash(token), memberId, secondFactorShown: true })
    await recordMember(tx, 'identity.second-factor-shown', actor, { refusal })
    return refusal ?? { token }
  })
}
