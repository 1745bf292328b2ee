const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** What is on the queue of a day at all: everything late, and the week that comes. */
export const QUEUE_AHEAD_MS = 7 * DAY_MS

/** Later than this, a task of anybody is shown to everybody of the organization. */
export const ESCALATES_AFTER_MS = DAY_MS

export type Urgency = 'now' | 'today' | 'week'

/**
 * How urgent something is: late or due within the hour; due before the day is over; or later in the week.
 *
 * @param dayEndsAt the end of this day by the county's clock
 */
export const urgencyOf = (dueAt: Date, now: Date, dayEndsAt: Date): Urgency => {
  if (dueAt.getTime() <= now.getTime() + 60 * MINUTE_MS) return 'now'
  return dueAt <= dayEndsAt ? 'today' : 'week'
}

/** The time to which a task is put off: the same time of day, so many days after now or after it was due. */
export const putOff = (dueAt: Date, now: Date, days: number): Date => {
  const from = Math.max(dueAt.getTime(), now.getTime())
  return new Date(from + days * DAY_MS)
}
