import { describe, expect, test } from 'vitest'
import { checkDetail } from './audit-entry.ts'

describe('an audit detail holds codes, counts and flags', () => {
  test.each([
    [{ answer: 'accepted-for-date' }],
    [{ forDate: '2026-11-24', shown: 12, shared: false }],
    [{ template: 'referral/announce:en' }],
    [{ reason: '' }],
    [{ isPart2Program: true }],
    [{}],
  ])('%j is taken', (detail) => {
    expect(() => checkDetail(detail)).not.toThrow()
  })

  test.each([
    [{ by: 'maria.lopez@harbor.example' }],
    [{ name: 'Maria Lopez' }],
    [{ note: 'she would welcome a ride Tuesday' }],
    [{ code: 'x'.repeat(65) }],
    [{ lines: 'one\ntwo' }],
    [{ share: Number.NaN }],
    [{ 'Maria Lopez': true }],
    [Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`fact${'x'.repeat(index)}`, 1]))],
  ])('%j is refused, because it could name somebody', (detail) => {
    expect(() => checkDetail(detail)).toThrow(/audit detail/)
  })
})
