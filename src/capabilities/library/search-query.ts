import { EVIDENCE } from './record.ts'
import { LONGEST_QUERY, type QueryNote } from './search/query-parse.ts'

/** What a search can be narrowed by, each with exact counts over the whole result. */
export const FACETS = ['evidence', 'type', 'subject', 'audience', 'publisher', 'language'] as const
export type Facet = (typeof FACETS)[number]

export type Filters = Readonly<Partial<Record<Facet, readonly string[]>>> & {
  readonly from?: number
  readonly to?: number
}

export type LibrarySearch = {
  readonly text: string
  readonly filters: Filters
  /** From 1. */
  readonly page: number
  readonly order: 'best' | 'newest'
}

export type Count = { readonly value: string; readonly count: number }

export type FoundRecords = {
  /** Of this page, best first. */
  readonly ids: readonly string[]
  readonly total: number
  /** For each facet what choosing it would leave: all the other filters hold. */
  readonly facets: Readonly<Record<Facet, readonly Count[]>>
  readonly years: readonly { readonly year: number; readonly count: number }[]
  /** By id: the words around what was found, in pieces, those found marked. */
  readonly highlights: ReadonlyMap<string, readonly Piece[]>
  /** By id: the title, in pieces. */
  readonly titles?: ReadonlyMap<string, readonly Piece[]>
  /** What of the query could not be taken as it was. */
  readonly notes?: readonly QueryNote[]
  /** Few records hold every word, so that those with some of them are shown too. */
  readonly widened: boolean
  /** The index does not answer: the database itself looked, which ranks less well. */
  readonly degraded: boolean
  readonly didYouMean?: string | undefined
}

export type Piece = { readonly text: string; readonly isHit: boolean }

export const PAGE_SIZE = 20
export const LAST_PAGE = 50
/** One more than is looked for, so that it can be said that there was more. */
const LONGEST_TEXT = LONGEST_QUERY + 1
const MOST_CHOICES = 20

const years = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{4}$/.test(text) ? Number(text) : undefined

/** Reads a search from the query of an address; what cannot be meant is left out. */
export const readSearch = (query: URLSearchParams): LibrarySearch => {
  const listed = (facet: Facet) => {
    const values = query.getAll(facet).filter((value) => value !== '' && value.length <= 200)
    const known =
      facet === 'evidence' ? values.filter((value) => EVIDENCE.some((one) => one === value)) : values
    return [...new Set(known)].slice(0, MOST_CHOICES)
  }
  const [from, to] = [years(query.get('from') ?? undefined), years(query.get('to') ?? undefined)]
  const page = Number(query.get('page') ?? 1)
  return {
    text: (query.get('q') ?? '').replaceAll('\0', '').trim().slice(0, LONGEST_TEXT),
    filters: {
      ...Object.fromEntries(
        FACETS.flatMap((facet) => (listed(facet).length ? [[facet, listed(facet)]] : [])),
      ),
      ...(from !== undefined ? { from } : {}),
      ...(to !== undefined ? { to } : {}),
    },
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
    order: query.get('order') === 'newest' ? 'newest' : 'best',
  }
}

/** The query of an address that asks for a search; the first page and the best order need not be said. */
export const searchQuery = ({ text, filters, page, order }: LibrarySearch): URLSearchParams => {
  const query = new URLSearchParams()
  if (text) query.set('q', text)
  for (const facet of FACETS) for (const value of filters[facet] ?? []) query.append(facet, value)
  if (filters.from !== undefined) query.set('from', String(filters.from))
  if (filters.to !== undefined) query.set('to', String(filters.to))
  if (order !== 'best') query.set('order', order)
  if (page > 1) query.set('page', String(page))
  return query
}

/** The address of the results of a search. */
export const searchAddress = (search: LibrarySearch, path = '/library'): string => {
  const query = searchQuery(search).toString()
  return query ? `${path}?${query}` : path
}

/** Whether anything is asked for besides the first look at everything. */
export const isAsking = ({ text, filters }: LibrarySearch): boolean =>
  text !== '' || Object.keys(filters).length > 0
