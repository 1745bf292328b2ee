import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Exceptions, type Hours, openness } from './hours.ts'

const NEW_YORK = 'America/New_York'
const office: Hours = [{ days: [1, 2, 3, 4, 5], opens: '08:00', closes: '17:00' }]
const nights: Hours = [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '22:00', closes: '06:00' }]
const always: Hours = [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '24:00' }]
/** New York is UTC-5 at Thanksgiving 2026, Thursday 26 November. */
const on = (utc: string): Date => new Date(`${utc}Z`)
const thanksgiving = on('2026-11-26T15:00')

describe('a federal holiday', () => {
  it('shuts an office that closes for it, which says why and when it opens again', () => {
    expect(openness(office, NEW_YORK, thanksgiving, { holidays: 'closed' })).toEqual({
      state: 'shut',
      holiday: 'thanksgiving',
      opensAt: on('2026-11-27T13:00'),
    })
    // The evening before, too, the next opening is the day after it.
    expect(openness(office, NEW_YORK, on('2026-11-25T23:00'), { holidays: 'closed' })).toEqual({
      state: 'shut',
      opensAt: on('2026-11-27T13:00'),
    })
  })

  it('is a day like any other for a place that says so, and doubtful where nobody has said', () => {
    const until = on('2026-11-26T22:00')
    expect(openness(office, NEW_YORK, thanksgiving, { holidays: 'open' })).toEqual({ state: 'open', until })
    expect(openness(office, NEW_YORK, thanksgiving, { holidays: 'unknown' })).toEqual({
      state: 'open',
      until,
      holiday: 'thanksgiving',
    })
    expect(
      openness(office, NEW_YORK, on('2026-11-27T15:00'), { holidays: 'unknown' }).holiday,
    ).toBeUndefined()
  })

  it('is none for who never closes', () => {
    expect(openness(always, NEW_YORK, thanksgiving, { holidays: 'unknown' })).toEqual({ state: 'open' })
  })

  it('begins and ends at midnight there: the night before goes on into it, its own night does not begin', () => {
    const state = (at: string) => openness(nights, NEW_YORK, on(at), { holidays: 'closed' }).state
    expect(state('2026-11-26T09:30')).toBe('open')
    expect(state('2026-11-26T11:00')).toBe('shut')
    expect(state('2026-11-27T04:00')).toBe('shut')
    expect(state('2026-11-27T10:00')).toBe('shut')
    expect(state('2026-11-28T03:00')).toBe('open')
  })

  it('goes by the day of the place: in Honolulu it is still the day before', () => {
    const at = on('2026-11-26T09:30')
    const late: Hours = [{ days: [3, 4], opens: '20:00', closes: '24:00' }]
    expect(openness(late, 'Pacific/Honolulu', at, { holidays: 'closed' }).state).toBe('closes-soon')
  })

  it('on a Saturday shuts the Friday on which it is kept', () => {
    const friday = on('2026-07-03T15:00')
    expect(openness(office, NEW_YORK, friday, { holidays: 'closed' })).toMatchObject({
      state: 'shut',
      holiday: 'independence',
      opensAt: on('2026-07-06T12:00'),
    })
  })

  it('gives no reason on a day on which the place is shut anyway', () => {
    const saturday = on('2026-07-04T15:00')
    expect(openness(office, NEW_YORK, saturday, { holidays: 'closed' }).holiday).toBeUndefined()
  })
})

describe('days on which a place is shut', () => {
  const closures = [{ fromOn: '2026-11-30', untilOn: '2026-12-02' }]

  it('count from the first to the last', () => {
    const state = (at: string) => openness(office, NEW_YORK, on(at), { closures }).state
    expect(state('2026-11-27T15:00')).toBe('open')
    expect(state('2026-11-30T13:00')).toBe('shut')
    expect(state('2026-12-02T21:00')).toBe('shut')
    expect(state('2026-12-03T13:00')).toBe('open')
  })

  it('are passed over by the next opening, and longer than a week it is not told', () => {
    expect(openness(office, NEW_YORK, on('2026-11-28T15:00'), { closures }).opensAt).toEqual(
      on('2026-12-03T13:00'),
    )
    const long = { closures: [{ fromOn: '2026-11-28', untilOn: '2027-01-31' }] }
    expect(openness(office, NEW_YORK, on('2026-11-28T15:00'), long)).toEqual({ state: 'shut' })
  })

  it('end what never ends', () => {
    expect(openness(always, NEW_YORK, on('2026-11-29T15:00'), { closures })).toEqual({
      state: 'open',
      until: on('2026-11-30T05:00'),
    })
  })
})

describe('hours by a rule of RFC 5545', () => {
  const firstTuesday: Hours = [
    ...office.map((span) => ({ ...span, days: [1] })),
    { days: [], rule: 'FREQ=MONTHLY;BYDAY=1TU', opens: '18:00', closes: '01:00' },
  ]

  it('hold on the days of the rule, past midnight as any', () => {
    expect(openness(firstTuesday, NEW_YORK, on('2026-12-02T05:30')).state).toBe('closes-soon')
    expect(openness(firstTuesday, NEW_YORK, on('2026-12-09T03:00')).state).toBe('shut')
    expect(openness(firstTuesday, NEW_YORK, on('2026-12-01T15:00')).opensAt).toEqual(on('2026-12-01T23:00'))
  })

  it('may be for a season', () => {
    const winter: Hours = [
      {
        days: [1, 2, 3, 4, 5, 6, 7],
        opens: '19:00',
        closes: '07:00',
        from: '2026-12-01',
        until: '2027-03-31',
      },
    ]
    const state = (at: string) => openness(winter, NEW_YORK, on(at)).state
    expect(state('2026-12-01T02:00')).toBe('shut')
    expect(state('2026-12-02T02:00')).toBe('open')
    // The last night goes on into the morning after the season.
    expect(state('2027-04-01T09:30')).toBe('open')
    expect(state('2027-04-02T00:30')).toBe('shut')
  })
})

describe('whatever the exceptions', () => {
  const span = fc.record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    opens: fc.constantFrom('00:00', '06:30', '09:00', '22:00'),
    closes: fc.constantFrom('00:00', '02:30', '12:00', '17:00', '24:00'),
  })
  const day = fc
    .integer({ min: Date.UTC(2026, 10, 1), max: Date.UTC(2027, 0, 31) })
    .map((at) => new Date(at).toISOString().slice(0, 10))
  const exceptions: fc.Arbitrary<Exceptions> = fc.record({
    closures: fc.array(
      fc.tuple(day, day).map(([a, b]) => ({ fromOn: a < b ? a : b, untilOn: a < b ? b : a })),
      { maxLength: 3 },
    ),
    holidays: fc.constantFrom('open', 'closed', 'unknown'),
  })
  const moment = fc
    .integer({ min: Date.UTC(2026, 10, 1) / 60_000, max: Date.UTC(2027, 0, 31) / 60_000 })
    .map((minute) => new Date(minute * 60_000))
  const isOpen = (hours: Hours, at: Date, but?: Exceptions) => {
    const { state } = openness(hours, NEW_YORK, at, but)
    return state === 'open' || state === 'closes-soon'
  }

  it('they never open a door, and what is promised comes true', () => {
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 3 }), exceptions, moment, (hours, but, at) => {
        if (isOpen(hours, at, but)) expect(isOpen(hours, at)).toBe(true)
        const { until, opensAt } = openness(hours, NEW_YORK, at, but)
        if (until) expect(isOpen(hours, until, but)).toBe(false)
        if (opensAt) expect(isOpen(hours, opensAt, but)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
