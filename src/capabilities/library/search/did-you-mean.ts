import { distance } from 'fastest-levenshtein'
import { bitsIn } from './bits.ts'
import type { OpenSegment } from './match.ts'
import { stemOf } from './words.ts'

/** Words in fewer records than this may be slips of the hand. */
const RARE = 3
const SHORTEST = 4

/** The letters of a word as bits: two words that differ in two places differ in at most four of them. */
const lettersOf = (word: string): number => {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

type Shapes = { readonly letters: Int32Array; readonly lengths: Uint8Array }
const shapes = new WeakMap<OpenSegment, Shapes>()

/** What nearly all words can be told apart from another by, without reading them. */
const shapesOf = (open: OpenSegment): Shapes => {
  const { surfaces } = open.segment.texts
  const made = shapes.get(open) ?? {
    letters: Int32Array.from(surfaces, lettersOf),
    lengths: Uint8Array.from(surfaces, ({ length }) => length),
  }
  shapes.set(open, made)
  return made
}

const recordsWith = (open: OpenSegment, term: number | undefined): number =>
  term === undefined
    ? 0
    : (open.segment.postingStart[term + 1] as number) - (open.segment.postingStart[term] as number)

/**
 * The word that somebody may have meant with one that hardly any record has: one or two letters away, and rather a frequent
 * one. Undefined where the word is frequent enough itself, too short to tell, or like none.
 */
export const didYouMean = (segments: readonly OpenSegment[], word: string): string | undefined => {
  const stem = stemOf(word)
  const own = segments.reduce((sum, open) => sum + recordsWith(open, open.termOf.get(stem)), 0)
  if (own >= RARE || word.length < SHORTEST || /\d/.test(word)) return undefined
  const furthest = word.length < 6 ? 1 : 2
  const letters = lettersOf(word)
  let best: string | undefined
  let bestWorth = 0
  for (const open of segments) {
    const { surfaces } = open.segment.texts
    const shape = shapesOf(open)
    for (let at = 0; at < surfaces.length; at++) {
      const longer = (shape.lengths[at] as number) - word.length
      if (longer > furthest || longer < -furthest) continue
      if (bitsIn((shape.letters[at] as number) ^ letters) > 2 * furthest) continue
      const candidate = surfaces[at] as string
      const away = isSwapped(word, candidate) ? 1 : distance(word, candidate)
      if (away === 0 || away > furthest) continue
      const records = recordsWith(open, open.segment.surfaceTerm[at])
      // One slip is far more frequent than two; the first letter is seldom wrong (Pollock and Zamora, CACM 1984).
      const worth = ((candidate[0] === word[0] ? 3 : 1) * Math.log1p(records)) / away ** 3
      if (records > Math.max(own, RARE) && worth > bestWorth) {
        best = candidate
        bestWorth = worth
      }
    }
  }
  return best
}

/** Two neighbours that have changed places: one slip to a hand (Damerau, CACM 1964), two to Levenshtein. */
const isSwapped = (one: string, other: string): boolean => {
  if (one.length !== other.length) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return (
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2) &&
    at < one.length
  )
}
