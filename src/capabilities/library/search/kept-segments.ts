import { countBits, setBit } from './bits.ts'
import { type IndexRecord, startBuild } from './index-build.ts'
import { type OpenSegment, openSegment } from './match.ts'
import { findRecord, recordCount, type Segment } from './segment.ts'

/** So many changed records are built anew with each change; beyond, they become a segment that is left alone. */
const MOST_YOUNG = 500

/** The segments that are searched: one that was built from everything, and what has changed since. */
export type KeptSegments = {
  readonly open: () => readonly OpenSegment[]
  /** Takes changed records, whole as they are now, and the ids of those that are gone. */
  readonly apply: (put: readonly IndexRecord[], gone: readonly string[]) => void
  /** Records that are not in the first segment: when they are many, all should be built anew. */
  readonly young: () => number
  readonly count: () => number
}

/** @param meanLength as the first segment was built with */
export const keepSegments = (first: Segment, meanLength: number): KeptSegments => {
  let old = [openSegment(first)]
  let settled = 0
  let youngest: OpenSegment | undefined
  let records = new Map<string, IndexRecord>()

  const apply: KeptSegments['apply'] = (put, gone) => {
    for (const id of [...put.map((record) => record.id), ...gone]) {
      records.delete(id)
      for (const { segment, dead } of old) {
        const record = findRecord(segment, id)
        if (record !== undefined) setBit(dead, record)
      }
    }
    for (const record of put) records.set(record.id, record)
    const build = startBuild()
    for (const id of [...records.keys()].sort()) build.add(records.get(id) as IndexRecord)
    youngest = records.size > 0 ? openSegment(build.finish(meanLength).segment) : undefined
    if (!youngest || records.size < MOST_YOUNG) return
    old = [...old, youngest]
    settled += records.size
    records = new Map()
    youngest = undefined
  }

  const open = () => (youngest ? [...old, youngest] : old)
  return {
    open,
    apply,
    young: () => settled + records.size,
    count: () => open().reduce((sum, { segment, dead }) => sum + recordCount(segment) - countBits(dead), 0),
  }
}
