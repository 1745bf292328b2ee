import { localDay } from '#kernel/hours.ts'
import { clockOf } from '#kernel/zone-clock.ts'

export const PARTS = {
  night: '12 to 6 AM',
  morning: '6 AM to noon',
  afternoon: 'Noon to 6 PM',
  evening: '6 PM to midnight',
} as const
export type Part = keyof typeof PARTS
const ORDER = Object.keys(PARTS) as Part[]

export const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** A quarter of a day of the week: `1-night` is Monday from midnight to six. */
export type DayPart = `${number}-${Part}`

export const isDayPart = (text: string): text is DayPart =>
  /^[1-7]-(night|morning|afternoon|evening)$/.test(text)

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** Which part of the week it is by the clock of a zone. */
export const dayPartAt = (at: Date, zone: string): DayPart => {
  const wall = clockOf(zone, at.getTime()).toWall(at.getTime())
  const hour = Math.floor((((wall % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS)
  // Day 0 of the count was a Thursday.
  const weekday = ((((localDay(zone, at) + 3) % 7) + 7) % 7) + 1
  return `${weekday}-${ORDER[Math.floor(hour / 6)] as Part}`
}

export type OnRoster = {
  readonly memberId: string
  readonly organizationId: string
  readonly phone: string
  readonly hours: readonly string[]
  /** The last day of a time off, YYYY-MM-DD. */
  readonly awayUntil: string | null
  readonly place: number
}

/** Whether somebody said that they can be called at a moment. */
export const isAvailable = (one: OnRoster, at: Date, zone: string): boolean =>
  one.hours.includes(dayPartAt(at, zone)) &&
  !(
    one.awayUntil !== null &&
    new Date(localDay(zone, at) * DAY_MS).toISOString().slice(0, 10) <= one.awayUntil
  )

/**
 * The call list: whoever can be called now first, each in their order; and then the others, because at three in the
 * morning a list that ends is worse than one too long. Whoever was called for this visit already is last.
 */
export const callList = (
  roster: readonly OnRoster[],
  called: ReadonlySet<string>,
  at: Date,
  zone: string,
): readonly (OnRoster & { readonly isAvailable: boolean; readonly wasCalled: boolean })[] =>
  roster
    .map((one) => ({ ...one, isAvailable: isAvailable(one, at, zone), wasCalled: called.has(one.memberId) }))
    .toSorted(
      (one, other) =>
        Number(one.wasCalled) - Number(other.wasCalled) ||
        Number(other.isAvailable) - Number(one.isAvailable) ||
        one.place - other.place,
    )
