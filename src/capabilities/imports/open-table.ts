import { type Candidate, listingImports, type Mapping, type TableRow } from '#network'
import type { KeptFinding, PreviewRow } from './import.ts'
import { addressOf, type Batch, CHUNK, type OpenedFile } from './opened-file.ts'

const { table } = listingImports

type Line = { readonly line: number; readonly cells: readonly string[] }

/** Lines in batches, with how many bytes of the file are behind each; the first line apart. */
const chunks = async function* (
  path: string,
): AsyncGenerator<{ columns: readonly string[]; lines: Line[]; bytes: number }> {
  let bytes = 0
  let columns: readonly string[] | undefined
  let lines: Line[] = []
  for await (const line of table.read(path, (more) => {
    bytes += more
  })) {
    if (!columns) {
      columns = line.cells
      continue
    }
    lines.push(line)
    if (lines.length < CHUNK) continue
    yield { columns, lines, bytes }
    lines = []
  }
  if (columns) yield { columns, lines, bytes }
}

/**
 * Opens a table. It is read anew in each pass, a batch of lines at a time, so that its length costs no memory.
 *
 * @param bytes how long the file is
 */
export const openTable = (path: string, mapping: Mapping, bytes: number): OpenedFile => ({
  total: bytes,
  read: undefined,
  look: async function* () {
    let shown = 0
    for await (const { columns, lines, bytes: done } of chunks(path)) {
      const candidates: Candidate[] = []
      const preview: PreviewRow[] = []
      const findings: KeptFinding[] = []
      for (const line of lines) {
        const read = table.readRow(line, mapping)
        for (const finding of read.findings)
          findings.push({
            row: finding.line,
            kind: finding.kind,
            place: finding.place,
            field: finding.field ? columnOf(columns, mapping, finding.field) : null,
            says: finding.says,
            cells: finding.kind === 'skipped' ? line.cells : null,
          })
        if (!read.row) continue
        const { place, facts } = read.row
        candidates.push({ ...place, row: place.line, phone: facts.phone ?? null })
        if (shown++ < 10) preview.push(previewOf(read.row))
      }
      yield { columns, done, read: candidates.length, candidates, preview, findings } satisfies Batch
    }
  },
  write: async (actor, asActor, { importId, leftOut, onProgress }) =>
    asActor(actor, async (tx) => {
      const counts = { created: 0, updated: 0, unchanged: 0 }
      let done = 0
      for await (const { lines } of chunks(path)) {
        const rows = lines.flatMap((line) =>
          leftOut.has(line.line) ? [] : (table.readRow(line, mapping).row ?? []),
        )
        const written = await table.write(tx, rows, importId)
        for (const key of ['created', 'updated', 'unchanged'] as const) counts[key] += written[key]
        done += lines.length
        onProgress(done)
      }
      return counts
    }),
})

const columnOf = (columns: readonly string[], mapping: Mapping, field: string): string => {
  const [column = ''] = Object.entries(mapping).find(([, name]) => name === field) ?? []
  return columns[Number(column)] ?? field
}

const previewOf = ({ place, facts, serviceName }: TableRow): PreviewRow => ({
  row: place.line,
  name: place.name2 ? `${place.name1}, ${place.name2}` : place.name1,
  service: serviceName ?? '',
  address: addressOf({ ...place, row: place.line, phone: null }),
  phone: facts.phone ?? '',
  says: Object.entries(facts)
    .filter(([name]) => name !== 'phone')
    .map(([name, value]) => `${words(name)}: ${shown(name, value)}`)
    .join('; '),
})

const words = (name: string): string =>
  table.isField(name)
    ? table.fields[name].label
    : name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

const shown = (name: string, value: unknown): string => {
  if (name === 'hours' && Array.isArray(value))
    return value
      .map(
        ({ days, opens, closes }) =>
          `${days.map((day: number) => DAYS[day - 1]).join(' ')} ${opens}–${closes}`,
      )
      .join(', ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.join(', ') : String(value)
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
