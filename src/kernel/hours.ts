/**
 * Opening hours, as a place would write them on its door, and what they mean at one moment.
 * The model follows HSDS 3.1 `schedule` (byday, opens_at, closes_at).
 */

/** `days` are ISO weekdays (1 Monday … 7 Sunday); times are local, `HH:MM`. */
export type OpeningSpan = {
  readonly days: readonly number[]
  readonly opens: string
  /** At or before `opens`: closes on the next day, so `00:00`–`00:00` is all day. `24:00` is allowed. */
  readonly closes: string
}

/** An empty list is a place that never opens its door; a place whose hours nobody knows has `null` instead. */
export type Hours = readonly OpeningSpan[]

export type Openness = {
  readonly state: 'open' | 'closes-soon' | 'shut' | 'unknown'
  /** When an open place closes; absent if it does not close within a week. */
  readonly until?: Date
  /** When a shut place opens next; absent if it does not within a week. */
  readonly opensAt?: Date
}

const MINUTE = 60_000
const DAY = 86_400_000
const CLOSES_SOON = 60 * MINUTE

/**
 * Whether a place is open at a moment, and what happens next.
 *
 * @param zone the IANA time zone of the place's door, e.g. `America/New_York`
 * @throws RangeError for a zone that does not exist, or a time that is not `HH:MM`
 */
export const openness = (hours: Hours | null, zone: string, at: Date): Openness => {
  if (hours === null) return { state: 'unknown' }
  const now = at.getTime()
  const span = nextSpan(hours, clockOf(zone, now), now)
  if (!span || span.from > now + 7 * DAY) return { state: 'shut' }
  if (span.from > now) return { state: 'shut', opensAt: new Date(span.from) }
  if (span.to > now + 7 * DAY) return { state: 'open' }
  return { state: span.to - now <= CLOSES_SOON ? 'closes-soon' : 'open', until: new Date(span.to) }
}

/** The days from 1 January 1970 to a moment by the clock of a zone: the same number is the same day there. */
export const localDay = (zone: string, at: Date): number =>
  Math.floor(clockOf(zone, at.getTime()).toWall(at.getTime()) / DAY)

/** The ISO weekday (1 Monday … 7 Sunday) of such a day. The first of January 1970 was a Thursday. */
export const weekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

type Span = { from: number; to: number }

/**
 * The first time that the place is open and that is not over, joined with what follows without a gap. Yesterday's hours
 * count, because they may run past midnight; eight days ahead are enough to see a place that never closes.
 */
const nextSpan = (hours: Hours, clock: Clock, now: number): Span | undefined => {
  const today = Math.floor(clock.toWall(now) / DAY)
  const daily = hours
    .map(({ days, opens, closes }) => ({ days, from: minutes(opens), to: minutes(closes) }))
    .sort((a, b) => a.from - b.from)
  let found: Span | undefined
  for (let day = today - 1; day <= today + 8; day++) {
    for (const { days, from, to } of daily) {
      if (!days.includes(weekday(day))) continue
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

/** Between an instant and what a clock on the wall shows then, written as if that were UTC; both in milliseconds. */
type Clock = {
  readonly toWall: (instant: number) => number
  /**
   * A wall time that happens twice (clocks go back) is the first of the two. One that never happens (clocks go
   * forward) moves on by the hour that was lost. Both are what RFC 5545 and `Temporal` do.
   */
  readonly toInstant: (wall: number) => number
}

type Stretch = { readonly from: number; readonly offset: number }
type Zone = { readonly covers: Span; readonly clock: Clock }

/** Asking Intl is slow and offsets rarely change, so each zone's last weeks are kept. */
const zones = new Map<string, Zone>()

const clockOf = (zone: string, now: number): Clock => {
  const known = zones.get(zone)
  if (known && known.covers.from <= now - 3 * DAY && now + 10 * DAY <= known.covers.to) return known.clock
  const covers = { from: now - 4 * DAY, to: now + 24 * DAY }
  const clock = clockFrom(stretches(zone, covers))
  zones.set(zone, { covers, clock })
  return clock
}

const clockFrom = (list: readonly Stretch[]): Clock => ({
  toWall: (instant) => instant + (list.findLast((stretch) => stretch.from <= instant) ?? first(list)).offset,
  toInstant: (wall) => {
    const past = (index: number) =>
      index + 1 < list.length && wall - at(list, index).offset >= at(list, index + 1).from
    let index = 0
    while (past(index)) {
      // Inside the gap neither offset holds; the one before it moves the time on.
      if (wall - at(list, index + 1).offset < at(list, index + 1).from) break
      index++
    }
    return wall - at(list, index).offset
  },
})

const first = (list: readonly Stretch[]): Stretch => at(list, 0)
const at = (list: readonly Stretch[], index: number): Stretch => list[index] as Stretch

/** The zone's offsets over a few weeks, each with the minute from which it holds. */
const stretches = (zone: string, { from, to }: Span): Stretch[] => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  const offsetAt = (instant: number): number => {
    const parts = Object.fromEntries(
      format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
    )
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = parts
    return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(instant / MINUTE) * MINUTE
  }
  const start = Math.floor(from / MINUTE) * MINUTE
  const list: Stretch[] = [{ from: start, offset: offsetAt(start) }]
  for (let day = start; day < to; day += DAY) {
    const before = at(list, list.length - 1).offset
    if (offsetAt(day + DAY) === before) continue
    let same = day
    let other = day + DAY
    while (other - same > MINUTE) {
      const middle = same + Math.floor((other - same) / 2 / MINUTE) * MINUTE
      if (offsetAt(middle) === before) same = middle
      else other = middle
    }
    list.push({ from: other, offset: offsetAt(other) })
  }
  return list
}
