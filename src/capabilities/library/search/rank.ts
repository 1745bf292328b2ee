import { type Bits, eachBit } from './bits.ts'
import { FACETS, NONE, RANGE_BITS, rangeCount, recordCount, type Segment } from './segment.ts'

/** Records in which something that was asked for stands, with its weight in each, range by range. */
export type RankList = {
  readonly record: Uint32Array
  readonly impact: Uint8Array
  /** Of each range: where it begins; one more for the end. */
  readonly start: Uint32Array
  /** Of each range: the greatest impact. */
  readonly most: Uint8Array
  readonly length: number
}

/** What ranks by one term. */
export const termList = (segment: Segment, term: number): RankList => {
  const { postingStart, postingRecord, postingImpact, rangeRow, rangeStart, rangeMost } = segment
  const ranges = rangeCount(segment)
  const from = postingStart[term] as number
  const to = postingStart[term + 1] as number
  const row = rangeRow[term] as number
  if (row === NONE) return rangesOf(postingRecord, postingImpact, from, to, ranges)
  return {
    record: postingRecord,
    impact: postingImpact,
    start: rangeStart.subarray(row * (ranges + 1), (row + 1) * (ranges + 1)),
    most: rangeMost.subarray(row * ranges, (row + 1) * ranges),
    length: to - from,
  }
}

/** What ranks by several terms that stand for one, such as all that begin alike: in each record the weightiest counts. */
export const unitedList = (segment: Segment, terms: readonly number[]): RankList => {
  const { postingStart, postingRecord, postingImpact } = segment
  const best = new Uint8Array(recordCount(segment))
  for (const term of terms)
    for (let at = postingStart[term] as number; at < (postingStart[term + 1] as number); at++) {
      const record = postingRecord[at] as number
      const impact = postingImpact[at] as number
      if (impact > (best[record] as number)) best[record] = impact
    }
  let length = 0
  for (let record = 0; record < best.length; record++) if (best[record] !== 0) length++
  const list = { record: new Uint32Array(length), impact: new Uint8Array(length) }
  let place = 0
  for (let record = 0; place < length; record++)
    if (best[record] !== 0) {
      list.record[place] = record
      list.impact[place++] = best[record] as number
    }
  return rangesOf(list.record, list.impact, 0, length, rangeCount(segment))
}

const rangesOf = (
  record: Uint32Array,
  impact: Uint8Array,
  from: number,
  to: number,
  ranges: number,
): RankList => {
  const start = new Uint32Array(ranges + 1)
  const most = new Uint8Array(ranges)
  let at = from
  for (let range = 0; range < ranges; range++) {
    start[range] = at
    for (; at < to && (record[at] as number) >> RANGE_BITS === range; at++)
      if ((impact[at] as number) > (most[range] as number)) most[range] = impact[at] as number
  }
  start[ranges] = to
  return { record, impact, start, most, length: to - from }
}

export type Ranked = { readonly score: number; readonly segment: number; readonly record: number }

/** The best `size` of what is offered. Of equal ones the earlier segment and record comes first, on every page alike. */
export const topOf = (size: number) => {
  const best: Ranked[] = []
  const isBefore = (one: Ranked, other: Ranked) =>
    one.score !== other.score
      ? one.score > other.score
      : one.segment !== other.segment
        ? one.segment < other.segment
        : one.record < other.record
  return {
    best,
    /** The last that is in, once there are enough: what does not come before it gets in no more. */
    last: size === 0 ? NOTHING_GETS_IN : ALL_GETS_IN,
    offer(one: Ranked): void {
      if (!isBefore(one, this.last)) return
      let low = 0
      let high = best.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (isBefore(best[middle] as Ranked, one)) low = middle + 1
        else high = middle
      }
      best.splice(low, 0, one)
      if (best.length > size) best.pop()
      if (best.length === size) this.last = best[size - 1] as Ranked
    },
  }
}
const ALL_GETS_IN: Ranked = { score: -1, segment: 0, record: 0 }
const NOTHING_GETS_IN: Ranked = { score: Infinity, segment: 0, record: 0 }
export type Top = ReturnType<typeof topOf>

/**
 * Offers the records of `hits` with their scores, as far as they can still get in: ranges of records are taken in the
 * order of the best score that any record in them could have, until that is too little (Mackenzie, Petri and Moffat,
 * “Anytime ranking on document-ordered indexes”, TOIS 2022; the bounds a range as in Ding and Suel, “Faster top-k document
 * retrieval using block-max indexes”, SIGIR 2011).
 */
export const rank = (
  segment: Segment,
  number: number,
  hits: Bits,
  lists: readonly { readonly list: RankList; readonly weight: number }[],
  top: Top,
): void => {
  const ranges = rangeCount(segment)
  const bound = new Float64Array(ranges)
  for (const { list, weight } of lists)
    for (let range = 0; range < ranges; range++)
      bound[range] = (bound[range] as number) + weight * (list.most[range] as number)
  const order = Uint32Array.from(bound.keys()).sort(
    (one, other) => (bound[other] as number) - (bound[one] as number),
  )
  const scores = new Float64Array(1 << RANGE_BITS)
  const within = scores.length - 1
  for (const range of order) {
    const most = bound[range] as number
    const { last } = top
    if (most < last.score) return
    // Ranges that can only draw level come in the order of their records, so that none after this gets in either.
    if (most === last.score && last.segment === number && range << RANGE_BITS > last.record) return
    scores.fill(0)
    for (const { list, weight } of lists) {
      const { record, impact } = list
      const end = list.start[range + 1] as number
      for (let at = list.start[range] as number; at < end; at++) {
        const place = (record[at] as number) & within
        scores[place] = (scores[place] as number) + weight * (impact[at] as number)
      }
    }
    const word = range << (RANGE_BITS - 5)
    let { score: lowest, record: lastRecord, segment: lastSegment } = last
    eachBit(
      hits,
      (record) => {
        const score = scores[record & within] as number
        if (score < lowest || (score === lowest && lastSegment <= number && record > lastRecord)) return
        top.offer({ score, segment: number, record })
        ;({ score: lowest, record: lastRecord, segment: lastSegment } = top.last)
      },
      word,
      Math.min(hits.length, word + (1 << (RANGE_BITS - 5))),
    )
  }
}

const YEAR = FACETS.indexOf('year')

/** Offers the records of `hits` by their year, the newest first; those without one last. */
export const rankByYear = (segment: Segment, number: number, hits: Bits, top: Top): void => {
  const codes = segment.facets[YEAR]?.codes
  const years = (segment.texts.facetValues[YEAR] ?? []).map(Number)
  eachBit(hits, (record) => {
    const score = years[codes?.[record] as number] ?? 0
    if (score >= top.last.score) top.offer({ score, segment: number, record })
  })
}
