import { CsvError, parse } from 'csv-parse'
import { LONGEST_RECORD, type RawWork, type ReadFormat, UnreadableFile } from './read-row.ts'
import type { LibraryRecord, Work } from './record.ts'
import { mayShowAbstract } from './record.ts'

const COLUMNS = {
  ...{ title: 'Title', authors: 'Authors', publishedOn: 'Published', type: 'Type', journal: 'Journal' },
  ...{ publisher: 'Publisher', sponsor: 'Sponsor', grantNumber: 'Grant number', ncjNumber: 'NCJ number' },
  ...{ doi: 'DOI', pmid: 'PubMed', url: 'Link', language: 'Language', country: 'Country', format: 'Format' },
  ...{
    length: 'Length',
    subjects: 'Subjects',
    audience: 'Audience',
    abstract: 'Abstract',
    finding: 'Finding',
  },
  ...{ usefulFor: 'Useful for', design: 'Design', evidence: 'Evidence', evidenceReason: 'Evidence, why' },
  ...{ rights: 'Rights', rightsNote: 'Rights, note' },
} as const satisfies Record<keyof Work, string>

const NAMES = Object.keys(COLUMNS) as (keyof Work)[]

const OTHER_NAMES: Readonly<Record<string, keyof Work>> = {
  ...{
    author: 'authors',
    creator: 'authors',
    year: 'publishedOn',
    date: 'publishedOn',
    issued: 'publishedOn',
  },
  ...{
    datepublished: 'publishedOn',
    keywords: 'subjects',
    keyword: 'subjects',
    subject: 'subjects',
    ncj: 'ncjNumber',
  },
  ...{
    url: 'url',
    description: 'abstract',
    text: 'abstract',
    agency: 'publisher',
    sponsoringagency: 'sponsor',
  },
  ...{ publicationtype: 'type', publicationformat: 'format', grantnumbers: 'grantNumber' },
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, '')

const byHeading = new Map<string, keyof Work>([
  ...Object.entries(OTHER_NAMES),
  ...NAMES.map((name) => [plain(name), name] as const),
  ...NAMES.map((name) => [plain(COLUMNS[name]), name] as const),
])

/** A cell that begins like a formula would be run by a spreadsheet; an apostrophe before it makes it text. */
const cell = (text: string): string =>
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

export const CSV_HEAD = `\uFEFF${NAMES.map((name) => cell(COLUMNS[name])).join(',')}\r\n`

/** A record as a row (RFC 4180); several authors or subjects stand in one cell, with semicolons between them. */
export const writeCsv = (record: LibraryRecord): string => {
  const shown = { ...record, abstract: mayShowAbstract(record.rights) ? record.abstract : null }
  return `${NAMES.map((name) => {
    const value = shown[name]
    return cell(typeof value === 'object' && value !== null ? value.join('; ') : (value ?? ''))
  }).join(',')}\r\n`
}

/** Reads a table whose first line names its columns; those that the library does not know are left out. */
export const readCsv: ReadFormat = async function* (input) {
  const parser = input.pipe(
    parse({
      info: true,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: LONGEST_RECORD,
    }),
  )
  input.once('error', (fault) => parser.destroy(fault))
  let names: (keyof Work | undefined)[] | undefined
  try {
    for await (const { record: cells, info } of parser as AsyncIterable<{
      record: string[]
      info: { lines: number }
    }>) {
      if (!names) {
        names = cells.map((heading) => byHeading.get(plain(heading)))
        if (!names.includes('title')) throw new UnreadableFile('The first line has to name a column “Title”.')
        continue
      }
      const work: Partial<Record<keyof Work, unknown>> = {}
      names.forEach((name, index) => {
        const text = (cells[index] ?? '').replace(/^'(?=[=+\-@])/, '')
        if (name && text !== '') work[name] = text
      })
      yield { line: info.lines, work: work as RawWork }
    }
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    yield {
      line: Number(fault.lines ?? 0),
      trouble: `The table cannot be read on from here: ${fault.message}`,
    }
  }
}
