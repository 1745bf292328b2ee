import type { Refusal } from '#kernel/refusal.ts'
import { checkFactor, type FactorRefusal } from './check-factor.ts'
import { hashTypedRecovery } from './check-recovery-code.ts'
import { endSession, getOwnCredential, isDemonstration } from './identity.store.ts'
import type { Means } from './means.ts'
import { recordMember } from './record-member.ts'
import { newSecretToken, tokenHash } from './secret-token.ts'
import { renewSession } from './session.store.ts'
import type { SignedIn } from './signed-in.ts'

/** So long a second factor counts for what must not be done from a browser that was left open. */
export const FRESH_FACTOR_MINUTES = 10

/** Whether a second factor was shown so lately that exports and overrides may go on. */
export const hasFreshFactor = ({ secondFactorAt }: Pick<SignedIn, 'secondFactorAt'>, now: Date): boolean =>
  now.getTime() - secondFactorAt.getTime() < FRESH_FACTOR_MINUTES * 60_000

/**
 * Shows the second factor once more within a session, which gets a new token by it (ASVS 7.2.4, 7.5.3). Whoever fails
 * until the account is locked loses the session too: it may not be its member who sits there.
 *
 * @param input.token the session's token
 * @param input.recovery what was typed as a recovery code; undefined: a code of the app is shown
 * @param input.at the moment against which the code is checked
 */
export const stepUp = async (
  { actor }: SignedIn,
  { asActor, keys }: Means,
  input: { token: string; code: string; recovery?: string | undefined; at: Date },
): Promise<{ token: string } | FactorRefusal | Refusal<'session-ended'>> => {
  const token = newSecretToken()
  const hashes = { old: tokenHash(input.token), new: tokenHash(token) }
  // Hashed before the transaction, which would wait for it.
  const recovery =
    input.recovery === undefined
      ? undefined
      : { hash: await hashTypedRecovery(actor, asActor, input.recovery) }
  return asActor(actor, async (tx) => {
    const judge = async (): Promise<FactorRefusal | Refusal<'session-ended'> | undefined> => {
      const wrong = await checkFactor(tx, actor, keys, { code: input.code, recovery, at: input.at })
      if (wrong?.refused === 'account-locked') await endSession(tx, hashes.old)
      if (wrong) return wrong
      return (await renewSession(tx, hashes)) ? undefined : { refused: 'session-ended' }
    }
    const refusal = await judge()
    const detail = recovery ? { by: 'recovery-code' } : {}
    await recordMember(tx, 'identity.stepped-up', actor, { refusal, detail })
    return refusal ?? { token }
  })
}

/** Whether this is an invented member without codes, in a database where every county is invented. */
export const isInvented = ({ actor }: SignedIn, { asActor }: Pick<Means, 'asActor'>): Promise<boolean> =>
  asActor(actor, async (tx) => {
    const { totpConfirmedAt } = await getOwnCredential(tx, actor.memberId)
    return !totpConfirmedAt && (await isDemonstration(tx))
  })

/** The same for somebody who signed in with one click: there is no code that they could show. */
export const demoStepUp = async (
  signedIn: SignedIn,
  { asActor }: Pick<Means, 'asActor'>,
  oldToken: string,
): Promise<{ token: string } | Refusal<'no-demonstration'>> => {
  if (!(await isInvented(signedIn, { asActor }))) return { refused: 'no-demonstration' }
  const token = newSecretToken()
  return asActor(signedIn.actor, async (tx) => {
    const renewed = await renewSession(tx, { old: tokenHash(oldToken), new: tokenHash(token) })
    if (!renewed) return { refused: 'no-demonstration' }
    await recordMember(tx, 'identity.demo-stepped-up', signedIn.actor)
    return { token }
  })
}
