import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { CLASS_WORDS } from '#kernel/data-classes.ts'
import { RELEASE_KINDS } from './release-kinds.ts'
import { FORM_VERSION, type ReleaseFacts, releaseText, SIGNER_GROUNDS } from './release-text.ts'

const facts: ReleaseFacts = {
  personName: 'Zoë Ibáñez 李',
  discloserName: 'Harbor Navigators',
  recipients: [
    { name: 'Pierpoint Police', dataClasses: ['enrolled', 'engaged'], until: '2027-02-22' },
    {
      name: 'Lantern House',
      dataClasses: ['identity', 'clinical'],
      until: '2027-11-24',
      endsOn: 'case-closed',
    },
  ],
  purpose: 'So that they know I am safe',
  monitoring: { duty: 'to see that I come', period: 'the program takes a year', revocableFrom: '2027-03-01' },
  participants: ['Open Door Clinic'],
  proceeding: 'Docket 27-114',
}

/** The first figures of each fingerprint. A word that changes changes one: then the words are another version. */
const FINGERPRINTS: Readonly<Record<string, string>> = {
  'counselling-notes 2026-11 en': '64a755907b6e',
  'counselling-notes 2026-11 es': 'b7821ff88d01',
  'criminal-justice 2026-11 en': 'dd06c105c902',
  'criminal-justice 2026-11 es': '4c36443bf662',
  'intermediary 2026-11 en': '5cf82ccfbf1f',
  'intermediary 2026-11 es': '51c0959d8d2b',
  'multi-party 2026-11 en': '5cf82ccfbf1f',
  'multi-party 2026-11 es': '51c0959d8d2b',
  'named-recipient 2026-11 en': '5cf82ccfbf1f',
  'named-recipient 2026-11 es': '51c0959d8d2b',
  'proceedings 2026-11 en': '02d1774a7ec0',
  'proceedings 2026-11 es': '2128bee131c4',
  'tpo 2026-11 en': 'b95e1fa893b3',
  'tpo 2026-11 es': '3bf9abca97c5',
}

const LANGUAGES = ['en', 'es'] as const
const kinds = RELEASE_KINDS.flatMap((kind) => LANGUAGES.map((language) => ({ kind, language })))

describe.each(kinds)('the form of a “$kind” release in “$language”', ({ kind, language }) => {
  const form = releaseText(kind, facts, language)

  test('has the fingerprint of its bytes, and the same facts give the same bytes (P2-014)', () => {
    expect(form.sha256).toBe(createHash('sha256').update(Buffer.from(form.text, 'utf8')).digest('hex'))
    expect(releaseText(kind, structuredClone(facts), language)).toEqual(form)
    expect([form.version, form.language]).toEqual([`${kind} ${FORM_VERSION}`, language])
  })

  test('names the person, who tells, who is told, what, why and until when (2.31(a)(1) to (7))', () => {
    for (const said of [
      'Zoë Ibáñez 李',
      'Harbor Navigators',
      'Pierpoint Police',
      'Lantern House',
      facts.purpose,
      '2027',
    ])
      expect(form.text).toContain(said)
    for (const dataClass of ['enrolled', 'engaged', 'identity', 'clinical'] as const)
      expect(form.text).toContain(`\n- ${CLASS_WORDS[language][dataClass]}\n`)
    expect(form.text).not.toContain(CLASS_WORDS[language].attendance)
    expect(form.text).not.toMatch(/undefined|null|NaN|\[object/)
  })

  test('is the one that this version has always had: other words are another version', () => {
    expect(form.sha256.slice(0, 12)).toBe(FINGERPRINTS[`${form.version} ${language}`])
  })
})

describe('what only one kind says', () => {
  const textOf = (kind: (typeof RELEASE_KINDS)[number]) => releaseText(kind, facts, 'en').text

  test('treatment, payment and operations: passed on under HIPAA, but never against the person (2.31(a)(4)(iii), (10))', () => {
    expect(textOf('tpo')).toContain('as the health law HIPAA lets it')
    expect(textOf('tpo')).toContain('Part 2 may not guard it any more')
    expect(textOf('tpo')).toContain('your health plan may not pay')
    expect(textOf('multi-party')).not.toContain('HIPAA')
  })

  test('where a charge is held: the duty, the period, and from when on it can be stopped (2.35)', () => {
    const text = textOf('criminal-justice')
    for (const said of ['to see that I come', 'the program takes a year', 'from March 1, 2027 on'])
      expect(text).toContain(said)
    expect(text).not.toContain('on any day')
    expect(textOf('named-recipient')).toContain('You can stop this on any day')
  })

  test('one that treats only: places that treat the person, where none is named (2.31(a)(4)(ii))', () => {
    expect(releaseText('intermediary', { ...facts, participants: [] }, 'en').text).toContain(
      'Only places that treat you.',
    )
    expect(textOf('intermediary')).toContain('- Open Door Clinic')
  })

  test('nothing of who else signs where the person signs alone; where not, who, and why they may (2.14, 2.15)', () => {
    const signedBy = (signer: ReleaseFacts['signer'], language: 'en' | 'es' = 'en') =>
      releaseText('tpo', { ...facts, signer }, language).text
    expect(textOf('tpo')).not.toContain('Who signs')
    expect(signedBy({ by: 'parent', name: 'Ada' })).toContain('Ada is a parent or guardian, and signs too.')
    for (const ground of SIGNER_GROUNDS) {
      const said = signedBy({ by: 'representative', name: 'Ada', ground }, 'es')
      expect(said).toContain('Firma Ada. Por qué puede:')
      expect(said).toContain('“Usted” en este papel quiere decir Zoë')
    }
  })

  test('a court case, or a counselor’s notes, are a paper of their own (P2-013)', () => {
    expect(textOf('proceedings')).toContain('Docket 27-114')
    expect(textOf('counselling-notes')).toContain('This paper is only about them.')
  })
})
