import { addBits, type Bits, countBits, dropBits, keepBits, listBits } from './bits.ts'
import { didYouMean } from './did-you-mean.ts'
import { countFacet, type FacetCount, listCounts } from './facets.ts'
import type { Marks } from './highlight.ts'
import { match, type OpenSegment, termsFor, withFacet } from './match.ts'
import { tellingTerms } from './more-like.ts'
import { nearness, type Pair } from './nearness.ts'
import {
  joined,
  MOST_WORDS,
  type ParsedQuery,
  parseQuery,
  type Query,
  type QueryNote,
} from './query-parse.ts'
import { type RankList, rank, rankByYear, termList, topOf, unitedList } from './rank.ts'
import { type FacetName, findRecord, idOf, recordCount, SHOWN_FACETS } from './segment.ts'
import { stemOf } from './words.ts'

/** Who looks, as far as it decides what there is to be found. */
export type Viewer = {
  /** Sees what its county, or all counties, keep for their members. */
  readonly isMember: boolean
  /** Sees what its county has not finished. */
  readonly keepsLibrary: boolean
  readonly county: string | undefined
}

export type SearchRequest = {
  readonly text: string
  /** Of each facet the values of which one has to be there; for `year` also one range `from-to`. */
  readonly filters?: Readonly<Partial<Record<FacetName, readonly string[]>>>
  readonly viewer: Viewer
  readonly from?: number
  readonly size?: number
  readonly order?: 'best' | 'newest'
  /** The last word may not be finished. */
  readonly typing?: boolean
  readonly facets?: readonly FacetName[]
}

export type SearchAnswer = {
  readonly ids: readonly string[]
  readonly total: number
  readonly facets: Readonly<Partial<Record<FacetName, readonly FacetCount[]>>>
  readonly marks: Marks
  /** `any-word`: too few records had all the words, so that records with any of them are shown. */
  readonly notes: readonly (QueryNote | 'any-word')[]
  /** The query with words that may have been meant, where some are in hardly any record. */
  readonly didYouMean: string | undefined
}

/** Up to so many words all have to be there, unless that leaves fewer records than `ENOUGH`. */
const MOST_TOGETHER = 3
const ENOUGH = 20
/** Nobody turns pages further than this; a robot that does should not make us keep thousands in order. */
const DEEPEST_PAGE = 1000
const MOST_VALUES = 50
/** So many of the best are put in order once more, by whether words stand together in them; what that counts (measured). */
const LOOKED_AT_CLOSER = 100
const NEAR = 0.2

/**
 * Answers a query from all segments together. What the viewer may not see is left out before anything is counted, so that
 * no number tells of it.
 */
export const searchSegments = (segments: readonly OpenSegment[], request: SearchRequest): SearchAnswer => {
  const parsed = parseQuery(request.text, { typing: request.typing ?? false })
  const { filters = {}, viewer, order = 'best', facets = SHOWN_FACETS } = request
  const chosen = Object.entries(filters).filter(([, values]) => values.length > 0) as [FacetName, string[]][]
  const visible = segments.map((open) => dropBits(visibleTo(open, viewer).slice(), open.dead))
  const filterBits = segments.map(
    (open) => new Map(chosen.map(([facet, values]) => [facet, withValues(open, facet, values)] as const)),
  )
  const filtered = (bits: readonly Bits[], but?: FacetName) =>
    bits.map((one, at) =>
      [...(filterBits[at] ?? [])].reduce<Bits>(
        (left, [facet, wanted]) => (facet === but ? left : keepBits(left, wanted)),
        one.slice(),
      ),
    )
  const find = (query: Query | undefined) =>
    segments.map((open, at) => {
      const bits = visible[at] as Bits
      return query ? keepBits(match(open, query), bits) : bits
    })
  const { found, isLoosened } = findEnough(parsed, find, (bits) => countAll(filtered(bits)))

  const hits = filtered(found)
  const lists = isEmptyQuery(parsed) || order === 'newest' ? [] : scoringLists(segments, parsed.query)
  const { from = 0, size = 20 } = request
  const pairs = lists.length < 2 ? [] : pairsOf(segments, parsed)
  const top = topOf(Math.max(pairs.length > 0 ? LOOKED_AT_CLOSER : 0, Math.min(from + size, DEEPEST_PAGE)))
  segments.forEach(({ segment }, at) => {
    if (lists.length === 0) rankByYear(segment, at, hits[at] as Bits, top)
    else
      rank(
        segment,
        at,
        hits[at] as Bits,
        lists.map(({ of, weight }) => ({ list: of[at] as RankList, weight })),
        top,
      )
  })

  const closer = top.best
    .splice(0, pairs.length > 0 ? LOOKED_AT_CLOSER : 0)
    .map((one) => ({
      ...one,
      score: one.score + nearness(segments[one.segment] as OpenSegment, one.record, pairs),
    }))
    .sort((one, other) => other.score - one.score)
  const ranked = [...closer, ...top.best]

  const listed = facets.length > 0 ? hits.map(listBits) : []
  const counted = facets.map((facet) => {
    const values = filters[facet] ?? []
    const own = values.length > 0 ? filtered(found, facet).map(listBits) : listed
    const counts = new Map<string, number>()
    segments.forEach(({ segment }, at) => {
      countFacet(segment, facet, own[at] as Uint32Array, counts)
    })
    return [facet, listCounts(facet, counts, values, MOST_VALUES)] as const
  })
  return {
    ids: ranked
      .slice(from, from + size)
      .map(({ segment, record }) => idOf((segments[segment] as OpenSegment).segment, record)),
    total: countAll(hits),
    facets: Object.fromEntries(counted),
    marks: marksOf(parsed.query),
    notes: isLoosened ? [...parsed.notes, 'any-word'] : parsed.notes,
    didYouMean: meant(segments, request.text, parsed),
  }
}

