import type { Hours } from '#kernel/hours.ts'
import { type Columns, FACT_NAMES, FACTS, type FactName } from './audience.ts'
import { FEES, OFFERS, PAYERS } from './listing.ts'
import type { View } from './visibility.ts'
import { weekOfHours } from './week-of-hours.ts'

const list = (value: unknown, words: Readonly<Record<string, string>> = {}): string | undefined =>
  Array.isArray(value) && value.length > 0 ? value.map((one) => words[one] ?? one).join(', ') : undefined

const together = (parts: readonly unknown[]): string | undefined =>
  parts.filter(Boolean).join(', ') || undefined

const WORDS: Readonly<Record<FactName, (columns: Columns) => string | undefined>> = {
  address: ({ name, street, street2, city, state, zip }) =>
    together([name, street, street2, `${city}, ${state} ${zip}`, street ? '' : 'street not published']),
  phone: ({ phone, intake_phones, hotline }) => together([phone, list(intake_phones), hotline]),
  hours: ({ hours }) =>
    hours
      ? weekOfHours(hours as Hours)
          .filter(({ spans }) => spans.length > 0)
          .map(({ day, spans }) => `${day.slice(0, 3)} ${spans.join(' and ')}`)
          .join('; ')
      : undefined,
  offers: ({ offers }) => list(offers, OFFERS),
  cost: ({ payers, fees }) =>
    together([list(payers, { ...PAYERS, none: 'people with no insurance' }), list(fees, FEES)]),
  languages: ({ languages }) => list(languages),
}

/** A fact in words; undefined where nothing is known, or nothing is said. */
export const factWords = (fact: FactName, columns: Columns): string | undefined => WORDS[fact](columns)

/** What an audience reads of a listing, line by line, and which of it is the front door. */
export const viewWords = (view: View): { term: string; value: string; isFrontDoor: boolean }[] =>
  FACT_NAMES.map((fact) => {
    const { columns, is } = view.facts[fact]
    const value = factWords(fact, columns)
    return {
      term: FACTS[fact].label,
      value: value ?? (is === 'instead' ? 'Not told' : 'Not known'),
      isFrontDoor: is === 'instead' && value !== undefined,
    }
  })
