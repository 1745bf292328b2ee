import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import { FACETS, type FacetColumn, type Segment, type SegmentTexts } from './segment.ts'
import { WORDS_VERSION } from './words.ts'

/** What a file says of itself. */
export type IndexHeader = {
  /** Changes of transactions from this one on are not in it yet (an xid8 of PostgreSQL, as text). */
  readonly cursor: string
  readonly meanLength: number
  readonly records: number
  readonly madeAt: string
}

/** Raised with each change of how a segment is laid out: a file of another version is made anew. */
const FORMAT = `causeway-index 1 words ${WORDS_VERSION} facets ${FACETS.join(' ')}`

const ARRAYS = [
  'ids',
  'forwardStart',
  'forward',
  'postingStart',
  'postingRecord',
  'postingImpact',
  'postingFields',
  'rangeRow',
  'rangeStart',
  'rangeMost',
  'surfaceTerm',
] as const satisfies readonly (keyof Segment)[]
const BYTE_ARRAYS: readonly string[] = ['ids', 'postingImpact', 'postingFields', 'rangeMost']

type Preamble = IndexHeader & {
  readonly format: string
  readonly checksum: number
  /** Lengths in bytes: the arrays, of each facet its two, and the texts as JSON. */
  readonly lengths: readonly number[]
}

const ALIGNED = 8
const LARGEST_PIECE = 2 ** 30
const padded = (length: number): number => Math.ceil(length / ALIGNED) * ALIGNED

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array | Uint32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

/**
 * Writes a segment beside its place and moves it there, so that whoever reads has the old file or the new one, whole.
 *
 * @throws when the folder cannot be written to
 */
export const writeIndex = (path: string, segment: Segment, header: IndexHeader): void => {
  mkdirSync(dirname(path), { recursive: true })
  const columns = segment.facets.flatMap(({ start, codes }) => [start, codes])
  const texts = Buffer.from(JSON.stringify(segment.texts))
  const sections = [...ARRAYS.map((name) => segment[name]), ...columns, texts].map(bytesOf)
  const preamble: Preamble = {
    ...header,
    format: FORMAT,
    checksum: sections.reduce((sum, section) => crc32(section, sum), 0),
    lengths: sections.map(({ length }) => length),
  }
  const first = Buffer.from(`${JSON.stringify(preamble)}\n`)
  const unfinished = `${path}.${process.pid}.unfinished`
  const file = openSync(unfinished, 'w')
  try {
    let place = 0
    const write = (bytes: Uint8Array) => {
      for (let done = 0; done < bytes.length; )
        done += writeSync(file, bytes, done, Math.min(bytes.length - done, LARGEST_PIECE), place + done)
      place = padded(place + bytes.length)
    }
    write(Buffer.concat([first, Buffer.alloc(padded(first.length) - first.length, ' ')]))
    sections.forEach(write)
    fsyncSync(file)
  } catch (fault) {
    rmSync(unfinished, { force: true })
    throw fault
  } finally {
    closeSync(file)
  }
  renameSync(unfinished, path)
}

/**
 * Reads a segment into shared memory.
 *
 * @throws when there is no file, when it is of another version, or when a byte of it is not what was written
 */
export const readIndex = (path: string): { readonly segment: Segment; readonly header: IndexHeader } => {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const bytes = new Uint8Array(new SharedArrayBuffer(padded(size)))
    for (let done = 0; done < size; ) {
      const read = readSync(file, bytes, done, Math.min(size - done, LARGEST_PIECE), done)
      if (read === 0) throw new Error('The file ends before its end')
      done += read
    }
    const firstEnd = bytes.indexOf(10)
    if (firstEnd < 0) throw new Error('The file has no beginning')
    const preamble: Preamble = JSON.parse(Buffer.from(bytes.slice(0, firstEnd)).toString())
    if (preamble.format !== FORMAT) throw new Error(`The file is of another version (${preamble.format})`)
    return { segment: segmentIn(bytes, padded(firstEnd + 1), preamble), header: preamble }
  } finally {
    closeSync(file)
  }
}

const segmentIn = (bytes: Uint8Array, from: number, { lengths, checksum }: Preamble): Segment => {
  let place = from
  const sections = lengths.map((length) => {
    const section = bytes.subarray(place, place + length)
    place = padded(place + length)
    return section
  })
  if (sections.reduce((sum, section) => crc32(section, sum), 0) !== checksum)
    throw new Error('The file is not what was written')
  const wordsAt = (at: number): Uint32Array => {
    const { buffer, byteOffset, byteLength } = sections[at] as Uint8Array
    return new Uint32Array(buffer, byteOffset, byteLength / 4)
  }
  const arrays = ARRAYS.map(
    (name, at) => [name, BYTE_ARRAYS.includes(name) ? sections[at] : wordsAt(at)] as const,
  )
  const facets: FacetColumn[] = FACETS.map((_, at) => ({
    start: wordsAt(ARRAYS.length + 2 * at),
    codes: wordsAt(ARRAYS.length + 2 * at + 1),
  }))
  const texts: SegmentTexts = JSON.parse(Buffer.from(sections.at(-1)?.slice() ?? '').toString())
  return { ...(Object.fromEntries(arrays) as Pick<Segment, (typeof ARRAYS)[number]>), facets, texts }
}
