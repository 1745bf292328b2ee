import { isDayOfRule } from './days-of-rule.ts'
import { type FederalHoliday, federalHolidayOn } from './federal-holidays.ts'
import { type Clock, clockOf } from './zone-clock.ts'

/**
 * Opening hours, as a place would write them on its door, and what they mean at one moment.
 * The model follows HSDS 3.1 `schedule` (byday, freq and the rest of RFC 5545, opens_at, closes_at, valid_from, valid_to).
 */

/** `days` are ISO weekdays (1 Monday … 7 Sunday); times are local, `HH:MM`. */
export type OpeningSpan = {
  readonly days: readonly number[]
  readonly opens: string
  /** At or before `opens`: closes on the next day, so `00:00`–`00:00` is all day. `24:00` is allowed. */
  readonly closes: string
  /** The days on which it holds, where a week does not say it, by RFC 5545: `FREQ=MONTHLY;BYDAY=1TU`. Then `days` is empty. */
  readonly rule?: string
  /** First and last day on which it holds, `YYYY-MM-DD`; a rule counts from the first. */
  readonly from?: string
  readonly until?: string
}

/** An empty list is a place that never opens its door; a place whose hours nobody knows has `null` instead. */
export type Hours = readonly OpeningSpan[]

/** Days that are not as the hours say. What began the evening before goes on until its end. */
export type Exceptions = {
  /** First and last day, `YYYY-MM-DD`, of each time that the place is shut. */
  readonly closures?: readonly { readonly fromOn: string; readonly untilOn: string }[] | undefined
  /** On federal holidays. */
  readonly holidays?: 'open' | 'closed' | 'unknown' | undefined
}

export type Openness = {
  readonly state: 'open' | 'closes-soon' | 'shut' | 'unknown'
  /** When an open place closes; absent if it does not close within a week. */
  readonly until?: Date
  /** When a shut place opens next; absent if it does not within a week. */
  readonly opensAt?: Date
  /** Today's holiday, where the place is shut for it, or open by its hours and nobody knows whether also today. */
  readonly holiday?: FederalHoliday
}

const MINUTE = 60_000
const DAY = 86_400_000
const CLOSES_SOON = 60 * MINUTE

/**
 * Whether a place is open at a moment, and what happens next.
 *
 * @param zone the IANA time zone of the place's door, e.g. `America/New_York`
 * @param exceptions left out: nothing is known of other days, and holidays are like any day
 * @throws RangeError for a zone that does not exist, or a time that is not `HH:MM`
 */
export const openness = (
  hours: Hours | null,
  zone: string,
  at: Date,
  exceptions: Exceptions = {},
): Openness => {
  if (hours === null) return { state: 'unknown' }
  const now = at.getTime()
  const clock = clockOf(zone, now)
  const today = Math.floor(clock.toWall(now) / DAY)
  const span = nextSpan(hours, clock, now, exceptions)
  const holiday = holidayOf(today, exceptions)
  if (!span || span.from > now) {
    const next = !span || span.from > now + 7 * DAY ? {} : { opensAt: new Date(span.from) }
    const isShutForIt = holiday && exceptions.holidays === 'closed' && opensOn(hours, today)
    return { state: 'shut', ...next, ...(isShutForIt ? { holiday } : {}) }
  }
  // Whoever never closes does not close for a holiday either.
  if (span.to > now + 7 * DAY) return { state: 'open' }
  return {
    state: span.to - now <= CLOSES_SOON ? 'closes-soon' : 'open',
    until: new Date(span.to),
    ...(holiday && exceptions.holidays === 'unknown' && opensOn(hours, today) ? { holiday } : {}),
  }
}

const holidayOf = (day: number, { holidays }: Exceptions): FederalHoliday | undefined =>
  holidays === 'closed' || holidays === 'unknown' ? federalHolidayOn(day) : undefined

const opensOn = (hours: Hours, day: number): boolean => hours.some((span) => holdsOn(span, day))

/** Whether a span begins on a day. */
const holdsOn = ({ days, rule, from, until }: OpeningSpan, day: number): boolean => {
  if (from !== undefined && day < dayOf(from)) return false
  if (until !== undefined && day > dayOf(until)) return false
  return rule === undefined ? days.includes(weekday(day)) : isDayOfRule(rule, from, day)
}

const dayOf = (date: string): number => Date.parse(`${date}T00:00Z`) / DAY

const isShutOn = (day: number, exceptions: Exceptions): boolean =>
  (exceptions.holidays === 'closed' && federalHolidayOn(day) !== undefined) ||
  exceptions.closures?.some(({ fromOn, untilOn }) => dayOf(fromOn) <= day && day <= dayOf(untilOn)) === true

/** The days from 1 January 1970 to a moment by the clock of a zone: the same number is the same day there. */
export const localDay = (zone: string, at: Date): number =>
  Math.floor(clockOf(zone, at.getTime()).toWall(at.getTime()) / DAY)

/** The day by the clock of a zone, as `localDay` counts it, and the minute of that day. */
export const localTime = (zone: string, at: Date): { readonly day: number; readonly minute: number } => {
  const wall = clockOf(zone, at.getTime()).toWall(at.getTime())
  const day = Math.floor(wall / DAY)
  return { day, minute: Math.floor((wall - day * DAY) / MINUTE) }
}

/** The ISO weekday (1 Monday … 7 Sunday) of such a day. The first of January 1970 was a Thursday. */
export const weekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

type Span = { from: number; to: number }

/**
 * The first time that the place is open and that is not over, joined with what follows without a gap. Yesterday's hours
 * count, because they may run past midnight; eight days ahead are enough to see a place that never closes.
 */
const nextSpan = (hours: Hours, clock: Clock, now: number, exceptions: Exceptions): Span | undefined => {
  const today = Math.floor(clock.toWall(now) / DAY)
  const daily = hours
    .map((span) => ({ span, from: minutes(span.opens), to: minutes(span.closes) }))
    .sort((a, b) => a.from - b.from)
  let found: Span | undefined
  for (let day = today - 1; day <= today + 8; day++) {
    if (isShutOn(day, exceptions)) continue
    for (const { span, from, to } of daily) {
      if (!holdsOn(span, day)) continue
      const opens = clock.toInstant(day * DAY + from * MINUTE)
      const closes = clock.toInstant((to <= from ? day + 1 : day) * DAY + to * MINUTE)
      if (found && opens <= found.to) found.to = Math.max(found.to, closes)
      else if (found && found.to > now) return found
      else found = { from: opens, to: closes }
    }
  }
  return found && found.to > now ? found : undefined
}

const minutes = (time: string): number => {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$|^24:00$/.exec(time)
  if (!found) throw new RangeError(`"${time}" is not a time of day like 08:00`)
  return found[1] === undefined ? 24 * 60 : Number(found[1]) * 60 + Number(found[2])
}
