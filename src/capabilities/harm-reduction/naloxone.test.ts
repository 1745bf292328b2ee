import { expect, test } from 'vitest'
import { meanDoses, namesHouse, readZip } from './naloxone.ts'
import { odmapCsv } from './odmap.ts'
import { daysOf, quarterOf, quartersBefore, quarterWords } from './quarter.ts'
import { kitsToAsk } from './restock.ts'

test('a house is not named, a crossing is', () => {
  expect(namesHouse('12 Dock Street')).toBe(true)
  expect(namesHouse('Dock Street and 3rd')).toBe(false)
  expect(namesHouse('3rd and Dock')).toBe(false)
})

test('a ZIP code stands alone in its field', () => {
  expect(readZip(' 04609-1234 ')).toBe('04609')
  expect(readZip('12 Dock Street 04609')).toBeUndefined()
})

test('doses that nobody knows are left out of the mean', () => {
  expect(meanDoses([{ doses: 1 }, { doses: null }, { doses: 3 }])).toBe(2)
  expect(meanDoses([{ doses: null }])).toBeUndefined()
})

test('ODMAP gets its four fields, and nothing that a spreadsheet would run', () => {
  const csv = odmapCsv([
    {
      ...{ occurredAt: new Date('2026-11-24T07:16:00Z'), zip: '04609', crossing: '=Dock and 3rd' },
      ...{ survived: 'yes', doses: 2 },
    },
    { occurredAt: new Date('2026-11-24T08:00:00Z'), zip: '04605', crossing: null, survived: 'no', doses: 0 },
  ])
  expect(csv.split('\r\n')).toEqual([
    '"Date/Time","Location","Fatal/Non-fatal","Naloxone"',
    '"2026-11-24T07:16:00.000Z","\'=Dock and 3rd, 04609","Non-fatal","Multiple doses"',
    '"2026-11-24T08:00:00.000Z","04605","Fatal","Not administered"',
    '',
  ])
})

test('a quarter begins and ends on its days, over the turn of a year too', () => {
  expect(quarterOf('2026-11-24')).toBe('2026-Q4')
  expect(daysOf('2026-Q4')).toEqual({ from: '2026-10-01', until: '2027-01-01' })
  expect(quartersBefore('2026-02-01', 3)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3'])
  expect(quarterWords('2026-Q3')).toBe('July to September 2026')
})

test('what is asked for brings a shelf to twice its minimum', () => {
  expect(kitsToAsk(10, 9)).toBe(11)
  expect(kitsToAsk(10, -2)).toBe(20)
  expect(kitsToAsk(1, 5)).toBe(1)
})
