import { EVIDENCE, type LibraryRecord } from './record.ts'
import { EVIDENCE_WORDS } from './record-words.ts'
import { TERMS } from './thesaurus.ts'

export type SetKind = 'type' | 'evidence' | 'subject'

/** A name as a setSpec may hold it. */
export const slug = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

const KINDS: readonly SetKind[] = ['type', 'evidence', 'subject']

/** `evidence-strong` in its two parts; undefined where no set is called so. */
export const splitSet = (set: string): { readonly kind: SetKind; readonly name: string } | undefined => {
  const kind = KINDS.find((one) => set.startsWith(`${one}-`))
  return kind && { kind, name: set.slice(kind.length + 1) }
}

const terms = new Map(TERMS.map(({ term }) => [term, `subject-${slug(term)}`]))

/** The sets in which a record is. */
export const setsOf = ({ type, evidence, subjects }: LibraryRecord): readonly string[] => [
  `type-${slug(type)}`,
  ...(evidence ? [`evidence-${evidence}`] : []),
  ...subjects.flatMap((subject) => terms.get(subject) ?? []),
]

/** Every set, with its name in words. */
export const allSets = (
  types: readonly string[],
): readonly { readonly spec: string; readonly name: string }[] => [
  ...EVIDENCE.map((evidence) => ({
    spec: `evidence-${evidence}`,
    name: `Evidence: ${EVIDENCE_WORDS[evidence]}`,
  })),
  ...types.map((type) => ({ spec: `type-${slug(type)}`, name: `Kind: ${type}` })),
  ...TERMS.map(({ term }) => ({ spec: `subject-${slug(term)}`, name: `Subject: ${term}` })),
]
