import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shownTable } from './count-visits.ts'

const FIRST_YEAR = {
  ...{ visits: 429, urgent: 12, families: 0, met: 417, people: 376, offered: 394, entered: 290 },
  retained: 200,
}

test('a year as Gloucester had it is shown whole', () => {
  expect(shownTable(FIRST_YEAR)).toEqual({ ...FIRST_YEAR, returns: 41 })
})

test('who was not offered a place is too few to tell of: then what was offered is withheld, and entered still shown', () => {
  expect(shownTable({ ...FIRST_YEAR, offered: 411 })).toMatchObject({
    ...{ offered: undefined, entered: 290, retained: 200, met: 417 },
  })
})

const counts = fc
  .record({
    drawn: fc.array(fc.nat(60), { minLength: 6, maxLength: 6 }),
    urgent: fc.nat(30),
    again: fc.nat(30),
  })
  .map(({ drawn: [families = 0, gone = 0, a = 0, b = 0, c = 0, retained = 0], urgent, again }) => {
    const met = a + b + c + retained
    const visits = families + gone + met
    return {
      ...{
        visits,
        families,
        met,
        urgent: Math.min(urgent, visits),
        people: Math.max(met - again, Math.min(met, 1)),
      },
      ...{ offered: b + c + retained, entered: c + retained, retained },
    }
  })

test('whoever knows how many an angel met can work out no number from 1 to 10', () => {
  fc.assert(
    fc.property(counts, (exact) => {
      const shown = shownTable(exact)
      const isSmall = (count: number) => count > 0 && count < 11
      const chain = [exact.met, shown.offered, shown.entered, shown.retained].filter(
        (one) => one !== undefined,
      )
      for (const [index, one] of chain.entries()) {
        if (index > 0) expect(isSmall(one)).toBe(false)
        const next = chain[index + 1]
        if (next !== undefined) expect(isSmall(one - next)).toBe(false)
      }
      for (const part of [shown.people, shown.returns, shown.urgent, shown.families, shown.visits])
        if (part !== undefined) expect(isSmall(part)).toBe(false)
    }),
    { numRuns: 300 },
  )
})
