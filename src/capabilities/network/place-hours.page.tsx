import { Card, calendarDay, DataTable, type DayStretch, More, WeekPicture } from '#design'
import { dayAt } from '#kernel/calendar-day.ts'
import { type Hours, localDay, openness, weekday } from '#kernel/hours.ts'
import { FreshMark } from './fresh-mark.page.tsx'
import type { Listing } from './get-service.ts'
import type { ClosedDays } from './keeping.store.ts'
import { OpenState } from './place-row.page.tsx'
import type { FactState, PlaceState } from './place-state.ts'
import { openReason } from './rank-services.ts'
import { DAYS, weekOfHours } from './week-of-hours.ts'

const DAY_MINUTES = 1440
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Hours as stretches of each day, Monday first; what runs past midnight goes on in the next. */
export const stretchesOf = (hours: Hours): DayStretch[][] => {
  const week: DayStretch[][] = DAYS.map(() => [])
  for (const { days, opens, closes } of hours) {
    const [from, to] = [minutesOf(opens), minutesOf(closes)]
    for (const day of days) {
      week[day - 1]?.push({ from, to: to <= from ? DAY_MINUTES : to })
      if (to <= from && to > 0) week[day % 7]?.push({ from: 0, to })
    }
  }
  return week
}

type Props = {
  readonly place: Listing
  readonly state: Pick<PlaceState, 'facts' | 'closures'>
  readonly zone: string
  readonly now: Date
}

const clockMinutes = (now: Date, zone: string): number => {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, hourCycle: 'h23', hour: 'numeric', minute: 'numeric' },
  }).formatToParts(now)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0)
  return of('hour') * 60 + of('minute')
}

const Week = ({ place, zone, now }: Omit<Props, 'state'>) => {
  const hours = place.hours ?? []
  const open = stretchesOf(hours)
  const intake = place.intakeHours ? stretchesOf(place.intakeHours) : undefined
  const today = weekday(localDay(zone, now))
  const week = weekOfHours(hours)
  const intakeWeek = place.intakeHours ? weekOfHours(place.intakeHours) : undefined
  return (
    <>
      <WeekPicture
        label={`Opening hours of the week${intake ? ', and within them when somebody new is taken in' : ''}; the table below says each day`}
        now={clockMinutes(now, zone)}
        days={DAYS.map((day, index) => ({
          name: day.slice(0, 3),
          open: open[index] ?? [],
          intake: intake?.[index],
          today: today === index + 1,
        }))}
      />
      {intake && <p class="muted">The amber line: when somebody new is taken in.</p>}
      <More summary="Hours as a table">
        <DataTable
          id="week"
          caption="Opening hours"
          hideCaption
          columns={[
            { title: 'Day', cell: ({ day }) => day },
            { title: 'Open', cell: ({ spans }) => spans.join(', ') || 'Closed' },
            ...(intakeWeek
              ? [
                  {
                    title: 'Intake',
                    cell: ({ day }: { day: string }) =>
                      intakeWeek.find((one) => one.day === day)?.spans.join(', ') || 'None',
                  },
                ]
              : []),
          ]}
          rows={week}
        />
      </More>
    </>
  )
}

/** "Thursday, December 24, to Saturday, December 26: Staff retreat". */
export const closureWords = ({ fromOn, untilOn, note }: ClosedDays, now: Date): string =>
  `${calendarDay(fromOn, now)}${untilOn === fromOn ? '' : `, to ${calendarDay(untilOn, now)}`}${note ? `: ${note}` : ''}`

const HOLIDAY_WORDS = {
  open: 'Open on federal holidays.',
  closed: 'Closed on federal holidays.',
  unknown: 'Whether it is open on federal holidays, nobody has told us.',
} as const

/** The week as a picture, closed days to come, holidays, and how fresh all of that is. */
export const PlaceHours = ({ place, state, zone, now }: Props) => {
  const timeZone = place.timeZone ?? zone
  const open = openness(place.hours, timeZone, now, {
    closures: place.closures ?? undefined,
    holidays: place.holidays,
  })
  const today = dayAt(now, timeZone)
  const ahead = state.closures.filter(({ untilOn }) => untilOn >= today)
  return (
    <Card
      title="Hours"
      id="hours"
      end={
        place.hours && <OpenState openness={open} reason={openReason({ openness: open, timeZone }, now)} />
      }
    >
      {place.hours === null ? (
        <p class="muted">Nobody has told us. Ask when you call.</p>
      ) : (
        <Week place={place} zone={timeZone} now={now} />
      )}
      {ahead.length > 0 && (
        <ul>
          {ahead.map((one) => (
            <li>
              <b>Closed</b> {closureWords(one, now)}
            </li>
          ))}
        </ul>
      )}
      <div class="split">
        <p class="muted">{HOLIDAY_WORDS[place.holidays]}</p>
        <FreshMark state={state.facts.get('hours') as FactState} now={now} />
      </div>
    </Card>
  )
}
