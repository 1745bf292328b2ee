import type { EndingEvent, ReleaseFacts, ReleaseKind } from '#consent'
import type { Day } from '#kernel/calendar-day.ts'
import { addDays, readDay } from '#kernel/calendar-day.ts'
import { type DataClass, isDataClass, POLICE_DATA_CLASSES } from '#kernel/data-classes.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import {
  chargeOf,
  LONGEST_DAYS,
  monitoringFacts,
  monitorOf,
  type OpenCharge,
  type Somebody,
} from './monitoring.ts'
import { participantsOf } from './participants.ts'
import { type MinorsSign, signerFacts } from './signer.ts'
import { SIGNING_WORDS, type SigningWords } from './signing-words.ts'

export type Language = 'en' | 'es'

/** A place that a release can name. */
export type Partner = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly isCriminalJustice: boolean
}

/** What a member can have signed on a tablet; `named` becomes multi-party when several places are chosen. */
export const SIGNING_KINDS = [
  ...(['named', 'tpo', 'intermediary', 'counselling-notes', 'proceedings', 'criminal-justice'] as const),
] as const
export type SigningKind = (typeof SIGNING_KINDS)[number]

/** Until when: so many days, the end of the case, or a day of one's own. */
export const UNTILS = ['30', '90', '180', '365', 'case', 'day'] as const

/** A release on its way to being signed: the answers as the forms sent them, and what they are about. */
export type Signing = {
  readonly id: string
  readonly personId: string
  readonly fields: FormFields
  /** The day on which it was begun, from which “one month” is counted. */
  readonly startedOn: Day
  readonly partners: readonly Partner[]
  readonly discloserName: string
  /** Whom the county lets sign who is under 18. */
  readonly minors: MinorsSign
  /** For a release under 2.35: what is held, who can be named as monitoring it, and who can have approved it. */
  readonly charges: readonly OpenCharge[]
  readonly monitors: readonly Somebody[]
  readonly supervisors: readonly Somebody[]
}

export const languageOf = ({ fields }: Pick<Signing, 'fields'>): Language =>
  firstOf(fields, 'lang') === 'es' ? 'es' : 'en'

export const signingKindOf = ({ fields }: Pick<Signing, 'fields'>): SigningKind =>
  SIGNING_KINDS.find((kind) => kind === firstOf(fields, 'kind')) ?? 'named'

/** The kinds that can be offered: one for a charge only where one is held (P2-041). */
export const kindsFor = ({ charges }: Pick<Signing, 'charges'>): SigningKind[] =>
  SIGNING_KINDS.filter((kind) => kind !== 'criminal-justice' || charges.length > 0)

export const kindOf = (signing: Signing): ReleaseKind => {
  const kind = signingKindOf(signing)
  if (kind !== 'named') return kind
  return recipientsOf(signing).length > 1 ? 'multi-party' : 'named-recipient'
}

/**
 * Whether a release of this kind may name a place. The database says the same; here it is asked so that nobody is offered
 * what will be refused (P2-020).
 */
export const mayName = (kind: SigningKind, partner: Partner): boolean => {
  if (kind === 'named') return true
  if (kind === 'proceedings') return partner.kind !== 'police'
  if (kind === 'criminal-justice') return partner.isCriminalJustice && partner.kind !== 'police'
  return !partner.isCriminalJustice
}

const chosenOf = ({ fields, partners }: Signing, name: string): Partner[] =>
  (fields[name] ?? []).flatMap((id) => partners.find((partner) => partner.id === id) ?? [])

/** The places that the member proposes, of those that the kind may name; for a charge the office that holds it. */
export const proposedOf = (signing: Signing): Partner[] => {
  const kind = signingKindOf(signing)
  const proposed =
    kind === 'criminal-justice'
      ? signing.partners.filter(({ id }) => id === chargeOf(signing)?.heldBy)
      : chosenOf(signing, 'proposed')
  return proposed.filter((partner) => mayName(kind, partner))
}

/** The places to which the person said yes. */
export const recipientsOf = (signing: Signing): Partner[] => {
  const proposed = proposedOf(signing)
  return chosenOf(signing, 'recipients').filter((partner) => proposed.includes(partner))
}

