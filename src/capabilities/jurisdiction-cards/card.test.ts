import { expect, test } from 'vitest'
import { freshness, lastSeen } from './card.ts'
import { FIELDS, isField } from './card-fields.ts'
import { choicesOf } from './card-words.ts'
import { shippedEntries } from './shipped-cards.ts'
import { STATES } from './states.ts'

const read = (asOf: string | null, reviewedOn: string | null = null) => ({ asOf, reviewedOn })

test('a year or a month that was read may have been written until its last day', () => {
  expect(lastSeen(read('2021'))).toBe('2021-12-31')
  expect(lastSeen(read('2024-02'))).toBe('2024-02-29')
  expect(lastSeen(read('2025-12-31'))).toBe('2025-12-31')
  expect(lastSeen(read('undated (page seen 2026-11)'))).toBeUndefined()
  expect(lastSeen(read(null, '2026-03-01'))).toBe('2026-03-01')
})

test('a fact is old after a year, and not a day before', () => {
  expect(freshness(read(null, '2025-11-24'), '2026-11-24')).toBe('fresh')
  expect(freshness(read(null, '2025-11-23'), '2026-11-24')).toBe('old')
  expect(freshness(read('undated'), '2026-11-24')).toBe('undated')
})

test('every state has a card, and each field says where it was read and how closely', () => {
  const entries = shippedEntries()
  expect(new Set(entries.map(({ state }) => state))).toEqual(new Set(Object.keys(STATES)))
  expect(Object.keys(STATES)).toHaveLength(51)
  for (const { state, field, source, confidence, as_of } of entries) {
    expect(isField(field), `${state} ${field}`).toBe(true)
    expect(source, `${state} ${field}`).toMatch(/^https?:\/\//)
    expect([confidence, as_of], `${state} ${field}`).not.toContain(null)
  }
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
})

test('what came with the program can be read as words, wherever a field has a list of them', () => {
  for (const field of FIELDS) {
    const choices = choicesOf(field)?.map(({ value }) => value)
    if (!choices) continue
    for (const { state, value } of shippedEntries().filter((entry) => entry.field === field.name))
      expect(choices, `${state} ${field.name}`).toContain(value)
  }
})
