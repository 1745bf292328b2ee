import { addDays, type Day } from '#kernel/calendar-day.ts'
import type { Assignment, Gated, GateMode, Setting } from './setting.ts'

/** How somebody stands with a course that is asked of them. */
export type Standing =
  /** Finished, and holds; `until` is the last day, if there is one. */
  | { readonly is: 'current'; readonly until: Day | undefined }
  /** Holds, and ends within the days that are given to finish it. */
  | { readonly is: 'ends-soon'; readonly until: Day }
  | { readonly is: 'due'; readonly by: Day }
  /** Was to be finished, or finished again, before today. */
  | { readonly is: 'overdue'; readonly by: Day }

/** The last day on which what somebody finished holds; undefined: for good. */
export type Held = { readonly until: Day | undefined }

/** From when on somebody is told that a course ends, in days before. */
export const SOON_DAYS = 30

/**
 * How somebody stands with a course today.
 *
 * @param held the certificate that holds longest, if they have one that was not revoked
 * @param memberSince the day on which they came
 */
export const standingOf = (
  { since, days }: Pick<Assignment, 'since' | 'days'>,
  held: Held | undefined,
  memberSince: Day,
  today: Day,
): Standing => {
  if (held) {
    if (held.until === undefined || held.until > addDays(today, SOON_DAYS))
      return { is: 'current', until: held.until }
    return held.until >= today ? { is: 'ends-soon', until: held.until } : { is: 'overdue', by: held.until }
  }
  const by = addDays(since > memberSince ? since : memberSince, days)
  return by >= today ? { is: 'due', by } : { is: 'overdue', by }
}

/** The day until which something holds that was finished on a day: so many months on, the last of a month if shorter. */
export const lastDay = (completedOn: Day, months: number | null): Day | undefined => {
  if (months === null) return undefined
  const [year = 0, month = 1, date = 1] = completedOn.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const longest = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, longest))
  return first.toISOString().slice(0, 10)
}

/** What somebody has finished, by `course` or `course practice`, with the last day on which it holds. */
export type Holdings = ReadonlyMap<string, Held>

/** Under what a certificate stands among somebody's holdings. */
export const holdingKey = (course: string, part: 'course' | 'practice'): string =>
  part === 'course' ? course : `${course} practice`

/** What keeps somebody from something today. */
export type GateAnswer = {
  readonly mode: GateMode
  /** What is not there or holds no more; empty: they may. */
  readonly missing: readonly { readonly course: string; readonly part: 'course' | 'practice' }[]
}

/**
 * Whether training lets somebody carry naloxone, leave it behind, or refer, as the agency set it.
 *
 * @param assigned the courses that are asked of them: a gate asks nobody for a course that is not
 */
export const gateAnswer = (
  setting: Setting,
  what: Gated,
  assigned: readonly Pick<Assignment, 'course'>[],
  holdings: Holdings,
  today: Day,
): GateAnswer => {
  const gate = setting.gates[what]
  if (!gate || gate.mode === 'off') return { mode: 'off', missing: [] }
  const holds = (key: string): boolean => {
    const held = holdings.get(key)
    return held !== undefined && (held.until === undefined || held.until >= today)
  }
  const asked = [
    ...gate.courses.map((course) => ({ course, part: 'course' as const })),
    ...gate.practice.map((course) => ({ course, part: 'practice' as const })),
  ].filter(({ course }) => assigned.some((one) => one.course === course))
  return { mode: gate.mode, missing: asked.filter(({ course, part }) => !holds(holdingKey(course, part))) }
}
