import { capital, type Lang } from '#design'
import { CLASS_WORDS } from '#kernel/data-classes.ts'
import { en, type RecordWords } from './words-en.ts'
import { es } from './words-es.ts'

const WORDS: Readonly<Record<Lang, RecordWords>> = { en, es }

/** What the pages of a person's own record say, in a language. */
export const recordWords = (lang: Lang): RecordWords => WORDS[lang]

export type { RecordWords }

/** Data classes as a sentence says them, in the words of the form; one without words is named as it is. */
export const classWords = (classes: readonly string[], lang: Lang): string => {
  const words: Readonly<Record<string, string>> = { ...CLASS_WORDS[lang], ...WORDS[lang].classes }
  return capital(classes.map((one) => uncapital(words[one] ?? one)).join('; '))
}

const uncapital = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

/** Why something was told, in plain words; what a member wrote is shown as they wrote it. */
export const purposeWords = (purpose: string, words: RecordWords): string =>
  words.purposes[purpose] ?? purpose
