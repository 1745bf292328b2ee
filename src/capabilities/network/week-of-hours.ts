import type { Hours } from '#kernel/hours.ts'

export const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** One day of a week as it would stand on a door: `9:00 AM to noon`, twice where a place shuts for lunch. */
export type DoorDay = { readonly day: (typeof DAYS)[number]; readonly spans: readonly string[] }

/** The week, Monday first. A day on which the place is shut has no spans. */
export const weekOfHours = (hours: Hours): DoorDay[] =>
  DAYS.map((day, index) => ({
    day,
    spans: hours
      .filter(({ days }) => days.includes(index + 1))
      .toSorted((a, b) => (a.opens < b.opens ? -1 : 1))
      .map(spanWords),
  }))

const spanWords = ({ opens, closes }: Hours[number]): string => {
  const isMidnight = closes === '00:00' || closes === '24:00'
  if (opens === closes || (opens === '00:00' && isMidnight))
    return opens === '00:00' ? 'All day and night' : `${timeWords(opens)}, for 24 hours`
  if (isMidnight) return `${timeWords(opens)} to midnight`
  // Past midnight goes without saying; past the next noon does not.
  const isLate = closes < opens && closes > '12:00'
  return `${timeWords(opens)} to ${timeWords(closes)}${isLate ? ' the next day' : ''}`
}

const timeWords = (time: string): string => {
  if (time === '12:00') return 'noon'
  if (time === '00:00') return 'midnight'
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')}\u00a0${hour < 12 ? 'AM' : 'PM'}`
}
