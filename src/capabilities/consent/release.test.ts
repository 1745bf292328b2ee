import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPoliceDataClass, POLICE_DATA_CLASSES } from '#kernel/data-classes.ts'
import { HOW_TO_REVOKE, releaseForm, releaseInput } from './release.ts'

const signed = {
  personName: 'Sam Rivers',
  isAdult: 'yes',
  dataClasses: ['contact-made', 'handoff'],
  purpose: 'So that the officer knows I am safe',
  days: '90',
  signature: 'Sam Rivers',
}
type Element = keyof typeof signed
const ELEMENTS = Object.keys(signed) as Element[]

const fieldsRefused = (given: Partial<Record<Element, unknown>>): string[] => {
  const read = releaseInput.safeParse(given)
  return read.success ? [] : [...new Set(read.error.issues.map(({ path }) => String(path[0])))].sort()
}

describe('a release', () => {
  test('with every element of 42 CFR 2.31 can be signed', () => {
    expect(releaseInput.parse(signed)).toEqual({ ...signed, days: 90 })
  })

  test('without any of its elements cannot, and each that is missing is named (P2-010)', () => {
    fc.assert(
      fc.property(fc.subarray(ELEMENTS, { minLength: 1 }), (dropped) => {
        const rest = Object.fromEntries(
          Object.entries(signed).filter(([name]) => !dropped.includes(name as Element)),
        )
        expect(fieldsRefused(rest)).toEqual([...dropped].sort())
      }),
    )
  })

  test('with an element that is only space cannot either (P2-010)', () => {
    const space = fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\u00a0', '\u3000'), maxLength: 5 })
    fc.assert(
      fc.property(fc.constantFrom('personName', 'purpose', 'signature', 'days'), space, (element, blank) => {
        expect(fieldsRefused({ ...signed, [element]: blank })).toEqual([element])
      }),
    )
    expect(fieldsRefused({ ...signed, dataClasses: [] })).toEqual(['dataClasses'])
  })

  test.each(['0', '-1', '366', '1.5', 'a while', 'Infinity', '1e9', 'none'])(
    'cannot last %s days: it ends on a date within a year (P2-012)',
    (days) => expect(fieldsRefused({ ...signed, days })).toEqual(['days']),
  )

  test('can last from one day to a year', () => {
    for (const days of ['1', '365']) expect(fieldsRefused({ ...signed, days })).toEqual([])
  })
})

describe('what police may be told', () => {
  test('is six classes and no other', () => {
    expect(Object.keys(POLICE_DATA_CLASSES).sort()).toEqual([
      'contact-made',
      'engaged',
      'enrolled',
      'handoff',
      'intake-done',
      'officer-next-step',
    ])
  })

  test.each([
    'everything',
    'all records',
    'clinical',
    'counselling-notes',
    'attendance',
    'care-plan',
    'supplies',
    'placement',
    'identity',
    'legal',
    'constructor',
    '__proto__',
    'HANDOFF',
    'handoff ',
    '',
  ])('is never “%s” (P2-011)', (dataClass) => {
    expect(isPoliceDataClass(dataClass)).toBe(false)
    expect(fieldsRefused({ ...signed, dataClasses: ['handoff', dataClass] })).toEqual(['dataClasses'])
  })

  test('is nothing that anybody could think up (P2-011)', () => {
    const outside = fc.string().filter((text) => !Object.keys(POLICE_DATA_CLASSES).includes(text))
    fc.assert(fc.property(outside, (dataClass) => !isPoliceDataClass(dataClass)))
  })
})

describe('the form that the person signs', () => {
  const facts = {
    from: 'Harbor Recovery',
    to: 'Pierpoint Police',
    until: 'Monday, February 22, 2027, 9:00 AM',
  }
  const form = releaseForm(releaseInput.parse(signed), facts)

  test('says who, to whom, what, why, until when and how to stop, in words that do not change (P2-014)', () => {
    expect(form.text).toBe(
      [
        'I am Sam Rivers.',
        'Harbor Recovery may tell Pierpoint Police these things about me, and nothing else:',
        '- That somebody reached you, and when',
        '- That the handoff happened: when, where, and who confirmed it',
        'Why: So that the officer knows I am safe',
        'This ends on Monday, February 22, 2027, 9:00 AM.',
        HOW_TO_REVOKE,
        'I do not have to sign. If I do not, I get the same help.',
      ].join('\n'),
    )
    expect(form.version).toBe('named-recipient 1')
  })

  test('carries the SHA-256 of its very words, in every script (P2-014)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (personName) => {
        const { text, sha256 } = releaseForm({ ...releaseInput.parse(signed), personName }, facts)
        expect(text).toContain(`I am ${personName}.`)
        expect(sha256).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
      }),
    )
  })

  test('lists what was chosen and nothing else (P2-011)', () => {
    const classes = Object.keys(POLICE_DATA_CLASSES) as (keyof typeof POLICE_DATA_CLASSES)[]
    fc.assert(
      fc.property(fc.subarray(classes, { minLength: 1 }), (dataClasses) => {
        const { text } = releaseForm({ ...releaseInput.parse(signed), dataClasses }, facts)
        for (const dataClass of classes)
          expect(text.includes(`- ${POLICE_DATA_CLASSES[dataClass]}\n`)).toBe(dataClasses.includes(dataClass))
      }),
    )
  })
})
