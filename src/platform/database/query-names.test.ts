import { expect, test } from 'vitest'
import { noNames, queryNames } from './query-names.ts'

test('the same query has the same name, and another has another', () => {
  const nameOf = queryNames()
  expect(nameOf('select 1')).toBe(nameOf('select 1'))
  expect(nameOf('select 2')).not.toBe(nameOf('select 1'))
})

test('no more queries are kept than there is room for, and those that were stay', () => {
  const nameOf = queryNames()
  const first = nameOf('select 0')
  for (let n = 1; n < 2000; n++) nameOf(`select ${n}`)
  expect(nameOf('select 1999')).toBeUndefined()
  expect(nameOf('select 0')).toBe(first)
})

test('behind a pooler no query has a name', () => {
  expect(noNames('select 1')).toBeUndefined()
})