const isEmptyQuery = ({ query }: ParsedQuery): boolean => query === undefined

const countAll = (bits: readonly Bits[]): number => bits.reduce((sum, one) => sum + countBits(one), 0)

/** All the words where there are few of them and enough records have them; else any of them. */
const findEnough = (
  { query, loose, strict }: ParsedQuery,
  find: (query: Query | undefined) => Bits[],
  count: (bits: Bits[]) => number,
): { found: Bits[]; isLoosened: boolean } => {
  const anyOf = joined('any', loose)
  const loosened = joined('all', anyOf ? [...strict, anyOf] : strict)
  if (loose.length > MOST_TOGETHER) return { found: find(loosened), isLoosened: false }
  const found = find(query)
  if (loose.length < 2 || count(found) >= ENOUGH) return { found, isLoosened: false }
  const more = find(loosened)
  return count(more) > count(found) ? { found: more, isLoosened: true } : { found, isLoosened: false }
}

const seen = new WeakMap<OpenSegment, Map<string, Bits>>()

/** What a viewer may see of a segment, kept: it is the same for each member of a county, until there is another segment. */
const visibleTo = (open: OpenSegment, { isMember, keepsLibrary, county }: Viewer): Bits => {
  const known = seen.get(open) ?? new Map<string, Bits>()
  seen.set(open, known)
  const key = `${isMember} ${keepsLibrary} ${county}`
  const made = known.get(key)
  if (made) return made
  const { segment } = open
  const ownCounty = (value: string) => value === county
  const withVisibility = (visibility: string) =>
    withFacet(segment, 'visibility', (value) => value === visibility)
  const visible = withVisibility('public')
  if (isMember)
    addBits(visible, keepBits(withVisibility('members'), withFacet(segment, 'county', ownCounty, true)))
  if (keepsLibrary)
    addBits(visible, keepBits(withVisibility('draft'), withFacet(segment, 'county', ownCounty)))
  known.set(key, visible)
  return visible
}

const withValues = ({ segment }: OpenSegment, facet: FacetName, values: readonly string[]): Bits => {
  const wanted = new Set(values)
  const ranges = values.flatMap((value) => /^(\d{4})-(\d{4})$/.exec(value)?.slice(1, 3) ?? [])
  const [from, to] = facet === 'year' ? ranges : []
  return withFacet(
    segment,
    facet,
    (value) => wanted.has(value) || (!!from && !!to && value >= from && value <= to),
  )
}

