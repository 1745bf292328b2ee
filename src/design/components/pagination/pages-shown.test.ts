import { expect, test } from 'vitest'
import { pagesShown } from './pages-shown.ts'

test('up to seven pages are all shown', () => {
  expect(pagesShown(1, 1)).toEqual([1])
  expect(pagesShown(4, 7)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('near an end, five neighbours and the other end', () => {
  expect(pagesShown(4, 20)).toEqual([1, 2, 3, 4, 5, null, 20])
  expect(pagesShown(17, 20)).toEqual([1, null, 16, 17, 18, 19, 20])
})

test('in the middle, one neighbour each side', () => {
  expect(pagesShown(10, 20)).toEqual([1, null, 9, 10, 11, null, 20])
})

test('never more than seven places, always with the first, the last and the current page', () => {
  for (let last = 1; last <= 40; last++) {
    for (let current = 1; current <= last; current++) {
      const shown = pagesShown(current, last)
      expect(shown.length).toBeLessThanOrEqual(7)
      expect(shown).toContain(1)
      expect(shown).toContain(last)
      expect(shown).toContain(current)
    }
  }
})
