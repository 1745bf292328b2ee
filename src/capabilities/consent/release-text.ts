import { createHash } from 'node:crypto'
import { type Day, dayWords } from '#kernel/calendar-day.ts'
import { CLASS_WORDS, type DataClass } from '#kernel/data-classes.ts'
import type { EndingEvent, ReleaseForm, ReleaseKind, ReleaseSigning } from './release-kinds.ts'
import { RELEASE_TEXT_WORDS, type ReleaseTextWords } from './release-text-words.ts'

type Language = ReleaseForm['language']

/** What lets a representative sign: a court, the law of the state (2.15(a)), or that the person died (2.15(b)). */
export const SIGNER_GROUNDS = ['court', 'law', 'estate', 'family'] as const
export type SignerGround = (typeof SIGNER_GROUNDS)[number]

export type RecipientFacts = {
  readonly name: string
  /** Only this member of it. */
  readonly memberName?: string | undefined
  readonly dataClasses: readonly DataClass[]
  /** The last day on which it holds. */
  readonly until?: Day | undefined
  readonly endsOn?: EndingEvent | undefined
}

/** What was chosen, by the names that the person knows it by. */
export type ReleaseFacts = {
  readonly personName: string
  readonly discloserName: string
  readonly recipients: readonly RecipientFacts[]
  readonly purpose: string
  /** `criminal-justice`: 2.35. */
  readonly monitoring?:
    | { readonly duty: string; readonly period: string; readonly revocableFrom: Day | 'disposition' }
    | undefined
  /** `intermediary`: who gets it through the recipient; none named means places that treat the person. */
  readonly participants?: readonly string[] | undefined
  /** `proceedings`: which one. */
  readonly proceeding?: string | undefined
  /** Who signs beside the person, or in their place (2.14, 2.15); left out: the person. */
  readonly signer?:
    | { readonly by: 'parent'; readonly name: string }
    | { readonly by: 'representative'; readonly name: string; readonly ground: SignerGround }
    | undefined
}

/**
 * The version of the words. Whoever changes a word of the form gives it a new one: what was signed under the old is kept
 * and shown as it was, never made again (P2-014).
 */
export const FORM_VERSION = '2026-11'

/**
 * The exact words that a person reads and signs, with every statement that 42 CFR 2.31 asks of the kind (2.35 for
 * `criminal-justice`). The same facts give the same bytes.
 *
 * @returns the text in lines, its version, its language, and the SHA-256 of its UTF-8 bytes in hexadecimal
 */
export const releaseText = (kind: ReleaseKind, facts: ReleaseFacts, language: Language): ReleaseForm => {
  const words = RELEASE_TEXT_WORDS[language]
  const text = [
    [words.title],
    [openingOf(facts, words), words.from(facts.discloserName)],
    ...facts.recipients.map((recipient, index) => [
      ...(index === 0 ? [words.who, ''] : []),
      ...recipientLines(recipient, language),
    ]),
    ...(facts.participants ? [participantLines(facts.participants, words)] : []),
    [words.why, facts.purpose],
    ...ofKind(kind, facts, words),
    [words.no, words.noWords],
    [words.stop, howToStop(kind, facts, language)],
    [words.law, words.lawWords],
    ...(facts.signer ? [[words.signer, signerLine(facts.personName, facts.signer, words)]] : []),
    [words.sign, words.signWords],
  ]
    .map((paragraph) => paragraph.join('\n'))
    .join('\n\n')
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex')
  return { text, version: `${kind} ${FORM_VERSION}`, language, sha256 }
}

/** A form with those of its statements that a release keeps besides, each as an element of its own. */
export type ReleaseWords = {
  readonly form: ReleaseForm
  readonly howToRevoke: string
  /** What lets a representative sign, as the form says it. */
  readonly signerGround?: string | undefined
  /** The three statements of a release for treatment, payment and operations: 2.31(a)(4)(iii) and (a)(10). */
  readonly tpo?: NonNullable<ReleaseSigning['tpo']> | undefined
}

/** All the words that a release of this kind brings: the form, and its statements in the same language. */
export const releaseWords = (kind: ReleaseKind, facts: ReleaseFacts, language: Language): ReleaseWords => {
  const { proceedingsException, redisclosureWarning, refusalConsequences } = RELEASE_TEXT_WORDS[language]
  return {
    form: releaseText(kind, facts, language),
    howToRevoke: howToStop(kind, facts, language),
    signerGround:
      facts.signer?.by === 'representative'
        ? RELEASE_TEXT_WORDS[language].grounds[facts.signer.ground]
        : undefined,
    ...(kind === 'tpo' ? { tpo: { proceedingsException, redisclosureWarning, refusalConsequences } } : {}),
  }
}

/** How the person stops it, in the form's words: element (a)(6), or 2.35(c) for `criminal-justice`. */
export const howToStop = (
  kind: ReleaseKind,
  { discloserName, monitoring }: Pick<ReleaseFacts, 'discloserName' | 'monitoring'>,
  language: Language,
): string => {
  const words = RELEASE_TEXT_WORDS[language]
  if (kind !== 'criminal-justice' || !monitoring) return words.howToStop(discloserName)
  const { revocableFrom } = monitoring
  return words.howToStopMonitoring(
    discloserName,
    revocableFrom === 'disposition'
      ? words.fromDisposition
      : words.fromDay(dayWords(revocableFrom, language)),
  )
}

/** What ends a line, as it is read. */
export const endingWords = (
  { until, endsOn }: Pick<RecipientFacts, 'until' | 'endsOn'>,
  language: Language,
): string => {
  const words = RELEASE_TEXT_WORDS[language]
  const day = until && dayWords(until, language)
  return endsOn ? words.untilEvent(words.events[endsOn], day) : words.untilDay(day ?? '')
}

const openingOf = ({ personName, signer }: ReleaseFacts, words: ReleaseTextWords): string =>
  signer?.by === 'representative' ? words.about(personName) : words.you(personName)

const signerLine = (
  person: string,
  signer: NonNullable<ReleaseFacts['signer']>,
  words: ReleaseTextWords,
): string =>
  signer.by === 'parent'
    ? words.parentSigns(person, signer.name)
    : words.representativeSigns(signer.name, words.grounds[signer.ground])

const recipientLines = (recipient: RecipientFacts, language: Language): string[] => {
  const words = RELEASE_TEXT_WORDS[language]
  return [
    recipient.name,
    ...(recipient.memberName ? [words.only(recipient.memberName)] : []),
    words.mayKnow,
    ...recipient.dataClasses.map((dataClass) => `- ${CLASS_WORDS[language][dataClass]}`),
    endingWords(recipient, language),
  ]
}

const participantLines = (participants: readonly string[], words: ReleaseTextWords): string[] => [
  words.participants,
  ...(participants.length > 0 ? participants.map((name) => `- ${name}`) : [words.treatingOnly]),
]

const ofKind = (kind: ReleaseKind, facts: ReleaseFacts, words: ReleaseTextWords): string[][] => {
  if (kind === 'tpo')
    return [[words.tpo, words.proceedingsException, words.redisclosureWarning, words.refusalConsequences]]
  if (kind === 'criminal-justice' && facts.monitoring)
    return [
      [
        words.charge,
        words.chargeWords(facts.monitoring.duty),
        words.period(facts.monitoring.period),
        words.chargeUse,
      ],
    ]
  if (kind === 'counselling-notes') return [[words.notes]]
  if (kind === 'proceedings' && facts.proceeding)
    return [[words.proceeding, words.proceedingWords(facts.proceeding)]]
  return []
}
