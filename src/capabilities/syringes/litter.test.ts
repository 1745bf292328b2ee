import { expect, test } from 'vitest'
import { hotspotsOf } from './litter.ts'
import { litterWords } from './litter-words.ts'

test('a place is a hotspot when it was reported more than once, the most often first', () => {
  expect(hotspotsOf(['04609', '04605', '04609', '04604', '04605', '04609'])).toEqual([
    { zip: '04609', reports: 3 },
    { zip: '04605', reports: 2 },
  ])
})

test('whoever reports is told in both languages not to touch a needle, and that nobody asks who they are', () => {
  for (const lang of ['en', 'es'] as const) {
    const words = litterWords[lang]
    expect(words.safety.length).toBeGreaterThan(2)
    expect(words.lead).not.toBe('')
  }
})
