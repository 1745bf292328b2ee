import { DATA_CLASSES, type DataClass } from '#kernel/data-classes.ts'
import { DISCLOSURE_NOTICE } from './disclosure-notice.ts'
import { type Channel, REDISCLOSURE_RULES, type RedisclosureRule } from './ledger.ts'

/** What goes with everything that is shown under a release (42 CFR 2.32): only the ledger hands it out. */
export type Accompaniment = {
  readonly version: string
  /** The statement of 2.32(a)(1), word for word. */
  readonly notice: string
  /** What the person agreed to, in the words that they read (2.32(b)). */
  readonly scope: string
  readonly redisclosureRule: RedisclosureRule
  /** The rule in a sentence. */
  readonly redisclosure: string
}

export type Scope = {
  /** The discloser, as the form names it; unknown for forms from before it was kept. */
  readonly discloserName: string | null
  readonly dataClasses: readonly DataClass[]
  readonly purpose: string | null
  readonly expiresAt: Date | null
  readonly redisclosureRule: RedisclosureRule
}

/** Makes what goes with a disclosure, from what the release says. Same release, same bytes. */
export const accompanimentOf = (scope: Scope): Accompaniment => ({
  version: DISCLOSURE_NOTICE.version,
  notice: DISCLOSURE_NOTICE.text,
  scope: scopeWords(scope),
  redisclosureRule: scope.redisclosureRule,
  redisclosure: REDISCLOSURE_RULES[scope.redisclosureRule],
})

const scopeWords = ({ discloserName, dataClasses, purpose, expiresAt }: Scope): string => {
  const until = expiresAt ? `Until ${expiresAt.toISOString()}, unless` : 'Unless'
  const who = discloserName ?? 'whoever the release names'
  const what = dataClasses.map((dataClass) => DATA_CLASSES[dataClass]).join('; ')
  const why = purpose ? ` Why: ${purpose}` : ''
  return `${until} the person stops it before, ${who} may tell you this and nothing else, in the words that the person read: ${what}.${why}`
}

/** Of what goes with several releases, that whose rule lets least be passed on: it is the rule of what was told together. */
export const narrowestOf = (carried: readonly Accompaniment[]): Accompaniment | undefined => {
  const widestFirst = Object.keys(REDISCLOSURE_RULES)
  const width = ({ redisclosureRule }: Accompaniment) => widestFirst.indexOf(redisclosureRule)
  return carried.toSorted((one, other) => width(other) - width(one))[0]
}

const asFields = (carried: Accompaniment): Accompaniment => carried

const asText = ({ notice, scope, redisclosure }: Accompaniment): string =>
  [notice, scope, redisclosure].join('\n\n')

/** Rows of one cell, for above the data: a table that is cut at its end still begins with the statement. */
const asCsvRows = ({ notice, scope, redisclosure }: Accompaniment): string =>
  [notice, scope, redisclosure].map((text) => `"${text.replaceAll('"', '""')}"\r\n`).join('')

const CARRIERS = {
  page: asFields,
  api: asFields,
  json: asFields,
  message: asText,
  pdf: asText,
  print: asText,
  csv: asCsvRows,
} satisfies Record<Channel, (carried: Accompaniment) => Accompaniment | string>

/**
 * The statement, the scope and the rule as a channel carries them (P2-030). Every channel takes them from here, so that
 * none can word them otherwise: fields for pages, API and JSON; text for messages and paper; rows for CSV.
 */
export const accompany = <Way extends Channel>(
  channel: Way,
  carried: Accompaniment,
): ReturnType<(typeof CARRIERS)[Way]> => CARRIERS[channel](carried) as ReturnType<(typeof CARRIERS)[Way]>
