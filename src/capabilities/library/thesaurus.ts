import shipped from './shipped-subjects.json' with { type: 'json' }

/** A term of the thesaurus, with its relations as ISO 25964 names them. */
export type Term = {
  readonly term: string
  readonly scopeNote: string
  readonly broader: readonly string[]
  readonly narrower: readonly string[]
  readonly related: readonly string[]
  /** Other words that mean the same, for which this term is used. */
  readonly usedFor: readonly string[]
}

/** Every term, in the order of the alphabet. */
export const TERMS: readonly Term[] = (shipped as readonly Term[]).toSorted((one, other) =>
  one.term.localeCompare(other.term),
)

const byName = new Map(TERMS.map((term) => [term.term.toLowerCase(), term]))
const preferred = new Map(
  TERMS.flatMap(({ term, usedFor }) => usedFor.map((other) => [other.toLowerCase(), term] as const)),
)

/** The term of a name; undefined where the thesaurus has none. */
export const findTerm = (name: string): Term | undefined => byName.get(name.toLowerCase())

/** The term under which a subject stands: its own, or the one used for it; as it was given where nobody knows it. */
export const preferredTerm = (subject: string): string =>
  byName.get(subject.toLowerCase())?.term ?? preferred.get(subject.toLowerCase()) ?? subject

/** The terms under which nothing is broader: where one begins to browse. */
export const topTerms = (): readonly Term[] => TERMS.filter(({ broader }) => broader.length === 0)

/** A term and all below it: what a search for it means. */
export const withNarrower = (name: string): readonly string[] => {
  const found = new Set<string>()
  const add = (term: Term | undefined) => {
    if (!term || found.has(term.term)) return
    found.add(term.term)
    for (const narrower of term.narrower) add(findTerm(narrower))
  }
  add(findTerm(name))
  return [...found]
}
