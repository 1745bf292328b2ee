import type { IndexRecord } from './index-build.ts'
import type { IndexHeader } from './index-file.ts'
import type { SearchAnswer, SearchRequest, Viewer } from './search-segments.ts'
import type { Segment } from './segment.ts'

/** What the thread of an index can be asked, each with what it answers. */
export type IndexMessages = {
  /** Searches the file from now on. */
  load: { asks: { path: string }; answers: IndexHeader }
  /** Searches this segment from now on, which another thread has built. */
  adopt: { asks: { segment: Segment; header: IndexHeader }; answers: undefined }
  apply: { asks: { put: readonly IndexRecord[]; gone: readonly string[] }; answers: { young: number } }
  /** How many records can be found by somebody. */
  count: { asks: Record<string, never>; answers: number }
  search: { asks: SearchRequest; answers: SearchAnswer }
  like: { asks: { id: string; viewer: Viewer; size: number }; answers: readonly string[] }
  /** Takes records for a new segment, in the order of their ids. */
  add: { asks: { records: readonly IndexRecord[] }; answers: undefined }
  /** Makes the segment, and writes it where there is a path. */
  finish: {
    asks: { path: string | undefined; cursor: string; madeAt: string }
    answers: { segment: Segment; header: IndexHeader; unwritten: string | undefined }
  }
}

export type IndexMessage = {
  [Name in keyof IndexMessages]: { number: number; name: Name; asks: IndexMessages[Name]['asks'] }
}[keyof IndexMessages]

export type IndexReply = { number: number; answer: unknown } | { number: number; fault: string }
