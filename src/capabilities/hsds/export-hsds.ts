import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { AsActor } from '#platform/database/as-actor.ts'
import { describePackage } from './describe-package.ts'
import { everything } from './everything.ts'
import { Nest } from './nest.ts'
import { type Facts, KINDS, type Kind, OBJECTS, rowsOf } from './objects.ts'

/** `tables`: a zip of CSV files with a data package; `json`: one document. */
export type ExportFormat = 'tables' | 'json'
export type ExportCounts = Readonly<Record<Kind, number>>

/**
 * Writes everything that everybody may see into a file, which is there once it is whole.
 *
 * @param onProgress told how many services are done
 * @returns how many objects of each kind were written
 */
export const exportHsds = async (
  asActor: AsActor,
  { file, format }: { readonly file: string; readonly format: ExportFormat },
  onProgress: (services: number) => void = () => {},
): Promise<ExportCounts> => {
  const half = `${file}.part`
  const out = createWriteStream(half, { flags: 'wx' })
  const write = async (bytes: Uint8Array | string) => {
    if (!out.write(bytes)) await once(out, 'drain')
  }
  try {
    const counts = await (format === 'tables' ? writeTables : writeDocument)(asActor, write, onProgress)
    out.end()
    await finished(out)
    await rename(half, file)
    return counts
  } catch (fault) {
    out.destroy()
    // A file that was there before is somebody else's.
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') await rm(half, { force: true })
    throw fault
  }
}

type Write = (bytes: Uint8Array | string) => Promise<void>
type WriteAll = (
  asActor: AsActor,
  write: Write,
  onProgress: (services: number) => void,
) => Promise<ExportCounts>

const none = (): Record<Kind, number> =>
  Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>

const writeTables: WriteAll = async (asActor, write, onProgress) => {
  const counts = none()
  const seen = new Set<string>()
  const packed: Uint8Array[] = []
  const zip = new Zip((fault, bytes) => {
    if (fault) throw fault
    packed.push(bytes)
  })
  const flush = async () => {
    for (const bytes of packed.splice(0)) await write(bytes)
  }
  const add = (name: string) => {
    const entry = new ZipDeflate(name, { level: 6 })
    zip.add(entry)
    return entry
  }
  const described = add('datapackage.json')
  described.push(strToU8(JSON.stringify(describePackage(), null, 2)), true)
  const entries = new Map(KINDS.map((kind) => [kind, add(`${OBJECTS[kind].file}.csv`)]))
  for (const [kind, entry] of entries)
    entry.push(strToU8(`${OBJECTS[kind].attributes.map(({ name }) => name).join(',')}\r\n`))
  let done = 0
  for await (const { tables, services } of everything(asActor)) {
    for (const [kind, entry] of entries) {
      const fresh = rowsOf(tables, kind).filter(({ id }) => !seen.has(`${kind} ${id}`))
      if (fresh.length === 0) continue
      for (const { id } of fresh) seen.add(`${kind} ${id}`)
      counts[kind] += fresh.length
      entry.push(strToU8(fresh.map((facts) => csvLine(kind, facts)).join('')))
    }
    done += services.length
    onProgress(done)
    await flush()
  }
  for (const entry of entries.values()) entry.push(new Uint8Array(), true)
  zip.end()
  await flush()
  return counts
}

/** RFC 4180. Nothing is added against spreadsheets, because what is exchanged has to come back as it was. */
const csvLine = (kind: Kind, facts: Facts): string =>
  `${OBJECTS[kind].attributes
    .map(({ name }) => {
      const text = String(facts[name] ?? '')
      return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
    })
    .join(',')}\r\n`

const writeDocument: WriteAll = async (asActor, write, onProgress) => {
  const counts = none()
  const seen = new Set<string>()
  const rest = new Map<Kind, Map<string, Facts>>(KINDS.map((kind) => [kind, new Map()]))
  let done = 0
  await write('{\n"services": [')
  for await (const { tables, services } of everything(asActor)) {
    const nest = new Nest(tables)
    for (const id of services)
      await write(`${done++ ? ',' : ''}\n${JSON.stringify(nest.full('service', id))}`)
    for (const key of nest.shown) seen.add(key)
    for (const kind of KINDS)
      for (const facts of rowsOf(tables, kind))
        if (!seen.has(`${kind} ${facts.id}`)) rest.get(kind)?.set(facts.id, facts)
    onProgress(done)
  }
  await write('\n]')
  for (const key of seen) counts[key.slice(0, key.indexOf(' ')) as Kind]++
  for (const [kind, rows] of rest) {
    const left = [...rows.values()].filter(({ id }) => !seen.has(`${kind} ${id}`))
    counts[kind] += left.length
    // Services that belong to nothing in the directory are among the services already.
    if (left.length === 0 || kind === 'service') continue
    await write(`,\n"${OBJECTS[kind].file}": ${JSON.stringify(left)}`)
  }
  await write('\n}\n')
  return counts
}
