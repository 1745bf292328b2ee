import { createRequire } from 'node:module'

const porter2 = createRequire(import.meta.url)('wink-porter2-stemmer') as (word: string) => string

/** Goes into the file of an index: one made by other rules for words would not find what a query asks for. */
export const WORDS_VERSION = 1

/** Longer runs of letters are no words that anybody types; what is beyond is left out of index and query alike. */
const LONGEST_WORD = 40

/** Letters and digits of any script; an apostrophe between letters belongs to its word, so that “don’t” is one. */
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu
const ASCII_WORD = /[a-z0-9]+(?:'[a-z0-9]+)*/g
const ACCENTS = /\p{M}+/gu
const PLAIN_ENGLISH = /^[a-z']+$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: text of which nothing has to be taken apart is the most of it.
const ASCII = /^[\x00-\x7f]*$/

/** The form in which letters are compared: without accents, ligatures and capitals. Its length may be another. */
export const fold = (text: string): string =>
  (ASCII.test(text) ? text : text.normalize('NFKD').replaceAll(ACCENTS, '')).toLowerCase()

/** The words of a text as they stand in it, folded, in order. */
export const wordsOf = (text: string): string[] => {
  const folded = fold(text)
  // Nearly all text is plain, and for that the plain rule takes a third of the time.
  const isPlain = ASCII.test(folded)
  const words = (isPlain ? folded.match(ASCII_WORD) : folded.replaceAll('’', "'").match(WORD)) ?? []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string
    if (word.length > LONGEST_WORD) words[at] = word.slice(0, LONGEST_WORD)
  }
  return words
}

/** Where words stand in a text that is shown, unfolded. */
export const wordsIn = (text: string): { readonly at: number; readonly word: string }[] =>
  Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu), (found) => ({
    at: found.index,
    word: found[0],
  }))

/**
 * What a word is found by: its stem by Porter2 (M. F. Porter, “Snowball”, 2001), so that “deflected” finds “deflection”.
 * Words with digits or other letters stay as they are.
 */
export const stemOf = (word: string): string => {
  const stem = PLAIN_ENGLISH.test(word) ? porter2(word) : word
  return stem.replaceAll("'", '')
}

/** Words that stand in every text. They are indexed, since phrases need them, and left out of what a query ranks by. */
const STOP_WORDS = new Set(
  `a about above after again against all am an and any are as at be because been before being below between both but by can
  did do does doing down during each few for from further had has have having he her here hers him his how i if in into is
  it its itself just me more most my no nor not of off on once only or other our ours out over own same she should so some
  such than that the their theirs them then there these they this those through to too under until up very was we were what
  when where which while who whom why will with would you your yours`.split(/\s+/),
)

export const isStopWord = (word: string): boolean => STOP_WORDS.has(word)
