import { expect, test } from 'vitest'
import { endOfAgreement, neededBy, standsBy, stateOf } from './agreement.ts'
import { agreementWords, USUAL_TERMS } from './agreement-words.ts'
import { ATTESTATION_TEXT, goldenRuleText, NOT_FOR_ENFORCEMENT } from './golden-rule.ts'
import { promiseWords } from './memorandum.ts'
import { qsoaText } from './qsoa.ts'

const NOW = new Date('2026-11-24T12:00:00Z')
const day = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
const life = (expires: number, changes: Record<string, Date | null> = {}) => ({
  ...{ madeAt: day(-20), acceptedAt: day(-10), startsAt: null, endedAt: null, expiresAt: day(expires) },
  ...changes,
})
const between = { organization: 'Pierpoint Police', county: 'Harbor County' }

test('an agreement waits, begins later, is in force, near its end or over', () => {
  expect(stateOf(life(400, { acceptedAt: null }), NOW)).toBe('waiting')
  expect(stateOf(life(400, { startsAt: day(1) }), NOW)).toBe('to-come')
  expect(stateOf(life(400, { startsAt: day(0) }), NOW)).toBe('in-force')
  expect(stateOf(life(91), NOW)).toBe('in-force')
  expect(stateOf(life(90), NOW)).toBe('ends-soon')
  expect(stateOf(life(0), NOW)).toBe('ended')
  expect(stateOf(life(0, { acceptedAt: null }), NOW)).toBe('ended')
})

test('one that a party ended is over at once; one that the next replaces lasts until that begins', () => {
  expect(stateOf(life(400, { endedAt: day(0) }), NOW)).toBe('ended')
  expect(stateOf(life(400, { endedAt: day(30) }), NOW)).toBe('ends-soon')
  expect(stateOf(life(400, { acceptedAt: null, endedAt: day(-1) }), NOW)).toBe('ended')
})

test('an organization stands by what is in force and lasts longest, else by the newest', () => {
  const [short, long, waiting] = [life(30), life(300), life(900, { acceptedAt: null, madeAt: day(-1) })]
  expect(standsBy([short, waiting, long], NOW)).toBe(long)
  expect(standsBy([life(-1), waiting], NOW)).toBe(waiting)
  expect(standsBy([], NOW)).toBeUndefined()
})

test('a deflection agreement says its terms, who answers when, and that nothing is used against people', () => {
  const words = agreementWords({
    ...{
      kind: 'deflection',
      parties: ['Pierpoint Police', 'Lantern House', 'Open Door'],
      county: 'Harbor County',
    },
    terms: { ...USUAL_TERMS.deflection, responseMinutes: 90 },
    through: 'November 23, 2029',
  })
  for (const said of [
    'between Pierpoint Police, Lantern House and Open Door',
    USUAL_TERMS.deflection.custody,
    USUAL_TERMS.deflection.mayFlow,
    USUAL_TERMS.deflection.neverFlows,
    'within 90 minutes',
    'does not use to investigate, to charge',
    'from the last signature through November 23, 2029',
  ])
    expect(words.text).toContain(said)
  expect([1, 30, 60, 90, 120, 1440, 2880].map(promiseWords)).toEqual([
    ...['1 minute', '30 minutes', '1 hour', '90 minutes', '2 hours', '1 day', '2 days'],
  ])
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
