import { FACTS, type Fact } from './profile.ts'

const HOUR_MS = 3_600_000
const DAY = 24
const MONTH = 30 * DAY

/**
 * How long a fact of each kind may be relied on: after so many hours it is as likely to have changed as not, by what is
 * known of why it changes. Ten public search tools averaged 56 % exactly accurate listings, and of a list of
 * buprenorphine prescribers 61 % of the numbers were right: what nobody looks after decays.
 */
export const DECAY: Readonly<Record<Fact, { readonly hours: number; readonly why: string }>> = {
  capacity: { hours: 12, why: 'A bed is taken or free with the next admission or discharge, several a day.' },
  moud: { hours: 2 * MONTH, why: 'Hangs on who prescribes; one prescriber who leaves ends same-day starts.' },
  admission: { hours: 3 * MONTH, why: 'Rules follow staff, licence and funder, and are rarely published.' },
  payers: { hours: 6 * MONTH, why: 'Contracts with plans are made anew each year, and end within it.' },
  phone: {
    hours: 6 * MONTH,
    why: 'Desks move and numbers are handed on; four in ten of one list were wrong.',
  },
  hours: { hours: 6 * MONTH, why: 'Change with the season and with staff.' },
  services: { hours: 12 * MONTH, why: 'A program begins or ends with a licence or a grant, mostly yearly.' },
  address: { hours: 18 * MONTH, why: 'A program moves with its lease.' },
}

/** In the order in which a caller asks: first what decides whether to go on, last what hardly changes. */
export const CALL_ORDER: readonly Fact[] = [
  ...(['phone', 'capacity', 'hours', 'admission', 'moud', 'payers', 'services', 'address'] as const),
]

export type Freshness = {
  readonly fact: Fact
  /** `fresh`: more likely true than three in four. `ageing`: than even. `old`: less. `never`: nobody has looked. */
  readonly state: 'fresh' | 'ageing' | 'old' | 'never'
  /** From 1, just looked at, towards 0; 0 where nobody has. */
  readonly score: number
  /** When somebody last looked; absent if nobody has. */
  readonly at?: Date
}

/** How far a fact can still be relied on: it halves with every stretch of its kind. A check from the future counts as of now. */
export const freshnessOf = (fact: Fact, at: Date | undefined, now: Date): Freshness => {
  if (!at) return { fact, state: 'never', score: 0 }
  const hours = Math.max(0, now.getTime() - at.getTime()) / HOUR_MS
  const score = 0.5 ** (hours / DECAY[fact].hours)
  return { fact, state: score > 0.75 ? 'fresh' : score > 0.5 ? 'ageing' : 'old', score, at }
}

/** A checked day as a moment: noon, wherever it was; a day is all that was written down. */
export const momentOfDay = (day: string): Date => new Date(`${day}T12:00:00Z`)

/** How badly a place wants a call: what is old of what decides a trip counts most. Higher is first. */
export const urgencyOf = (facts: readonly Freshness[]): number =>
  facts.reduce((sum, { fact, score }) => sum + WEIGHTS[fact] * (1 - score), 0)

/** A wrong number ends a call, a wrong rule a trip; that a place moved shows on the way. */
const WEIGHTS: Readonly<Record<Fact, number>> = {
  phone: 3,
  admission: 3,
  hours: 2,
  moud: 2,
  payers: 2,
  services: 1,
  address: 1,
  // Beds are asked for by whoever needs one; a queue that grows every twelve hours would be read by nobody.
  capacity: 0,
}

export const FACT_NAMES = Object.keys(FACTS) as readonly Fact[]
