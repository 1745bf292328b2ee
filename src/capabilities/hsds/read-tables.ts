import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { OBJECTS } from './objects.ts'
import { KIND_OF_FILE } from './read-json.ts'
import { type TakenIn, takeRow } from './take-in.ts'

/** More than the whole country's services come to; a zip can claim, and unpack to, anything. */
const LARGEST_BYTES = 2 ** 31

export type TablesRefusal = 'unreadable' | 'not-text' | 'wrong-columns' | 'too-long' | 'empty'

/** Takes in a data package: a zip in which each HSDS table is a CSV file. @returns why it cannot be one */
export const takeTables = (
  into: TakenIn,
  zip: Uint8Array,
  onTable: (share: number) => void,
): { refused: TablesRefusal; explanation: string } | undefined => {
  let bytes = 0
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        if (!KIND_OF_FILE.has(tableOf(name))) return false
        bytes += originalSize
        return bytes <= LARGEST_BYTES
      },
    })
  } catch {
    return { refused: 'unreadable', explanation: 'The file begins like a zip, but cannot be unpacked.' }
  }
  if (bytes > LARGEST_BYTES)
    return { refused: 'too-long', explanation: 'Unpacked, the tables are larger than 2 GB.' }
  const names = Object.keys(files)
  if (names.length === 0)
    return { refused: 'empty', explanation: 'The zip holds no table of HSDS 3.1, such as services.csv.' }
  for (const [index, name] of names.entries()) {
    const refusal = takeTable(into, name, files[name] as Uint8Array)
    if (refusal) return refusal
    onTable((index + 1) / names.length)
  }
  return undefined
}

const tableOf = (path: string): string => /(?:^|\/)([a-z_]+)\.csv$/.exec(path)?.[1] ?? ''

const takeTable = (
  into: TakenIn,
  path: string,
  bytes: Uint8Array,
): { refused: TablesRefusal; explanation: string } | undefined => {
  const kind = KIND_OF_FILE.get(tableOf(path))
  if (!kind) throw new Error(`${path} was not asked for.`)
  const where = `${OBJECTS[kind].file}.csv`
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { refused: 'not-text', explanation: `${where} is not text in UTF-8.` }
  }
  let rows: { record: string[]; info: { lines: number } }[]
  try {
    rows = parse(text, {
      info: true,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as typeof rows
  } catch (fault) {
    return { refused: 'unreadable', explanation: `${where} is no CSV: ${(fault as Error).message}` }
  }
  const [head, ...body] = rows
  const columns = head?.record.map((name) => name.trim()) ?? []
  if (!columns.includes('id'))
    return { refused: 'wrong-columns', explanation: `${where} has no column called id in its first line.` }
  const known = new Set(OBJECTS[kind].attributes.map(({ name }) => name))
  for (const name of columns)
    if (!known.has(name))
      into.findings.push({ where, line: 1, kind: 'not-hsds', detail: `${kind} has no ${name} in HSDS 3.1.` })
  for (const { record, info } of body) {
    const at = { where, line: info.lines }
    if (record.length !== columns.length) {
      into.read++
      const detail = `It has ${record.length} fields where the first line names ${columns.length}.`
      into.findings.push({ ...at, kind: 'left-out', detail })
    } else takeRow(into, kind, Object.fromEntries(columns.map((name, at) => [name, record[at]])), 'table', at)
  }
  return undefined
}
