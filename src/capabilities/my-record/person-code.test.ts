import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CODE_LENGTH, isPersonCode, newPersonCode, printedCode, readPersonCode } from './person-code.ts'

const code = fc.constant(null).map(newPersonCode)
const place = fc.nat({ max: CODE_LENGTH - 1 })
const symbol = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ')

test('a code that was printed is read as it was made, however it is typed', () => {
  fc.assert(
    fc.property(code, fc.constantFrom(' ', '-', '', ' - '), (made, between) => {
      const typed = printedCode(made).replaceAll(' ', between).toLowerCase()
      expect(readPersonCode(typed)).toBe(made)
      expect(isPersonCode(made)).toBe(true)
    }),
  )
})

test('letters that look like a number are that number', () => {
  expect(readPersonCode('oOiIlL')).toBe('001111')
})

test('one wrong symbol is seen', () => {
  fc.assert(
    fc.property(code, place, symbol, (made, at, wrong) => {
      fc.pre(made[at] !== wrong)
      expect(isPersonCode(made.slice(0, at) + wrong + made.slice(at + 1))).toBe(false)
    }),
  )
})

test('two neighbours that were exchanged are seen', () => {
  fc.assert(
    fc.property(code, fc.nat({ max: CODE_LENGTH - 2 }), (made, at) => {
      fc.pre(made[at] !== made[at + 1])
      const swapped = made.slice(0, at) + made[at + 1] + made[at] + made.slice(at + 2)
      expect(isPersonCode(swapped)).toBe(false)
    }),
  )
})

test('codes do not repeat', () => {
  expect(new Set(Array.from({ length: 1000 }, newPersonCode)).size).toBe(1000)
})

test.each(['', '7K2M', 'U'.repeat(CODE_LENGTH), '0'.repeat(CODE_LENGTH + 1)])('%s is no code', (typed) => {
  expect(isPersonCode(readPersonCode(typed))).toBe(false)
})
