import { syllable } from 'syllable'
import { describe, expect, test } from 'vitest'
import { type ReleaseKind, releaseWords } from '#consent'
import { CLASS_WORDS } from '#kernel/data-classes.ts'
import { SIGNING_WORDS } from './signing-words.ts'

type Language = 'en' | 'es'

const KINDS = [
  ...(['named-recipient', 'multi-party', 'tpo', 'criminal-justice'] as const),
  ...(['intermediary', 'proceedings', 'counselling-notes'] as const),
] satisfies ReleaseKind[]

/** Each sentence by itself; a heading, a label or a point of a list counts as one. */
const sentencesOf = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.split(/[.?!:]\s|\n/))
    .map((sentence) => sentence.replace(/[.?!:"“”¿¡]|^- /g, '').trim())
    .filter((sentence) => /\p{L}/u.test(sentence))

const wordsOf = (sentence: string): string[] => sentence.match(/\p{L}[\p{L}'’-]*/gu) ?? []

/** Spanish is read as it is written: a syllable for each vowel, or two vowels together when one of them is a weak i or u. */
const spanishSyllables = (word: string): number =>
  Math.max(
    1,
    word
      .toLowerCase()
      .replace(/qu(?=[eiéí])|gu(?=[eiéí])/g, 'q')
      .match(/[iuü]?[aeoáéó][iuy]?|[íú]|[iuü]+|y$/g)?.length ?? 1,
  )

const measuresOf = (texts: readonly string[], syllables: (word: string) => number) => {
  const sentences = sentencesOf(texts)
  const words = sentences.flatMap(wordsOf)
  const total = words.reduce((sum, word) => sum + syllables(word), 0)
  return { perSentence: words.length / sentences.length, perWord: total / words.length }
}

/** Flesch–Kincaid grade: the school year (United States) in which a text is read with ease. */
const grade = (texts: readonly string[]): number => {
  const { perSentence, perWord } = measuresOf(texts, syllable)
  return 0.39 * perSentence + 11.8 * perWord - 15.59
}

/** INFLESZ (Szigriszt-Pazos, Barrio-Cantalejo 2008): from 65 on “quite easy”, as in primary school. */
const inflesz = (texts: readonly string[]): number => {
  const { perSentence, perWord } = measuresOf(texts, spanishSyllables)
  return 206.835 - 62.3 * perWord - perSentence
}

const SIXTH_GRADE = 6.9
const QUITE_EASY = 65

const strings = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return strings(value('Lake House', 'Lake House'))
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

const formOf = (kind: ReleaseKind, language: Language): string[] => [
  releaseWords(
    kind,
    {
      personName: 'Sam Rivers',
      discloserName: 'Lake House',
      recipients: [
        {
          name: 'Town Police',
          dataClasses: ['enrolled', 'engaged', 'officer-next-step'],
          until: '2027-02-22',
        },
      ],
      purpose: SIGNING_WORDS[language].purposes.safe ?? '',
      monitoring: { duty: 'to look on', period: 'as long as it takes', revocableFrom: 'disposition' },
      participants: [],
      proceeding: 'Rivers',
    },
    language,
  ).form.text,
]

describe('how hard it is to read (A11Y-4)', () => {
  test('the measures themselves tell a law from a sentence for everybody', () => {
    const law =
      'Redisclosure notwithstanding administrative authorization constitutes a prohibited utilization.'
    expect(grade(['The dog ran to the lake. It was hot.'])).toBeLessThan(2)
    expect(grade([law])).toBeGreaterThan(16)
    expect(inflesz(['El perro va al lago. Hace sol.'])).toBeGreaterThan(90)
    expect(
      inflesz([`La autorización administrativa constituye una divulgación jurídicamente inadmisible.`]),
    ).toBeLessThan(20)
    expect(
      ['casa', 'policía', 'ayuda', 'quiere', 'seguir', 'y', 'tratamiento'].map(spanishSyllables),
    ).toEqual([2, 4, 3, 2, 2, 1, 4])
  })

  test.each(KINDS)('the form of a “%s” release is for grade 6, and “quite easy” in Spanish', (kind) => {
    expect(grade(formOf(kind, 'en'))).toBeLessThanOrEqual(SIXTH_GRADE)
    expect(inflesz(formOf(kind, 'es'))).toBeGreaterThanOrEqual(QUITE_EASY)
  })

  test('the steps to it and what may be told are too', () => {
    expect(grade(strings(SIGNING_WORDS.en))).toBeLessThanOrEqual(SIXTH_GRADE)
    expect(inflesz(strings(SIGNING_WORDS.es))).toBeGreaterThanOrEqual(QUITE_EASY)
    expect(grade(strings(CLASS_WORDS.en))).toBeLessThanOrEqual(SIXTH_GRADE)
    expect(inflesz(strings(CLASS_WORDS.es))).toBeGreaterThanOrEqual(QUITE_EASY)
  })

  test('no step asks for more than grade 8 by itself', () => {
    const steps = Object.entries(SIGNING_WORDS.en).filter(([, step]) => typeof step === 'object')
    for (const [name, step] of steps) expect(grade(strings(step)), name).toBeLessThan(8)
  })
})
