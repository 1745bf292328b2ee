import type { Trace } from '#kernel/actor.ts'
import { type HeldLink, takeLink } from './account-link.store.ts'
import { checkFactor, type FactorRefusal } from './check-factor.ts'
import { hashTypedRecovery } from './check-recovery-code.ts'
import { replacePassword } from './credential.store.ts'
import { endSessionsOf, insertSession } from './identity.store.ts'
import { type LinkGone, linkedMember, weighPassword } from './linked-member.ts'
import type { Means } from './means.ts'
import { hashPassword, type PasswordRefusal } from './password.ts'
import { recordMember } from './record-member.ts'
import { newSecretToken, tokenHash } from './secret-token.ts'
import { allowPassword } from './sign-in-guard.store.ts'
import { tellOfAccount } from './tell-of-account.ts'

/**
 * A new password by a link that was sent to the account's own address. The link alone is not enough: a code is asked as
 * at every sign-in (ASVS 6.4.3). Every session of before ends, and one begins here.
 *
 * @param link as `openAccountLink` gave it, for `new-password`
 * @param input.recovery what was typed as a recovery code; undefined: a code of the app is shown
 */
export const setNewPassword = async (
  trace: Trace,
  means: Means,
  link: HeldLink,
  input: { password: string; code: string; recovery?: string | undefined; at: Date },
): Promise<{ token: string } | PasswordRefusal | FactorRefusal | LinkGone> => {
  const actor = linkedMember(trace, link)
  const { memberId } = actor
  const weak = await weighPassword(actor, means, input.password)
  if (weak) return weak
  const passwordHash = await hashPassword(input.password)
  const { asActor, keys } = means
  const recovery =
    input.recovery === undefined
      ? undefined
      : { hash: await hashTypedRecovery(actor, asActor, input.recovery) }
  const token = newSecretToken()
  return asActor(actor, async (tx) => {
    const wrong = await checkFactor(tx, actor, keys, { code: input.code, recovery, at: input.at })
    const refusal = wrong ?? ((await takeLink(tx, link)) ? undefined : ({ refused: 'link-gone' } as const))
    if (!refusal) {
      await replacePassword(tx, memberId, passwordHash)
      await allowPassword(tx, memberId)
      await endSessionsOf(tx, memberId)
      await insertSession(tx, { tokenHash: tokenHash(token), memberId, secondFactorShown: true })
      tellOfAccount(tx, actor, 'password-changed')
    }
    await recordMember(tx, 'identity.password-changed', actor, { refusal, detail: { by: 'link' } })
    return refusal ?? { token }
  })
}
