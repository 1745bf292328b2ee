import { describe, expect, test } from 'vitest'
import { readAttest } from './attest-paper.ts'
import { partsOf } from './release-pdf.ts'
import { LONGEST_SIGNATURE, readSignature } from './signature.ts'
import { SIGNING_WORDS } from './signing-words.ts'

const words = SIGNING_WORDS.en.sign
const read = (sent: Record<string, string>) =>
  readSignature(
    Object.fromEntries(Object.entries({ agree: 'yes', ...sent }).map(([name, one]) => [name, [one]])),
    words,
  )

describe('a signature', () => {
  test('is drawn, typed, or both', () => {
    expect(read({ signature: 'Zoë' })).toEqual({ signature: { how: 'typed', text: 'Zoë' } })
    expect(read({ strokes: 'M1 1L2 2' })).toEqual({ signature: { how: 'drawn', strokes: 'M1 1L2 2' } })
    expect(read({ strokes: 'M1 1', signature: 'Zoë' })).toMatchObject({
      signature: { how: 'drawn', text: 'Zoë' },
    })
  })

  test('is missing without either, or with a drawing that is none', () => {
    for (const strokes of ['', '<svg>', 'M1 1"', 'url(x)'])
      expect(read({ strokes })).toEqual({ errors: { signature: words.none } })
    expect(read({ strokes: 'M'.repeat(LONGEST_SIGNATURE + 1) })).toEqual({
      errors: { signature: words.tooLong },
    })
  })

  test('is none without the yes to the words', () => {
    expect(read({ signature: 'Zoë', agree: '' })).toEqual({ errors: { agree: words.mustAgree } })
  })
})

describe('a paper that was signed', () => {
  const now = new Date('2026-11-25T15:00:00Z')
  const at = { startedOn: '2026-11-24', today: '2026-11-25', now, zone: 'America/New_York' }
  const attest = (day: string, changes: Record<string, string[]> = {}) =>
    readAttest(
      {
        'signedOn-year': ['2026'],
        'signedOn-month': ['11'],
        'signedOn-day': [day],
        holds: ['yes'],
        ...changes,
      },
      at,
    )

  test('was signed since it was printed, and not in days to come', () => {
    expect(attest('25')).toEqual({ signedAt: now })
    expect(attest('24')).toEqual({ signedAt: new Date('2026-11-24T11:59:59.999-05:00') })
    for (const day of ['23', '26', '', 'x']) expect(attest(day)).toHaveProperty('errors.signedOn')
  })

  test('is held by the member who says so, and whoever translated it has a name and a language', () => {
    expect(attest('25', { holds: [] })).toHaveProperty('errors.holds')
    expect(attest('25', { interpreter: ['R. Gil'] })).toHaveProperty('errors.interpreter')
    expect(attest('25', { interpreter: ['R. Gil'], interpreterLanguage: ['Creole'] })).toEqual({
      signedAt: now,
    })
  })
})

test('a form becomes a title, headings, sentences and points, and nothing of it is left out', () => {
  const text = 'Your choice\n\nYou are Sam.\nMore.\n\nWho\n\nPolice\nThey may know:\n- a\n- b\nThis ends.'
  expect(partsOf(text)).toEqual([
    { is: 'title', words: 'Your choice' },
    { is: 'text', words: 'You are Sam.' },
    { is: 'text', words: 'More.' },
    { is: 'heading', words: 'Who' },
    { is: 'heading', words: 'Police' },
    { is: 'text', words: 'They may know:' },
    { is: 'points', points: ['a', 'b'] },
    { is: 'text', words: 'This ends.' },
  ])
})
