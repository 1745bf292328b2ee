import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { Role, Trace } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { endSession, insertSession } from './identity.store.ts'
import { countUse, findPasskey, stopPasskey } from './passkey.store.ts'
import { readShownPasskey, type ShownPasskey } from './passkey-answer.ts'
import { recordMember } from './record-member.ts'
import type { RelyingParty } from './relying-party.ts'
import { newSecretToken, tokenHash } from './secret-token.ts'
import { clearFailures } from './sign-in-guard.store.ts'
import { endAttempt } from './sign-on-attempt.ts'
import type { TracedMember } from './signed-in.ts'

type Found = NonNullable<Awaited<ReturnType<typeof findPasskey>>>

/** Why a passkey opens nothing. Only the audit record tells these apart: on the page all of them are one. */
type Reason = 'passkey-unknown' | 'account-closed' | 'passkey-stopped' | 'passkey-wrong' | 'passkey-copied'

/**
 * Signs a member in by a passkey, which is both factors: something they have, and the PIN, finger or face that unlocks it
 * (CJ-1, ASVS 6.3.3). A challenge counts once, and a key whose counter runs backward is stopped, because then there are
 * two of it (WebAuthn 3, 6.1.1).
 *
 * @param input.answer what the browser sent, as JSON
 * @param input.oldToken the token of the session that the browser held until now, which ends
 */
export const signInWithPasskey = async (
  trace: Trace,
  asActor: AsActor,
  input: { answer: string; party: RelyingParty; oldToken: string },
): Promise<
  { token: string; roles: readonly Role[] } | Refusal<'passkey-too-late' | 'passkey-not-recognised'>
> => {
  const shown = readShownPasskey(input.answer)
  if (!shown) return { refused: 'passkey-not-recognised' }
  const asked = await endAttempt({ kind: 'visitor', trace }, asActor, shown.challenge, 'passkey')
  if (!asked) return { refused: 'passkey-too-late' }

  const visitor = { kind: 'visitor', claim: shown.id, trace } as const
  const found = await asActor(visitor, (tx) => findPasskey(tx, shown.id))
  const counter = found && (await counterOf(shown, found, input.party))
  const refuse = async (reason: Reason) => {
    const refusal = { refused: reason }
    await asActor(visitor, (tx) => recordMember(tx, 'identity.passkey-shown', found, { refusal }))
    return { refused: 'passkey-not-recognised' } as const
  }
  if (!found) return refuse('passkey-unknown')
  if (!found.isOpen) return refuse('account-closed')
  if (found.isStopped) return refuse('passkey-stopped')
  if (counter === undefined) return refuse('passkey-wrong')

  const { memberId, organizationId, jurisdictionId, roles } = found
  const member: TracedMember = { kind: 'member', memberId, organizationId, jurisdictionId, roles, trace }
  const token = newSecretToken()
  const isCounted = await asActor(member, async (tx) => {
    const detail = { passkey: found.id }
    if (!(await countUse(tx, found.id, counter))) {
      await stopPasskey(tx, found.id)
      const refusal = { refused: 'passkey-copied' satisfies Reason }
      await recordMember(tx, 'identity.passkey-shown', member, { refusal, detail })
      return false
    }
    await endSession(tx, tokenHash(input.oldToken))
    const started = { tokenHash: tokenHash(token), memberId, secondFactorShown: true }
    const notice = await insertSession(tx, started)
    await clearFailures(tx, memberId)
    await recordMember(tx, 'identity.passkey-shown', member, { detail: { ...detail, notice } })
    return true
  })
  return isCounted ? { token, roles } : { refused: 'passkey-not-recognised' }
}

/**
 * What the key says of how often it was used; undefined when the answer is not this key's, or for another site or
 * challenge, or when nobody unlocked it.
 */
const counterOf = async (
  { challenge, ...shown }: ShownPasskey,
  { publicKey, transports, memberId }: Found,
  party: RelyingParty,
): Promise<number | undefined> => {
  const { userHandle } = shown.response
  if (userHandle !== undefined && userHandle !== handleOf(memberId)) return undefined
  const { userHandle: _, ...response } = shown.response
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...shown, response },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      // The count is judged in the database, where two uses at once can be told apart.
      credential: { id: shown.id, publicKey: new Uint8Array(publicKey), counter: 0, transports },
    })
    return verified && authenticationInfo.userVerified ? authenticationInfo.newCounter : undefined
  } catch {
    // The library says with a fault what is wrong with an answer, whatever it is.
    return undefined
  }
}

/** What a passkey keeps of whose it is: the account's id, which says nothing about anybody. */
export const handleOf = (memberId: string): string =>
  Buffer.from(memberId.replaceAll('-', ''), 'hex').toString('base64url')
