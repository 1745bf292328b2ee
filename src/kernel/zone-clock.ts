/** The clock on the wall of a time zone: RFC 5545's and `Temporal`'s reading of hours that are lost or happen twice. */

const MINUTE = 60_000
const DAY = 86_400_000

/** Between an instant and what a clock on the wall shows then, written as if that were UTC; both in milliseconds. */
export type Clock = {
  readonly toWall: (instant: number) => number
  /**
   * A wall time that happens twice (clocks go back) is the first of the two. One that never happens (clocks go
   * forward) moves on by the hour that was lost. Both are what RFC 5545 and `Temporal` do.
   */
  readonly toInstant: (wall: number) => number
}

type Stretch = { readonly from: number; readonly offset: number }
type Span = { readonly from: number; readonly to: number }
type Zone = { readonly covers: Span; readonly clock: Clock }

/** Asking Intl is slow and offsets rarely change, so each zone's last weeks are kept. */
const zones = new Map<string, Zone>()

/**
 * The clock of a zone for the days around a moment, from three days before to ten days after.
 *
 * @throws RangeError for a zone that does not exist
 */
export const clockOf = (zone: string, now: number): Clock => {
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
