import type { Trace } from '#kernel/actor.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import { type HeldLink, takeLink } from './account-link.store.ts'
import { checkFactor, type FactorRefusal } from './check-factor.ts'
import { hashTypedRecovery } from './check-recovery-code.ts'
import { readCodeSetUp } from './code-set-up.ts'
import { replaceCredential, replacePassword } from './credential.store.ts'
import { endSessionsOf, getOwnCredential, insertSession } from './identity.store.ts'
import type { Means } from './means.ts'
import { deletePasskeysOf } from './passkey.store.ts'
import { hashPassword, type PasswordRefusal, refusePassword } from './password.ts'
import { recordMember } from './record-member.ts'
import { deleteRecoveryCodesOf } from './recovery-code.store.ts'
import { newSecretToken, tokenHash } from './secret-token.ts'
import { allowPassword } from './sign-in-guard.store.ts'
import type { TracedMember } from './signed-in.ts'
import { tellOfAccount } from './tell-of-account.ts'

type LinkGone = Refusal<'link-gone'>

const memberOf = (trace: Trace, link: HeldLink): TracedMember => {
  const { memberId, organizationId, jurisdictionId, roles } = link
  return { kind: 'member', memberId, organizationId, jurisdictionId, roles, trace }
}

const weigh = async (actor: TracedMember, { asActor }: Means, password: string) => {
  const owner = await asActor(actor, (tx) => getOwnCredential(tx, actor.memberId))
  return refusePassword(password, owner)
}

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
  const actor = memberOf(trace, link)
  const { memberId } = actor
  const weak = await weigh(actor, means, input.password)
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
  const actor = memberOf(trace, link)
  const { memberId } = actor
  const weak = await weigh(actor, means, input.password)
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
