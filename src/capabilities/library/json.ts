import { text as textOf } from 'node:stream/consumers'
import { fromCsl, toCsl } from './csl.ts'
import { linesOf } from './lines-of.ts'
import { type RawWork, type ReadFormat, type ReadRow, UnreadableFile } from './read-row.ts'
import { type LibraryRecord, mayShowAbstract } from './record.ts'

type Item = Readonly<Record<string, unknown>>

const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const writeCslJson = (record: LibraryRecord): string => JSON.stringify(toCsl(record))

/** Everything that the library keeps of a work, on one line. */
export const writeJsonLine = (record: LibraryRecord): string => {
  const { deletedAt, linkAnswer, linkCheckedAt, jurisdictionId, visibility, year, ...work } = record
  return `${JSON.stringify({ ...work, abstract: mayShowAbstract(record.rights) ? work.abstract : null })}\n`
}

/** A line of ours, one of CSL, or one of a catalogue with `text`, `keywords` and `issued`. */
const workOfLine = (item: Item): RawWork =>
  'DOI' in item || 'container-title' in item || isItem(item.issued)
    ? (fromCsl(item) ?? {})
    : {
        ...item,
        abstract: item.abstract ?? item.text ?? item.description,
        subjects: item.subjects ?? item.keywords ?? item.keyword,
        publishedOn: item.publishedOn ?? item.issued ?? item.year,
      }

export const readJsonLines: ReadFormat = async function* (input) {
  for await (const { line, text } of linesOf(input)) {
    if (text.trim() === '') continue
    let item: unknown
    try {
      item = JSON.parse(text)
    } catch {
      yield { line, trouble: 'This line is not JSON.' }
      continue
    }
    yield isItem(item)
      ? { line, work: workOfLine(item) }
      : { line, trouble: 'This line is not a JSON object.' }
  }
}

const PUBLIC_DOMAIN = /publicdomain|\/zero\/|usa\.gov\/government-works/

/** A dataset of a DCAT-US catalogue (Project Open Data, version 1.1). */
const workOfDataset = (item: Item): RawWork => {
  const publisher = isItem(item.publisher) ? item.publisher.name : undefined
  const language = Array.isArray(item.language) ? item.language[0] : undefined
  const distribution = Array.isArray(item.distribution) ? item.distribution.find(isItem) : undefined
  return {
    ...{ title: item.title, abstract: item.description, subjects: item.keyword, publisher, language },
    ...{ publishedOn: item.issued ?? item.modified, type: 'dataset' },
    url: item.landingPage ?? distribution?.accessURL ?? distribution?.downloadURL,
    rights: PUBLIC_DOMAIN.test(String(item.license)) ? 'public-domain' : undefined,
  }
}

/** One JSON document: a list of CSL-JSON, or a catalogue by DCAT-US. Rows are told by their number in it. */
export const readJsonDocument: ReadFormat = async function* (input) {
  let document: unknown
  try {
    document = JSON.parse((await textOf(input)).replace(/^\uFEFF/, ''))
  } catch (fault) {
    throw new UnreadableFile(`This is not JSON: ${(fault as Error).message}`)
  }
  const isCatalog = isItem(document) && Array.isArray(document.dataset)
  const items = isCatalog
    ? (document as { dataset: unknown[] }).dataset
    : Array.isArray(document)
      ? document
      : [document]
  for (const [index, item] of items.entries()) {
    const row = (work: RawWork | undefined): ReadRow =>
      work ? { line: index + 1, work } : { line: index + 1, trouble: 'There is no title.' }
    if (!isItem(item)) yield { line: index + 1, trouble: 'This is not a JSON object.' }
    else yield row(isCatalog ? workOfDataset(item) : fromCsl(item))
  }
}
