import { expect, test } from 'vitest'
import {
  calendarDay,
  capital,
  clockTime,
  dayName,
  daysApart,
  deadline,
  due,
  exactTime,
  relativeTime,
  spanWords,
  stamp,
} from './time.ts'

const reader = { zone: 'America/New_York' }
const es = { ...reader, lang: 'es' } as const
const at = (text: string) => new Date(text)
/** Non-breaking spaces as `_`, so that a test shows where a line may break. */
const seen = (words: string) => words.replaceAll('\u00a0', '_')

const night = at('2026-03-10T02:28:00-04:00')

test('a clock time never breaks before AM', () => {
  expect(seen(clockTime(night, reader))).toBe('2:28_AM')
  expect(seen(clockTime(at('2026-03-10T16:10:00-04:00'), reader))).toBe('4:10_PM')
})

test('a clock time is the agency’s, wherever the server stands', () => {
  expect(seen(clockTime(night, { zone: 'America/Los_Angeles' }))).toBe('11:28_PM')
})

test('a length of time is exact to the minute up to three hours, then by hours, then by days', () => {
  const minutes = (count: number) => seen(spanWords(count * 60_000, 'ceil'))
  expect(minutes(18)).toBe('18_min')
  expect(minutes(60)).toBe('1_h')
  expect(minutes(90)).toBe('1_h 30_min')
  expect(minutes(200)).toBe('3_h')
  expect(minutes(35 * 60)).toBe('35_h')
  expect(minutes(72 * 60)).toBe('3_days')
})

test('what is left goes up to the whole minute, what has passed goes down', () => {
  expect(seen(spanWords(17.5 * 60_000, 'ceil'))).toBe('18_min')
  expect(seen(spanWords(17.5 * 60_000, 'floor'))).toBe('17_min')
  expect(seen(spanWords(-5, 'floor'))).toBe('0_min')
})

test('a deadline says how long first, then the clock time', () => {
  expect(seen(due(at('2026-03-10T04:28:00-04:00'), night, reader))).toBe('in 2_h, by 4:28_AM')
  expect(seen(due(at('2026-03-11T08:00:00-04:00'), night, reader))).toBe('in 30_h, by tomorrow 8:00_AM')
  expect(seen(due(at('2026-03-10T02:22:00-04:00'), night, reader))).toBe('6_min late, was due 2:22_AM')
  expect(seen(due(at('2026-03-07T02:22:00-05:00'), night, reader))).toBe(
    '3_days late, was due Saturday 2:22_AM',
  )
  expect(seen(due(night, night, reader))).toBe('now, by 2:28_AM')
})

test('today, yesterday and tomorrow turn at the agency’s midnight', () => {
  const before = at('2026-03-10T23:59:30-04:00')
  const after = at('2026-03-11T00:00:30-04:00')
  expect(seen(stamp(before, after, reader))).toBe('yesterday 11:59_PM')
  expect(seen(stamp(after, before, reader))).toBe('tomorrow 12:00_AM')
  expect(seen(stamp(before, before, reader))).toBe('today 11:59_PM')
  expect(relativeTime(before, after, reader).replace('\u00a0', '_')).toBe('1_min ago')
  expect(daysApart(before, after, { zone: 'America/Los_Angeles' })).toBe(0)
})

test('within a week a weekday is enough, further away the day of the month, another year with the year', () => {
  expect(seen(stamp(at('2026-03-07T10:20:00-05:00'), night, reader))).toBe('Saturday 10:20_AM')
  expect(stamp(at('2026-03-02T10:20:00-05:00'), night, reader)).toBe('March 2')
  expect(stamp(at('2025-11-20T10:20:00-05:00'), night, reader)).toBe('November 20, 2025')
  expect(seen(exactTime(at('2026-03-07T10:20:00-05:00'), night, reader))).toBe('Saturday, March 7, 10:20_AM')
})

test('the year turns at the agency’s midnight, not at Greenwich', () => {
  const eve = at('2025-12-31T22:00:00-05:00')
  expect(dayName(eve, at('2026-01-01T01:00:00-05:00'), reader)).toBe('December 31, 2025')
  expect(dayName(eve, at('2025-12-31T23:00:00-05:00'), reader)).toBe('December 31')
})

test('in the night when clocks go forward, an hour is missing and 24 hours are not yet tomorrow’s time', () => {
  const eve = at('2026-03-07T23:30:00-05:00')
  const morning = at('2026-03-08T07:30:00-04:00')
  expect(seen(due(morning, eve, reader))).toBe('in 7_h, by tomorrow 7:30_AM')
  expect(daysApart(eve, at('2026-03-09T00:10:00-04:00'), reader)).toBe(2)
})

test('in the night when clocks go back, one o’clock comes twice and both are an hour apart', () => {
  const first = at('2026-11-01T01:30:00-04:00')
  const second = at('2026-11-01T01:30:00-05:00')
  expect(seen(clockTime(first, reader))).toBe(seen(clockTime(second, reader)))
  expect(seen(relativeTime(second, first, reader))).toBe('in 1_h')
  expect(daysApart(at('2026-10-31T23:59:00-04:00'), at('2026-11-01T23:59:00-05:00'), reader)).toBe(1)
})

test('three calendar days are three days, also across a change of clocks', () => {
  expect(seen(relativeTime(at('2026-03-09T01:00:00-04:00'), at('2026-03-06T12:00:00-05:00'), reader))).toBe(
    'in 3_days',
  )
})

test('Spanish joins a time with its article', () => {
  expect(seen(due(at('2026-03-10T04:28:00-04:00'), night, es))).toBe('en 2_h, antes de las 4:28_a.m.')
  expect(seen(deadline(at('2026-03-10T13:05:00-04:00'), night, es))).toBe('antes de la 1:05_p.m.')
  expect(seen(deadline(at('2026-03-11T08:00:00-04:00'), night, es))).toBe('antes de mañana 8:00_a.m.')
  expect(dayName(at('2026-03-02T10:20:00-05:00'), night, es)).toBe('2 de marzo')
})

test('a sentence begins with a capital', () => {
  expect(capital('today')).toBe('Today')
  expect(capital('')).toBe('')
})

test('a day of the calendar is the same in every zone, and names its year when it is another', () => {
  const now = at('2026-11-24T23:00:00-05:00')
  expect(calendarDay('2026-12-01', now)).toBe('Tuesday, December 1')
  expect(calendarDay('2027-01-04', now)).toBe('Monday, January 4, 2027')
  expect(calendarDay('2026-12-01', now, 'es')).toBe('martes, 1 de diciembre')
})
