import { expect, test } from 'vitest'
import * as words from './words.ts'

test('every word has its Spanish, and no Spanish word stands alone', () => {
  for (const [name, group] of Object.entries(words)) {
    expect(Object.keys(group.es), name).toEqual(Object.keys(group.en))
  }
})
