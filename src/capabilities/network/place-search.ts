import { type AskKey, type Asks, without } from './asks.ts'
import { askFields, readAsks } from './asks-address.ts'
import { isNeed, type Need } from './listing.ts'

/** What somebody looks for, as it stands in the address: a place, kinds of help, and what one person needs of them. */
export type PlaceSearch = {
  /** A town, a ZIP code or a name, as it was typed; '' for the middle of the county. */
  readonly near: string
  readonly needs: readonly Need[]
  /** What one person needs. Nothing that says who it is. */
  readonly asks: Asks
  /** Of `LANGUAGES`; a preference. */
  readonly language: string | undefined
  /** Counted from 1. */
  readonly page: number
}

/** Spoken at home in the United States by most people who speak little English (Census, table S1601 and its detail). */
export const LANGUAGES = [
  'American Sign Language',
  'Arabic',
  'Chinese',
  'French',
  'Haitian Creole',
  'Hmong',
  'Korean',
  'Navajo',
  'Nepali',
  'Polish',
  'Portuguese',
  'Russian',
  'Somali',
  'Spanish',
  'Swahili',
  'Tagalog',
  'Vietnamese',
] as const

export const PLACES_A_PAGE = 20

/** Nobody reads further, and what is read to rank a page grows with how far on it is. */
export const LAST_PAGE = 250

const LONGEST_TEXT = 100

/** Reads the address. What cannot be meant is passed over, because somebody may have shortened the address by hand. */
export const readPlaceSearch = (query: Readonly<Record<string, readonly string[]>>): PlaceSearch => {
  const page = Number(query.page?.[0])
  return {
    near: (query.near?.[0] ?? '')
      .replace(/\p{Cc}+/gu, ' ')
      .slice(0, LONGEST_TEXT)
      .trim(),
    needs: [...new Set((query.needs ?? []).filter(isNeed))],
    asks: readAsks(query),
    language: LANGUAGES.find((language) => language === query.language?.[0]),
    page: Number.isInteger(page) && page >= 1 ? Math.min(page, LAST_PAGE) : 1,
  }
}

/** Whether an address holds questions that were left open, as a form sends them. */
export const isFromForm = (query: Readonly<Record<string, readonly string[]>>): boolean =>
  Object.values(query).some((values) => values.includes('')) || query.payer?.[0] === 'not-sure'

/** The address of a page of the same search. */
export const placesAddress = ({ near, needs, asks, language }: PlaceSearch, page: number): string => {
  const query = new URLSearchParams([
    ...(near ? [['near', near]] : []),
    ...needs.map((need) => ['needs', need]),
    ...askFields(asks),
    ...(language ? [['language', language]] : []),
    ...(page > 1 ? [['page', String(page)]] : []),
  ])
  return query.size > 0 ? `/places?${query}` : '/places'
}

/** The first page of the same search without some of what is asked. */
export const addressWithout = (search: PlaceSearch, dropped: readonly AskKey[]): string =>
  placesAddress({ ...search, asks: without(search.asks, dropped) }, 1)
