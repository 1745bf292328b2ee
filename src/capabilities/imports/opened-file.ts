import type { Actor } from '#kernel/actor.ts'
import type { Candidate } from '#network'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { Counts, KeptFinding, PreviewRow } from './import.ts'

/** So many rows are looked at, and asked about, at once. */
export const CHUNK = 1000

/** Some rows of a file, looked at. */
export type Batch = {
  /** How much of the file's total is behind this. */
  readonly done: number
  /** Rows that can be used. */
  readonly read: number
  readonly candidates: readonly Candidate[]
  readonly preview: readonly PreviewRow[]
  readonly findings: readonly KeptFinding[]
  /** Of a table. */
  readonly columns?: readonly string[]
}

export type Write = (
  actor: Actor,
  asActor: AsActor,
  how: {
    readonly importId: string
    /** Rows that somebody decided to leave out. */
    readonly leftOut: ReadonlySet<number>
    /** Rows that somebody took for a place which the directory has. */
    readonly sameAs: ReadonlySet<number>
    readonly onProgress: (done: number) => void
  },
) => Promise<Counts>

/** A file that is what it claims to be. */
export type OpenedFile = {
  /** In which `done` is counted. */
  readonly total: number
  /** How many rows were read; of a table it is known only at its end. */
  readonly read: number | undefined
  /** Where rows come with ids of the directory's own: these are known by them, and not by name and address. */
  readonly ids?: readonly string[]
  readonly look: () => AsyncGenerator<Batch>
  readonly write: Write
}

/** An address in one line. */
export const addressOf = ({ street1, city, state, zip }: Candidate): string =>
  [street1, city, `${state} ${zip}`].filter(Boolean).join(', ')
