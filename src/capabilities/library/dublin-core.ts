import { XMLParser } from 'fast-xml-parser'
import { readName, writeName } from './csl.ts'
import { LONGEST_RECORD, type RawWork, type ReadFormat } from './read-row.ts'
import { type LibraryRecord, mayShowAbstract } from './record.ts'

const DC = 'http://purl.org/dc/elements/1.1/'
const OAI_DC = 'http://www.openarchives.org/OAI/2.0/oai_dc/'

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Control characters and two more, which XML 1.0 forbids even as numbers. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu

/** Text as XML takes it: what it cannot hold at all is left out. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(FORBIDDEN, '')
    .replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)

/** A record by the fifteen elements of Dublin Core. */
export const writeDublinCore = (record: LibraryRecord): string => {
  const elements: (readonly [string, string | null])[] = [
    ['title', record.title],
    ...record.authors.map((author) => ['creator', writeName(readName(author))] as const),
    ...record.subjects.map((subject) => ['subject', subject] as const),
    ['description', mayShowAbstract(record.rights) ? record.abstract : null],
    ['description', record.finding],
    ['publisher', record.publisher],
    ['contributor', record.sponsor],
    ['date', record.publishedOn],
    ['type', record.type],
    ['format', record.format],
    ['identifier', record.url],
    ['identifier', record.doi && `doi:${record.doi}`],
    ['identifier', record.ncjNumber && `NCJ ${record.ncjNumber}`],
    ['source', record.journal],
    ['language', record.language],
    ['rights', record.rightsNote ?? (record.rights === 'unknown' ? null : record.rights)],
  ]
  const lines = elements.flatMap(([name, text]) =>
    text ? [`<dc:${name}>${escapeXml(text)}</dc:${name}>`] : [],
  )
  return `<oai_dc:dc xmlns:oai_dc="${OAI_DC}" xmlns:dc="${DC}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd">\n${lines.join('\n')}\n</oai_dc:dc>`
}

export const DC_OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n<records>\n'
export const DC_CLOSE = '\n</records>\n'

/** No entities are resolved but XML's own five and numbers: a file cannot make the reader fetch or grow anything. */
const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: false,
  trimValues: true,
})

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export const unescapeXml = (text: string): string =>
  text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    if (name) return ENTITIES[name] ?? whole
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : ''
  })

/** Text of elements, whether or not they carry attributes. */
const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => {
    const text = typeof one === 'object' && one !== null ? (one as Record<string, unknown>)['#text'] : one
    return typeof text === 'string' && text.trim() !== '' ? [unescapeXml(text.trim())] : []
  })

const RIGHTS = ['own-words', 'public-domain', 'open-licence', 'copyrighted']

/** What one `oai_dc:dc` says in its text; undefined where it is no XML. */
export const readDublinCore = (xml: string): RawWork | undefined => {
  try {
    const read = parser.parse(xml, true) as Record<string, unknown>
    return workOfElements((read.dc ?? read.record ?? {}) as Record<string, unknown>)
  } catch {
    return undefined
  }
}

/** What the fifteen elements say of a work; not checked yet. */
export const workOfElements = (dc: Readonly<Record<string, unknown>>): RawWork => {
  const identifiers = textsOf(dc.identifier)
  const [first, second] = textsOf(dc.description)
  const rights = textsOf(dc.rights)[0]
  return {
    title: textsOf(dc.title)[0],
    authors: textsOf(dc.creator),
    subjects: textsOf(dc.subject),
    ...{ abstract: first, finding: second },
    publisher: textsOf(dc.publisher)[0],
    sponsor: textsOf(dc.contributor)[0],
    publishedOn: textsOf(dc.date)[0],
    type: textsOf(dc.type)[0],
    format: textsOf(dc.format)[0],
    journal: textsOf(dc.source)[0],
    language: textsOf(dc.language)[0],
    url:
      identifiers.find((one) => /^https?:/.test(one) && !one.includes('doi.org/')) ??
      identifiers.find((one) => /^https?:/.test(one)),
    doi: identifiers.map((one) => /(?:^doi:|doi\.org\/|^)(10\.\d+\/\S+)/i.exec(one)?.[1]).find(Boolean),
    ncjNumber: identifiers.map((one) => /^NCJ[\s-]*(\d+)$/i.exec(one)?.[1]).find(Boolean),
    ...(rights && RIGHTS.includes(rights) ? { rights } : { rightsNote: rights }),
  }
}

const BEGINS = /<(?:(\w+):)?(dc|record)[\s>]/

/** Reads a file of Dublin Core, element by element: however long it is, one record is held at a time. */
export const readDublinCoreFile: ReadFormat = async function* (input) {
  let [rest, line] = ['', 1]
  const pass = (text: string) => {
    line += text.split('\n').length - 1
  }
  input.setEncoding('utf8')
  for await (const chunk of input as AsyncIterable<string>) {
    rest += chunk
    for (;;) {
      const begins = BEGINS.exec(rest)
      if (!begins) {
        const keep = Math.max(0, rest.length - 100)
        pass(rest.slice(0, keep))
        rest = rest.slice(keep)
        break
      }
      const name = begins[1] ? `${begins[1]}:${begins[2]}` : begins[2]
      const end = rest.indexOf(`</${name}>`, begins.index)
      if (end < 0) {
        if (rest.length - begins.index <= LONGEST_RECORD) break
        pass(rest.slice(0, begins.index))
        yield { line, trouble: 'This record is too long, or has no end.' }
        return
      }
      const whole = rest.slice(begins.index, end + `</${name}>`.length)
      pass(rest.slice(0, begins.index))
      const inner = /<(\w+):dc[\s>][\s\S]*<\/\1:dc>/.exec(whole)?.[0] ?? whole
      const work = readDublinCore(inner)
      yield work ? { line, work } : { line, trouble: 'This record is not well-formed XML.' }
      pass(whole)
      rest = rest.slice(begins.index + whole.length)
    }
  }
  if (BEGINS.test(rest)) yield { line, trouble: 'This record has no end: the file may be cut off.' }
}
