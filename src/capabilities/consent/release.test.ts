import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPoliceDataClass, POLICE_DATA_CLASSES } from '#kernel/data-classes.ts'
import { newId } from '#kernel/ids.ts'
import { namedRelease } from './release.ts'
import { releaseText } from './release-text.ts'

const signed: Parameters<typeof namedRelease>[0]['input'] = {
  personName: 'Sam Rivers',
  dataClasses: ['contact-made', 'handoff'],
  purpose: 'So that the officer knows I am safe',
  days: 90,
  signature: 'Sam Rivers',
}
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
  })

  test('is nothing that anybody could think up (P2-011)', () => {
    const outside = fc.string().filter((text) => !Object.keys(POLICE_DATA_CLASSES).includes(text))
    fc.assert(fc.property(outside, (dataClass) => !isPoliceDataClass(dataClass)))
  })
})

describe('what is signed for one named recipient', () => {
  const zone = 'America/New_York'
  const release = (changes: Partial<typeof signed> = {}) =>
    namedRelease({
      id: newId(),
      personId: newId(),
      recipient: { id: newId(), name: 'Pierpoint Police' },
      discloser: { name: 'Harbor Recovery' },
      input: { ...signed, ...changes },
      at: new Date('2026-11-24T23:30:00-05:00'),
      zone,
    })

  test('is the form of its kind, which says who, to whom, what, why and until when (P2-014)', () => {
    expect(release().form).toEqual(
      releaseText(
        'named-recipient',
        {
          personName: 'Sam Rivers',
          discloserName: 'Harbor Recovery',
          recipients: [
            { name: 'Pierpoint Police', dataClasses: ['contact-made', 'handoff'], until: '2027-02-22' },
          ],
          purpose: 'So that the officer knows I am safe',
        },
        'en',
      ),
    )
  })

  test('holds through the last day that the form names, by the clock of the county', () => {
    expect(release().lines.map(({ expiresAt }) => expiresAt)).toEqual([
      new Date('2027-02-22T23:59:59.999-05:00'),
    ])
    expect(release({ days: 1 }).form?.text).toContain('This ends on November 25, 2026.')
  })

  test('lists what was chosen and nothing else (P2-011)', () => {
    const classes = Object.keys(POLICE_DATA_CLASSES) as (keyof typeof POLICE_DATA_CLASSES)[]
    fc.assert(
      fc.property(fc.subarray(classes, { minLength: 1 }), (dataClasses) => {
        const { form, lines } = release({ dataClasses })
        expect(lines.map((line) => line.dataClasses)).toEqual([dataClasses])
        for (const dataClass of classes)
          expect(form?.text.includes(`- ${POLICE_DATA_CLASSES[dataClass]}\n`)).toBe(
            dataClasses.includes(dataClass),
          )
      }),
    )
  })
})
