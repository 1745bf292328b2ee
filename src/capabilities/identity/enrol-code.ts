import type { Refusal } from '#kernel/refusal.ts'
import {
  confirmEnrolment,
  endSession,
  getOwnCredential,
  insertSession,
  takeCodeStep,
} from './identity.store.ts'
import type { Means } from './means.ts'
import { codeAddress, openCodeSecret, stepOfCode } from './one-time-code.ts'
import { hashPassword, type PasswordRefusal, passwordMatches, refusePassword } from './password.ts'
import { recordMember } from './record-member.ts'
import { newSecretToken, tokenHash } from './secret-token.ts'
import type { CodeRefusal } from './show-second-factor.ts'
import { allowPassword, clearFailures } from './sign-in-guard.store.ts'
import type { HalfSignedIn } from './signed-in.ts'

/**
 * What a member needs to set codes up: the secret to type, and the address that its QR code holds.
 *
 * @returns undefined when codes are in use already: their secret is never shown again
 */
export const findEnrolment = ({ actor }: HalfSignedIn, { asActor, keys }: Means) =>
  asActor(actor, async (tx) => {
    const { totpSecret, totpConfirmedAt, email } = await getOwnCredential(tx, actor.memberId)
    if (!totpSecret || totpConfirmedAt) return undefined
    const secret = openCodeSecret(totpSecret, actor.memberId, keys.totp)
    return { secret, address: codeAddress(secret, email) }
  })

/**
 * The end of the first sign-in: puts codes in use by a first code, and the member's own password in place of the one
 * that was handed over (ASVS 6.4.1). Like every change of rights it gives the session a new token (ASVS 7.2.4).
 *
 * @param input.token the token of the session that has shown the password
 * @param input.at the moment against which the code is checked
 */
export const enrolCode = async (
  { actor: { memberId }, actor }: HalfSignedIn,
  { asActor, keys }: Means,
  input: { token: string; code: string; password: string; at: Date },
): Promise<{ token: string } | CodeRefusal | PasswordRefusal | Refusal<'password-not-new'>> => {
  const before = await asActor(actor, (tx) => getOwnCredential(tx, memberId))
  const weak = await refusePassword(input.password, before)
  if (weak) return weak
  if (await passwordMatches(input.password, before.passwordHash))
    return {
      refused: 'password-not-new',
      fields: { password: 'Choose a password of your own: the first one has been in other hands.' },
    }

  const passwordHash = await hashPassword(input.password)
  const token = newSecretToken()
  return asActor(actor, async (tx) => {
    const judge = async (): Promise<CodeRefusal | undefined> => {
      const { totpSecret, totpConfirmedAt } = await getOwnCredential(tx, memberId)
      if (!totpSecret || totpConfirmedAt) return { refused: 'session-ended' }
      const step = stepOfCode(openCodeSecret(totpSecret, memberId, keys.totp), input.code, input.at)
      if (step === undefined) return { refused: 'code-wrong' }
      if (!(await endSession(tx, tokenHash(input.token)))) return { refused: 'session-ended' }
      if (!(await confirmEnrolment(tx, memberId, passwordHash))) return { refused: 'session-ended' }
      await takeCodeStep(tx, memberId, step)
      await clearFailures(tx, memberId)
      await allowPassword(tx, memberId)
      return undefined
    }
    const refusal = await judge()
    if (!refusal) await insertSession(tx, { tokenHash: tokenHash(token), memberId, secondFactorShown: true })
    await recordMember(tx, 'identity.code-enrolled', actor, { refusal })
    return refusal ?? { token }
  })
}
