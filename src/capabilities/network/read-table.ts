import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { decodeUtf8, NotText } from './decode-utf8.ts'
import type { ListRefusal } from './import-report.ts'

/** A line of a table. */
export type TableLine = { readonly line: number; readonly cells: readonly string[] }

const LONGEST_ROW = 65_536
const MOST_COLUMNS = 200
const BEGINNING = 65_536

/** The table cannot be read on from some line; why, is for whoever has the file. */
export class UnreadableTable extends Error {
  readonly refused: ListRefusal['refused']
  constructor(refused: ListRefusal['refused'], explanation: string) {
    super(explanation)
    this.refused = refused
  }
}

/**
 * Reads a table line by line: CSV with commas, semicolons or tabs between its cells. The first line names the columns.
 *
 * @throws UnreadableTable when it is no table, and as the file system does
 */
export async function* readTable(
  path: string,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<TableLine> {
  const parser = parse({
    info: true,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    delimiter: await delimiterOf(path),
    max_record_size: LONGEST_ROW,
  })
  const source = createReadStream(path).on('data', (chunk) => onBytes(chunk.length))
  // A fault of the source or the decoder destroys the parser with it, so the loop below meets it.
  pipeline(source, decodeUtf8, parser).catch(() => {})
  let width = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[]
      info: { lines: number }
    }>) {
      if (width === 0) {
        width = record.length
        if (width < 2 || width > MOST_COLUMNS)
          throw new UnreadableTable(
            'wrong-columns',
            `A table of places has between 2 and ${MOST_COLUMNS} columns, with their names in the first line. This file has ${width}.`,
          )
      }
      yield { line: info.lines, cells: record }
    }
  } catch (fault) {
    throw told(fault)
  } finally {
    source.destroy()
  }
  if (width === 0) throw new UnreadableTable('empty', 'The file is empty.')
}

const told = (fault: unknown): unknown => {
  if (fault instanceof NotText)
    return new UnreadableTable(
      'not-text',
      `The file is not a text in UTF-8 (seen after line ${fault.message || 1}). If it comes from a spreadsheet, save it as “CSV UTF-8”.`,
    )
  if (!(fault instanceof CsvError)) return fault
  const line = Number((fault as { lines?: unknown }).lines ?? 0)
  return fault.code === 'CSV_MAX_RECORD_SIZE'
    ? new UnreadableTable(
        'row-too-long',
        `Line ${line} is too long, or a quote that opens there never closes.`,
      )
    : new UnreadableTable(
        'wrong-shape',
        `Line ${line} is not proper CSV: a quotation mark stands where none may.`,
      )
}

/** The sign that stands between the names of the columns most often. */
const delimiterOf = async (path: string): Promise<string> => {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0)
    const first =
      buffer
        .subarray(0, bytesRead)
        .toString('utf8')
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/, 1)[0] ?? ''
    const outside = first.replace(/"[^"]*"/g, '')
    const count = (sign: string) => outside.split(sign).length
    return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
  } finally {
    await file.close()
  }
}
