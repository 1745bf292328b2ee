import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Refusal } from '#kernel/refusal.ts'
import { takeDocument, takeOne } from './read-json.ts'
import { type TablesRefusal, takeTables } from './read-tables.ts'
import { type Finding, nothingYet, type TakenIn } from './take-in.ts'

/** Why a file was not imported at all. Nothing was written. */
export type FileRefusal = Refusal<TablesRefusal | 'wrong-shape' | 'too-many-bad-rows'> & {
  readonly explanation: string
  readonly findings: readonly Finding[]
}

export type HsdsFile = TakenIn & {
  /** What a table leaves empty is not so; what JSON leaves out is only not said. */
  readonly from: 'tables' | 'json'
}

/** A file may have this share of rows that cannot be used, and always this many; more means that it is not what it claims to be. */
const BAD_SHARE = 0.05
const BAD_ALWAYS = 3

/**
 * Reads a file of HSDS 3.1: a zip of its tables, JSON, or a JSON object a line.
 *
 * @param onBytes told how many bytes more were read
 */
export const readHsdsFile = async (
  path: string,
  onBytes: (bytes: number) => void = () => {},
): Promise<HsdsFile | FileRefusal> => {
  const into = nothingYet()
  const isZip = (await firstBytes(path)).toString('latin1').startsWith('PK\x03\x04')
  const refused = isZip ? await readZip(into, path, onBytes) : await readJson(into, path, onBytes)
  if (refused) return { ...refused, findings: into.findings }
  if (into.read === 0)
    return { refused: 'empty', explanation: 'The file names nothing.', findings: into.findings }
  const bad = new Set(
    into.findings.flatMap(({ kind, where, line }) => (kind === 'left-out' ? [`${where} ${line}`] : [])),
  ).size
  if (bad >= into.read || (bad > BAD_ALWAYS && bad > into.read * BAD_SHARE))
    return {
      refused: 'too-many-bad-rows',
      explanation: `${bad} of ${into.read} rows cannot be used, which is more than 5 %. Correct them and try again.`,
      findings: into.findings,
    }
  return { ...into, from: isZip ? 'tables' : 'json' }
}

type Refused = { refused: FileRefusal['refused']; explanation: string }

const firstBytes = async (path: string): Promise<Buffer> => {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const readZip = async (
  into: TakenIn,
  path: string,
  onBytes: (bytes: number) => void,
): Promise<Refused | undefined> => {
  const zip = await readFile(path)
  let done = 0
  return takeTables(into, zip, (share) => {
    onBytes(Math.round(zip.length * share) - done)
    done = Math.round(zip.length * share)
  })
}

const WRONG_SHAPE: Refused = {
  refused: 'wrong-shape',
  explanation: 'The file is JSON, but holds no organizations, services, locations or terms of HSDS 3.1.',
}

const readJson = async (
  into: TakenIn,
  path: string,
  onBytes: (bytes: number) => void,
): Promise<Refused | undefined> => {
  const lines = await readLines(into, path, onBytes)
  if (lines !== 'one-document') return lines
  let said: unknown
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
    said = JSON.parse(text)
  } catch {
    return { refused: 'unreadable', explanation: 'The file is neither a zip of HSDS tables nor JSON.' }
  }
  return takeDocument(into, said) ? undefined : WRONG_SHAPE
}

/** A file whose first line is a whole JSON object, and which has a second one, is read line by line. */
const readLines = async (
  into: TakenIn,
  path: string,
  onBytes: (bytes: number) => void,
): Promise<Refused | 'one-document' | undefined> => {
  let line = 0
  let first: unknown
  let isAny = false
  for await (const text of createInterface({
    input: createReadStream(path, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (text.trim() === '') continue
    line++
    let said: unknown
    try {
      said = JSON.parse(text)
    } catch {
      if (line <= 2) return 'one-document'
      into.read++
      into.findings.push({ where: 'line', line, kind: 'left-out', detail: 'It is not JSON.' })
      continue
    }
    onBytes(Buffer.byteLength(text) + 1)
    if (line === 1) {
      first = said
      continue
    }
    if (line === 2 && takeOne(into, first, undefined, { where: 'line 1', line: 1 })) isAny = true
    if (takeOne(into, said, undefined, { where: `line ${line}`, line })) isAny = true
  }
  if (line < 2) return 'one-document'
  return isAny ? undefined : WRONG_SHAPE
}
