import Holidays from 'date-holidays'
import { describe, expect, it } from 'vitest'
import { FEDERAL_HOLIDAYS, federalHolidayOn } from './federal-holidays.ts'

const DAY = 86_400_000
const on = (date: string) => federalHolidayOn(Date.parse(`${date}T00:00Z`) / DAY)

describe('federal holidays', () => {
  it('are those of a calendar that others keep, with the weekdays on which they are kept, for sixty years', () => {
    const calendar = new Holidays('US')
    // It calls the third Monday of February by its usual name, and knows days that are no federal holiday.
    const names: Record<string, string> = {
      'Juneteenth National Independence Day': 'Juneteenth',
      Thanksgiving: 'Thanksgiving Day',
      "New Year's Day": 'New Year’s Day',
      "Washington's Birthday": 'Washington’s Birthday',
      Christmas: 'Christmas Day',
      'Christmas Day': 'Christmas Day',
    }
    const ours = new Set<string>(Object.values(FEDERAL_HOLIDAYS))
    const theirs = new Map<string, string>()
    for (let year = 2020; year <= 2080; year++)
      for (const { date, name, type } of calendar.getHolidays(year)) {
        if (type !== 'public' && type !== 'bank') continue
        const plain = name.replace(/ \(substitute day\)$/, '')
        theirs.set(date.slice(0, 10), names[plain] ?? plain)
      }
    const seen = new Map<string, string>()
    for (let day = Date.UTC(2021, 6, 1) / DAY; day < Date.UTC(2080, 0, 1) / DAY; day++) {
      const holiday = federalHolidayOn(day)
      if (holiday) seen.set(new Date(day * DAY).toISOString().slice(0, 10), FEDERAL_HOLIDAYS[holiday])
    }
    const expected = [...theirs].filter(
      ([date, name]) => date >= '2021-07-01' && date < '2080-01-01' && ours.has(name),
    )
    expect([...seen].toSorted()).toEqual(expected.toSorted())
    expect(seen.size).toBeGreaterThan(11 * 58)
  })

  it.each([
    ['2026-11-26', 'thanksgiving'],
    ['2026-11-25', undefined],
    ['2026-05-25', 'memorial'],
    ['2027-05-31', 'memorial'],
    // Saturday, and the Friday on which it is kept.
    ['2026-07-04', 'independence'],
    ['2026-07-03', 'independence'],
    // Sunday, and the Monday.
    ['2027-07-04', 'independence'],
    ['2027-07-05', 'independence'],
    ['2027-07-03', undefined],
    // New Year's Day of 2028 is a Saturday: it is kept in the year before.
    ['2027-12-31', 'new-year'],
    ['2028-01-01', 'new-year'],
    ['2026-12-31', undefined],
    ['2020-06-19', undefined],
    ['2021-06-18', 'juneteenth'],
  ])('%s: %s', (date, holiday) => {
    expect(on(date)).toBe(holiday)
  })
})
