import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { inventedTables } from './hsds-directory.ts'

type Row = Readonly<Record<string, string | number>>

const cell = (value: unknown): string => `"${String(value ?? '').replaceAll('"', '""')}"`

const csv = (rows: readonly Row[]): string => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((cells) => cells.map(cell).join(','))
    .join('\n')
}

/** A folder for files of HSDS, as somebody has them who exchanges directories. */
export const filesOfHsds = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hsds-'))
  const write = async (name: string, content: string | Uint8Array): Promise<string> => {
    const file = join(folder, name)
    await writeFile(file, content)
    return file
  }
  return {
    folder,
    write,
    zip: (name: string, tables: Readonly<Record<string, readonly Row[]>>) =>
      write(
        name,
        zipSync(
          Object.fromEntries(
            Object.entries(tables).map(([table, rows]) => [`${table}.csv`, strToU8(csv(rows))]),
          ),
        ),
      ),
    /** The tables of a zip, by their names, without what is empty. */
    tablesOf: async (file: string): Promise<Record<string, object[]>> => {
      const entries = Object.entries(unzipSync(await readFile(file))).filter(([name]) =>
        name.endsWith('.csv'),
      )
      return Object.fromEntries(
        entries.map(([name, bytes]) => [
          name.replace('.csv', ''),
          (parse(Buffer.from(bytes), { columns: true }) as Record<string, string>[]).map((row) =>
            Object.fromEntries(Object.entries(row).filter(([, text]) => text !== '')),
          ),
        ]),
      )
    },
    remove: () => rm(folder, { recursive: true }),
  }
}

/** The invented directory as texts, as tables hold it. */
export const inventedTexts = (): Record<string, object[]> =>
  Object.fromEntries(
    Object.entries(inventedTables()).map(([table, rows]) => [
      table,
      rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)])),
      ),
    ]),
  )
