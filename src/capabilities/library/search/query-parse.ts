import { type FacetName, FIELDS, type FieldName } from './segment.ts'
import { isStopWord, wordsOf } from './words.ts'

/** What a query asks for. Words are folded, not stemmed. */
export type Query =
  | { readonly kind: 'word' | 'prefix'; readonly word: string; readonly field?: FieldName }
  | { readonly kind: 'phrase'; readonly words: readonly string[]; readonly field?: FieldName }
  | { readonly kind: 'facet'; readonly facet: FacetName; readonly from: string; readonly to: string }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query }

/** What was done with a query that could not be taken as it was, for a page to say. */
export type QueryNote = 'cut' | 'too-many-words' | 'quote-open' | 'bracket-left-out' | 'operator-left-out'

export type ParsedQuery = {
  /** Undefined where nothing is asked for: everything is found. */
  readonly query: Query | undefined
  /** Words that may be looked for one by one where too few records have all of them; else all has to hold. */
  readonly loose: readonly Query[]
  /** What has to hold besides them. */
  readonly strict: readonly Query[]
  readonly notes: readonly QueryNote[]
}

export const LONGEST_QUERY = 2000
export const MOST_WORDS = 64
const DEEPEST = 16
/** What stands for thousands of words each: one letter is taken as a word, and so is what comes after eight of them. */
const SHORTEST_BEGINNING = 2
const MOST_BEGINNINGS = 8

const FIELD_WORDS: Readonly<Record<string, FieldName>> = {
  ...Object.fromEntries(FIELDS.map(({ name }) => [name, name])),
  by: 'author',
  agency: 'publisher',
  keyword: 'subject',
  ncj: 'number',
  doi: 'number',
}
const FACET_WORDS: Readonly<Record<string, FacetName>> = {
  year: 'year',
  type: 'type',
  audience: 'audience',
  language: 'language',
  evidence: 'evidence',
}

type Token =
  | { readonly is: '(' | ')' | 'AND' | 'OR' | 'NOT' }
  | { readonly is: 'field'; readonly field: string }
  | { readonly is: 'text'; readonly text: string; readonly quoted: boolean; readonly field: string }

/** A minus that begins a word, a field with its colon, and what is asked for in it. */
const TOKEN = /([()])|(-(?=[^\s()-]))?(?:([A-Za-z]+):)?(?:"([^"]*)("?)|([^\s()"]+))|\S/g

const isKnown = (field: string): boolean => field in FIELD_WORDS || field in FACET_WORDS

const readTokens = (text: string, note: (note: QueryNote) => void): Token[] => {
  const tokens: Token[] = []
  for (const [whole, bracket, minus, before = '', quoted, closing, bare] of text.matchAll(TOKEN)) {
    const field = before.toLowerCase()
    if (bracket) tokens.push({ is: bracket as '(' | ')' })
    else if (whole === 'AND' || whole === 'OR' || whole === 'NOT') tokens.push({ is: whole })
    else {
      if (minus) tokens.push({ is: 'NOT' })
      if (quoted !== undefined && closing === '') note('quote-open')
      const given = quoted ?? bare ?? ''
      const alone = bare?.endsWith(':') ? bare.slice(0, -1).toLowerCase() : ''
      if (isKnown(alone)) tokens.push({ is: 'field', field: alone })
      else
        tokens.push({
          is: 'text',
          text: isKnown(field) ? given : `${before} ${given}`,
          quoted: quoted !== undefined && closing !== '',
          field: isKnown(field) ? field : '',
        })
    }
  }
  return tokens
}

/**
 * Reads what somebody typed. There is no query that it refuses: what cannot be taken is left out and noted.
 *
 * Words; "a phrase"; begin*; AND, OR, NOT, a minus and brackets; title:, author: (by:), publisher: (agency:), subject:,
 * abstract:, ncj:, doi:, each of one word, a
 * "phrase" or a bracket; year:2010-2015, type:, audience:, language:, evidence:.
 *
 * @param options.typing the last word may not be finished, and stands for all that begin like it too
 */
