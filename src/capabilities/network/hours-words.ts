import { clockTime } from '#design'
import { FEDERAL_HOLIDAYS } from '#kernel/federal-holidays.ts'
import { localDay, type Openness, weekday } from '#kernel/hours.ts'
import type { Judged, Verdict } from './judge.ts'
import { DAYS } from './week-of-hours.ts'

const DOOR = { open: 'Open', soon: 'Closes soon, at', shut: 'Closed', opens: 'Opens' } as const
const INTAKE = {
  open: 'Intake',
  soon: 'Intake ends soon, at',
  shut: 'No intake now',
  opens: 'Again',
} as const

/**
 * Whether a place is open, by its own clock, and until when or from when on.
 *
 * @param isIntake whether these are its own hours for taking people in
 */
export const hoursVerdict = (openness: Openness, timeZone: string, at: Date, isIntake = false): Verdict => {
  const when = (moment: Date) => dayAndTime(moment, at, timeZone)
  const words = isIntake ? INTAKE : DOOR
  const { state, until, opensAt, holiday } = openness
  const today = holiday && FEDERAL_HOLIDAYS[holiday]
  const but = today ? `, but today is ${today}: call first` : ''
  switch (state) {
    case 'open':
      return {
        kind: today ? 'unsure' : 'fits',
        text: until ? `${words.open} until ${when(until)}${but}` : `${words.open} all day and night`,
      }
    case 'closes-soon':
      return { kind: 'unsure', text: `${words.soon} ${clockTime(until ?? at, { zone: timeZone })}${but}` }
    case 'shut': {
      const closed = today ? `Closed for ${today}` : words.shut
      return { kind: 'against', text: opensAt ? `${closed}. ${words.opens} ${when(opensAt)}` : closed }
    }
    case 'unknown':
      return { kind: 'unsure', text: 'Hours not known' }
  }
}

/** The same for when somebody new is taken in. */
export const judgeHours = ({ intake, hasIntakeHours, timeZone }: Intake, at: Date): Verdict =>
  hoursVerdict(intake, timeZone, at, hasIntakeHours)

type Intake = Pick<Judged, 'intake' | 'hasIntakeHours' | 'timeZone'>

/** "5:00 PM", "tomorrow 8:00 AM", "Monday 8:00 AM": a moment within a week, by the clock of the place. */
const dayAndTime = (moment: Date, now: Date, zone: string): string => {
  const clock = clockTime(moment, { zone })
  const day = localDay(zone, moment)
  const days = day - localDay(zone, now)
  if (days <= 0) return clock
  return days === 1 ? `tomorrow ${clock}` : `${DAYS[weekday(day) - 1]} ${clock}`
}