/** What a place can be told under this kind of release. Police and courts: never more than the wall lets them (P2-011). */
export const classesFor = (kind: SigningKind, partner: Partner): DataClass[] => {
  if (kind === 'counselling-notes') return ['counselling-notes']
  if (partner.isCriminalJustice) return Object.keys(POLICE_DATA_CLASSES) as DataClass[]
  return FOR_HELPERS
}

const FOR_HELPERS: DataClass[] = [
  ...(['identity', 'care-plan', 'placement', 'attendance', 'clinical', 'handoff'] as const),
  ...(['contact-made', 'intake-done', 'enrolled', 'engaged', 'legal'] as const),
]

/** What the person chose that a place may know; counselling notes are the one thing that their own release is about. */
export const classesOf = (signing: Signing, partner: Partner): DataClass[] => {
  const offered = classesFor(signingKindOf(signing), partner)
  if (signingKindOf(signing) === 'counselling-notes') return offered
  const chosen = (signing.fields[`classes-${partner.id}`] ?? []).filter(isDataClass)
  return offered.filter((dataClass) => chosen.includes(dataClass))
}

/** Why, in words that can be chosen, or in the person's own. */
export const purposesOf = (signing: Signing, words: SigningWords): Readonly<Record<string, string>> =>
  ({
    tpo: { tpo: words.tpoPurpose },
    'criminal-justice': { charge: words.chargePurpose },
  })[signingKindOf(signing) as string] ?? words.purposes

/** A text in one line: a line of its own in the form says who may know what, and nobody types that. */
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const purposeOf = (signing: Signing): string => {
  const purposes = purposesOf(signing, SIGNING_WORDS[languageOf(signing)])
  const chosen = firstOf(signing.fields, 'purpose')
  return Object.hasOwn(purposes, chosen)
    ? (purposes[chosen] ?? '')
    : inOneLine(firstOf(signing.fields, 'purposeWords'))
}

/**
 * The last day for a place; undefined while none is chosen, or when the one that was typed does not exist. A release for a
 * charge ends with it, and after a year in any case.
 */
export const untilOf = (signing: Signing, partnerId: string, choice?: string): Day | undefined => {
  const { fields, startedOn } = signing
  if (signingKindOf(signing) === 'criminal-justice') return addDays(startedOn, LONGEST_DAYS)
  const chosen = choice ?? firstOf(fields, `until-${partnerId}`)
  if (chosen === 'case') return addDays(startedOn, LONGEST_DAYS)
  if (chosen === 'day') {
    const typed = (part: string) => firstOf(fields, `day-${partnerId}-${part}`)
    const day = readDay(typed('year'), typed('month'), typed('day'))
    return day && day > startedOn && day <= addDays(startedOn, LONGEST_DAYS) ? day : undefined
  }
  return UNTILS.some((until) => until === chosen) ? addDays(startedOn, Number(chosen)) : undefined
}

/** What ends it before that day. */
export const endsOnOf = (signing: Signing, partnerId: string): EndingEvent | undefined => {
  if (signingKindOf(signing) === 'criminal-justice') return 'disposition'
  return firstOf(signing.fields, `until-${partnerId}`) === 'case' ? 'case-closed' : undefined
}

/** What the form will say. */
export const factsOf = (signing: Signing): ReleaseFacts => ({
  personName: inOneLine(firstOf(signing.fields, 'personName')),
  discloserName: signing.discloserName,
  recipients: recipientsOf(signing).map((partner) => ({
    name: partner.name,
    memberName: signingKindOf(signing) === 'criminal-justice' ? monitorOf(signing)?.name : undefined,
    dataClasses: classesOf(signing, partner),
    until: untilOf(signing, partner.id),
    endsOn: endsOnOf(signing, partner.id),
  })),
  purpose: purposeOf(signing),
  proceeding:
    signingKindOf(signing) === 'proceedings' ? inOneLine(firstOf(signing.fields, 'proceeding')) : undefined,
  monitoring: signingKindOf(signing) === 'criminal-justice' ? monitoringFacts(signing) : undefined,
  participants: signingKindOf(signing) === 'intermediary' ? participantsOf(signing) : undefined,
  signer: signerFacts(signing),
})
