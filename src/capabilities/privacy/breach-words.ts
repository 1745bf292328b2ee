import type { BreachFinding, Told } from './breach.ts'

export const TOLD_WORDS: Readonly<
  Record<Told, { readonly title: string; readonly what: string; readonly example: string }>
> = {
  people: {
    title: 'The people',
    what: 'In plain words, by first-class mail, or by e-mail to whoever agreed to it: what happened and when, which data, what they can do, what you do, and a number to call. Where ten or more addresses are wrong: 90 days on your web site or in the news, with a free number (45 CFR 164.404). Nothing on the envelope that says what it is about.',
    example: 'By first-class mail; two letters came back, called both',
  },
  hhs: {
    title: 'The Secretary of Health and Human Services',
    what: 'On the breach portal of the Office for Civil Rights, with its form for 42 CFR Part 2 (45 CFR 164.408).',
    example: 'On the portal, number 1234',
  },
  media: {
    title: 'The media',
    what: 'Prominent media of the state, because more than 500 people of it are affected (45 CFR 164.406). No names.',
    example: 'Press release to the daily and two stations',
  },
}

export const FINDING_SENTENCES: Readonly<Record<BreachFinding, string>> = {
  breach: 'A breach: everybody is told who has to be',
  'low-probability': 'A low probability that the records were compromised: nobody has to be told',
}

/** "3 people", "Nobody yet counted" */
export const peopleWords = (affected: number | null): string => {
  if (affected === null) return 'Not counted yet'
  return affected === 1 ? 'One person' : `${affected} people`
}