export const parseQuery = (given: string, { typing = false } = {}): ParsedQuery => {
  const notes = new Set<QueryNote>()
  const note = (one: QueryNote): void => void notes.add(one)
  if (given.length > LONGEST_QUERY) note('cut')
  const text = given.slice(0, LONGEST_QUERY)
  const tokens = readTokens(text, note)
  const unfinished = typing && /[\p{L}\p{N}]$/u.test(text) ? tokens.length - 1 : -1
  let at = 0
  let words = 0
  let beginnings = 0
  let operators = 0
  /** The field before a bracket, which all in it are looked for in. */
  let outer = ''

  const leavesOf = (token: Token & { is: 'text' }, isLast: boolean): Query[] => {
    const facet = FACET_WORDS[token.field || outer]
    if (facet) return facetOf(facet, token.text)
    const field = FIELD_WORDS[token.field || outer]
    const inField = field ? { field } : {}
    const found = wordsOf(token.text).slice(0, Math.max(0, MOST_WORDS - words))
    if (found.length < wordsOf(token.text).length) note('too-many-words')
    words += found.length
    if (token.quoted && found.length > 1) return [{ kind: 'phrase', words: found, ...inField }]
    const last = found.at(-1) ?? ''
    const begins =
      (isLast || (!token.quoted && token.text.endsWith('*'))) &&
      last.length >= SHORTEST_BEGINNING &&
      beginnings < MOST_BEGINNINGS
    if (begins) beginnings++
    return found.map((word, place) => ({
      kind: begins && place === found.length - 1 ? 'prefix' : 'word',
      word,
      ...inField,
    }))
  }

  const readPart = (depth: number): Query[] => {
    let isNot = false
    for (; tokens[at]?.is === 'NOT'; at++) {
      isNot = !isNot
      operators++
    }
    const token = tokens[at]
    let parts: Query[] = []
    if (token?.is === 'text') {
      at++
      parts = leavesOf(token, at - 1 === unfinished)
    } else if (token?.is === 'field') {
      at++
      const before = outer
      outer = token.field
      parts = readPart(depth)
      outer = before
    } else if (token?.is === '(') {
      at++
      if (depth < DEEPEST) {
        // Brackets alone are no operators: titles that people paste have them too.
        const inner = readAny(depth + 1)
        parts = inner?.kind === 'all' ? [...inner.parts] : inner ? [inner] : []
        if (tokens[at]?.is === ')') at++
        else note('bracket-left-out')
      } else note('bracket-left-out')
    } else if (isNot) note('operator-left-out')
    const whole = joined('all', parts)
    return isNot && whole ? [{ kind: 'not', part: whole }] : parts
  }

  const readAll = (depth: number): Query[] => {
    const parts: Query[] = []
    for (let last = -1; at < tokens.length; ) {
      const is = tokens[at]?.is
      if (is === 'OR' || (is === ')' && depth > 0)) break
      if (is === ')') {
        note('bracket-left-out')
        at++
      } else if (is === 'AND') {
        operators++
        if (parts.length === 0 || last === at - 1 || isEnd(tokens[at + 1])) note('operator-left-out')
        last = at++
      } else parts.push(...readPart(depth))
    }
    return parts
  }

  const readAny = (depth: number): Query | undefined => {
    const choices: Query[] = []
    for (;;) {
      const choice = joined('all', readAll(depth))
      if (choice) choices.push(choice)
      const isMore = tokens[at]?.is === 'OR'
      if ((isMore && !choice) || (!choice && choices.length > 0)) note('operator-left-out')
      if (!isMore) return joined('any', choices)
      operators++
      at++
    }
  }

  const whole = readAny(0)
  const parts = whole?.kind === 'all' ? whole.parts : whole ? [whole] : []
  const isLoose = (part: Query) => (part.kind === 'word' || part.kind === 'prefix') && !part.field
  const telling = parts.filter((part) => !isLoose(part) || !('word' in part) || !isStopWord(part.word))
  if (operators > 0 || telling.length === 0)
    return { query: whole, loose: [], strict: whole ? [whole] : [], notes: [...notes] }
  const loose = telling.filter(isLoose)
  return {
    query: joined('all', telling),
    loose,
    strict: telling.filter((part) => !isLoose(part)),
    notes: [...notes],
  }
}

const isEnd = (token: Token | undefined): boolean =>
  token === undefined || token.is === ')' || token.is === 'OR'

/** Several parts as one, a single one as it is, and none as nothing. */
export const joined = (kind: 'all' | 'any', parts: readonly Query[]): Query | undefined =>
  parts.length > 1 ? { kind, parts } : parts[0]

const facetOf = (facet: FacetName, text: string): Query[] => {
  const value = text.trim()
  if (value === '') return []
  const [, from, to] = (facet === 'year' && /^(\d{4})?(?:-|\.\.)(\d{4})?$/.exec(value)) || []
  if (from || to) return [{ kind: 'facet', facet, from: from ?? '', to: to ?? '9999' }]
  return [{ kind: 'facet', facet, from: value, to: value }]
}
