import { describe, expect, test } from 'vitest'
import { askedNow, groupMean, settled } from './attitude.ts'

const said = (month: string, count: number) => Array.from({ length: count }, () => ({ month }))

describe('what people think', () => {
  test('is shown of eleven or more, with how far it could be off', () => {
    expect(groupMean(Array(10).fill(4), false)).toBeUndefined()
    const mean = groupMean([1, 2, 3, 4, 5, 3, 3, 3, 3, 3, 3], false)
    // By hand: mean 3, variance 1, t of 10 degrees of freedom 2.228, over the root of 11.
    expect(mean?.mean).toBe(3)
    expect(mean?.high).toBeCloseTo(3 + 2.228 / Math.sqrt(11), 3)
  })

  test('of a sentence asked the other way round is turned', () => {
    expect(groupMean(Array(11).fill(1), true)).toEqual({ people: 11, mean: 5, low: 5, high: 5 })
  })

  test('never changes by fewer than eleven, and not before a month is over', () => {
    expect(settled([...said('2026-09-01', 11), ...said('2026-10-01', 1)], '2026-11-01')).toHaveLength(11)
    expect(settled([...said('2026-09-01', 6), ...said('2026-10-01', 6)], '2026-11-01')).toHaveLength(12)
    expect(settled(said('2026-11-01', 30), '2026-11-01')).toEqual([])
  })

  test('is asked again after 30 days and after six months, once, and not later', () => {
    const asked = (today: string, answered: string[] = []) => askedNow('2026-01-01', answered, today)
    expect(asked('2026-01-30')).toBeUndefined()
    expect(asked('2026-01-31')).toBe('30-days')
    expect(asked('2026-01-31', ['30-days'])).toBeUndefined()
    expect(asked('2026-04-01')).toBeUndefined()
    expect(asked('2026-07-02')).toBe('6-months')
  })
})
