import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Hours, localDay, openness, weekday } from './hours.ts'

const NEW_YORK = 'America/New_York'
const weekdays = [1, 2, 3, 4, 5]
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const office: Hours = [{ days: weekdays, opens: '08:00', closes: '17:00' }]
/** Instants are written in UTC; New York is UTC-5 in winter, UTC-4 in summer. */
const on = (utc: string): Date => new Date(`${utc}Z`)

describe('an office that opens on weekdays from 8 to 5', () => {
  it('is open on Tuesday morning until 5 PM', () => {
    expect(openness(office, NEW_YORK, on('2026-11-24T15:00'))).toEqual({
      state: 'open',
      until: on('2026-11-24T22:00'),
    })
  })

  it('closes soon in its last hour, which includes a full hour before', () => {
    expect(openness(office, NEW_YORK, on('2026-11-24T21:00')).state).toBe('closes-soon')
    expect(openness(office, NEW_YORK, on('2026-11-24T20:59')).state).toBe('open')
  })

  it('is open at the minute it opens and shut at the minute it closes', () => {
    expect(openness(office, NEW_YORK, on('2026-11-24T13:00')).state).toBe('open')
    expect(openness(office, NEW_YORK, on('2026-11-24T22:00'))).toEqual({
      state: 'shut',
      opensAt: on('2026-11-25T13:00'),
    })
  })

  it('is shut from Friday night until Monday morning', () => {
    expect(openness(office, NEW_YORK, on('2026-11-28T15:00'))).toEqual({
      state: 'shut',
      opensAt: on('2026-11-30T13:00'),
    })
  })

  it('goes by the clock on its own wall, wherever the reader is', () => {
    expect(openness(office, 'America/Los_Angeles', on('2026-11-24T15:00')).state).toBe('shut')
  })
})

describe('unusual hours', () => {
  it('are unknown when nobody has said them, which is not the same as shut', () => {
    expect(openness(null, NEW_YORK, on('2026-11-24T15:00'))).toEqual({ state: 'unknown' })
    expect(openness([], NEW_YORK, on('2026-11-24T15:00'))).toEqual({ state: 'shut' })
  })

  it('run past midnight into the next day', () => {
    const night: Hours = [{ days: [5], opens: '20:00', closes: '04:00' }]
    expect(openness(night, NEW_YORK, on('2026-11-28T08:30'))).toEqual({
      state: 'closes-soon',
      until: on('2026-11-28T09:00'),
    })
    expect(openness(night, NEW_YORK, on('2026-11-27T08:30')).state).toBe('shut')
  })

  it('run over the end of the week, from Sunday night to Monday morning', () => {
    const night: Hours = [{ days: [7], opens: '22:00', closes: '06:00' }]
    expect(openness(night, NEW_YORK, on('2026-11-30T10:30'))).toEqual({
      state: 'closes-soon',
      until: on('2026-11-30T11:00'),
    })
  })

  it('never end for a place that is open all day and night, and nobody is told that it closes soon', () => {
    const always: Hours = [{ days: everyDay, opens: '00:00', closes: '00:00' }]
    expect(openness(always, NEW_YORK, on('2026-11-25T04:59'))).toEqual({ state: 'open' })
    const alsoAlways: Hours = [{ days: everyDay, opens: '00:00', closes: '24:00' }]
    expect(openness(alsoAlways, NEW_YORK, on('2026-11-25T04:59'))).toEqual({ state: 'open' })
  })

  it('are joined where one span ends as the next begins', () => {
    const twoShifts: Hours = [
      { days: [2], opens: '08:00', closes: '12:00' },
      { days: [2], opens: '12:00', closes: '18:00' },
    ]
    expect(openness(twoShifts, NEW_YORK, on('2026-11-24T16:45'))).toEqual({
      state: 'open',
      until: on('2026-11-24T23:00'),
    })
  })

  it('reopen after lunch on the same day', () => {
    const lunch: Hours = [
      { days: [2], opens: '08:00', closes: '12:00' },
      { days: [2], opens: '13:00', closes: '17:00' },
    ]
    expect(openness(lunch, NEW_YORK, on('2026-11-24T17:30'))).toEqual({
      state: 'shut',
      opensAt: on('2026-11-24T18:00'),
    })
  })

  it('may name a day a week away, and no further', () => {
    const sundays: Hours = [{ days: [7], opens: '08:00', closes: '09:00' }]
    expect(openness(sundays, NEW_YORK, on('2026-11-29T14:00')).opensAt).toEqual(on('2026-12-06T13:00'))
  })

  it('are refused when they are not times', () => {
    expect(() =>
      openness([{ days: everyDay, opens: '8am', closes: '17:00' }], NEW_YORK, on('2026-11-24T15:00')),
    ).toThrow(RangeError)
    expect(() => openness(office, 'America/Nowhere', on('2026-11-24T15:00'))).toThrow(RangeError)
  })
})

