import { describe, expect, test } from 'vitest'
import { inDrawnOrder } from './draw.ts'
import { itemStatistics } from './item-statistics.ts'

/** Tests of four questions: the first `know` answer all right, the others miss those that are named. */
const tests = (know: number, others: number, missed: readonly string[]) =>
  Array.from({ length: know + others }, (_, at) =>
    ['Q1', 'Q2', 'Q3', 'Q10'].map((id) => ({ id, right: at < know || !missed.includes(id) })),
  )

describe('how a question does', () => {
  test('its difficulty is the share that got it right; they stand in the order of their numbers', () => {
    const found = itemStatistics(tests(30, 10, ['Q2']))
    expect(found.map(({ id, difficulty }) => [id, difficulty])).toEqual([
      ...[
        ['Q1', 1],
        ['Q2', 0.75],
        ['Q3', 1],
        ['Q10', 1],
      ],
    ])
    expect(found[0]?.advice).toBe('too-easy')
  })

  test('it tells those who know from those who do not: the correlation with the rest of the test', () => {
    const [, second] = itemStatistics(tests(20, 20, ['Q2', 'Q3']))
    expect(second?.discrimination).toBeCloseTo(1, 10)
  })

  test('one that those who know get wrong misleads', () => {
    const upsideDown = tests(20, 20, ['Q2', 'Q3', 'Q10']).map((test) =>
      test.map((one) => (one.id === 'Q1' ? { id: 'Q1', right: !test[1]?.right } : one)),
    )
    expect(itemStatistics(upsideDown)[0]).toMatchObject({ advice: 'misleads' })
  })

  test('nothing is said of one that fewer than thirty were asked, or that all answered alike', () => {
    expect(itemStatistics(tests(20, 9, ['Q2']))[1]).toMatchObject({
      advice: 'too-few',
      discrimination: undefined,
    })
    expect(itemStatistics(tests(40, 0, []))[1]?.discrimination).toBeUndefined()
  })
})

test('a test drawn twice from one seed is the same, from another it is another', () => {
  const bank = Array.from({ length: 20 }, (_, at) => `Q${at}`)
  const drawn = (seed: string) => inDrawnOrder(bank, seed, (id) => id)
  expect(drawn('a')).toEqual(drawn('a'))
  expect(drawn('b')).not.toEqual(drawn('a'))
  expect(drawn('a').toSorted()).toEqual(bank.toSorted())
})
