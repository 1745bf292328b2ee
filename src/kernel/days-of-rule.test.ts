import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDayOfRule } from './days-of-rule.ts'
import { weekday } from './hours.ts'

const DAY = 86_400_000
const dayOf = (date: string) => Date.parse(`${date}T00:00Z`) / DAY
const daysOf = (rule: string, begins: string | undefined, from: string, to: string) => {
  const days: string[] = []
  for (let day = dayOf(from); day <= dayOf(to); day++)
    if (isDayOfRule(rule, begins, day)) days.push(new Date(day * DAY).toISOString().slice(5, 10))
  return days
}

describe('a rule that a week does not say', () => {
  it.each([
    [
      'the first Tuesday of each month',
      'FREQ=MONTHLY;BYDAY=1TU',
      undefined,
      ['09-01', '10-06', '11-03', '12-01'],
    ],
    ['the last Friday', 'FREQ=MONTHLY;BYDAY=-1FR', undefined, ['09-25', '10-30', '11-27', '12-25']],
    [
      'the last working day',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      undefined,
      ['09-30', '10-30', '11-30', '12-31'],
    ],
    ['the 31st, where there is one', 'FREQ=MONTHLY;BYMONTHDAY=31', undefined, ['10-31', '12-31']],
    [
      'every other Saturday from a day on',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA',
      '2026-11-07',
      ['11-07', '11-21', '12-05', '12-19'],
    ],
    [
      'three times from a day on',
      'FREQ=MONTHLY;BYDAY=2WE;COUNT=3',
      '2026-09-09',
      ['09-09', '10-14', '11-11'],
    ],
    ['until a day, which counts', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20260914', '2026-09-07', ['09-07', '09-14']],
    [
      'until an hour of a day',
      'FREQ=WEEKLY;BYDAY=MO;UNTIL=20260914T090000Z',
      '2026-09-07',
      ['09-07', '09-14'],
    ],
    [
      'whatever hours it names',
      'FREQ=MONTHLY;BYDAY=1TU;BYHOUR=9,14;BYMINUTE=30',
      undefined,
      ['09-01', '10-06', '11-03', '12-01'],
    ],
    ['once a year', 'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', undefined, ['11-26']],
  ])('%s', (_, rule, begins, days) => {
    expect(daysOf(rule, begins, '2026-09-01', '2026-12-31')).toEqual(days)
  })

  it('finds the leap day', () => {
    expect(daysOf('FREQ=MONTHLY;BYMONTHDAY=-1', undefined, '2028-02-01', '2028-02-29')).toEqual(['02-29'])
  })

  it('is refused when it is none', () => {
    expect(() => isDayOfRule('every other day', undefined, 20_000)).toThrow()
  })

  it('that a week does say means the same days', () => {
    const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        fc.integer({ min: dayOf('2024-01-01'), max: dayOf('2030-01-01') }),
        (days, day) => {
          const rule = `FREQ=WEEKLY;BYDAY=${days.map((one) => names[one - 1]).join()}`
          expect(isDayOfRule(rule, undefined, day)).toBe(days.includes(weekday(day)))
        },
      ),
      { numRuns: 60 },
    )
  })
})
