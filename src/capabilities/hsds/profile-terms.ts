import { derivedId } from '#kernel/ids.ts'
import type { Facts } from './objects.ts'

/**
 * What the directory knows of a service for which HSDS has no attribute, as a taxonomy of our own: its terms are
 * linked to services as HSDS attributes, and read back by an import.
 */

/** Each word with what it means. A list that is not known is left out; one that is empty is `none` of it. */
const WORDS = {
  needs: {
    treatment: 'Help with substance use',
    moud: 'Medicine for opioid use',
    'harm-reduction': 'Staying safer',
    'recovery-support': 'Support in recovery',
    shelter: 'A place to stay',
    other: 'Something else',
  },
  medicines: {
    methadone: 'Methadone',
    buprenorphine: 'Buprenorphine',
    naltrexone: 'Naltrexone',
  },
  payers: {
    medicaid: 'Takes Medicaid',
    medicare: 'Takes Medicare',
    private: 'Takes private insurance',
    military: 'Takes military or VA insurance',
    none: 'Takes people without insurance',
  },
  fees: {
    free: 'Free',
    'sliding-fee': 'Sliding fee: you pay what you can',
    'payment-assistance': 'Help with paying',
    cash: 'Takes cash',
  },
  ages: {
    children: 'Children and teenagers',
    'young-adults': 'Young adults',
    adults: 'Adults',
    seniors: 'Seniors',
  },
  genders: { female: 'Women', male: 'Men' },
  settings: {
    outpatient: 'Visits (outpatient)',
    'intensive-outpatient': 'Several visits a week (intensive outpatient)',
    'day-treatment': 'Day program',
    residential: 'Staying there (residential)',
    detox: 'Detox',
    hospital: 'Hospital',
    telehealth: 'By phone or video',
  },
  kind: {
    'substance-use': 'Substance use facility',
    'mental-health': 'Mental health facility',
    'opioid-treatment-program': 'Opioid treatment program',
    buprenorphine: 'Buprenorphine practitioner',
    'health-center': 'Health center',
  },
} as const

export type Aspect = keyof typeof WORDS
export const ASPECTS = Object.keys(WORDS) as readonly Aspect[]
const NONE = 'nothing'

export const TAXONOMY: Facts = {
  id: derivedId('hsds taxonomy', 'causeway'),
  name: 'Causeway service profile',
  description:
    'What helps to choose a service for a person: needs, medicines, payers, fees, ages, genders and settings.',
  version: '1',
}

type Term = { readonly aspect: Aspect; readonly word: string; readonly facts: Facts }

const termId = (aspect: Aspect, word: string): string => derivedId('hsds term', `${aspect} ${word}`)

const term = (aspect: Aspect, word: string, name: string): Term => ({
  aspect,
  word,
  facts: {
    id: termId(aspect, word),
    code: `${aspect}:${word}`,
    name,
    description: name,
    taxonomy: TAXONOMY.name as string,
    language: 'en',
    taxonomy_id: TAXONOMY.id,
  },
})

export const TERMS: ReadonlyMap<string, Term> = new Map(
  ASPECTS.flatMap((aspect) => [
    ...Object.entries(WORDS[aspect]).map(([word, name]) => term(aspect, word, name)),
    ...(aspect === 'needs' || aspect === 'kind' ? [] : [term(aspect, NONE, `No ${aspect} at all`)]),
  ]).map((one) => [one.facts.id, one]),
)

type Profiled = { readonly [Part in Exclude<Aspect, 'kind' | 'needs'>]: readonly string[] | null } & {
  readonly needs: readonly string[]
  readonly kind: string
}

/** The ids of the terms that a service's profile is. */
export const profileAttributes = (service: Profiled): string[] =>
  ASPECTS.flatMap((aspect) => {
    const words = service[aspect]
    if (words === null) return []
    if (aspect === 'kind') return service.kind === 'other' ? [] : [termId(aspect, service.kind)]
    return words.length === 0
      ? [termId(aspect, NONE)]
      : (words as readonly string[]).map((word) => termId(aspect, word))
  })

/** The profile that terms say, the other way round. A service of which no need is said helps with something else. */
export const profileFrom = (termIds: readonly string[]): Profiled => {
  const of = (aspect: Aspect): string[] | null => {
    const words = termIds.flatMap((id) => {
      const found = TERMS.get(id)
      return found?.aspect === aspect ? [found.word] : []
    })
    return words.length === 0 ? null : words.filter((word) => word !== NONE)
  }
  return {
    needs: of('needs') ?? ['other'],
    medicines: of('medicines'),
    payers: of('payers'),
    fees: of('fees'),
    ages: of('ages'),
    genders: of('genders'),
    settings: of('settings'),
    kind: of('kind')?.[0] ?? 'other',
  }
}
