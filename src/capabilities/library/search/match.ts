import { addBits, allBits, type Bits, dropBits, eachBit, keepBits, noBits, setBit } from './bits.ts'
import type { Query } from './query-parse.ts'
import {
  EVERY_FIELD,
  FACETS,
  type FacetName,
  FIELD_MARK,
  FIELDS,
  FIRST_TERM,
  type FieldName,
  GAP,
  NONE,
  recordCount,
  type Segment,
} from './segment.ts'
import { fold, stemOf } from './words.ts'

/** A segment as it is searched: with what is looked up in it by text, and which records have been replaced since. */
export type OpenSegment = {
  readonly segment: Segment
  readonly termOf: ReadonlyMap<string, number>
  /** Records that are deleted, or that a later segment has anew. */
  readonly dead: Bits
}

export const openSegment = (segment: Segment): OpenSegment => ({
  segment,
  termOf: new Map(segment.texts.terms.map((term, at) => [term, at])),
  dead: noBits(recordCount(segment)),
})

/** The terms that a word, or all words that begin with it, are found by. */
export const termsFor = (open: OpenSegment, leaf: Query & { kind: 'word' | 'prefix' }): readonly number[] => {
  const exact = open.termOf.get(stemOf(leaf.word))
  if (leaf.kind === 'word') return exact === undefined ? [] : [exact]
  const { surfaceTerm, texts } = open.segment
  const found = new Set<number>()
  for (let at = firstFrom(texts.surfaces, leaf.word); texts.surfaces[at]?.startsWith(leaf.word); at++)
    found.add(surfaceTerm[at] as number)
  return [...found]
}

/** Where the first of the ordered words stands that is not before this one. */
const firstFrom = (words: readonly string[], word: string): number => {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] as string) < word) low = middle + 1
    else high = middle
  }
  return low
}

/** Which records of a segment are what a query asks for, replaced ones among them. */
export const match = (open: OpenSegment, query: Query): Bits => {
  const records = recordCount(open.segment)
  switch (query.kind) {
    case 'word':
    case 'prefix':
      return withTerms(open.segment, termsFor(open, query), query.field)
    case 'phrase':
      return withPhrase(open, query.words, query.field)
    case 'facet':
      return withFacet(open.segment, query.facet, (value) => isBetween(value, query))
    case 'not':
      return dropBits(allBits(records), match(open, query.part))
    case 'any':
      return query.parts.reduce((bits, part) => addBits(bits, match(open, part)), noBits(records))
    case 'all':
      return query.parts.reduce((bits, part) => keepBits(bits, match(open, part)), allBits(records))
  }
}

const isBetween = (value: string, { from, to }: { from: string; to: string }): boolean =>
  from === to ? fold(value) === fold(from) : value >= from && value <= to

const bitOf = (field: FieldName | undefined): number =>
  field ? 1 << FIELDS.findIndex(({ name }) => name === field) : EVERY_FIELD

const withTerms = (segment: Segment, terms: readonly number[], field?: FieldName): Bits => {
  const { postingStart, postingRecord, postingFields } = segment
  const bits = noBits(recordCount(segment))
  const asked = bitOf(field)
  for (const term of terms) {
    const end = postingStart[term + 1] as number
    for (let at = postingStart[term] as number; at < end; at++)
      if ((postingFields[at] as number) & asked) {
        const record = postingRecord[at] as number
        bits[record >>> 5] = (bits[record >>> 5] as number) | (1 << (record & 31))
      }
  }
  return bits
}

/** Records with the words in a row, within one value of one field. Only those that have all of them are looked through. */
const withPhrase = (open: OpenSegment, words: readonly string[], field?: FieldName): Bits => {
  const { segment } = open
  const found = noBits(recordCount(segment))
  const terms = words.map((word) => open.termOf.get(stemOf(word)))
  if (terms.some((term) => term === undefined)) return found
  const lists = terms.map((term) => withTerms(segment, [term as number], field))
  const candidates = lists.reduce((all, list) => keepBits(all, list))
  const row = terms.map((term) => (term as number) + FIRST_TERM)
  const mark = field ? FIELD_MARK + FIELDS.findIndex(({ name }) => name === field) : undefined
  eachBit(candidates, (record) => {
    if (hasInRow(segment, record, row, mark)) setBit(found, record)
  })
  return found
}

const hasInRow = (
  segment: Segment,
  record: number,
  row: readonly number[],
  mark: number | undefined,
): boolean => {
  const { forward, forwardStart } = segment
  const end = forwardStart[record + 1] as number
  const [first, second] = row
  let isAsked = mark === undefined
  for (let at = forwardStart[record] as number; at < end; at++) {
    const term = forward[at] as number
    if (term < FIRST_TERM) {
      if (mark !== undefined && term !== GAP) isAsked = term === mark
    } else if (term === first && isAsked && forward[at + 1] === second) {
      let next = 2
      while (next < row.length && forward[at + next] === row[next]) next++
      if (next === row.length) return true
    }
  }
  return false
}

/** Records of which a facet says one of the values that are `wanted`; with no value at all where `orNone`. */
export const withFacet = (
  segment: Segment,
  facet: FacetName,
  wanted: (value: string) => boolean,
  orNone = false,
): Bits => {
  const place = FACETS.indexOf(facet)
  const isWanted = Uint8Array.from(segment.texts.facetValues[place] ?? [], (value) => Number(wanted(value)))
  const bits = noBits(recordCount(segment))
  const column = segment.facets[place]
  if (!column) return bits
  const { start, codes } = column
  if (start.length === 0) {
    for (let record = 0; record < codes.length; record++) {
      const code = codes[record] as number
      if (code === NONE ? orNone : isWanted[code]) setBit(bits, record)
    }
    return bits
  }
  for (let record = 0; record < start.length - 1; record++) {
    const end = start[record + 1] as number
    let at = start[record] as number
    if (at === end && orNone) setBit(bits, record)
    for (; at < end; at++) if (isWanted[codes[at] as number]) setBit(bits, record)
  }
  return bits
}
