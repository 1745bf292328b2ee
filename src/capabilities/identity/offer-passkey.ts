import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
} from '@simplewebauthn/server'
import type { AsActor } from '#platform/database/as-actor.ts'
import { getOwnCredential } from './identity.store.ts'
import { listPasskeysOf } from './passkey.store.ts'
import type { RelyingParty } from './relying-party.ts'
import { newSecretToken } from './secret-token.ts'
import { handleOf } from './sign-in-with-passkey.ts'
import { beginAttempt, PASSKEY_MINUTES } from './sign-on-attempt.ts'
import type { TracedMember } from './signed-in.ts'

/** Kinds of key that are taken (COSE): EdDSA, ES256 and, for older Windows machines, RS256. */
export const KEY_KINDS = [-8, -7, -257]

/** What a browser needs to make a passkey: a challenge that counts once, and the keys that the member has already. */
export const offerPasskey = async (
  actor: TracedMember,
  asActor: AsActor,
  party: RelyingParty,
): Promise<PublicKeyCredentialCreationOptionsJSON> => {
  const challenge = newSecretToken()
  const [own, account] = await asActor(actor, async (tx) => [
    await listPasskeysOf(tx, actor.memberId),
    await getOwnCredential(tx, actor.memberId),
  ])
  await beginAttempt(actor, asActor, challenge, { kind: 'new-passkey', minutes: PASSKEY_MINUTES })
  return generateRegistrationOptions({
    rpName: 'Causeway',
    rpID: party.id,
    userID: new Uint8Array(Buffer.from(handleOf(actor.memberId), 'base64url')),
    userName: account.email,
    userDisplayName: account.name,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    timeout: PASSKEY_MINUTES * 60_000,
    // Which make of key it is, is nobody's business here.
    attestationType: 'none',
    supportedAlgorithmIDs: KEY_KINDS,
    excludeCredentials: own.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}
