import type { Openness } from '#kernel/hours.ts'
import type { AskKey } from './asks.ts'
import { hoursVerdict } from './hours-words.ts'
import type { Judgement, Verdict } from './judge.ts'
import { type AcceptedPayer, type Fee, type Medicine, NEEDS, type Need, type Payer } from './listing.ts'
import { judgePayer, payerFit } from './payer-fit.ts'

/** What ranking has to know of a service. */
export type Rankable = {
  readonly serviceId: string
  readonly needs: readonly Need[]
  /** Null: unknown. */
  readonly takes: readonly AcceptedPayer[] | null
  readonly fees: readonly Fee[] | null
  /** From where the person is; undefined when nobody said where that is. */
  readonly miles: number | undefined
  readonly openness: Openness
  /** When somebody new is taken in, where that was asked for; else it is as the door. */
  readonly intake?: Openness | undefined
  readonly hasIntakeHours?: boolean | undefined
  /** How it stands to what is asked for one person. What is against it there took it off the list before. */
  readonly judgements?: readonly Judgement[] | undefined
  /** Languages beside English. Null: unknown; undefined: nobody asked. */
  readonly languages?: readonly string[] | null | undefined
}

/** What giving reasons has to know of a service besides. */
export type Explainable = Rankable & {
  readonly medicines: readonly Medicine[] | null
  /** The zone of the place's own clock. */
  readonly timeZone: string
}

/** Why a place stands where it does: it fits, nobody knows, or something is against it. */
export type RankReason = Verdict & {
  readonly about: 'need' | 'hours' | 'language' | AskKey
}

/** Soft preferences: they decide the order and never what is found. */
export type Wishes = {
  readonly needs: readonly Need[]
  readonly payer?: Payer | undefined
  /** In English, as in `languages`: somebody who speaks no other must be understood, if need be by an interpreter. */
  readonly language?: string | undefined
  readonly at: Date
}

/**
 * What a drawback is worth in miles: how much further somebody would rather go than put up with it. That keeps the
 * order explainable: a place stands as if it were this much further away.
 */
export const DRAWBACKS = {
  closesSoon: 2,
  hoursUnknown: 5,
  shut: 10,
  payerUnknown: 5,
  payerNotTaken: 40,
  needNotMet: 10,
  /** For each thing that is asked and has to be asked about by phone. */
  unsure: 3,
  languageUnknown: 3,
  languageNotListed: 8,
} as const

/** Half-way around the earth: whoever is at an unknown distance comes after those who are not. */
const FARTHEST = 12_500

/** Puts the nearest that are open and fit first. Equal places keep a fixed order. */
export const rankServices = <Service extends Rankable>(
  services: readonly Service[],
  wishes: Wishes,
): Service[] =>
  services
    .map((service) => ({ service, distance: feltMiles(service, wishes) }))
    .toSorted(
      (a, b) =>
        a.distance - b.distance ||
        (a.service.miles ?? FARTHEST) - (b.service.miles ?? FARTHEST) ||
        compare(a.service.serviceId, b.service.serviceId),
    )
    .map(({ service }) => service)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The distance, and what each drawback adds to it. */
export const feltMiles = (service: Rankable, { needs, payer, language }: Wishes): number =>
  (service.miles ?? FARTHEST) +
  opennessMiles[(service.intake ?? service.openness).state] +
  payerMiles[payerFit(service, payer)] +
  unmet(service, needs).length * DRAWBACKS.needNotMet +
  questions(service.judgements).length * DRAWBACKS.unsure +
  languageMiles[languageFit(service, language)]

/** Hours and payer have drawbacks of their own. */
const questions = (judgements: readonly Judgement[] = []): readonly Judgement[] =>
  judgements.filter(({ kind, about }) => kind === 'unsure' && about !== 'when' && about !== 'payer')

const opennessMiles: Readonly<Record<Openness['state'], number>> = {
  open: 0,
  'closes-soon': DRAWBACKS.closesSoon,
  unknown: DRAWBACKS.hoursUnknown,
  shut: DRAWBACKS.shut,
}

const payerMiles = { fits: 0, unsure: DRAWBACKS.payerUnknown, against: DRAWBACKS.payerNotTaken } as const

const languageMiles = {
  fits: 0,
  unsure: DRAWBACKS.languageUnknown,
  against: DRAWBACKS.languageNotListed,
} as const

const languageFit = ({ languages }: Rankable, language: string | undefined): Verdict['kind'] => {
  if (language === undefined || languages?.includes(language)) return 'fits'
  return languages ? 'against' : 'unsure'
}

const asked = (needs: readonly Need[]): Need[] => needs.filter((need) => need !== 'other')

const unmet = (service: Rankable, needs: readonly Need[]): Need[] =>
  asked(needs).filter((need) => !service.needs.includes(need))

/** Why a place stands where it does, in sentences: what it helps with, how it is paid, when it is open, and what was asked. */
export const reasonsFor = (service: Explainable, wishes: Wishes): RankReason[] => [
  ...asked(wishes.needs).map((need) => needReason(service, need)),
  ...payerReason(service, wishes.payer),
  ...(service.judgements ?? []).filter(({ about }) => about !== 'payer' && about !== 'when'),
  ...languageReason(service, wishes.language),
  whenReason(service, wishes.at),
]

const needReason = (service: Explainable, need: Need): RankReason => {
  if (!service.needs.includes(need))
    return { kind: 'against', about: 'need', text: `Not listed for: ${lower(NEEDS[need])}` }
  const names = service.medicines ?? []
  if (need === 'moud' && names.length > 0)
    return { kind: 'fits', about: 'need', text: `Gives ${list(names)}` }
  return { kind: 'fits', about: 'need', text: NEEDS[need] }
}

const payerReason = (service: Rankable, payer: Payer | undefined): RankReason[] =>
  payer === undefined || payer === 'not-sure' ? [] : [{ about: 'payer', ...judgePayer(service, payer) }]

const languageReason = (service: Rankable, language: string | undefined): RankReason[] => {
  if (language === undefined) return []
  const kind = languageFit(service, language)
  if (kind === 'fits') return [{ about: 'language', kind, text: `Speaks ${language}` }]
  const text =
    kind === 'against' ? `Does not list ${language}: ask for an interpreter` : `Ask if they speak ${language}`
  return [{ about: 'language', kind: 'unsure', text }]
}

/** When it takes somebody in is what counts for somebody who would come; of a door that is shut, whether anybody answers. */
const whenReason = (service: Explainable, at: Date): RankReason => {
  const { openness, intake = openness, hasIntakeHours, timeZone, judgements = [] } = service
  const answers = judgements.find(({ about }) => about === 'when')
  return answers ?? { about: 'hours', ...hoursVerdict(intake, timeZone, at, hasIntakeHours) }
}

/** Whether a place is open, by its own clock, and until when or from when on. */
export const openReason = (
  { openness, timeZone }: Pick<Explainable, 'openness' | 'timeZone'>,
  at: Date,
): RankReason => ({ about: 'hours', ...hoursVerdict(openness, timeZone, at) })

const lower = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1)

const list = (names: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(names)
