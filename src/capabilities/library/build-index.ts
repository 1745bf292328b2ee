import type { AsActor } from '#platform/database/as-actor.ts'
import { changesFrom, countRecords, readHorizon, recordsAfter } from './index-source.store.ts'
import type { IndexHeader } from './search/index-file.ts'
import type { Segment } from './search/segment.ts'
import type { IndexThread } from './search/start-thread.ts'

export const INDEXER = { kind: 'job', name: 'index-library' } as const

/** Records that travel to the thread at once: few enough that nobody waits for their copying. */
const AT_ONCE = 500

export type BuiltIndex = {
  readonly segment: Segment
  readonly header: IndexHeader
  /** Changes that are in it although they do not lie before its cursor: their numbers, with their transactions. */
  readonly included: ReadonlyMap<string, bigint>
  /** Why it is not on the disk; undefined where it is. */
  readonly unwritten: string | undefined
}

/**
 * Builds the index from all records, in a thread of its own. Changes of transactions that are under way meanwhile come
 * later, from the sequence of changes: the cursor is taken before the first record is read.
 *
 * @param options.path where to keep it; undefined: nowhere
 */
export const buildIndex = async (
  asActor: AsActor,
  thread: IndexThread,
  options: { path: string | undefined; onProgress?: (done: number, all: number) => void },
): Promise<BuiltIndex> => {
  const { cursor, all, included } = await asActor(INDEXER, async (tx) => {
    const { oldest } = await readHorizon(tx)
    const over = await changesFrom(tx, oldest, Number.MAX_SAFE_INTEGER)
    return {
      cursor: oldest,
      all: await countRecords(tx),
      included: new Map(over.map(({ seq, xid }) => [seq, xid])),
    }
  })
  let last: string | undefined
  for (let done = 0; ; ) {
    const after = last
    const records = await asActor(INDEXER, (tx) => recordsAfter(tx, after, AT_ONCE))
    if (records.length === 0) break
    await thread.ask('add', { records })
    last = records.at(-1)?.id
    done += records.length
    options.onProgress?.(done, Math.max(all, done))
  }
  const { path } = options
  const made = await thread.ask('finish', {
    path,
    cursor: cursor.toString(),
    madeAt: new Date().toISOString(),
  })
  return { ...made, included }
}