/** What in a query can rank, with how often it is asked for; what must not be there ranks nothing. */
const leavesOf = (query: Query | undefined): (Query & { kind: 'word' | 'prefix' })[] => {
  switch (query?.kind) {
    case 'word':
    case 'prefix':
      return [query]
    case 'phrase':
      return query.words.map((word) => ({ kind: 'word', word }))
    case 'all':
    case 'any':
      return query.parts.flatMap(leavesOf)
    default:
      return []
  }
}

const recordsWith = (segments: readonly OpenSegment[], stem: string): number =>
  segments.reduce((sum, { segment, termOf }) => {
    const term = termOf.get(stem)
    const start = segment.postingStart
    return term === undefined ? sum : sum + (start[term + 1] as number) - (start[term] as number)
  }, 0)

const rarityOf = (segments: readonly OpenSegment[], records: number): number => {
  const all = segments.reduce((sum, { segment }) => sum + recordCount(segment), 0)
  return Math.log1p((all - records + 0.5) / (records + 0.5))
}

type Scoring = { readonly of: readonly RankList[]; readonly weight: number }

const scoringLists = (segments: readonly OpenSegment[], query: Query | undefined): Scoring[] => {
  const asked = new Map<string, { leaf: Query & { kind: 'word' | 'prefix' }; times: number }>()
  for (const leaf of leavesOf(query)) {
    const key = leaf.kind === 'word' ? stemOf(leaf.word) : `${leaf.word}*`
    asked.set(key, { leaf, times: (asked.get(key)?.times ?? 0) + 1 })
  }
  return [...asked.values()].map(({ leaf, times }) => {
    const of = segments.map((open) => {
      const terms = termsFor(open, leaf)
      return terms.length === 1 ? termList(open.segment, terms[0] as number) : unitedList(open.segment, terms)
    })
    return {
      of,
      weight:
        times *
        rarityOf(
          segments,
          of.reduce((sum, { length }) => sum + length, 0),
        ),
    }
  })
}

/** The words of a plain query two by two, as they follow each other in it. */
const pairsOf = (segments: readonly OpenSegment[], { loose }: ParsedQuery): Pair[] => {
  const stems = loose.flatMap((part) => ('word' in part ? [stemOf(part.word)] : []))
  const rarity = new Map(stems.map((stem) => [stem, rarityOf(segments, recordsWith(segments, stem))]))
  return stems.slice(1).map((other, at) => {
    const one = stems[at] as string
    return { one, other, worth: (NEAR * 255 * ((rarity.get(one) ?? 0) + (rarity.get(other) ?? 0))) / 2 }
  })
}

const marksOf = (query: Query | undefined): Marks => {
  const leaves = leavesOf(query)
  return {
    stems: [...new Set(leaves.filter(({ kind }) => kind === 'word').map(({ word }) => stemOf(word)))],
    beginnings: [...new Set(leaves.filter(({ kind }) => kind === 'prefix').map(({ word }) => word))],
  }
}

/** The query as it was typed, with what may have been meant in the place of words that hardly any record has. */
const meant = (
  segments: readonly OpenSegment[],
  text: string,
  { query }: ParsedQuery,
): string | undefined => {
  let better = text
  for (const { kind, word } of leavesOf(query).slice(0, MOST_WORDS / 4)) {
    const other = kind === 'word' ? didYouMean(segments, word) : undefined
    if (other)
      better = better.replace(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'iu'), other)
  }
  return better === text ? undefined : better
}

/** The records that are most like one: by the words that tell what it is about. It is not among them. */
export const searchLike = (
  segments: readonly OpenSegment[],
  id: string,
  viewer: Viewer,
  size: number,
): readonly string[] => {
  const telling = tellingTerms(segments, id, (term) => rarityOf(segments, recordsWith(segments, term))) ?? []
  const top = topOf(size)
  segments.forEach((open, at) => {
    const hits = dropBits(visibleTo(open, viewer).slice(), open.dead)
    const own = findRecord(open.segment, id)
    if (own !== undefined) hits[own >>> 5] = (hits[own >>> 5] as number) & ~(1 << (own & 31))
    const lists = telling.flatMap(({ term, weight }) => {
      const found = open.termOf.get(term)
      return found === undefined ? [] : [{ list: termList(open.segment, found), weight }]
    })
    rank(open.segment, at, hits, lists, top)
  })
  return top.best
    .filter(({ score }) => score > 0)
    .map(({ segment, record }) => idOf((segments[segment] as OpenSegment).segment, record))
}
