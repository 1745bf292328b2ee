import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { monitoringProblems } from './monitoring.ts'
import { participantsOf } from './participants.ts'
import { hasOther, signerOf, signerProblems } from './signer.ts'
import {
  classesOf,
  kindsFor,
  languageOf,
  type Partner,
  proposedOf,
  purposesOf,
  recipientsOf,
  type Signing,
  signingKindOf,
  untilOf,
} from './signing.ts'
import { SIGNING_WORDS } from './signing-words.ts'

/**
 * One idea each. The member answers `start`, then who else signs, which charge is held, through whom it is passed on, and
 * why police or courts should know, as far as there is any of that; they hand the tablet over at `ready`; from `what` on
 * the person reads. `sees-2` and `look-2` are about the second place that they chose.
 */
export type Step =
  | 'start'
  | 'signer'
  | 'charge'
  | 'through'
  | 'interest'
  | 'ready'
  | 'what'
  | 'who'
  | `sees-${number}`
  | `look-${number}`
  | 'passes'
  | 'why'
  | 'held'
  | 'until'
  | 'stop'
  | 'sign'

/** The steps of this release in their order; it grows with the places that are chosen. */
export const stepsOf = (signing: Signing): Step[] => [
  'start',
  ...(hasOther(signing) ? (['signer'] as const) : []),
  ...(signingKindOf(signing) === 'criminal-justice' ? (['charge'] as const) : []),
  ...(signingKindOf(signing) === 'intermediary' ? (['through'] as const) : []),
  ...(proposedOf(signing).some(({ isCriminalJustice }) => isCriminalJustice) ? (['interest'] as const) : []),
  ...(['ready', 'what', 'who'] as const),
  ...recipientsOf(signing).flatMap((_, index): Step[] =>
    signingKindOf(signing) === 'counselling-notes'
      ? [`look-${index + 1}`]
      : [`sees-${index + 1}`, `look-${index + 1}`],
  ),
  ...(signingKindOf(signing) === 'intermediary' ? (['passes'] as const) : []),
  'why',
  signingKindOf(signing) === 'criminal-justice' ? 'held' : 'until',
  ...(['stop', 'sign'] as const),
]

/** Which of the six parts that the person is told about a step belongs to, from 1; undefined for the member's own. */
export const partOf = (step: Step): number | undefined => {
  if (step.startsWith('sees-') || step.startsWith('look-')) return 3
  const parts: Partial<Record<Step, number>> = {
    ...{ what: 1, who: 2, passes: 3, why: 4 },
    ...{ until: 5, held: 5, stop: 5, sign: 6 },
  }
  return parts[step]
}

/** The place that a step is about. */
export const partnerOf = (signing: Signing, step: Step): Partner | undefined =>
  recipientsOf(signing)[Number(/^(?:sees|look)-(\d+)$/.exec(step)?.[1]) - 1]

/** The fields that a step asks: those that it does not send back were left empty. */
const fieldsOf = (signing: Signing, step: Step): string[] => {
  const partner = partnerOf(signing, step)
  if (partner) return step.startsWith('sees-') ? [`classes-${partner.id}`] : []
  switch (step) {
    case 'start':
      return ['lang', 'personName', 'signer', 'kind', 'proceeding', 'proposed']
    case 'signer':
      return ['signerName', 'signerGround']
    case 'charge':
      return [
        ...['charge', 'monitor', 'duty', 'period', 'revocable', 'supervisor', 'counsel'],
        ...['month', 'day', 'year'].map((part) => `revocableOn-${part}`),
      ]
    case 'through':
      return ['through', 'participants']
    case 'interest':
      return proposedOf(signing).map(({ id }) => `interest-${id}`)
    case 'who':
      return ['recipients']
    case 'why':
      return ['purpose', 'purposeWords']
    case 'until':
      return recipientsOf(signing).flatMap(({ id }) => [
        `until-${id}`,
        ...['month', 'day', 'year'].map((part) => `day-${id}-${part}`),
      ])
    case 'sign':
      // The signature itself is never kept before it signs: it belongs to the words that were on the screen.
      return ['witness', 'interpreter', 'interpreterLanguage']
    default:
      return []
  }
}

/** No answer needs more; where it is typed, the field stops there too. */
const LONGEST_ANSWER = 500

