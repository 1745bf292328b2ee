import { type AgreementText, asAgreementText } from './agreement.ts'

/** What two or more organizations settle between them, in their own words. */
export type Terms = {
  readonly scope: string
  /** Within how many minutes whoever is asked answers. */
  readonly responseMinutes: number
  /** Who stays with the person until whom. */
  readonly custody: string
  readonly mayFlow: string
  readonly neverFlows: string
}

type Between = {
  /** Names of the parties, joined: “Pierpoint Police and Lantern House”. */
  readonly parties: string
  readonly county: string
  /** “From March 1, 2027 through February 28, 2030.” */
  readonly period: string
}

const HOUR = 60
const DAY = 24 * HOUR

/** A promise as it is written: “30 minutes”, “2 hours”, “1 day”. */
export const promiseWords = (minutes: number): string => {
  const [count, unit] =
    minutes % DAY === 0
      ? [minutes / DAY, 'day']
      : minutes % HOUR === 0
        ? [minutes / HOUR, 'hour']
        : [minutes, 'minute']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

const ENDS =
  'Each party can end this agreement at once, by saying why. What was received before stays under these words.'
const BEFORE_THIS =
  'The law and the person’s own release stand before this agreement: 42 CFR part 2, HIPAA and the law of the state. Where they allow less, less flows.'
const NO_ENFORCEMENT =
  'Nobody is worse off for taking part, or for being asked and saying no. What a party learns by this agreement it does not use to investigate, to charge, to get a warrant or to have anything revoked.'

/**
 * The memorandum of understanding by which organizations deflect together: custody of the handoff, the promise to answer,
 * what may flow and what may not, and that police make no use of it (the parts that LEAD and PAARI sites write down).
 */
export const deflectionText = (between: Between, terms: Terms): AgreementText =>
  asAgreementText('deflection 1', [
    `This is a memorandum of understanding between ${between.parties} on deflection in ${between.county}: people are offered help in place of arrest, or before that is a question.`,
    `1. What it covers. ${terms.scope}`,
    `2. Who stays with the person. ${terms.custody}`,
    `3. When somebody answers. Whoever is asked to take a person on answers within ${promiseWords(terms.responseMinutes)}. “No” is an answer too.`,
    `4. What may flow. ${terms.mayFlow}`,
    `5. What may not flow. ${terms.neverFlows}`,
    `6. No use against people. ${NO_ENFORCEMENT}`,
    `7. ${BEFORE_THIS}`,
    `8. ${between.period} ${ENDS}`,
  ])

/** The agreement by which organizations share data: for what, which, which never, and how it is kept. */
export const dataSharingText = (
  between: Between,
  terms: Omit<Terms, 'custody' | 'responseMinutes'>,
): AgreementText =>
  asAgreementText('data-sharing 1', [
    `This is an agreement between ${between.parties} on sharing data in ${between.county}.`,
    `1. What for. ${terms.scope}`,
    `2. What may flow. ${terms.mayFlow}`,
    `3. What may not flow. ${terms.neverFlows}`,
    '4. Whoever receives it uses it for this and for nothing else, passes it on to nobody, and lets only those see it who need it for their work.',
    `5. No use against people. ${NO_ENFORCEMENT}`,
    '6. Each party keeps it safe as the law asks of its own records, and tells the others without delay, within 24 hours at most, when somebody saw it who should not have.',
    '7. Counts below 11 are withheld from whatever is published.',
    `8. ${BEFORE_THIS}`,
    `9. ${between.period} ${ENDS} Within 30 days of the end each party returns or destroys what it received, except what the law makes it keep.`,
  ])
