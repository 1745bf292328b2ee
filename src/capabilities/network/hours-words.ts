import { clockTime } from '#design'
import { FEDERAL_HOLIDAYS } from '#kernel/federal-holidays.ts'
import { localDay, type Openness, weekday } from '#kernel/hours.ts'
import type { Judged, Verdict } from './judge.ts'
import { DAYS } from './week-of-hours.ts'

/** Whether a place is open, by its own clock, and until when or from when on. */
export const hoursVerdict = (openness: Openness, timeZone: string, at: Date): Verdict => {
  const when = (moment: Date) => dayAndTime(moment, at, timeZone)
  const { state, until, opensAt, holiday } = openness
  const today = holiday && FEDERAL_HOLIDAYS[holiday]
  switch (state) {
    case 'open':
      if (today)
        return { kind: 'unsure', text: `Open until ${when(until ?? at)}, but today is ${today}: call first` }
      return { kind: 'fits', text: until ? `Open until ${when(until)}` : 'Open all day and night' }
    case 'closes-soon': {
      const but = today ? `, and today is ${today}: call first` : ''
      return { kind: 'unsure', text: `Closes soon, at ${clockTime(until ?? at, { zone: timeZone })}${but}` }
    }
    case 'shut': {
      const closed = today ? `Closed for ${today}` : 'Closed'
      return { kind: 'against', text: opensAt ? `${closed}. Opens ${when(opensAt)}` : closed }
    }
    case 'unknown':
      return { kind: 'unsure', text: 'Hours not known' }
  }
}

/** The same for when somebody new is taken in. */
export const judgeHours = ({ intake, timeZone }: Pick<Judged, 'intake' | 'timeZone'>, at: Date): Verdict =>
  hoursVerdict(intake, timeZone, at)

/** "5:00 PM", "tomorrow 8:00 AM", "Monday 8:00 AM": a moment within a week, by the clock of the place. */
export const dayAndTime = (moment: Date, now: Date, zone: string): string => {
  const clock = clockTime(moment, { zone })
  const day = localDay(zone, moment)
  const days = day - localDay(zone, now)
  if (days <= 0) return clock
  return days === 1 ? `tomorrow ${clock}` : `${DAYS[weekday(day) - 1]} ${clock}`
}
