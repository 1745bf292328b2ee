import {
  type LineInput,
  type ReleaseForm,
  type ReleaseSigning,
  releaseWords,
  type Signature,
  type SignRefusal,
  signRelease,
} from '#consent'
import { addDays, type Day, endOfDay } from '#kernel/calendar-day.ts'
import { derivedId, type Id } from '#kernel/ids.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { firstOf } from '#platform/http/form-body.ts'
import { chargeOf, monitorOf, revocableOf, supervisorOf } from './monitoring.ts'
import { hasOther, hasParent, signerOf } from './signer.ts'
import {
  classesOf,
  endsOnOf,
  factsOf,
  kindOf,
  languageOf,
  recipientsOf,
  type Signing,
  signingKindOf,
  untilOf,
} from './signing.ts'
import { dropSigning, type SigningPlace } from './signing-draft.ts'

/** The exact words that will be signed, as the answers stand now. */
export const formOf = (signing: Signing): ReleaseForm => wordsOf(signing).form

/** The form with its statements. */
export const wordsOf = (signing: Signing) =>
  releaseWords(kindOf(signing), factsOf(signing), languageOf(signing))

export type SigningAct = {
  readonly signature: Signature
  /** Of the parent or guardian, where one signs too. */
  readonly second?: Pick<Signature, 'text' | 'strokes'> | undefined
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
  { signature, second, signedAt }: SigningAct,
  { actor, timeZone }: SigningPlace,
): ReleaseSigning => {
  const facts = factsOf(signing)
  const { signerGround: ground, ...words } = wordsOf(signing)
  const text = (name: string) => firstOf(signing.fields, name) || undefined
  return {
    id: signing.id,
    kind: kindOf(signing),
    ...words,
    personId: signing.personId,
    personName: facts.personName,
    isAdult: signerOf(signing) === undefined ? undefined : signerOf(signing) !== 'minor',
    discloserName: facts.discloserName,
    purpose: facts.purpose,
    lines: recipientsOf(signing).map((recipient) => lineOf(signing, recipient, timeZone)),
    signature: signature.how === 'paper' ? { ...signature, attestedBy: actor.memberId } : signature,
    signedAt,
    witness: text('witness'),
    interpreter: text('interpreter') && [text('interpreter'), text('interpreterLanguage')].join(', '),
    proceeding: facts.proceeding,
    signer: signerBy(signing, { ground, signature: second }),
    criminalJustice: facts.monitoring && {
      heldChargeId: chargeOf(signing)?.id,
      monitoringDuty: facts.monitoring.duty,
      period: facts.monitoring.period,
      revocableFrom: revocableAt(revocableOf(signing), timeZone),
      supervisorId: supervisorOf(signing)?.id,
      counselName: text('counsel'),
    },
    intermediary: facts.participants && {
      participants: facts.participants,
      treatingOnly: facts.participants.length === 0,
    },
  }
}

/** Who else signs, with what was said of it: whatever is missing here, the database misses too. */
const signerBy = (
  signing: Signing,
  said: Pick<NonNullable<ReleaseSigning['signer']>, 'ground' | 'signature'>,
): ReleaseSigning['signer'] =>
  hasOther(signing)
    ? {
        by: hasParent(signing) ? 'parent' : 'representative',
        name: firstOf(signing.fields, 'signerName'),
        ...said,
      }
    : undefined

/** From the beginning of that day on. */
const revocableAt = (
  from: Day | 'disposition' | undefined,
  zone: string,
): Date | 'disposition' | undefined =>
  from === undefined || from === 'disposition'
    ? from
    : new Date(endOfDay(addDays(from, -1), zone).getTime() + 1)

type Recipient = ReturnType<typeof recipientsOf>[number]

const lineOf = (signing: Signing, recipient: Recipient, zone: string): LineInput => {
  const until = untilOf(signing, recipient.id)
  const monitor = signingKindOf(signing) === 'criminal-justice' ? monitorOf(signing)?.id : undefined
  return {
    id: derivedId<'release-line'>('release-line', `${signing.id} ${recipient.id}`) as Id<'release-line'>,
    recipientOrganizationId: recipient.id,
    dataClasses: classesOf(signing, recipient),
    expiresAt: until ? endOfDay(until, zone) : undefined,
    recipientMemberId: monitor,
    endsOn: endsOnOf(signing, recipient.id),
    participantInterest: recipient.isCriminalJustice
      ? firstOf(signing.fields, `interest-${recipient.id}`)
      : undefined,
  }
}
