import { newWork } from './new-record.ts'
import { type LibraryRecord, mayShowAbstract, type Work } from './record.ts'

/** An item of CSL-JSON, as far as a work has it. */
export type CslItem = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly type: string
  readonly title: string
}

type Name = { readonly family?: string; readonly given?: string; readonly literal?: string }

const CSL_TYPE: Readonly<Record<string, string>> = {
  ...{ 'journal article': 'article-journal', report: 'report', guide: 'report', toolkit: 'report' },
  ...{
    'fact sheet': 'pamphlet',
    'web page': 'webpage',
    law: 'legislation',
    dataset: 'dataset',
    book: 'book',
  },
  ...{ 'book chapter': 'chapter', thesis: 'thesis', 'conference paper': 'paper-conference' },
  ...{ 'news article': 'article-newspaper', document: 'document' },
}
const TYPE_OF_CSL: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(CSL_TYPE)
    .map(([type, csl]) => [csl, type] as const)
    .reverse(),
)

/** The type of CSL for a type of ours; a document where there is none. */
export const cslType = (type: string): string => CSL_TYPE[type] ?? 'document'

/** Our type for one of CSL. */
export const typeOfCsl = (type: string): string => TYPE_OF_CSL[type] ?? 'document'

/** A name in its parts: “Okafor, R.” and “Okafor RM” are a person's; anything else is taken as it stands. */
export const readName = (name: string): Name => {
  const [family, given] = name.split(/,\s*/, 2)
  if (family && given) return { family, given }
  const [, last, initials] = /^(.+?)\s+([A-Z]{1,4})$/.exec(name) ?? []
  return last && initials
    ? { family: last, given: [...initials].map((one) => `${one}.`).join(' ') }
    : { literal: name }
}

/** As libraries write a name: “Okafor, R. M.”. */
export const writeName = ({ family, given, literal }: Name): string =>
  literal ?? [family, given].filter((part) => part !== undefined && part !== '').join(', ')

const dateParts = (day: string) => ({ 'date-parts': [day.split('-').map(Number)] })

/** Empty things say nothing, and are left out. */
const known = (item: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(item).filter(
      ([, value]) => value != null && !(Array.isArray(value) && value.length === 0),
    ),
  )

/** A record as CSL-JSON, which reference managers and the citation library read. */
export const toCsl = (record: LibraryRecord): CslItem =>
  known({
    id: record.id,
    type: cslType(record.type),
    title: record.title,
    author: record.authors.map(readName),
    issued: record.publishedOn && dateParts(record.publishedOn),
    'container-title': record.journal,
    publisher: record.publisher ?? record.sponsor,
    // Said only where the type of CSL does not say it: “report” for a guide.
    genre: typeOfCsl(cslType(record.type)) === record.type ? null : record.type,
    DOI: record.doi,
    PMID: record.pmid,
    URL: record.url,
    language: record.language,
    keyword: record.subjects.join(', ') || null,
    abstract: mayShowAbstract(record.rights) ? record.abstract : null,
    note: record.ncjNumber && `NCJ ${record.ncjNumber}`,
  }) as CslItem

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== ''
    ? value.trim()
    : typeof value === 'number'
      ? String(value)
      : null

const readIssued = (issued: unknown): string | null => {
  const { 'date-parts': parts, literal, raw } = (issued ?? {}) as Record<string, unknown>
  const first = Array.isArray(parts) && Array.isArray(parts[0]) ? parts[0] : undefined
  if (first?.[0] === undefined) return text(literal ?? raw)
  return first.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')
}

/** What an item of CSL-JSON says of a work; undefined where it has no title. Its values are not checked yet. */
export const fromCsl = (item: Readonly<Record<string, unknown>>): Work | undefined => {
  const title = text(item.title)
  if (title === null) return undefined
  const note = text(item.note)
  const authors = Array.isArray(item.author) ? (item.author as Name[]).map(writeName) : []
  const keywords = Array.isArray(item.keyword)
    ? item.keyword.map(String)
    : (text(item.keyword) ?? '').split(/[,;]/)
  return newWork({
    ...{ title, authors, publishedOn: readIssued(item.issued), journal: text(item['container-title']) },
    ...{ publisher: text(item.publisher), type: text(item.genre) ?? typeOfCsl(text(item.type) ?? '') },
    subjects: keywords.map((word) => word.trim()).filter((word) => word !== ''),
    ...{ doi: text(item.DOI), pmid: text(item.PMID), url: text(item.URL), abstract: text(item.abstract) },
    ...{ language: text(item.language) ?? 'en', ncjNumber: /\bNCJ\s*(\d+)/i.exec(note ?? '')?.[1] ?? null },
  })
}
