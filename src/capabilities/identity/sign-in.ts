import type { Trace } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import { findAccount, insertSession, keepUnconfirmedSecret } from './identity.store.ts'
import type { Means } from './means.ts'
import { newCodeSecret, sealCodeSecret } from './one-time-code.ts'
import { passwordMatches } from './password.ts'
import { recordMember } from './record-member.ts'
import { newSecretToken, tokenHash } from './secret-token.ts'
import type { HalfSignedIn, TracedMember } from './signed-in.ts'

/** The version of the notice on the sign-in page. Signing in accepts it, and the record says which (CJ-4). */
export const NOTICE_VERSION = '2026-11'

/**
 * The first factor: e-mail address and password. The session that it gives can only show the second factor.
 *
 * An unknown address, a wrong password and a disabled account get the same answer after the same work, so that nobody
 * can find out here who has an account (ASVS 6.3.8). Only the audit record tells them apart.
 *
 * @returns the token of the new session and what it needs next
 */
export const signIn = async (
  trace: Trace,
  { asActor, keys }: Means,
  input: { email: string; password: string },
): Promise<{ token: string; needs: HalfSignedIn['needs'] } | Refusal<'not-recognised'>> => {
  const email = input.email.trim().toLowerCase()
  const visitor = { kind: 'visitor', claim: email, trace } as const
  const account = await asActor(visitor, (tx) => findAccount(tx, email))
  const matches = await passwordMatches(input.password, account?.passwordHash)

  if (!account?.isOpen || !matches) {
    const refused = !account ? 'no-account' : !account.isOpen ? 'account-closed' : 'wrong-password'
    await asActor(visitor, (tx) => recordMember(tx, 'identity.signed-in', account, { refusal: { refused } }))
    return { refused: 'not-recognised' }
  }

  const { memberId, organizationId, jurisdictionId, roles } = account
  const member: TracedMember = { kind: 'member', memberId, organizationId, jurisdictionId, roles, trace }
  const needs = account.totpConfirmedAt ? 'code' : 'enrolment'
  const token = newSecretToken()
  const secret = sealCodeSecret(newCodeSecret(), memberId, keys.totp)
  await asActor(member, async (tx) => {
    await insertSession(tx, { tokenHash: tokenHash(token), memberId, secondFactorShown: false })
    // Anew each time, so that whoever saw an earlier QR code cannot use it after the member has set codes up.
    if (needs === 'enrolment') await keepUnconfirmedSecret(tx, memberId, secret)
    await recordMember(tx, 'identity.signed-in', member, { detail: { needs, notice: NOTICE_VERSION } })
  })
  return { token, needs }
}
