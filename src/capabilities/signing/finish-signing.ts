import {
  type LineInput,
  type ReleaseForm,
  type ReleaseSigning,
  releaseWords,
  type Signature,
  type SignRefusal,
  signRelease,
} from '#consent'
import { endOfDay } from '#kernel/calendar-day.ts'
import { derivedId, type Id } from '#kernel/ids.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { firstOf } from '#platform/http/form-body.ts'
import {
  classesOf,
  endsWithCase,
  factsOf,
  kindOf,
  languageOf,
  recipientsOf,
  type Signing,
  untilOf,
} from './signing.ts'
import { dropSigning, type SigningPlace } from './signing-draft.ts'

/** The exact words that will be signed, as the answers stand now. */
export const formOf = (signing: Signing): ReleaseForm => wordsOf(signing).form

const wordsOf = (signing: Signing) => releaseWords(kindOf(signing), factsOf(signing), languageOf(signing))

export type SigningAct = {
  readonly signature: Signature
  readonly signedAt: Date
  /** The fingerprint of the words that were shown when it was signed. */
  readonly shown: string
}

/**
 * Has the release signed that was answered step by step, as one act with a line for each place, and forgets the answers.
 *
 * @returns the release's id, also when it was signed before; `words-changed` when other words were shown than would be
 *   kept: then nobody has agreed to these
 */
export const finishSigning = async (
  asActor: AsActor,
  place: SigningPlace,
  signing: Signing,
  act: SigningAct,
): Promise<{ readonly id: string } | SignRefusal | Refusal<'words-changed'>> => {
  const form = formOf(signing)
  if (form.sha256 !== act.shown) return { refused: 'words-changed' }
  const signed = await signRelease(asActor, place.actor, toSign(signing, act, place))
  if (!isRefusal(signed)) await dropSigning(asActor, place.actor, signing.id)
  return signed
}

const toSign = (
  signing: Signing,
  { signature, signedAt }: SigningAct,
  { actor, timeZone }: SigningPlace,
): ReleaseSigning => {
  const facts = factsOf(signing)
  const text = (name: string) => firstOf(signing.fields, name) || undefined
  return {
    id: signing.id,
    kind: kindOf(signing),
    ...wordsOf(signing),
    personId: signing.personId,
    personName: facts.personName,
    isAdult: text('isAdult') === 'yes',
    discloserName: facts.discloserName,
    purpose: facts.purpose,
    lines: recipientsOf(signing).map((recipient) => lineOf(signing, recipient, timeZone)),
    signature: signature.how === 'paper' ? { ...signature, attestedBy: actor.memberId } : signature,
    signedAt,
    witness: text('witness'),
    interpreter: text('interpreter') && [text('interpreter'), text('interpreterLanguage')].join(', '),
    proceeding: facts.proceeding,
  }
}

type Recipient = ReturnType<typeof recipientsOf>[number]

const lineOf = (signing: Signing, recipient: Recipient, zone: string): LineInput => {
  const until = untilOf(signing, recipient.id)
  return {
    id: derivedId<'release-line'>('release-line', `${signing.id} ${recipient.id}`) as Id<'release-line'>,
    recipientOrganizationId: recipient.id,
    dataClasses: classesOf(signing, recipient),
    expiresAt: until ? endOfDay(until, zone) : undefined,
    endsOn: endsWithCase(signing, recipient.id) ? 'case-closed' : undefined,
    participantInterest: recipient.isCriminalJustice
      ? firstOf(signing.fields, `interest-${recipient.id}`)
      : undefined,
  }
}
