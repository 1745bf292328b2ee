import { derivedId } from '#kernel/ids.ts'
import type { Facts } from './objects.ts'
import { ASPECTS, type Shape } from './profile-aspects.ts'

/**
 * What the directory knows of a service for which HSDS has no attribute, as a taxonomy of our own: its terms are
 * linked to services as HSDS attributes, and read back by an import.
 */

const NONE = 'nothing'

export const TAXONOMY: Facts = {
  id: derivedId('hsds taxonomy', 'causeway'),
  name: 'Causeway service profile',
  description:
    'What helps to choose a service for a person: needs, medicines and what can be done with them, levels of care, payers, fees, whom it admits and what it asks of them.',
  version: '2',
}

/** A term by the aspect of which it is a word; `word` is null where it says that there is none of it at all. */
export type Term = {
  readonly aspect: string
  readonly shape: Shape
  readonly word: string | null
  readonly facts: Facts
}

const termId = (aspect: string, word: string | null): string =>
  derivedId('hsds term', `${aspect} ${word ?? NONE}`)

const term = (aspect: string, shape: Shape, word: string | null, name: string): Term => ({
  aspect,
  shape,
  word,
  facts: {
    id: termId(aspect, word),
    code: `${aspect}:${word ?? NONE}`,
    name,
    description: name,
    taxonomy: TAXONOMY.name as string,
    language: 'en',
    taxonomy_id: TAXONOMY.id,
  },
})

/** Aspects of which there can be none: what a service helps with there always is. */
const canBeNone = (aspect: string, shape: Shape): boolean =>
  shape === 'levels' || (shape === 'list' && aspect !== 'needs')

export const TERMS: ReadonlyMap<string, Term> = new Map(
  [...ASPECTS]
    .flatMap(([aspect, { shape, words }]) => [
      ...Object.entries(words).map(([word, name]) => term(aspect, shape, word, name)),
      ...(canBeNone(aspect, shape) ? [term(aspect, shape, null, `No ${aspect} at all`)] : []),
    ])
    .map((one) => [one.facts.id, one]),
)

type Values = Readonly<Record<string, unknown>>

/** What of a service the terms say, by the names of its columns. */
export const PROFILE_COLUMNS: readonly string[] = [...ASPECTS.keys(), 'asamEdition']

type Said = { readonly termId: string; readonly value?: string }

/** The terms that a service's profile is, with the value of those that carry one. */
export const profileAttributes = (service: Values): Said[] =>
  [...ASPECTS.keys()].flatMap((aspect) => {
    const value = service[aspect]
    return value === null || value === undefined ? [] : termsOf(aspect, value, service)
  })

const termsOf = (aspect: string, value: unknown, { asamEdition }: Values): readonly Said[] => {
  const { shape, words } = ASPECTS.get(aspect) ?? { shape: 'one', words: {} }
  if (shape === 'number') return [{ termId: termId(aspect, 'value'), value: String(value) }]
  if (shape === 'yes-no') return [{ termId: termId(aspect, value ? 'yes' : 'no') }]
  if (shape === 'one')
    return Object.hasOwn(words, String(value)) ? [{ termId: termId(aspect, String(value)) }] : []
  const said = value as readonly string[]
  if (said.length === 0) return [{ termId: termId(aspect, null) }]
  return said.map((word) => ({
    termId: termId(aspect, shape === 'levels' ? `${asamEdition}:${word}` : word),
  }))
}

/** What is kept where no term says anything: a service helps with something, and is of some kind. */
const UNSAID: Values = { kind: 'other', holidays: 'unknown', needs: ['other'] }

/** The largest number that the directory keeps. */
const LARGEST = 32_767

/** The profile that attributes say, the other way round. */
export const profileFrom = (attributes: readonly Pick<Facts, string>[]): Profile => {
  const said = Map.groupBy(
    attributes.flatMap(({ taxonomy_term_id, value }) => {
      const found = TERMS.get(String(taxonomy_term_id))
      return found ? [{ ...found, value }] : []
    }),
    ({ aspect }) => aspect,
  )
  const profile: Record<string, unknown> = { asamEdition: null }
  for (const [aspect, { shape }] of ASPECTS) {
    const terms = said.get(aspect) ?? []
    const words = terms.flatMap(({ word }) => word ?? [])
    if (terms.length === 0) profile[aspect] = UNSAID[aspect] ?? null
    else if (shape === 'levels') Object.assign(profile, levelsFrom(words))
    else if (shape === 'list') profile[aspect] = [...new Set(words)]
    else if (shape === 'one') profile[aspect] = words[0]
    else if (shape === 'yes-no') profile[aspect] = words[0] === 'yes'
    else profile[aspect] = numberFrom(aspect, terms[0]?.value)
  }
  const { minHoursSinceUse: least, maxHoursSinceUse: most } = profile
  if (typeof least === 'number' && typeof most === 'number' && least > most)
    Object.assign(profile, { minHoursSinceUse: null, maxHoursSinceUse: null })
  return profile as Profile
}

/** Levels of two editions cannot stand in one list: those of the newer are taken. */
const levelsFrom = (words: readonly string[]): Values => {
  if (words.length === 0) return { asamLevels: [], asamEdition: null }
  const edition = words.some((word) => word.startsWith('4:')) ? '4' : '3'
  const levels = words.filter((word) => word.startsWith(`${edition}:`)).map((word) => word.slice(2))
  return { asamLevels: levels, asamEdition: edition }
}

const numberFrom = (aspect: string, value: unknown): number | null => {
  const number = /^\d{1,5}$/.test(String(value)) ? Number(value) : Number.NaN
  return number <= LARGEST && number >= (aspect === 'transportMiles' ? 1 : 0) ? number : null
}

type Words = readonly string[] | null

/** A profile as the directory keeps it; null is unknown. */
export type Profile = {
  readonly needs: readonly string[]
  readonly kind: string
  readonly holidays: string
  readonly medicines: Words
  readonly payers: Words
  readonly fees: Words
  readonly ages: Words
  readonly genders: Words
  readonly settings: Words
  readonly moud: Words
  readonly exclusions: Words
  readonly legalFlags: Words
  readonly asamLevels: Words
  readonly asamEdition: string | null
  readonly pregnant: string | null
  readonly needsId: string | null
  readonly withChildren: boolean | null
  readonly pets: boolean | null
  readonly needsInsuranceCard: boolean | null
  readonly needsClearance: boolean | null
  readonly stepFree: boolean | null
  readonly walkIn: boolean | null
  readonly policeDropOff: boolean | null
  readonly offersTransport: boolean | null
  readonly minHoursSinceUse: number | null
  readonly maxHoursSinceUse: number | null
  readonly transportMiles: number | null
}
