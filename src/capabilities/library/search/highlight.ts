import { fold, isStopWord, stemOf, wordsIn, wordsOf } from './words.ts'

/** A piece of a text, and whether it is what was looked for. */
export type Piece = { readonly text: string; readonly isHit: boolean }

/** What was looked for: stems, and beginnings of words. */
export type Marks = { readonly stems: readonly string[]; readonly beginnings: readonly string[] }

const isMarked = (word: string, { stems, beginnings }: Marks): boolean =>
  wordsOf(word).some((part) => stems.includes(stemOf(part)) || beginnings.some((one) => part.startsWith(one)))

/** The whole text in pieces, so that a page can mark what was looked for. Joined, they are the text. */
export const highlight = (text: string, marks: Marks): Piece[] => {
  const pieces: Piece[] = []
  let done = 0
  for (const { at, word } of wordsIn(text)) {
    if (isStopWord(fold(word)) || !isMarked(word, marks)) continue
    if (at > done) pieces.push({ text: text.slice(done, at), isHit: false })
    pieces.push({ text: word, isHit: true })
    done = at + word.length
  }
  if (done < text.length) pieces.push({ text: text.slice(done), isHit: false })
  return pieces
}

/**
 * The part of a long text, of about `length` characters, that has most of what was looked for; whole words, with an
 * ellipsis where something is left out.
 */
export const snippet = (text: string, marks: Marks, length = 280): Piece[] => {
  if (text.length <= length) return highlight(text, marks)
  const words = wordsIn(text)
  const found = words.filter(({ word }) => !isStopWord(fold(word)) && isMarked(word, marks))
  // The window that begins at each hit, judged by how many different hits are in it, then by how many.
  const worth = (from: number) => {
    const inside = found.filter(({ at, word }) => at >= from && at + word.length <= from + length)
    return new Set(inside.map(({ word }) => stemOf(fold(word)))).size * 100 + inside.length
  }
  let best = 0
  for (const { at } of found.slice(0, 200)) if (worth(at) > worth(best)) best = at
  // A little of what comes before, beginning with a word.
  const lead = Math.max(0, best - Math.floor(length / 6))
  const from = lead === 0 ? 0 : (words.find(({ at }) => at >= lead)?.at ?? 0)
  const last = words.findLast(({ at, word }) => at + word.length <= from + length)
  const to = last ? last.at + last.word.length : from + length
  return [
    ...(from > 0 ? [{ text: '… ', isHit: false }] : []),
    ...highlight(text.slice(from, to), marks),
    ...(to < text.length ? [{ text: ' …', isHit: false }] : []),
  ]
}
