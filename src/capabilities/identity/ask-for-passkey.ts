import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { Trace } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { RelyingParty } from './relying-party.ts'
import { newSecretToken } from './secret-token.ts'
import { beginAttempt, PASSKEY_MINUTES } from './sign-on-attempt.ts'

/**
 * What a browser needs to show a passkey: a challenge that counts once, and no list of keys, because that would say who
 * has an account. The key has to be unlocked (PIN, finger, face), so that it is both factors in one.
 */
export const askForPasskey = async (
  trace: Trace,
  asActor: AsActor,
  party: RelyingParty,
): Promise<PublicKeyCredentialRequestOptionsJSON> => {
  const challenge = newSecretToken()
  await beginAttempt({ kind: 'visitor', trace }, asActor, challenge, {
    kind: 'passkey',
    minutes: PASSKEY_MINUTES,
  })
  return generateAuthenticationOptions({
    rpID: party.id,
    challenge: Buffer.from(challenge, 'base64url'),
    userVerification: 'required',
    timeout: PASSKEY_MINUTES * 60_000,
  })
}
