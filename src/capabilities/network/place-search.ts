import { isNeed, isPayer, type Need, type Payer } from './listing.ts'

/** What somebody looks for, as it stands in the address: a place, kinds of help, how it is paid. Nothing about a person. */
export type PlaceSearch = {
  /** A town, a ZIP code or a name, as it was typed; '' for the middle of the county. */
  readonly near: string
  readonly needs: readonly Need[]
  readonly payer: Payer | undefined
  /** Counted from 1. */
  readonly page: number
}

export const PLACES_A_PAGE = 20

/** Nobody reads further, and what is read to rank a page grows with how far on it is. */
export const LAST_PAGE = 250

const LONGEST_TEXT = 100

/** Reads the address. What cannot be meant is passed over, because somebody may have shortened the address by hand. */
export const readPlaceSearch = (query: Readonly<Record<string, readonly string[]>>): PlaceSearch => {
  const payer = query.payer?.[0]
  const page = Number(query.page?.[0])
  return {
    near: (query.near?.[0] ?? '')
      .replace(/\p{Cc}+/gu, ' ')
      .slice(0, LONGEST_TEXT)
      .trim(),
    needs: [...new Set((query.needs ?? []).filter(isNeed))],
    payer: isPayer(payer) ? payer : undefined,
    page: Number.isInteger(page) && page >= 1 ? Math.min(page, LAST_PAGE) : 1,
  }
}

/** The address of a page of the same search. */
export const placesAddress = ({ near, needs, payer }: PlaceSearch, page: number): string => {
  const query = new URLSearchParams([
    ...(near ? [['near', near]] : []),
    ...needs.map((need) => ['needs', need]),
    ...(payer ? [['payer', payer]] : []),
    ...(page > 1 ? [['page', String(page)]] : []),
  ])
  return query.size > 0 ? `/places?${query}` : '/places'
}
