import type { Listing } from './get-service.ts'
import { AGES, FEES, GENDERS, MEDICINES, NEEDS, PAYERS, SETTINGS, SOURCES, type Source } from './listing.ts'

export type Fact = { readonly term: string; readonly value: string }

type Words = Readonly<Record<string, string>>

const TAKES: Words = { ...PAYERS, none: 'People with no insurance' }

/** "Adults and seniors"; nothing on the list is an answer too. Undefined where nobody knows. */
const several = (values: readonly string[] | null, words: Words): string | undefined => {
  if (values === null) return undefined
  return values.length === 0 ? 'None listed' : inOneLine(values.map((value) => words[value] ?? value))
}

const inOneLine = (words: readonly string[]): string => words.join(' · ')

type Detail = {
  readonly term: string
  readonly value: string | undefined
  /** The question that is open when nobody knows. */
  readonly ask: string
}

const detailsOf = (place: Listing): readonly Detail[] => {
  const givesMedicine = place.needs.some((need) => need === 'treatment' || need === 'moud')
  return [
    { term: 'Helps with', value: several(place.needs, NEEDS), ask: 'What do they help with?' },
    ...(givesMedicine
      ? [
          {
            term: 'Medicines',
            value: several(place.medicines, MEDICINES),
            ask: 'Which medicines for opioid use do they give?',
          },
        ]
      : []),
    {
      term: 'Visit or stay',
      value: several(place.settings, SETTINGS),
      ask: 'Do people visit, or stay there?',
    },
    { term: 'Takes', value: several(place.takes, TAKES), ask: 'What insurance do they take?' },
    { term: 'Cost', value: several(place.fees, FEES), ask: 'What does it cost, and do they help with that?' },
    { term: 'Ages', value: several(place.ages, AGES), ask: 'What ages do they help?' },
    {
      term: 'For',
      value: several(place.genders, GENDERS),
      ask: 'Are they for women, for men, or for everybody?',
    },
    {
      term: 'Languages',
      value: place.languages === null ? undefined : inOneLine(['English', ...place.languages]),
      ask: 'Which languages do they speak?',
    },
  ]
}

/** What is known of what a place offers. */
export const knownFacts = (place: Listing): Fact[] =>
  detailsOf(place).flatMap(({ term, value }) => (value === undefined ? [] : [{ term, value }]))

/** What nobody has told us, each as the question to ask. */
export const unknownFacts = (place: Listing): string[] => [
  ...(place.hours === null ? ['When are they open?'] : []),
  ...(place.phone === null ? ['What is their phone number?'] : []),
  ...detailsOf(place).flatMap(({ value, ask }) => (value === undefined ? [ask] : [])),
  ...(place.latitude === null ? ['Where exactly is it?'] : []),
]

/** Where each part of what is known comes from, one line a source. */
export const origins = (place: Listing): Fact[] => {
  const parts: readonly (readonly [part: string, source: Source])[] = [
    ['Name', place.providerSource],
    ['Address', place.siteSource],
    ['What they offer', place.source],
    // No list that is imported has opening hours.
    ...(place.hours === null ? [] : [['Hours', 'member'] as const]),
  ]
  const sources = [...new Set(parts.map(([, source]) => source))]
  return sources.map((source) => {
    const from = parts.filter((part) => part[1] === source).map(([part]) => part)
    return { term: sources.length === 1 ? 'All of it' : inOneLine(from), value: SOURCES[source] }
  })
}
