import type { Openness } from '#kernel/hours.ts'
import type { AskKey, Asks } from './asks.ts'
import type { AcceptedPayer, Age, Fee, Gender, Medicine } from './listing.ts'
import type { AsamEdition, CapacityLevel, Exclusion, Moud, NeedsId, Pregnant } from './profile.ts'
import { aboutPerson } from './rules-of-person.ts'
import { aboutPlace } from './rules-of-place.ts'

/** What the rules may ask of a service. Undefined was not read, because nobody asked; null is not known. */
export type Judged = {
  readonly takes?: readonly AcceptedPayer[] | null
  readonly fees?: readonly Fee[] | null
  readonly medicines?: readonly Medicine[] | null
  readonly moud?: readonly Moud[] | null
  readonly exclusions?: readonly Exclusion[] | null
  readonly asamLevels?: readonly string[] | null
  readonly asamEdition?: AsamEdition | null
  readonly minAge?: number | null
  readonly maxAge?: number | null
  readonly ages?: readonly Age[] | null
  readonly genders?: readonly Gender[] | null
  readonly pregnant?: Pregnant | null
  readonly withChildren?: boolean | null
  readonly pets?: boolean | null
  readonly needsId?: NeedsId | null
  readonly minHoursSinceUse?: number | null
  readonly maxHoursSinceUse?: number | null
  readonly stepFree?: boolean | null
  readonly walkIn?: boolean | null
  readonly policeDropOff?: boolean | null
  readonly languages?: readonly string[] | null
  readonly afterHoursPhone?: string | null
  readonly hotline?: string | null
  /** Of its door. */
  readonly openness: Openness
  /** Whether somebody new is taken in. */
  readonly intake: Openness
  /** Whether it has hours of its own for that. */
  readonly hasIntakeHours?: boolean
  /** The zone of the place's own clock. */
  readonly timeZone: string
  readonly miles: number | undefined
  /** The newest report of each level. */
  readonly room?: readonly Room[]
}

/** What somebody said of the room at a level. */
export type Room = {
  readonly level: CapacityLevel
  /** Null: there is room, and nobody said how much. */
  readonly open: number | null
  readonly isOpen: boolean
  readonly waitlistDays: number | null
  readonly asOf: Date
}

export type Verdict = {
  readonly kind: 'fits' | 'unsure' | 'against'
  readonly text: string
}
export type Judgement = Verdict & { readonly about: AskKey }

/** How a service stands to one thing that is asked. Undefined: there is nothing to say. */
export type Rule<Key extends AskKey> = (
  service: Judged,
  asked: NonNullable<Asks[Key]>,
  at: Date,
) => Verdict | undefined
export type Rules<Key extends AskKey> = { readonly [One in Key]: Rule<One> }

const RULES: Rules<AskKey> = { ...aboutPerson, ...aboutPlace }

/**
 * Judges a service by everything that is asked. These are the hard rules: one that is against it takes it off the list,
 * while what nobody knows leaves it there with a question. Only a door must be known to be open (and a distance to be
 * short): whoever asks for that at two in the morning is not helped by doors of which nobody knows.
 */
export const judge = (service: Judged, asks: Asks, at: Date): Judgement[] =>
  (Object.keys(asks) as AskKey[]).flatMap((about) => {
    const asked = asks[about]
    if (asked === undefined) return []
    const verdict = (RULES[about] as Rule<AskKey>)(service, asked, at)
    return verdict ? [{ about, ...verdict }] : []
  })

/** What a service is known not to meet. */
export const failings = (judgements: readonly Judgement[]): AskKey[] =>
  judgements.flatMap(({ kind, about }) => (kind === 'against' ? [about] : []))
