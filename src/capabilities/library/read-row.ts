import type { Readable } from 'node:stream'
import type { Work } from './record.ts'

/** What a file says of one work; nothing of it is checked yet. */
export type RawWork = Readonly<Partial<Record<keyof Work, unknown>>>

/** One record of a file, or why it cannot be read. `line` is where it begins; in one JSON document its number. */
export type ReadRow =
  | { readonly line: number; readonly work: RawWork }
  | { readonly line: number; readonly trouble: string }

/** Reads a file record by record; what cannot be read is a row that says so, and the rest goes on. */
export type ReadFormat = (input: Readable) => AsyncIterable<ReadRow>

/** What a reader throws when the file as a whole is not what it should be. */
export class UnreadableFile extends Error {}

/** Longer records than this are no records. */
export const LONGEST_RECORD = 1_000_000
