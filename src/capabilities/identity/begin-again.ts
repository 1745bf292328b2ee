import type { Trace } from '#kernel/actor.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import { type HeldLink, takeLink } from './account-link.store.ts'
import { readCodeSetUp } from './code-set-up.ts'
import { replaceCredential } from './credential.store.ts'
import { endSessionsOf, insertSession } from './identity.store.ts'
import { type LinkGone, linkedMember, weighPassword } from './linked-member.ts'
import type { Means } from './means.ts'
import { deletePasskeysOf } from './passkey.store.ts'
import { hashPassword, type PasswordRefusal } from './password.ts'
import { recordMember } from './record-member.ts'
import { deleteRecoveryCodesOf } from './recovery-code.store.ts'
import { newSecretToken, tokenHash } from './secret-token.ts'
import { allowPassword } from './sign-in-guard.store.ts'
import { tellOfAccount } from './tell-of-account.ts'

/**
 * Password and codes anew, by a link that an administrator made who has made sure that it is they (ASVS 6.4.4).
 * Whatever opened the account before opens nothing more: passkeys, recovery codes and sessions end here.
 *
 * @param link as `openAccountLink` gave it, for `begin-again`
 */
export const beginAgain = async (
  trace: Trace,
  means: Means,
  link: HeldLink,
  input: { password: string; code: string; sealed: string; at: Date },
): Promise<{ token: string } | PasswordRefusal | Refusal<'code-wrong'> | LinkGone> => {
  const actor = linkedMember(trace, link)
  const { memberId } = actor
  const weak = await weighPassword(actor, means, input.password)
  if (weak) return weak
  const codes = readCodeSetUp(memberId, means.keys, input)
  if (isRefusal(codes)) return codes
  const passwordHash = await hashPassword(input.password)
  const token = newSecretToken()
  return means.asActor(actor, async (tx) => {
    if (!(await takeLink(tx, link))) return { refused: 'link-gone' }
    await replaceCredential(tx, memberId, { passwordHash, ...codes })
    await allowPassword(tx, memberId)
    await deletePasskeysOf(tx, memberId)
    await deleteRecoveryCodesOf(tx, memberId)
    await endSessionsOf(tx, memberId)
    await insertSession(tx, { tokenHash: tokenHash(token), memberId, secondFactorShown: true })
    await recordMember(tx, 'identity.begun-again', actor)
    tellOfAccount(tx, actor, 'begun-again')
    return { token }
  })
}
