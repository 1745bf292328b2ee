import type { IndexRecord } from '../../src/capabilities/library/search/index-build.ts'
import { isStopWord } from '../../src/capabilities/library/search/words.ts'
import { shippedRecords } from '../../src/capabilities/library/shipped-records.ts'

/** A record of language-like text, with what results are counted by. */
export type Invented = {
  readonly title: string
  readonly text: string
  readonly year: number
  readonly type: string
  readonly audience: string
  readonly subjects: readonly string[]
}

/** The same numbers in each run. */
export const numbers = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0
    return ((state ^ (state >>> 12)) >>> 0) / 2 ** 32
  }
}

const TYPES = [
  'Report',
  'Journal article',
  'Guide',
  'Fact sheet',
  'Data set',
  'Thesis',
  'Web page',
  'Statute',
]
const AUDIENCES = ['police', 'treatment', 'courts', 'public health', 'families', 'researchers']
const SYLLABLES =
  'ba den tor mil ker van sol rin pas gel mor tin hal dro fen wick lan ser vo kel mar ton bri cal'.split(' ')
const ENDINGS = ['', '', '', 's', 'ed', 'ing', 'tion', 'al', 'er', 'ity']

/** Names and rare words: as many as a large library has, each the rarer the further down the list. */
const RARE_WORDS = 120_000
const rareWord = (rank: number): string => {
  let word = ''
  for (let rest = rank + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length]
  return word + ENDINGS[rank % ENDINGS.length]
}

/**
 * Makes records whose words follow each other as they do in the collection that ships: the next word is one that follows
 * the last two somewhere, mostly in works on the record's own subjects; one in nine is a rare word or a number (Zipf). So
 * stop words, common words and phrases are as frequent as in real text. The vocabulary is smaller than that of as many real
 * records, and sentences make no sense.
 */
export const libraryText = (seed = 7) => {
  const random = numbers(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const words: string[] = []
  const beginnings: number[] = []
  const shipped = shippedRecords()
  for (const { title, abstract, finding, usefulFor } of shipped) {
    beginnings.push(words.length)
    words.push(...[title, abstract, finding, usefulFor].filter(Boolean).join('. ').split(/\s+/))
  }
  const following = new Map<string, number[]>()
  words.forEach((word, at) => {
    const pair = `${words[at - 1]} ${word}`
    following.set(pair, [...(following.get(pair) ?? []), at])
  })
  const subjects = [...new Set(shipped.flatMap((record) => record.subjects))]
  const manySubjects = Array.from({ length: 1200 }, (_, at) => subjects[at] ?? rareWord(at * 7))

  const sentence = (length: number, from: number): string => {
    let at = from
    const said: string[] = []
    for (let count = 0; count < length; count++) {
      if (random() < 0.11)
        said.push(
          random() < 0.2 ? String(1950 + below(76)) : rareWord(Math.floor(RARE_WORDS ** random()) - 1),
        )
      said.push(words[at] as string)
      const others = following.get(`${words[at - 1]} ${words[at]}`) ?? []
      at = (random() < 0.5 ? (others[below(others.length)] ?? at) : at) + 1
      if (at >= words.length) at = beginnings[below(beginnings.length)] as number
    }
    return said.join(' ')
  }

  return (): Invented => {
    const from = beginnings[below(beginnings.length)] as number
    return {
      title: sentence(5 + below(9), from),
      text: sentence(60 + below(180), from + 3),
      year: 1970 + Math.floor(56 * Math.sqrt(random())),
      type: TYPES[Math.floor(TYPES.length * random() ** 2)] as string,
      audience: AUDIENCES[below(AUDIENCES.length)] as string,
      subjects: [
        ...new Set(
          Array.from(
            { length: 1 + below(8) },
            () => manySubjects[Math.floor(1200 * random() ** 3)] as string,
          ),
        ),
      ],
    }
  }
}

export const idAt = (place: number): string =>
  `00000000-0000-7000-8000-${place.toString(16).padStart(12, '0')}`

export const asIndexRecord = (place: number, record: Invented): IndexRecord => ({
  id: idAt(place),
  fields: { title: [record.title], subject: record.subjects, abstract: [record.text] },
  facets: {
    year: [String(record.year)],
    type: [record.type],
    audience: [record.audience],
    subject: record.subjects,
    visibility: ['public'],
  },
})

export type Queries = Readonly<
  Record<'common' | 'together' | 'phrase' | 'prefix' | 'typo', readonly string[]>
>

/** What people type, taken from records: words, words together, phrases, beginnings, and words with a slip in them. */
export const queriesFrom = (sample: readonly Invented[], common: readonly string[], seed = 11): Queries => {
  const random = numbers(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const wordsOf = ({ text }: Invented) => text.toLowerCase().match(/[a-z]{3,}/g) ?? []
  const telling = (record: Invented) => wordsOf(record).filter((word) => word.length > 4 && !isStopWord(word))
  const record = () => sample[below(sample.length)] as Invented
  const word = () => {
    const words = telling(record())
    return words[below(words.length)] ?? 'police'
  }
  const together = () => {
    const words = telling(record())
    return Array.from({ length: 2 + below(2) }, () => words[below(words.length)] ?? 'police').join(' ')
  }
  const phrase = () => {
    const words =
      record()
        .text.toLowerCase()
        .match(/[a-z]+(?: [a-z]+){1,2}/g) ?? []
    return words[below(words.length)] ?? 'harm reduction'
  }
  const slip = (right: string) => {
    const at = 1 + below(right.length - 2)
    const letter = 'etaoinshr'[below(9)]
    return [
      `${right.slice(0, at)}${right.slice(at + 1)}`,
      `${right.slice(0, at)}${letter}${right.slice(at)}`,
      `${right.slice(0, at)}${right[at + 1]}${right[at]}${right.slice(at + 2)}`,
    ][below(3)] as string
  }
  const many = (count: number, one: () => string) => Array.from({ length: count }, one)
  return {
    common,
    together: many(200, together),
    phrase: many(155, phrase),
    prefix: many(150, () => word().slice(0, 3 + below(3))),
    typo: many(100, () => slip(word())),
  }
}
