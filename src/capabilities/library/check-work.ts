import { newWork } from './new-record.ts'
import type { RawWork } from './read-row.ts'
import { EVIDENCE, RIGHTS, type Work } from './record.ts'

const LONGEST: Readonly<Partial<Record<keyof Work, number>>> = {
  title: 1000,
  abstract: 50_000,
  finding: 5000,
}
const LONGEST_ELSE = 500
const MOST_OF_A_LIST = 200

const LANGUAGES: Readonly<Record<string, string>> = {
  ...{
    eng: 'en',
    english: 'en',
    spa: 'es',
    spanish: 'es',
    fre: 'fr',
    fra: 'fr',
    french: 'fr',
    ger: 'de',
    deu: 'de',
  },
  ...{ german: 'de', por: 'pt', portuguese: 'pt' },
}

const TEXTS = [
  ...(['title', 'journal', 'publisher', 'sponsor', 'grantNumber', 'format', 'length', 'country'] as const),
  ...(['audience', 'abstract', 'finding', 'usefulFor', 'design', 'evidenceReason', 'rightsNote'] as const),
]

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).replaceAll('\0', '').trim() : ''

const listOf = (value: unknown): string[] => [
  ...new Set(
    (Array.isArray(value) ? value : textOf(value).split(';')).map(textOf).filter((text) => text !== ''),
  ),
]

/** A year, a month or a day as catalogues write them; undefined where it is none, and empty where there is nothing. */
const readPublished = (given: unknown): string | null | undefined => {
  const text = textOf(given)
  if (text === '') return null
  const [, year, month, day] = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:T.*)?$/.exec(text) ?? []
  if (year) {
    const [m, d] = [Number(month ?? 1), Number(day ?? 1)]
    if (m < 1 || m > 12 || d < 1 || d > 31 || Number(year) < 1400) return undefined
    return [year, ...(month ? [month.padStart(2, '0')] : []), ...(day ? [day.padStart(2, '0')] : [])].join(
      '-',
    )
  }
  return /^(?:\D*\s)?(\d{4})$/.exec(text)?.[1]
}

/** @returns undefined where the text is no address that a browser opens */
const readUrl = (text: string): string | null | undefined => {
  if (text === '') return null
  try {
    const url = new URL(text)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
  } catch {
    return undefined
  }
}

const readDoi = (text: string): string | null | undefined => {
  if (text === '') return null
  const doi = text.toLowerCase().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/, '')
  return /^10\.\d+\/\S+$/.test(doi) ? doi : undefined
}

/**
 * Puts what came from outside into our form, or says for each field what is wrong with it.
 *
 * @returns `faults` by field, a plain sentence each; empty when the work can be kept
 */
export const checkWork = (
  raw: RawWork,
): { readonly work: Work; readonly faults: Readonly<Record<string, string>> } => {
  const faults: Record<string, string> = {}
  const texts = Object.fromEntries(TEXTS.map((name) => [name, textOf(raw[name]) || null]))
  for (const [name, text] of Object.entries(texts)) {
    const longest = LONGEST[name as keyof Work] ?? LONGEST_ELSE
    if (text && text.length > longest) faults[name] = `Use at most ${longest} characters.`
  }
  if (!texts.title) faults.title = 'Say what the work is called.'
  const taken = <Value>(name: string, value: Value | undefined, sentence: string): Value | null => {
    if (value === undefined) faults[name] = sentence
    return value ?? null
  }
  const oneOf = <Value extends string>(name: keyof Work, values: readonly Value[]): Value | null => {
    const text = textOf(raw[name]).toLowerCase()
    const found = values.find((value) => value === text)
    if (text && !found) faults[name] = `Use one of: ${values.join(', ')}.`
    return found ?? null
  }
  const language = textOf(raw.language).toLowerCase()
  const ncj = textOf(raw.ncjNumber).replace(/^NCJ[\s-]*/i, '')
  const pmid = textOf(raw.pmid)
  const known = LANGUAGES[language] ?? language.slice(0, 2)
  return {
    faults,
    work: newWork({
      ...texts,
      title: texts.title ?? '',
      type: textOf(raw.type).toLowerCase().slice(0, 60) || 'document',
      authors: listOf(raw.authors).slice(0, MOST_OF_A_LIST),
      subjects: listOf(raw.subjects).slice(0, MOST_OF_A_LIST),
      publishedOn: taken(
        'publishedOn',
        readPublished(raw.publishedOn),
        'Write a year, 2019, or a day, 2019-04-30.',
      ),
      language: /^[a-z]{2}$/.test(known) ? known : 'en',
      evidence: oneOf('evidence', EVIDENCE),
      rights: oneOf('rights', RIGHTS) ?? 'unknown',
      ncjNumber: taken(
        'ncjNumber',
        ncj === '' ? null : /^\d{1,7}$/.test(ncj) ? ncj : undefined,
        'Write its digits, such as 308164.',
      ),
      doi: taken('doi', readDoi(textOf(raw.doi)), 'A DOI looks like 10.1000/182.'),
      pmid: /^\d+$/.test(pmid) ? pmid : null,
      url: taken('url', readUrl(textOf(raw.url)), 'Write a whole address: https://…'),
    }),
  }
}
