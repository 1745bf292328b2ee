import type { OpenSegment } from './match.ts'
import { FIELD_MARK, FIELDS, FIRST_TERM, findRecord, GAP } from './segment.ts'
import { isStopWord } from './words.ts'

/** More words than these say no more about what a record is about. */
const MOST_TERMS = 25

/**
 * The words that tell what a record is about, most telling first: those it has often and others seldom. Undefined where
 * no segment has the record.
 *
 * @param rarity of a term, by its text
 */
export const tellingTerms = (
  segments: readonly OpenSegment[],
  id: string,
  rarity: (term: string) => number,
): { readonly term: string; readonly weight: number }[] | undefined => {
  for (const { segment } of segments.toReversed()) {
    const record = findRecord(segment, id)
    if (record === undefined) continue
    const { forward, forwardStart, texts } = segment
    const often = new Map<string, number>()
    let weight = 1
    for (let at = forwardStart[record] as number; at < (forwardStart[record + 1] as number); at++) {
      const found = forward[at] as number
      if (found === GAP) continue
      if (found < FIRST_TERM) weight = FIELDS[found - FIELD_MARK]?.weight ?? 1
      else {
        const term = texts.terms[found - FIRST_TERM] as string
        if (term.length > 2 && !isStopWord(term)) often.set(term, (often.get(term) ?? 0) + weight)
      }
    }
    return Array.from(often, ([term, times]) => ({ term, weight: Math.log1p(times) * rarity(term) }))
      .sort((one, other) => other.weight - one.weight)
      .slice(0, MOST_TERMS)
  }
  return undefined
}
