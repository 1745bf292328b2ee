import { verifyRegistrationResponse } from '@simplewebauthn/server'
import { type Id, newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { KEY_KINDS } from './offer-passkey.ts'
import { insertPasskey, listPasskeysOf } from './passkey.store.ts'
import { type MadePasskey, readMadePasskey } from './passkey-answer.ts'
import { recordMember } from './record-member.ts'
import type { RelyingParty } from './relying-party.ts'
import { endAttempt } from './sign-on-attempt.ts'
import type { TracedMember } from './signed-in.ts'

/** More than anybody carries; a list that has no end hides the one that is not yours. */
export const MOST_PASSKEYS = 10
export const LONGEST_PASSKEY_NAME = 60

export type PasskeyRefusal = Refusal<
  'name-missing' | 'name-too-long' | 'passkey-missing' | 'passkey-too-late' | 'passkey-known' | 'too-many'
>

/**
 * Keeps a passkey that a member's browser has made just now.
 *
 * @param input.name what the member calls it
 * @param input.answer what the browser sent, as JSON
 */
export const addPasskey = async (
  actor: TracedMember,
  asActor: AsActor,
  input: { name: string; answer: string; party: RelyingParty },
): Promise<{ id: Id<'passkey'> } | PasskeyRefusal> => {
  const name = input.name.trim()
  if (!name) return { refused: 'name-missing' }
  if (name.length > LONGEST_PASSKEY_NAME) return { refused: 'name-too-long' }
  const made = readMadePasskey(input.answer)
  if (!made) return { refused: 'passkey-missing' }
  if (!(await endAttempt(actor, asActor, made.challenge, 'new-passkey')))
    return { refused: 'passkey-too-late' }
  const passkey = await readPasskey(made, input.party)
  if (!passkey) return { refused: 'passkey-missing' }

  const id = newId<'passkey'>()
  const { memberId } = actor
  return asActor(actor, async (tx) => {
    const judge = async (): Promise<PasskeyRefusal | undefined> => {
      if ((await listPasskeysOf(tx, memberId)).length >= MOST_PASSKEYS) return { refused: 'too-many' }
      return (await insertPasskey(tx, { id, memberId, name, ...passkey }))
        ? undefined
        : { refused: 'passkey-known' }
    }
    const refusal = await judge()
    const detail = { passkey: id, isSynced: passkey.isSynced }
    await recordMember(tx, 'identity.passkey-added', actor, { refusal, detail })
    return refusal ?? { id }
  })
}

/** What there is to keep; undefined when it was made for another site or challenge, or nobody unlocked it. */
const readPasskey = async ({ challenge, ...made }: MadePasskey, party: RelyingParty) => {
  try {
    const { registrationInfo: info } = await verifyRegistrationResponse({
      response: made,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: KEY_KINDS,
    })
    return (
      info && {
        credentialId: info.credential.id,
        publicKey: Buffer.from(info.credential.publicKey),
        counter: info.credential.counter,
        transports: made.response.transports,
        isSynced: info.credentialBackedUp,
      }
    )
  } catch {
    // The library says with a fault what is wrong with an answer, whatever it is.
    return undefined
  }
}
