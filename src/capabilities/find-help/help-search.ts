import type { Lang } from '#design'
import { NEEDS, type Need, PAYERS, type Payer } from '#network'

/** What somebody looks for, as it stands in the address. Nothing about who they are. */
export type HelpSearch = {
  /** A town, a ZIP code or a name, as it was typed. */
  readonly near: string
  readonly need: Need | undefined
  readonly payer: Payer | undefined
  /** Only places that are known to be open now. */
  readonly openNow: boolean
  /** Counted from 1. */
  readonly page: number
}

export const HELP_A_PAGE = 10
const LAST_PAGE = 50
const LONGEST_TEXT = 100

/** Reads the address; what cannot be meant is passed over, because somebody may have shortened it by hand. */
export const readHelpSearch = (query: Readonly<Record<string, string>>): HelpSearch => {
  const page = Number(query.page)
  return {
    near: (query.near ?? '')
      .replace(/\p{Cc}+/gu, ' ')
      .slice(0, LONGEST_TEXT)
      .trim(),
    need: oneOf(NEEDS, query.need),
    payer: oneOf(PAYERS, query.payer),
    openNow: query.when === 'open',
    page: Number.isInteger(page) && page >= 1 ? Math.min(page, LAST_PAGE) : 1,
  }
}

const oneOf = <Key extends string>(words: Readonly<Record<Key, string>>, text: string | undefined) =>
  text !== undefined && Object.hasOwn(words, text) ? (text as Key) : undefined

/** The address of a page in a language: English has no prefix. */
export const inLanguage = (path: string, lang: Lang): string => {
  if (lang === 'en') return path
  return path === '/' ? '/es' : `/es${path}`
}

/** Path and query of a page of a search, without its language. */
export const searchPath = ({ near, need, payer, openNow }: HelpSearch, page: number): string => {
  const query = new URLSearchParams([
    ...(near ? [['near', near]] : []),
    ...(need ? [['need', need]] : []),
    ...(payer ? [['payer', payer]] : []),
    ...(openNow ? [['when', 'open']] : []),
    ...(page > 1 ? [['page', String(page)]] : []),
  ])
  return query.size > 0 ? `/find?${query}` : '/find'
}
