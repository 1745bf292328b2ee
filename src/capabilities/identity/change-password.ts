import type { Refusal } from '#kernel/refusal.ts'
import { replacePassword } from './credential.store.ts'
import { getOwnCredential } from './identity.store.ts'
import type { Means } from './means.ts'
import { hashPassword, type PasswordRefusal, passwordMatches, refusePassword } from './password.ts'
import { recordMember } from './record-member.ts'
import { tokenHash } from './secret-token.ts'
import { endOtherSessions } from './session.store.ts'
import { allowPassword, isLocked } from './sign-in-guard.store.ts'
import { countFailure } from './sign-in-guard.ts'
import type { TracedMember } from './signed-in.ts'
import { tellOfAccount } from './tell-of-account.ts'

/**
 * A member puts another password in place of theirs, which they type once more (ASVS 6.2.3). Every other session ends.
 *
 * @param input.token the token of the session in which this is done
 */
export const changePassword = async (
  actor: TracedMember,
  { asActor }: Pick<Means, 'asActor'>,
  input: { current: string; password: string; token: string },
): Promise<
  undefined | PasswordRefusal | Refusal<'password-wrong' | 'password-not-new' | 'account-locked'>
> => {
  const { memberId } = actor
  const before = await asActor(actor, (tx) => getOwnCredential(tx, memberId))
  const matches = await passwordMatches(input.current, before.passwordHash)
  if (matches) {
    const weak = await refusePassword(input.password, before)
    if (weak) return weak
    if (input.password === input.current)
      return {
        refused: 'password-not-new',
        fields: { password: 'That is the one you have. Choose another.' },
      }
  }
  const passwordHash = matches ? await hashPassword(input.password) : ''
  return asActor(actor, async (tx) => {
    const judge = async () => {
      if (await isLocked(tx, memberId)) return { refused: 'account-locked' } as const
      if (matches) return undefined
      return { refused: (await countFailure(tx, actor)) ? 'account-locked' : 'password-wrong' } as const
    }
    const refusal = await judge()
    if (!refusal) {
      await replacePassword(tx, memberId, passwordHash)
      await allowPassword(tx, memberId)
      tellOfAccount(tx, actor, 'password-changed')
    }
    // Whoever tries until it locks does not stay signed in; whoever changed it stays here and nowhere else.
    if (!refusal || refusal.refused === 'account-locked')
      await endOtherSessions(tx, memberId, refusal ? '' : tokenHash(input.token))
    await recordMember(tx, 'identity.password-changed', actor, { refusal, detail: { by: 'member' } })
    return refusal
  })
}
