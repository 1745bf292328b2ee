import type { Tx } from '#platform/database/as-actor.ts'
import type { AskKey } from './asks.ts'
import { LOOKED_AT, listCandidates } from './candidates.store.ts'
import {
  type Candidate,
  candidateOf,
  candidateQuery,
  type FoundService,
  readCandidates,
  type ServiceQuery,
  wishesOf,
  withDetails,
} from './find-services.ts'
import { failings } from './judge.ts'
import { rankServices } from './rank-services.ts'

/** What can be left out of what was asked, and how many places that brings. */
export type Relaxed = { readonly dropped: readonly AskKey[]; readonly count: number }

export type NearMisses = {
  /** What brings most first. */
  readonly relax: readonly Relaxed[]
  /** The best of the places that it brings. */
  readonly places: readonly FoundService[]
  /** The nearest where somebody answers while the door is shut. */
  readonly afterHours: readonly FoundService[]
}

/** Of so many that may only just miss it is found out what is new of them. */
const CLOSE = 1000
const SHOWN = 3
const RELAXED = 5

/**
 * When nothing fits: which places only just do not, and what to leave out to get them. One thing, or two where no one
 * thing is enough. Asked under the same policies as any search, so nothing is counted that may not be seen.
 */
export const findMisses = async (tx: Tx, query: ServiceQuery): Promise<NearMisses> => {
  const rows = await listCandidates(tx, { ...candidateQuery(query, LOOKED_AT), isJudged: false })
  const wishes = wishesOf(query)
  const judged = rows.map((row) => ({ row, misses: failings(candidateOf(row, query).judgements).length }))
  const close = judged.filter(({ misses }) => misses <= 1).slice(0, CLOSE)
  const nearly = close.length > 0 ? close : judged.filter(({ misses }) => misses === 2).slice(0, CLOSE)
  const candidates = await readCandidates(
    tx,
    nearly.map(({ row }) => row),
    query,
  )
  const missing = fewest(candidates)
  const answering = rows
    .filter(({ afterHoursPhone = null, hotline = null }) => (afterHoursPhone ?? hotline) !== null)
    .slice(0, SHOWN)
  return {
    relax: relaxed(missing),
    places: await withDetails(tx, rankServices(missing, wishes).slice(0, SHOWN), wishes),
    afterHours: await withDetails(tx, await readCandidates(tx, answering, query), wishes),
  }
}

/** Those that fail in fewest things, and in something. */
const fewest = (candidates: readonly Candidate[]): Candidate[] => {
  const counted = candidates.map((candidate) => ({
    candidate,
    misses: failings(candidate.judgements).length,
  }))
  const least = Math.min(...counted.flatMap(({ misses }) => (misses > 0 ? [misses] : [])))
  return counted.flatMap(({ candidate, misses }) => (misses === least ? [candidate] : []))
}

/** What the candidates miss, each once. */
export const relaxed = (candidates: readonly Pick<Candidate, 'judgements'>[]): Relaxed[] => {
  const counts = new Map<string, number>()
  for (const { judgements } of candidates) {
    const dropped = failings(judgements).toSorted().join()
    counts.set(dropped, (counts.get(dropped) ?? 0) + 1)
  }
  return [...counts]
    .map(([dropped, count]) => ({ dropped: dropped.split(',') as AskKey[], count }))
    .toSorted((a, b) => b.count - a.count || (a.dropped.join() < b.dropped.join() ? -1 : 1))
    .slice(0, RELAXED)
}
