import type { AsActor } from '#platform/database/as-actor.ts'
import { INDEXER } from './build-index.ts'
import { changesFrom, readHorizon, recordsWith } from './index-source.store.ts'
import type { IndexThread } from './search/start-thread.ts'

/** More changes than these are sooner read as part of everything. */
const MOST_CHANGES = 10_000
/** Records that a thread takes in at once, so that a search does not wait long behind them. */
const AT_ONCE = 250

/** How far an index has followed the changes. */
export type Followed = {
  /** Nothing of transactions before this one is to come any more. */
  cursor: bigint
  /** Changes that do not lie before the cursor, and are in the index already: their numbers, with their transactions. */
  readonly taken: Map<string, bigint>
}

/**
 * Takes what has changed into the index. Each change is taken as soon as it is committed; the cursor stays before the oldest
 * transaction that is still under way, so that what it commits later is not passed over. A record is read as it is now, so
 * that it does not matter how often or in which order its changes come.
 *
 * @returns how many records have changed since the index was built, or `anew` where it must be built again: the index is of
 *   another database, or far behind
 */
export const followChanges = async (
  asActor: AsActor,
  thread: IndexThread,
  followed: Followed,
): Promise<number | 'anew'> => {
  const { oldest, next, changes } = await asActor(INDEXER, async (tx) => {
    // The horizon first: whatever commits between the two is then read again, not passed over.
    const horizon = await readHorizon(tx)
    return { ...horizon, changes: await changesFrom(tx, followed.cursor, followed.taken.size + MOST_CHANGES) }
  })
  if (followed.cursor > next) return 'anew'
  const fresh = changes.filter(({ seq }) => !followed.taken.has(seq))
  if (fresh.length >= MOST_CHANGES) return 'anew'
  const ids = [...new Set(fresh.map(({ recordId }) => recordId))]
  let young = 0
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE)
    const put = await asActor(INDEXER, (tx) => recordsWith(tx, some))
    const there = new Set(put.map(({ id }) => id))
    const answer = await thread.ask('apply', { put, gone: some.filter((id) => !there.has(id)) })
    young = answer.young
  }
  for (const { seq, xid } of fresh) followed.taken.set(seq, xid)
  if (oldest > followed.cursor) followed.cursor = oldest
  for (const [seq, xid] of followed.taken) if (xid < followed.cursor) followed.taken.delete(seq)
  return young
}
