import { expect, it } from 'vitest'
import type { Hours } from '#kernel/hours.ts'
import { weekOfHours } from './week-of-hours.ts'

const on = (hours: Hours, day: string) =>
  weekOfHours(hours)
    .find((one) => one.day === day)
    ?.spans.map((span) => span.replaceAll('\u00a0', ' '))
const monday = (opens: string, closes: string) => on([{ days: [1], opens, closes }], 'Monday')

it('a week begins on Monday, and a day without hours is shut', () => {
  const week = weekOfHours([{ days: [1, 7], opens: '08:00', closes: '17:30' }])
  expect(week.map(({ day }) => day)).toEqual([
    'Monday',
    'Tuesday',
    'Wednesday',
    'Thursday',
    'Friday',
    'Saturday',
    'Sunday',
  ])
  expect(week.map(({ spans }) => spans.length)).toEqual([1, 0, 0, 0, 0, 0, 1])
})

it('hours are said as on a door', () => {
  expect(monday('08:00', '17:30')).toEqual(['8:00 AM to 5:30 PM'])
  expect(monday('05:05', '12:00')).toEqual(['5:05 AM to noon'])
  expect(monday('12:30', '24:00')).toEqual(['12:30 PM to midnight'])
  expect(monday('00:00', '06:00')).toEqual(['midnight to 6:00 AM'])
  expect(monday('20:00', '02:00')).toEqual(['8:00 PM to 2:00 AM'])
  expect(monday('20:00', '19:00')).toEqual(['8:00 PM to 7:00 PM the next day'])
})

it('a place that never shuts says so, and one that opens for 24 hours from a time says from when', () => {
  expect(monday('00:00', '00:00')).toEqual(['All day and night'])
  expect(monday('00:00', '24:00')).toEqual(['All day and night'])
  expect(monday('08:00', '08:00')).toEqual(['8:00 AM, for 24 hours'])
})

it('a place that shuts for lunch has two spans, the earlier first', () => {
  const hours = [
    { days: [1], opens: '13:00', closes: '17:00' },
    { days: [1, 2], opens: '08:00', closes: '12:00' },
  ]
  expect(on(hours, 'Monday')).toEqual(['8:00 AM to noon', '1:00 PM to 5:00 PM'])
  expect(on(hours, 'Tuesday')).toEqual(['8:00 AM to noon'])
})
