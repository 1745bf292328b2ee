import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** Fewer guesses than 10^8 is what a list of breached passwords and its usual variations comes to. */
const LEAST_SCORE = 3
/** What follows makes no password worse, and weighing it takes longer with each character. */
const LONGEST_WEIGHED = 80

const INSTEAD = 'Put three or four words together that only you would.'

/** Why a password is among the first that are tried, in the order in which the weights come from the library. */
const WARNINGS = {
  straightRow: `A row of keys is among the first things that are tried. ${INSTEAD}`,
  keyPattern: `A pattern on the keyboard is among the first things that are tried. ${INSTEAD}`,
  simpleRepeat: `The same letter again and again is among the first things that are tried. ${INSTEAD}`,
  extendedRepeat: `Something repeated is as easy to guess as once. ${INSTEAD}`,
  sequences: `Letters or numbers in their order are among the first things that are tried. ${INSTEAD}`,
  recentYears: `Years are easy to guess. ${INSTEAD}`,
  dates: `Dates are easy to guess. ${INSTEAD}`,
  topTen: `Many people use this password, and it is on every list of stolen ones. ${INSTEAD}`,
  topHundred: `Many people use this password, and it is on every list of stolen ones. ${INSTEAD}`,
  common: `This password is on lists of stolen ones. ${INSTEAD}`,
  similarToCommon: `This is too much like a password on lists of stolen ones. ${INSTEAD}`,
  wordByItself: `A single word is easy to guess. ${INSTEAD}`,
  namesByThemselves: `Names are easy to guess. ${INSTEAD}`,
  commonNames: `Names are easy to guess. ${INSTEAD}`,
  userInputs: `Choose words that have nothing to do with you, your organization or Causeway.`,
  pwned: `This password is on lists of stolen ones. ${INSTEAD}`,
}

let opened: Promise<ZxcvbnFactory> | undefined

/** Loads the lists at the first new password, not at the start: they are 5 MB, and few who start it choose one. */
const open = async (): Promise<ZxcvbnFactory> => {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: { ...english.translations, warnings: WARNINGS },
  })
}

/**
 * Compares a new password with lists of stolen and common ones and with words that are known of its owner, in all the
 * usual disguises (NIST SP 800-63B-4, 3.1.1.2; CJ-15; ASVS 6.2.4, 6.2.11).
 *
 * @param words what anybody would try first: names, address, organization
 * @returns a sentence that says why it is easy to guess, or undefined when it is not
 */
export const guessableBecause = async (
  password: string,
  words: readonly string[],
): Promise<string | undefined> => {
  opened ??= open()
  const { score, feedback } = (await opened).check([...password].slice(0, LONGEST_WEIGHED).join(''), [
    ...words,
  ])
  if (score >= LEAST_SCORE) return undefined
  return feedback.warning || `This is easy to guess. ${INSTEAD}`
}
