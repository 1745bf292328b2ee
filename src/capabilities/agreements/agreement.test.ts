import { expect, test } from 'vitest'
import { endOfAgreement, neededBy, standingOf } from './agreement.ts'
import { ATTESTATION_TEXT, goldenRuleText, NOT_FOR_ENFORCEMENT } from './golden-rule.ts'
import { qsoaText } from './qsoa.ts'

const NOW = new Date('2026-11-24T12:00:00Z')
const inDays = (days: number) => ({ expiresAt: new Date(NOW.getTime() + days * 86_400_000) })
const between = { organization: 'Pierpoint Police', county: 'Harbor County' }

test('an agreement is missing, in force, near its end or over', () => {
  expect(standingOf(undefined, NOW)).toBe('missing')
  expect(standingOf(inDays(400), NOW)).toBe('in-force')
  expect(standingOf(inDays(61), NOW)).toBe('in-force')
  expect(standingOf(inDays(60), NOW)).toBe('ends-soon')
  expect(standingOf(inDays(0), NOW)).toBe('ended')
})

test('it lasts three years by the calendar, over a leap day too', () => {
  expect(endOfAgreement(NOW).toISOString()).toBe('2029-11-24T12:00:00.000Z')
  expect(endOfAgreement(new Date('2028-02-29T00:00:00Z')).toISOString()).toBe('2031-03-01T00:00:00.000Z')
})

test('every organization needs the golden rule, a Part 2 program its service agreement too (P2-004, LEAD-04)', () => {
  expect(neededBy({ isPart2Program: false })).toEqual(['golden-rule'])
  expect(neededBy({ isPart2Program: true })).toEqual(['golden-rule', 'qsoa'])
})

test('the same parties read the same words, others read others, and the fingerprint says which', () => {
  expect(goldenRuleText(between)).toEqual(goldenRuleText(between))
  expect(goldenRuleText(between).sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(goldenRuleText({ ...between, organization: 'Quay Police' }).sha256).not.toBe(
    goldenRuleText(between).sha256,
  )
})

test('the golden rule says what it is for: nobody worse off, and nothing learned used against anybody', () => {
  for (const { text } of [goldenRuleText(between), ATTESTATION_TEXT]) {
    expect(text).toContain('Nobody is worse off for taking part, or for being asked and saying no.')
    for (const use of ['to investigate', 'to charge', 'a warrant', 'revoked']) expect(text).toContain(use)
  }
  expect(ATTESTATION_TEXT.version).toBe(goldenRuleText(between).version)
})

test('the service agreement says what 42 CFR 2.11 asks of a service organization', () => {
  const { text } = qsoaText({ organization: 'Lantern House', county: 'Harbor County' })
  for (const said of [
    'In receiving, storing, processing or otherwise dealing with any of these records',
    'fully bound by 42 CFR part 2',
    'resist in judicial proceedings any efforts to obtain access',
    'passes nothing on to a third party',
  ])
    expect(text).toContain(said)
})

test('the banner names each use that is forbidden (P2-054)', () => {
  expect(NOT_FOR_ENFORCEMENT).toBe('Not for investigation, charging, warrants or revocation.')
})
