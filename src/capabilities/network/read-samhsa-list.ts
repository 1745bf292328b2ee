import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { isRefusal } from '#kernel/refusal.ts'
import { decodeUtf8, NotText } from './decode-utf8.ts'
import { type Finding, type ListRefusal, printable, refuseIfTooBad } from './import-report.ts'
import { type ListedPlace, type RawPlace, readPlace } from './listed-place.ts'
import { SAMHSA_COLUMNS, withoutRepeats } from './samhsa-list.ts'

export type SamhsaList = {
  readonly read: number
  readonly places: readonly ListedPlace[]
  readonly findings: readonly Finding[]
}

/** The longest row of the real list has 260 characters. What is read never takes more memory than this and a chunk. */
const LONGEST_ROW = 16_384
/** Twelve times the national list. */
const MOST_ROWS = 170_000

/**
 * Reads a file in the format of SAMHSA's treatment locator list. Writes nothing.
 *
 * @param onBytes told how many bytes were read since the last call
 * @returns the places that it lists, or why it is not such a list
 * @throws when the file does not exist or may not be read
 */
export const readSamhsaList = async (
  path: string,
  onBytes: (bytes: number) => void = () => {},
): Promise<SamhsaList | ListRefusal> => {
  if ((await stat(path)).isDirectory()) return refuse('unreadable', 'This is a folder, not a file.')
  const rows = await readRows(path, onBytes)
  if (isRefusal(rows)) return rows
  if (rows.read === 0) return refuse('empty', 'The file has the right columns, but no rows.')
  const { places, findings } = withoutRepeats(rows.places)
  const tooBad = refuseIfTooBad(rows.read, rows.findings)
  if (tooBad) return tooBad
  const kept = new Set(places.map(({ line }) => line))
  // A doubt is about what is stored; a row that another one replaced has none.
  const ofKept = rows.findings.filter(
    ({ kind, line }) => kept.has(line) || !['far', 'withheld'].includes(kind),
  )
  return { read: rows.read, places, findings: [...ofKept, ...findings] }
}

type Rows = { read: number; places: ListedPlace[]; findings: Finding[] }

const readRows = async (path: string, onBytes: (bytes: number) => void): Promise<Rows | ListRefusal> => {
  const parser = parse({
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: LONGEST_ROW,
  })
  const source = createReadStream(path).on('data', (chunk) => onBytes(chunk.length))
  // A fault of the source or the decoder destroys the parser with it, so the loop below meets it.
  pipeline(source, decodeUtf8, parser).catch(() => {})
  const rows: Rows = { read: 0, places: [], findings: [] }
  let header = false
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[]
      info: { lines: number }
    }>) {
      if (!header) {
        if (record.join() !== SAMHSA_COLUMNS.join()) return wrongColumns(record)
        header = true
        continue
      }
      if (++rows.read > MOST_ROWS)
        return refuse(
          'too-long',
          `The file has more than ${MOST_ROWS.toLocaleString('en-US')} rows; the national list has 14,034.`,
        )
      addRow(rows, record, info.lines)
    }
  } catch (fault) {
    const refusal = refusalOf(fault)
    if (refusal) return refusal
    throw fault
  }
  return header ? rows : refuse('empty', 'The file is empty.')
}

const addRow = (rows: Rows, record: string[], line: number): void => {
  if (record.length !== SAMHSA_COLUMNS.length) {
    const detail = `It has ${record.length} columns instead of ${SAMHSA_COLUMNS.length}.`
    rows.findings.push({ line, kind: 'skipped', place: record[0] ?? '', detail })
    return
  }
  const raw = Object.fromEntries(SAMHSA_COLUMNS.map((column, index) => [column, record[index]])) as RawPlace
  const { place, findings } = readPlace(raw, line)
  rows.findings.push(...findings)
  if (place) rows.places.push(place)
}

const refuse = (refused: ListRefusal['refused'], explanation: string): ListRefusal => ({
  refused,
  explanation,
  findings: [],
})

const wrongColumns = (found: readonly string[]): ListRefusal => {
  const text = found.join(',')
  const shown = printable(text.length > 300 ? `${text.slice(0, 300)}…` : text)
  return refuse(
    'wrong-columns',
    `This is not SAMHSA's list.\n  expected the columns  ${SAMHSA_COLUMNS.join(',')}\n  found                 ${shown}`,
  )
}

const refusalOf = (fault: unknown): ListRefusal | undefined => {
  if (fault instanceof NotText)
    return refuse(
      'not-text',
      `The file is not a text in UTF-8 (seen after line ${fault.message || 1}). If it comes from a spreadsheet, save it as “CSV UTF-8”.`,
    )
  if (!(fault instanceof CsvError)) return undefined
  const line = Number((fault as { lines?: unknown }).lines ?? 0)
  if (fault.code === 'CSV_MAX_RECORD_SIZE')
    return refuse(
      'row-too-long',
      `Line ${line} is longer than ${LONGEST_ROW.toLocaleString('en-US')} characters, or a quote that opens there never closes.`,
    )
  return refuse('wrong-shape', `Line ${line} is not proper CSV: a quotation mark stands where none may.`)
}