/** The answers with what a step sent; a step that sends nothing for a field emptied it. Other steps' answers stay. */
export const withAnswers = (signing: Signing, step: Step, sent: FormFields): FormFields => ({
  ...signing.fields,
  ...Object.fromEntries(
    fieldsOf(signing, step).map((name) => [
      name,
      // Cut in the middle of a letter, a text is none that the database takes.
      (sent[name] ?? []).map((value) => value.slice(0, LONGEST_ANSWER).toWellFormed()),
    ]),
  ),
})

/** What still has to be answered in a step: a sentence for each field, in the language of whoever reads it. */
export const problemsOf = (signing: Signing, step: Step): Record<string, string> => {
  const { fields } = signing
  const words = SIGNING_WORDS[languageOf(signing)]
  const partner = partnerOf(signing, step)
  if (partner)
    return classesOf(signing, partner).length === 0 ? { [`classes-${partner.id}`]: words.sees.none } : {}
  switch (step) {
    case 'start':
      return startProblems(signing)
    case 'signer':
      return signerProblems(signing)
    case 'charge':
      return monitoringProblems(signing)
    case 'through':
      return throughProblems(signing)
    case 'interest':
      return Object.fromEntries(
        proposedOf(signing)
          .filter(({ id, isCriminalJustice }) => isCriminalJustice && !firstOf(fields, `interest-${id}`))
          .map(({ id, name }) => [
            `interest-${id}`,
            `Write why it is in their own interest that ${name} knows.`,
          ]),
      )
    case 'who':
      return recipientsOf(signing).length === 0 ? { recipients: words.who.none } : {}
    case 'why': {
      const isChosen = Object.hasOwn(purposesOf(signing, words), firstOf(fields, 'purpose'))
      return isChosen || firstOf(fields, 'purposeWords') ? {} : { purpose: words.why.none }
    }
    case 'until':
      return Object.fromEntries(
        recipientsOf(signing)
          .filter(({ id }) => !untilOf(signing, id))
          .map(({ id }) =>
            firstOf(fields, `until-${id}`) === 'day'
              ? [`day-${id}`, words.until.noDay]
              : [`until-${id}`, words.until.none],
          ),
      )
    case 'sign':
      return Boolean(firstOf(fields, 'interpreter')) === Boolean(firstOf(fields, 'interpreterLanguage'))
        ? {}
        : { interpreter: words.sign.bothOrNone }
    default:
      return {}
  }
}

const throughProblems = (signing: Signing): Record<string, string> => {
  if (participantsOf(signing)) return {}
  return firstOf(signing.fields, 'through') === 'named'
    ? { participants: 'Write at least one name, one in each line.' }
    : { through: 'Choose to whom they may pass it on.' }
}

const startProblems = (signing: Signing): Record<string, string> => {
  const { fields } = signing
  const kind = signingKindOf(signing)
  const proposed = proposedOf(signing)
  const problems: Record<string, string> = {}
  if (!firstOf(fields, 'personName')) problems.personName = 'Write the name of the person who signs.'
  if (!signerOf(signing)) problems.signer = 'Choose who signs.'
  if (!kindsFor(signing).includes(kind))
    problems.kind = 'No charge is held for them any more. Choose another.'
  if (kind === 'proceedings' && !firstOf(fields, 'proceeding'))
    problems.proceeding = 'Write which court case or hearing it is for.'
  // The office that holds the charge is the one that may be told.
  if (kind === 'criminal-justice') return problems
  if (proposed.length === 0)
    problems.proposed =
      (fields.proposed ?? []).length > 0
        ? 'A release of this kind cannot name any of the places that you chose.'
        : 'Choose at least one place that may be told.'
  else if (kind === 'proceedings' && proposed.length > 1)
    problems.proposed = 'A release for a court case names one place.'
  else if (kind === 'intermediary' && proposed.length > 1)
    problems.proposed = 'A release through a place that passes it on names that one place.'
  return problems
}

/** The first step before this one that is not answered; undefined when all of them are. */
export const firstUnanswered = (signing: Signing, before: Step): Step | undefined => {
  const steps = stepsOf(signing)
  const end = steps.indexOf(before)
  return steps
    .slice(0, end < 0 ? steps.length : end)
    .find((step) => Object.keys(problemsOf(signing, step)).length > 0)
}
