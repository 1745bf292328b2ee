import { cslType, fromCsl, readName, writeName } from './csl.ts'
import { linesOf } from './lines-of.ts'
import { LONGEST_RECORD, type ReadFormat, type ReadRow } from './read-row.ts'
import { type LibraryRecord, mayShowAbstract } from './record.ts'

const ENTRY: Readonly<Record<string, string>> = {
  ...{ 'article-journal': 'article', report: 'techreport', book: 'book', chapter: 'incollection' },
  ...{ thesis: 'phdthesis', 'paper-conference': 'inproceedings' },
}

const MEANS_ELSE: Readonly<Record<string, string>> = {
  ...{ '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' },
}

/** What means something else to TeX is written so that it means itself. */
const escapeTex = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[\\~^{}&%$#_]/g, (sign) => MEANS_ELSE[sign] ?? `\\${sign}`)

/** A person's name is taken apart at its comma; any other is held together by braces. */
const nameInTex = (author: string): string => {
  const name = readName(author)
  return name.literal ? `{${escapeTex(name.literal)}}` : escapeTex(writeName(name))
}

/** A record as an entry of BibTeX, in UTF-8. */
export const writeBibtex = (record: LibraryRecord): string => {
  const entry = ENTRY[cslType(record.type)] ?? 'misc'
  const key = `${/[A-Za-z]+/.exec(record.authors[0] ?? record.publisher ?? 'Anonymous')?.[0]}${record.year ?? ''}-${record.id.slice(0, 8)}`
  const [year, month] = (record.publishedOn ?? '').split('-')
  const text = (value: string | null | undefined) => value && escapeTex(value)
  const fields = {
    title: `{${escapeTex(record.title)}}`,
    author: record.authors.map(nameInTex).join(' and '),
    year,
    month: month && String(Number(month)),
    journal: text(record.journal),
    [entry === 'techreport' ? 'institution' : 'publisher']: text(record.publisher),
    keywords: text(record.subjects.join(', ')),
    abstract: text(mayShowAbstract(record.rights) ? record.abstract : null),
    note: record.ncjNumber && `NCJ ${record.ncjNumber}`,
    doi: record.doi,
    url: record.url,
  }
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value ? [`  ${name} = {${value}},\n`] : [],
  )
  return `@${entry}{${key},\n${lines.join('')}}\n\n`
}

type ParseBibtex = (text: string) => readonly Record<string, unknown>[]

const openParser = async (): Promise<ParseBibtex> => {
  const [{ Cite }] = await Promise.all([import('@citation-js/core'), import('@citation-js/plugin-bibtex')])
  return (text) => new Cite(text, { generateGraph: false, forceType: '@biblatex/text' }).data
}

const LABELS = /^@\s*(comment|preamble|string)\b/i

const readEntry = (parse: ParseBibtex, line: number, text: string): ReadRow[] => {
  if (LABELS.test(text)) return []
  try {
    return parse(text).map((item) => {
      const work = fromCsl(item)
      return work ? { line, work } : { line, trouble: 'This entry has no title.' }
    })
  } catch {
    return [{ line, trouble: 'This entry cannot be read as BibTeX.' }]
  }
}

const depthOf = (text: string): number => {
  let depth = 0
  for (const [sign] of text.replaceAll(/\\[{}]/g, '').matchAll(/[{}]/g)) depth += sign === '{' ? 1 : -1
  return depth
}

/** Reads BibTeX entry by entry: one that is broken does not take the others with it. */
export const readBibtex: ReadFormat = async function* (input) {
  const parse = await openParser()
  let [entry, began, depth] = ['', 0, 0]
  for await (const { line, text } of linesOf(input)) {
    // An entry that begins while another is open: the other was never closed.
    if (/^@\w+\s*\{/.test(text) && entry !== '') {
      yield { line: began, trouble: 'This entry has no end: a brace is missing.' }
      entry = ''
    }
    if (entry === '' && !text.trimStart().startsWith('@')) continue
    if (entry === '') [began, depth] = [line, 0]
    entry += `${text}\n`
    depth += depthOf(text)
    if (entry.length > LONGEST_RECORD) {
      yield { line: began, trouble: 'This entry is too long.' }
      entry = ''
    } else if (depth <= 0 && entry.includes('{')) {
      yield* readEntry(parse, began, entry)
      entry = ''
    }
  }
  if (entry.trim()) yield { line: began, trouble: 'This entry has no end: a brace is missing.' }
}
