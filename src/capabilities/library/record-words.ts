import type { Evidence, LinkAnswer, Rights } from './record.ts'
import type { QueryNote } from './search/query-parse.ts'
import type { Facet } from './search-query.ts'

export const EVIDENCE_WORDS: Readonly<Record<Evidence, string>> = {
  ...{ strong: 'Strong', moderate: 'Moderate', early: 'Early', practice: 'Practice wisdom' },
}

/** How many of the four bars are filled. */
export const EVIDENCE_BARS = { strong: 4, moderate: 3, early: 2, practice: 1 } as const

/** What each step of the scale means, for the page that explains it. */
export const EVIDENCE_MEANS: Readonly<Record<Evidence, string>> = {
  strong: 'A randomized trial, or a systematic review that weighs all the studies found. Lean on it.',
  moderate:
    'People or places compared, or followed over time, without chance deciding; or a review of such studies. Likely, with care.',
  early: 'One look at one time, or interviews. It shows what to look at, not what works.',
  practice: 'Guidance and descriptions by those who do the work. Worth hearing; not a test.',
}

export const RIGHTS_WORDS: Readonly<Record<Rights, string>> = {
  'own-words': 'The description is our own; the work is its authors’.',
  'public-domain': 'The abstract is in the public domain.',
  'open-licence': 'The abstract is under an open licence.',
  copyrighted: 'The abstract is under copyright: members read it here, and it is not handed on.',
  unknown: 'Nobody has looked whose the abstract is: members read it here, and it is not handed on.',
}

export const LINK_WORDS: Readonly<Record<LinkAnswer, string>> = {
  found: 'It answers.',
  moved: 'It has moved; this address still leads there.',
  gone: 'The page is gone.',
  'no-answer': 'It did not answer.',
}

export const FACET_WORDS: Readonly<Record<Facet, string>> = {
  ...{ evidence: 'Evidence', type: 'Kind', subject: 'Subject', audience: 'Written for' },
  ...{ publisher: 'Publisher or agency', language: 'Language' },
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

/** What a reader calls the value of a facet. */
export const facetLabel = (facet: Facet, value: string): string => {
  if (facet === 'evidence') return EVIDENCE_WORDS[value as Evidence] ?? value
  if (facet === 'language') return languages.of(value) ?? value
  return value.charAt(0).toUpperCase() + value.slice(1)
}

/** “R. Okafor, S. Lindqvist and four others”: three names at most on a list. */
export const authorLine = (authors: readonly string[]): string => {
  if (authors.length <= 3) return authors.join(', ')
  const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
  const rest = authors.length - 2
  return `${authors.slice(0, 2).join(', ')} and ${NUMBERS[rest - 2] ?? rest} others`
}

/** “Journal article, 2021”. */
export const kindLine = (record: { readonly type: string; readonly year: number | null }): string =>
  [record.type.charAt(0).toUpperCase() + record.type.slice(1), record.year]
    .filter((part) => part !== null)
    .join(', ')

/** What was done with a query that could not be taken as it was. */
export const QUERY_NOTES: Readonly<Record<QueryNote, string>> = {
  cut: 'The search was longer than 2,000 characters. We looked for what is before that.',
  'too-many-words': 'There were more than 64 words. We looked for the first 64.',
  'quote-open': 'A quotation mark has no partner, so we looked for the words after it one by one.',
  'bracket-left-out': 'A bracket has no partner, or there are too many in each other. We left it out.',
  'operator-left-out': 'AND, OR or NOT has nothing to work on, so we left it out.',
}
