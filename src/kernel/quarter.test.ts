import { expect, test } from 'vitest'
import {
  lastEndedQuarter,
  monthsOf,
  quarterBefore,
  quarterCode,
  quarterWords,
  readQuarter,
} from './quarter.ts'

const ZONE = 'America/New_York'

test('a quarter is over at midnight on the county’s own clock', () => {
  expect(quarterCode(lastEndedQuarter(ZONE, new Date('2026-10-01T03:59:00Z')))).toBe('2026-Q2')
  expect(quarterCode(lastEndedQuarter(ZONE, new Date('2026-10-01T04:00:00Z')))).toBe('2026-Q3')
  expect(quarterCode(lastEndedQuarter(ZONE, new Date('2026-01-15T12:00:00Z')))).toBe('2025-Q4')
})

test('quarters follow each other over the years', () => {
  expect(quarterBefore({ year: 2026, number: 1 })).toEqual({ year: 2025, number: 4 })
  expect(quarterBefore({ year: 2026, number: 3 })).toEqual({ year: 2026, number: 2 })
})

test('a quarter is written, read and said', () => {
  const quarter = { year: 2026, number: 3 } as const
  expect(readQuarter(quarterCode(quarter))).toEqual(quarter)
  expect(monthsOf(quarter)).toEqual(['2026-07-01', '2026-08-01', '2026-09-01'])
  expect(quarterWords(quarter)).toBe('July to September 2026')
  expect(monthsOf({ year: 2026, number: 1 })[0]).toBe('2026-01-01')
})

test('what is no quarter is none', () => {
  for (const code of ['', '2026', '2026-Q5', '1999-Q1', '2026-q3', '2026-Q3 '])
    expect(readQuarter(code)).toBeUndefined()
})
