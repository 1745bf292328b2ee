import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DataClass, POLICE_DATA_CLASSES } from '#kernel/data-classes.ts'
import { PLACES, sampleSigning } from '#tests/support/sample-signing.ts'
import { formOf } from './finish-signing.ts'
import {
  classesFor,
  classesOf,
  factsOf,
  kindOf,
  mayName,
  proposedOf,
  recipientsOf,
  SIGNING_KINDS,
  untilOf,
} from './signing.ts'

const { navigators, police, prosecutor } = PLACES

describe('whom a release may name', () => {
  test('police only where each place has its own list; a court for a hearing too (P2-020)', () => {
    const naming = (place: typeof police | typeof prosecutor) =>
      SIGNING_KINDS.filter((kind) => mayName(kind, place))
    expect(naming(police)).toEqual(['named'])
    expect(naming(prosecutor)).toEqual(['named', 'proceedings', 'criminal-justice'])
    for (const kind of SIGNING_KINDS.filter((one) => one !== 'criminal-justice'))
      expect(mayName(kind, navigators)).toBe(true)
  })

  test('is what the member proposed and the person chose, of places that there are', () => {
    const to = (changes: Parameters<typeof sampleSigning>[0]) =>
      recipientsOf(sampleSigning(changes)).map(({ id }) => id)
    expect(to({})).toEqual(['navigators', 'police'])
    expect(to({ recipients: ['clinic', 'prosecutor', 'elsewhere'] })).toEqual(['clinic'])
    expect(to({ kind: ['tpo'] })).toEqual(['navigators'])
    expect(proposedOf(sampleSigning({ kind: ['tpo'], proposed: ['police'] }))).toEqual([])
  })

  test('with several places it is one release of several parties, with one of one (LEAD-01)', () => {
    expect(kindOf(sampleSigning())).toBe('multi-party')
    expect(kindOf(sampleSigning({ recipients: ['police'] }))).toBe('named-recipient')
    expect(kindOf(sampleSigning({ kind: ['everything'] }))).toBe('multi-party')
  })
})

describe('what a place may know', () => {
  test('is for police and courts never more than the wall lets them, whatever is sent (P2-011)', () => {
    const anything = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('everything', 'clinical', 'legal', 'handoff')),
    )
    fc.assert(
      fc.property(anything, (sent) => {
        const told = classesOf(sampleSigning({ 'classes-police': sent }), police)
        expect(told.every((one) => Object.hasOwn(POLICE_DATA_CLASSES, one))).toBe(true)
      }),
    )
    expect(classesFor('named', prosecutor)).toEqual(Object.keys(POLICE_DATA_CLASSES))
  })

  test('is what was chosen for it, and nothing that was chosen for another (LEAD-01)', () => {
    const signing = sampleSigning()
    expect([classesOf(signing, navigators), classesOf(signing, police)]).toEqual([
      ['identity', 'care-plan'],
      ['handoff', 'enrolled'],
    ])
  })

  test('is of a counselor’s notes nothing but these, and these in no other release (P2-013)', () => {
    expect(classesOf(sampleSigning({ kind: ['counselling-notes'] }), navigators)).toEqual([
      'counselling-notes',
    ])
    for (const kind of SIGNING_KINDS.filter((one) => one !== 'counselling-notes'))
      expect(classesFor(kind, navigators)).not.toContain('counselling-notes' satisfies DataClass)
  })
})

describe('until when', () => {
  const until = (changes: Parameters<typeof sampleSigning>[0]) => untilOf(sampleSigning(changes), 'police')
  const day = (year: string, month: string, date: string) => ({
    'until-police': ['day'],
    'day-police-year': [year],
    'day-police-month': [month],
    'day-police-day': [date],
  })

  test('is counted from the day on which it was begun, and never without an end (P2-012)', () => {
    expect(until({})).toBe('2026-12-24')
    expect(until({ 'until-police': ['case'] })).toBe('2027-11-24')
    for (const none of ['none', 'always', '', '366', 'Infinity'])
      expect(until({ 'until-police': [none] })).toBeUndefined()
  })

  test('is a day of one’s own if there is one, it is still to come, and within a year', () => {
    expect(until(day('2027', '3', '20'))).toBe('2027-03-20')
    expect(until(day('2027', '11', '24'))).toBe('2027-11-24')
    for (const bad of [
      day('2026', '11', '24'),
      day('2027', '11', '25'),
      day('2027', '2', '30'),
      day('', '', ''),
    ])
      expect(until(bad)).toBeUndefined()
  })
})

describe('the words', () => {
  test('are in the person’s language and name each place with its own list and end', () => {
    const { text, language } = formOf(sampleSigning())
    expect(language).toBe('es')
    expect(text).toContain('Harbor Navigators\nPuede saber:\n- Su nombre')
    expect(text).toContain(
      'Termina cuando se cierre su caso. A más tardar termina el 24 de noviembre de 2027.',
    )
    expect(text).toContain('Pierpoint Police\nPuede saber:\n- Que usted llegó')
    expect(text).toContain('Termina el 24 de diciembre de 2026.')
  })

  test('have no line that somebody typed: a text is one line, whatever it holds', () => {
    const forged = 'Sam\n\nCounty Prosecutor\nThey may know:\n- Everything'
    const facts = factsOf(
      sampleSigning({
        personName: [forged],
        purpose: ['own'],
        purposeWords: [forged],
        kind: ['proceedings'],
        proceeding: [forged],
      }),
    )
    for (const text of [facts.personName, facts.purpose, facts.proceeding])
      expect(text).not.toMatch(/[\n\r\u2028]/)
  })
})
