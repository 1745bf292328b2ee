import { readName, writeName } from './csl.ts'
import { linesOf } from './lines-of.ts'
import type { RawWork, ReadFormat } from './read-row.ts'
import { type LibraryRecord, mayShowAbstract } from './record.ts'

// RIS as reference managers write it: TY first, ER last, two capitals, two spaces, a dash.

const RIS_TYPE: Readonly<Record<string, string>> = {
  ...{ 'journal article': 'JOUR', report: 'RPRT', guide: 'RPRT', toolkit: 'RPRT', 'fact sheet': 'PAMP' },
  ...{
    'web page': 'ELEC',
    law: 'STAT',
    dataset: 'DATA',
    book: 'BOOK',
    'book chapter': 'CHAP',
    thesis: 'THES',
  },
  ...{ 'conference paper': 'CPAPER', 'news article': 'NEWS', document: 'GEN' },
}
const TYPE_OF_RIS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(RIS_TYPE)
      .map(([type, ris]) => [ris, type])
      .reverse(),
  ),
  ...{
    JFULL: 'journal article',
    MGZN: 'news article',
    GOVDOC: 'report',
    BLOG: 'web page',
    CONF: 'conference paper',
  },
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** A record in RIS, its lines ended as the format asks: CR and LF. */
export const writeRis = (record: LibraryRecord): string => {
  const [year, month = '', day = ''] = (record.publishedOn ?? '').split('-')
  const lines: (readonly [string, string | null | undefined])[] = [
    ['TY', RIS_TYPE[record.type] ?? 'GEN'],
    ['ID', record.id],
    ['TI', record.title],
    ...record.authors.map((author) => ['AU', writeName(readName(author))] as const),
    ['PY', year],
    ['DA', month && `${year}/${month}/${day}/`],
    ['JO', record.journal],
    ['PB', record.publisher],
    ['A2', record.sponsor],
    ['M3', record.type],
    ['LA', record.language],
    ['SP', record.length],
    ...record.subjects.map((subject) => ['KW', subject] as const),
    ['AB', mayShowAbstract(record.rights) ? record.abstract : null],
    ['N1', record.finding],
    ['AN', record.ncjNumber && `NCJ ${record.ncjNumber}`],
    ['DO', record.doi],
    ['UR', record.url],
  ]
  return `${lines
    .filter(([, text]) => text)
    .map(([tag, text]) => `${tag}  - ${oneLine(text ?? '')}\r\n`)
    .join('')}ER  - \r\n`
}

const TAG = /^([A-Z][A-Z0-9]) {2}-(?: (.*))?$/

const workOf = (tags: ReadonlyMap<string, readonly string[]>): RawWork => {
  const first = (...names: string[]) => names.flatMap((name) => tags.get(name) ?? [])[0]
  const all = (...names: string[]) => names.flatMap((name) => tags.get(name) ?? [])
  const kind = first('M3')
  const type = TYPE_OF_RIS[first('TY') ?? ''] ?? 'document'
  return {
    title: first('TI', 'T1', 'CT', 'BT'),
    authors: all('AU', 'A1'),
    publishedOn: first('DA')?.split('/').filter(Boolean).join('-') || first('PY', 'Y1')?.split('/')[0],
    journal: first('JO', 'T2', 'JF', 'JA'),
    publisher: first('PB'),
    sponsor: first('A2'),
    type: kind && kind in RIS_TYPE ? kind : type,
    language: first('LA'),
    length: first('SP'),
    subjects: all('KW'),
    abstract: first('AB', 'N2'),
    finding: first('N1'),
    ncjNumber: /NCJ\s*(\d+)/i.exec(all('AN', 'M1', 'N1').join(' '))?.[1],
    doi: first('DO'),
    url: first('UR', 'L2'),
  }
}

/** Reads RIS; a record that does not end, and a line outside any, are rows that say so. */
export const readRis: ReadFormat = async function* (input) {
  let tags: Map<string, string[]> | undefined
  let [began, last] = [0, '']
  for await (const { line, text } of linesOf(input)) {
    const [, tag, value = ''] = TAG.exec(text.trimEnd()) ?? []
    if (tag === 'TY') {
      if (tags) yield { line: began, trouble: 'This record has no end (ER); the next one begins.' }
      ;[tags, began, last] = [new Map([['TY', [value.trim()]]]), line, tag]
    } else if (tag === 'ER') {
      if (tags) yield { line: began, work: workOf(tags) }
      else yield { line, trouble: 'A record ends here that never began (TY).' }
      tags = undefined
    } else if (tag && tags) {
      tags.set(tag, [...(tags.get(tag) ?? []), value.trim()])
      last = tag
    } else if (tags && text.trim()) {
      // A long abstract goes on in the next line.
      const values = tags.get(last)
      if (values) values[values.length - 1] += ` ${text.trim()}`
    } else if (text.trim())
      yield { line, trouble: 'This line belongs to no record: RIS begins one with “TY  - ”.' }
  }
  if (tags) yield { line: began, trouble: 'This record has no end (ER): the file may be cut off.' }
}
