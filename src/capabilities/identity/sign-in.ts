import type { Trace } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import { askForLink } from './ask-for-link.ts'
import { findAccount, insertSession, keepUnconfirmedSecret } from './identity.store.ts'
import type { Means } from './means.ts'
import { newCodeSecret, sealCodeSecret } from './one-time-code.ts'
import { passwordMatches } from './password.ts'
import { recordMember } from './record-member.ts'
import { newSecretToken, tokenHash } from './secret-token.ts'
import { isLocked } from './sign-in-guard.store.ts'
import { countFailure } from './sign-in-guard.ts'
import type { HalfSignedIn, TracedMember } from './signed-in.ts'

/** Why signing in was refused. Only the audit record tells these apart: on the page all of them are one. */
type Reason = 'no-account' | 'account-closed' | 'account-locked' | 'wrong-password' | 'password-void'

const NOBODY = { memberId: newId<'member'>(), jurisdictionId: newId<'jurisdiction'>() }

/**
 * The first factor: e-mail address and password. The session that it gives can only show the second factor.
 *
 * An unknown address, a wrong password, a disabled and a locked account get the same answer after the same work, so that
 * nobody can find out here who has an account (ASVS 6.3.8). Five wrong passwords or codes within 15 minutes lock the
 * account, also for the right password, until somebody releases it (CJ-1).
 *
 * @returns the token of the new session and what it needs next
 */
export const signIn = async (
  trace: Trace,
  { asActor, keys }: Means,
  input: { email: string; password: string },
): Promise<
  { token: string; needs: HalfSignedIn['needs'] } | Refusal<'not-recognised' | 'new-password-needed'>
> => {
  const email = input.email.trim().toLowerCase()
  const visitor = { kind: 'visitor', claim: email, trace } as const
  const account = await asActor(visitor, (tx) => findAccount(tx, email))
  const matches = await passwordMatches(input.password, account?.passwordHash)

  const refuse = (refused: Reason) =>
    asActor(visitor, async (tx): Promise<Refusal<'not-recognised'>> => {
      await recordMember(tx, 'identity.signed-in', account, { refusal: { refused } })
      // An address of nobody is counted against nobody, which takes as long.
      if (refused === 'wrong-password' || !account) await countFailure(tx, account ?? NOBODY)
      return { refused: 'not-recognised' }
    })
  if (!account) return refuse('no-account')
  if (!account.isOpen) return refuse('account-closed')
  if (account.isLocked) return refuse('account-locked')
  if (!matches) return refuse('wrong-password')
  // Only whoever knows the password learns this, and a link goes to the account's own address.
  if (account.hasVoidPassword) {
    await refuse('password-void')
    await askForLink(trace, asActor, email)
    return { refused: 'new-password-needed' }
  }

  const { memberId, organizationId, jurisdictionId, roles } = account
  const member: TracedMember = { kind: 'member', memberId, organizationId, jurisdictionId, roles, trace }
  const needs = account.totpConfirmedAt ? 'code' : 'enrolment'
  const token = newSecretToken()
  const secret = sealCodeSecret(newCodeSecret(), memberId, keys.totp)
  const isLate = await asActor(member, async (tx) => {
    // Of many guesses at once the one that is right may be the sixth.
    if (await isLocked(tx, memberId)) return true
    const notice = await insertSession(tx, {
      tokenHash: tokenHash(token),
      memberId,
      secondFactorShown: false,
    })
    // Anew each time, so that whoever saw an earlier QR code cannot use it after the member has set codes up.
    if (needs === 'enrolment') await keepUnconfirmedSecret(tx, memberId, secret)
    await recordMember(tx, 'identity.signed-in', member, { detail: { needs, notice } })
    return false
  })
  if (isLate) return refuse('account-locked')
  return { token, needs }
}