describe('the day by the clock on the wall', () => {
  it('changes at midnight there, not here', () => {
    expect(localDay(NEW_YORK, on('2026-11-25T04:59'))).toBe(localDay(NEW_YORK, on('2026-11-24T12:00')))
    expect(localDay(NEW_YORK, on('2026-11-25T05:00'))).toBe(localDay(NEW_YORK, on('2026-11-24T12:00')) + 1)
    expect(localDay('Pacific/Honolulu', on('2026-11-25T05:00'))).toBe(
      localDay(NEW_YORK, on('2026-11-24T12:00')),
    )
  })

  it('is a Tuesday on 24 November 2026', () => {
    expect(weekday(localDay(NEW_YORK, on('2026-11-24T12:00')))).toBe(2)
    expect(weekday(-4)).toBe(7)
  })
})

describe('nights on which the clocks change', () => {
  const nights: Hours = [{ days: everyDay, opens: '22:00', closes: '06:00' }]

  it('a night shift is an hour shorter in spring and an hour longer in autumn', () => {
    const hoursLeft = (from: Date) => {
      const { until } = openness(nights, NEW_YORK, from)
      return ((until?.getTime() ?? Number.NaN) - from.getTime()) / 3_600_000
    }
    expect(hoursLeft(on('2026-03-07T03:00'))).toBe(8)
    expect(hoursLeft(on('2026-03-08T03:00'))).toBe(7)
    expect(hoursLeft(on('2026-11-01T02:00'))).toBe(9)
  })

  it('a place that closes in the hour that happens twice closes the first time', () => {
    const late: Hours = [{ days: [6], opens: '20:00', closes: '01:30' }]
    expect(openness(late, NEW_YORK, on('2026-11-01T05:15')).until).toEqual(on('2026-11-01T05:30'))
    expect(openness(late, NEW_YORK, on('2026-11-01T06:15')).state).toBe('shut')
  })

  it('a place that opens in the hour that is lost opens an hour later by the clock', () => {
    const early: Hours = [{ days: [7], opens: '02:30', closes: '08:00' }]
    expect(openness(early, NEW_YORK, on('2026-03-08T06:45'))).toEqual({
      state: 'shut',
      opensAt: on('2026-03-08T07:30'),
    })
  })

  it('a change of half an hour is no different', () => {
    const lordHowe: Hours = [{ days: everyDay, opens: '22:00', closes: '06:00' }]
    // Lord Howe Island goes from UTC+11 to UTC+10:30 at 02:00 on 5 April 2026.
    expect(openness(lordHowe, 'Australia/Lord_Howe', on('2026-04-04T12:00')).until).toEqual(
      on('2026-04-04T19:30'),
    )
  })
})

describe('for any hours, zone and moment', () => {
  const time = fc
    .integer({ min: 0, max: 24 * 4 - 1 })
    .map(
      (quarter) =>
        `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
    )
  const hours = fc.array(
    fc.record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      opens: time,
      closes: time,
    }),
    { minLength: 1, maxLength: 4 },
  )
  const zone = fc.constantFrom(
    'America/New_York',
    'America/Phoenix',
    'America/Denver',
    'Pacific/Honolulu',
    'America/St_Johns',
  )
  const moment = fc
    .integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2027, 0, 1) / 60_000 })
    .map((minute) => new Date(minute * 60_000))

  const wall = (zoneName: string, at: Date) => {
    const text = at.toLocaleString('sv-SE', { timeZone: zoneName }).replace(' ', 'T')
    const shown = new Date(`${text}Z`)
    return {
      day: ((shown.getUTCDay() + 6) % 7) + 1,
      minute: shown.getUTCHours() * 60 + shown.getUTCMinutes(),
    }
  }
  const asMinutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
  const offset = (zoneName: string, at: Date) =>
    new Date(`${at.toLocaleString('sv-SE', { timeZone: zoneName }).replace(' ', 'T')}Z`).getTime() -
    at.getTime()

  it('a door is open exactly when the clock on its wall is inside a span, away from a clock change', () => {
    fc.assert(
      fc.property(hours, zone, moment, (list, zoneName, at) => {
        const calm = [-26, 26].every(
          (h) => offset(zoneName, new Date(at.getTime() + h * 3_600_000)) === offset(zoneName, at),
        )
        fc.pre(calm)
        const { day, minute } = wall(zoneName, at)
        const yesterday = day === 1 ? 7 : day - 1
        const inside = list.some(({ days, opens, closes }) => {
          const from = asMinutes(opens)
          const to = asMinutes(closes)
          const overnight = to <= from
          const todays = days.includes(day) && minute >= from && (overnight || minute < to)
          return todays || (overnight && days.includes(yesterday) && minute < to)
        })
        expect(openness(list, zoneName, at).state !== 'shut').toBe(inside)
      }),
      { numRuns: 400 },
    )
  })

  it('what is promised comes true: an open door shuts at `until`, a shut one opens at `opensAt`, and neither before', () => {
    fc.assert(
      fc.property(
        hours,
        zone,
        moment,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (list, zoneName, at, share) => {
          const { state, until, opensAt } = openness(list, zoneName, at)
          const turn = until ?? opensAt
          if (!turn) {
            expect(state).toBe('open')
            return
          }
          expect(turn.getTime()).toBeGreaterThan(at.getTime())
          const between = new Date(at.getTime() + Math.floor((turn.getTime() - at.getTime()) * share))
          expect(openness(list, zoneName, between).state === 'shut').toBe(state === 'shut')
          expect(openness(list, zoneName, turn).state === 'shut').toBe(state !== 'shut')
        },
      ),
      { numRuns: 400 },
    )
  })
})
