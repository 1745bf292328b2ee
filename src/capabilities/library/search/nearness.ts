import type { OpenSegment } from './match.ts'
import { FIRST_TERM } from './segment.ts'

/** Two words of a query that stand side by side in it, by their stems, and what it is worth that they do in a record. */
export type Pair = { readonly one: string; readonly other: string; readonly worth: number }

/** One word may stand between them, such as “of”. */
const FURTHEST = 2

/**
 * What is added to a record's score because words that stand together in the query do so in the record too (Metzler and
 * Croft, “A Markov random field model for term dependencies”, SIGIR 2005, the ordered part of it).
 */
export const nearness = (
  { segment, termOf }: OpenSegment,
  record: number,
  pairs: readonly Pair[],
): number => {
  const { forward, forwardStart } = segment
  const end = forwardStart[record + 1] as number
  let sum = 0
  for (const { one, other, worth } of pairs) {
    const [first, second] = [termOf.get(one), termOf.get(other)]
    if (first === undefined || second === undefined) continue
    let times = 0
    for (let at = forwardStart[record] as number; at < end; at++) {
      if (forward[at] !== first + FIRST_TERM) continue
      for (let next = 1; next <= FURTHEST; next++) if (forward[at + next] === second + FIRST_TERM) times++
    }
    sum += (worth * times) / (times + 1)
  }
  return sum
}
