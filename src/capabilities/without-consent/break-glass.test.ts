import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakGlassInput, breakGlassSentences, EMERGENCY_CLASSES, reviewDueAt } from './break-glass.ts'

const ZONE = 'America/New_York'
const whole = {
  personName: 'Sam Rivers',
  emergency: 'Does not wake up',
  recipientName: 'Dr. Okafor',
  recipientFacility: 'Harbor General',
  discloserName: 'N. Ames',
  dataClasses: ['clinical'],
  cannotAsk: 'yes',
}

describe('what is written before records open in an emergency (P2-060)', () => {
  test('has every fact that the law names, and always asks who knows the person', () => {
    expect(breakGlassInput.parse(whole).dataClasses).toEqual(['enrolled', 'clinical'])
    expect(breakGlassInput.parse({ ...whole, dataClasses: [] }).dataClasses).toEqual(['enrolled'])
  })

  test.each(Object.keys(whole).filter((field) => field !== 'dataClasses'))(
    'is not enough without “%s”',
    (field) => {
      for (const nothing of [undefined, '', '  ']) {
        const read = breakGlassInput.safeParse({ ...whole, [field]: nothing })
        expect(read.success ? [] : Object.keys(breakGlassSentences(read.error))).toEqual([field])
      }
    },
  )

  test('opens no counselling notes, nothing of a charge, and nothing that somebody could think up', () => {
    const outside = fc.string().filter((text) => !Object.hasOwn(EMERGENCY_CLASSES, text))
    const refused = (dataClass: string) => {
      expect(breakGlassInput.safeParse({ ...whole, dataClasses: [dataClass] }).success).toBe(false)
    }
    for (const dataClass of ['counselling-notes', 'legal', 'supplies', 'everything', '__proto__'])
      refused(dataClass)
    fc.assert(fc.property(outside, refused))
  })
})

describe('the review of what was opened', () => {
  test.each([
    ['a Tuesday', '2026-11-24T15:00:00Z', '2026-11-25T15:00:00Z'],
    ['a Friday', '2026-11-27T15:00:00Z', '2026-11-30T15:00:00Z'],
    ['a Saturday', '2026-11-28T15:00:00Z', '2026-11-30T15:00:00Z'],
    ['a Sunday', '2026-11-29T15:00:00Z', '2026-11-30T15:00:00Z'],
    ['a Friday evening that is Saturday in London', '2026-11-28T01:00:00Z', '2026-12-01T01:00:00Z'],
  ])('of %s is due a business day later, in the county’s zone', (_, openedAt, dueAt) => {
    expect(reviewDueAt(new Date(openedAt), ZONE)).toEqual(new Date(dueAt))
  })
})
