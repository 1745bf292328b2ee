import { clockTime } from '#design'
import { localDay, type Openness, weekday } from '#kernel/hours.ts'
import {
  type AcceptedPayer,
  type Fee,
  type Medicine,
  NEEDS,
  type Need,
  PAYERS,
  type Payer,
} from './listing.ts'
import { DAYS } from './week-of-hours.ts'

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
}

/** What giving reasons has to know of a service besides. */
export type Explainable = Rankable & {
  readonly medicines: readonly Medicine[] | null
  /** The zone of the place's own clock. */
  readonly timeZone: string
}

/** Why a place stands where it does: it fits, nobody knows, or something is against it. */
export type RankReason = {
  readonly kind: 'fits' | 'unsure' | 'against'
  readonly about: 'need' | 'payer' | 'hours'
  readonly text: string
}

export type Wishes = {
  readonly needs: readonly Need[]
  readonly payer?: Payer | undefined
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
export const feltMiles = (service: Rankable, { needs, payer }: Wishes): number =>
  (service.miles ?? FARTHEST) +
  opennessMiles[service.openness.state] +
  payerMiles[payerFit(service, payer)] +
  unmet(service, needs).length * DRAWBACKS.needNotMet

const opennessMiles: Readonly<Record<Openness['state'], number>> = {
  open: 0,
  'closes-soon': DRAWBACKS.closesSoon,
  unknown: DRAWBACKS.hoursUnknown,
  shut: DRAWBACKS.shut,
}

const payerMiles = { fits: 0, unsure: DRAWBACKS.payerUnknown, against: DRAWBACKS.payerNotTaken } as const

/** Whether the place takes the payer. Somebody who is not sure is not turned away by a guess. */
const payerFit = ({ takes, fees }: Rankable, payer: Payer | undefined): RankReason['kind'] => {
  if (payer === undefined || payer === 'not-sure') return 'fits'
  if (takes?.includes(payer)) return 'fits'
  if (takes === null) return 'unsure'
  // Whoever helps for free or by income helps whatever the insurance is; what cash costs, nobody said.
  if (takes.includes('none')) return 'unsure'
  return payer === 'none' && fees?.includes('cash') ? 'unsure' : 'against'
}

const asked = (needs: readonly Need[]): Need[] => needs.filter((need) => need !== 'other')

const unmet = (service: Rankable, needs: readonly Need[]): Need[] =>
  asked(needs).filter((need) => !service.needs.includes(need))

/** Why a place stands where it does, in sentences: what it helps with, how it is paid, when it is open. */
export const reasonsFor = (service: Explainable, wishes: Wishes): RankReason[] => [
  ...asked(wishes.needs).map((need) => needReason(service, need)),
  ...payerReason(service, wishes.payer),
  openReason(service, wishes.at),
]

const needReason = (service: Explainable, need: Need): RankReason => {
  if (!service.needs.includes(need))
    return { kind: 'against', about: 'need', text: `Not listed for: ${lower(NEEDS[need])}` }
  const names = service.medicines ?? []
  if (need === 'moud' && names.length > 0)
    return { kind: 'fits', about: 'need', text: `Gives ${list(names)}` }
  return { kind: 'fits', about: 'need', text: NEEDS[need] }
}

const payerReason = (service: Rankable, payer: Payer | undefined): RankReason[] => {
  if (payer === undefined || payer === 'not-sure') return []
  const kind = payerFit(service, payer)
  const text = payer === 'none' ? noInsurance(service, kind) : insurance(service, kind, payer)
  return [{ kind, about: 'payer', text }]
}

const insurance = ({ takes }: Rankable, kind: RankReason['kind'], payer: Payer): string => {
  const name =
    payer === 'private' ? 'private insurance' : payer === 'military' ? 'military insurance' : PAYERS[payer]
  if (kind === 'fits') return `Takes ${name}`
  if (kind === 'against') return `Does not list ${name}`
  return takes === null
    ? `We don’t know if they take ${name}. Ask when you call`
    : `Does not list ${name}, but helps people who can’t pay`
}

const noInsurance = ({ fees, takes }: Rankable, kind: RankReason['kind']): string => {
  if (kind === 'against') return 'Does not list help for people with no insurance'
  if (kind === 'unsure')
    return takes === null
      ? 'We don’t know if they help people with no insurance. Ask when you call'
      : 'No insurance: takes cash. Ask what it costs'
  if (fees?.includes('free')) return 'Free'
  if (fees?.includes('sliding-fee')) return 'No insurance needed: you pay what you can'
  return 'No insurance needed: help with paying'
}

/** Whether a place is open, by its own clock, and until when or from when on. */
export const openReason = (
  { openness, timeZone }: Pick<Explainable, 'openness' | 'timeZone'>,
  at: Date,
): RankReason => {
  const when = (moment: Date) => dayAndTime(moment, at, timeZone)
  const { state, until, opensAt } = openness
  const reason = (kind: RankReason['kind'], text: string): RankReason => ({ kind, about: 'hours', text })
  switch (state) {
    case 'open':
      return reason('fits', until ? `Open until ${when(until)}` : 'Open all day and night')
    case 'closes-soon':
      return reason('unsure', `Closes soon, at ${clockTime(until ?? at, { zone: timeZone })}`)
    case 'shut':
      return reason('against', opensAt ? `Closed. Opens ${when(opensAt)}` : 'Closed')
    case 'unknown':
      return reason('unsure', 'Hours not known')
  }
}

/** "5:00 PM", "tomorrow 8:00 AM", "Monday 8:00 AM": a moment within a week, by the clock of the place. */
const dayAndTime = (moment: Date, now: Date, zone: string): string => {
  const clock = clockTime(moment, { zone })
  const day = localDay(zone, moment)
  const days = day - localDay(zone, now)
  if (days <= 0) return clock
  return days === 1 ? `tomorrow ${clock}` : `${DAYS[weekday(day) - 1]} ${clock}`
}

const lower = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1)

const list = (names: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(names)
