import { capital, type Lang } from '#design'
import { en, type RecordWords } from './words-en.ts'
import { es } from './words-es.ts'

const WORDS: Readonly<Record<Lang, RecordWords>> = { en, es }

/** What the pages of a person's own record say, in a language. */
export const recordWords = (lang: Lang): RecordWords => WORDS[lang]

export type { RecordWords }

/** Data classes as a sentence says them; a class without words of its own is named as it is. */
export const classWords = (classes: readonly string[], words: RecordWords): string =>
  capital(classes.map((one) => (words.classes as Readonly<Record<string, string>>)[one] ?? one).join('; '))

/** Why something was told, in plain words; what a member wrote is shown as they wrote it. */
export const purposeWords = (purpose: string, words: RecordWords): string =>
  words.purposes[purpose] ?? purpose
