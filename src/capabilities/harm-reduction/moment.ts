import { type Day, readDay } from '#kernel/calendar-day.ts'
import { clockOf } from '#kernel/zone-clock.ts'

/** A moment as it was typed, in parts; it comes back in the fields when it is refused. */
export type TypedMoment = {
  readonly month: string
  readonly day: string
  readonly year: string
  /** As browsers post it: 16:10. */
  readonly time: string
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d/

/** The moment of a day and a time by the clock of a zone. */
export const momentOf = (day: Day, time: string, zone: string): Date => {
  const wall = Date.parse(`${day}T${time.slice(0, 5)}:00Z`)
  return new Date(clockOf(zone, wall).toInstant(wall))
}

/**
 * Reads when something happened. Nothing typed is now; what is half typed, was never, or is still to come is a mistake,
 * in a sentence.
 */
export const readMoment = (
  { month, day, year, time }: TypedMoment,
  { now, zone }: { readonly now: Date; readonly zone: string },
): Date | { readonly mistake: string } => {
  if (![month, day, year, time].some((part) => part !== '')) return now
  const date = readDay(year, month, day)
  if (!date) return { mistake: 'Write the whole date, like 3 / 14 / 2026. Leave all of it empty for now.' }
  if (time !== '' && !CLOCK.test(time)) return { mistake: 'Use a time like 4:10 PM.' }
  const at = momentOf(date, time === '' ? '12:00' : time, zone)
  // A day alone is noon; on the day itself that may be still to come.
  const past = time === '' && at > now && at.getTime() - now.getTime() < 86_400_000 / 2 ? now : at
  return past > now ? { mistake: 'This is still to come. Write when it happened.' } : past
}
