import { describe, expect, test } from 'vitest'
import { addDays, dayAt, endOfDay, readDay } from './calendar-day.ts'

describe('a day on the calendar of a county', () => {
  test('is the one that its own clocks show', () => {
    const at = new Date('2026-11-25T03:00:00Z')
    expect([dayAt(at, 'America/New_York'), dayAt(at, 'Asia/Tokyo')]).toEqual(['2026-11-24', '2026-11-25'])
  })

  test('is counted over months, leap days and years', () => {
    expect([addDays('2026-11-24', 90), addDays('2028-02-28', 1), addDays('2027-01-01', -1)]).toEqual([
      '2027-02-22',
      '2028-02-29',
      '2026-12-31',
    ])
  })

  test('ends right before its own midnight, also where the clock is moved in that night', () => {
    expect(endOfDay('2026-11-24', 'America/New_York').toISOString()).toBe('2026-11-25T04:59:59.999Z')
    expect(endOfDay('2026-03-07', 'America/New_York').toISOString()).toBe('2026-03-08T04:59:59.999Z')
    expect(endOfDay('2026-03-08', 'America/New_York').toISOString()).toBe('2026-03-09T03:59:59.999Z')
    expect(endOfDay('2026-11-24', 'Asia/Kathmandu').toISOString()).toBe('2026-11-24T18:14:59.999Z')
  })

  test('is read as it is typed, and one that there is not is refused', () => {
    expect(readDay('2027', '2', '3')).toBe('2027-02-03')
    for (const [year, month, date] of [
      ['2027', '2', '30'],
      ['27', '2', '3'],
      ['2027', '13', '1'],
      ['2027', '', '1'],
      ['2027', '1', 'x'],
    ] as const)
      expect(readDay(year, month, date)).toBeUndefined()
  })
})
