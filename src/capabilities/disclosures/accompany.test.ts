import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { DATA_CLASSES } from '#kernel/data-classes.ts'
import { accompanimentOf, accompany, narrowestOf, type Scope } from './accompany.ts'
import { CHANNELS, REDISCLOSURE_RULES, type RedisclosureRule } from './ledger.ts'

/** Statement 1 of 42 CFR 2.32(a)(1), as it was fingerprinted from the rule and not from the product. */
const STATEMENT_1 = 'd82205a18044f9f45776343d91e26d8ddb44bf13e136af169ec73d755facd9a8'
const SCOPE =
  'Until 2027-02-22T12:00:00.000Z, unless the person stops it before, Harbor Recovery may tell you this and nothing else, in the words that the person read: That the handoff happened: when, where, and who confirmed it; That you take part, and since when. Why: So that the officer knows I am safe, "really"'

const scope: Scope = {
  discloserName: 'Harbor Recovery',
  dataClasses: ['handoff', 'enrolled'],
  purpose: 'So that the officer knows I am safe, "really"',
  expiresAt: new Date('2027-02-22T12:00:00Z'),
  redisclosureRule: 'none',
}
const carried = accompanimentOf(scope)

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** What a reader of each channel finds: the statement, the scope, and what they may do with it. */
const found = {
  page: Object.values(accompany('page', carried)),
  api: Object.values(accompany('api', carried)),
  json: Object.values(JSON.parse(JSON.stringify(accompany('json', carried)))),
  message: accompany('message', carried).split('\n\n'),
  pdf: accompany('pdf', carried).split('\n\n'),
  print: accompany('print', carried).split('\n\n'),
  csv: (parse(accompany('csv', carried)) as string[][]).flat(),
}

describe.each(CHANNELS)('what goes with a disclosure on the channel “%s”', (channel) => {
  test('is Statement 1, byte for byte, with the scope and what may be done with it (P2-030, P2-021)', () => {
    const parts = found[channel].map(String)
    expect(parts.map(sha256)).toContain(STATEMENT_1)
    expect(parts).toContain(SCOPE)
    expect(parts).toContain('You may not pass this on.')
  })

  test('is not in the words from before 2024', () => {
    const all = found[channel].join('\n')
    expect(all).not.toMatch(/prohibits unauthorized disclosure of these records/i)
    expect(all).not.toMatch(/restrict any use of the information to/i)
  })
})

describe('the scope', () => {
  test('names every class in the words that were signed, and no other', () => {
    for (const dataClass of Object.keys(DATA_CLASSES) as (keyof typeof DATA_CLASSES)[]) {
      const text = accompanimentOf({ ...scope, dataClasses: [dataClass] }).scope
      for (const [name, words] of Object.entries(DATA_CLASSES))
        expect(text.includes(`read: ${words}.`)).toBe(name === dataClass)
    }
  })

  test('of a release without a date or a name of its discloser says so, and that the person can stop it', () => {
    const open = accompanimentOf({ ...scope, expiresAt: null, discloserName: null, purpose: null }).scope
    expect(open).toMatch(/^Unless the person stops it before, whoever the release names may tell you/)
    expect(open).not.toContain('Why')
  })

  test.each(Object.keys(REDISCLOSURE_RULES) as RedisclosureRule[])(
    'says the rule “%s” in a sentence (P2-021)',
    (rule) => {
      expect(accompanimentOf({ ...scope, redisclosureRule: rule }).redisclosure).toBe(
        REDISCLOSURE_RULES[rule],
      )
    },
  )
})

test('what was told together is passed on as the narrowest rule lets, whichever release comes first (P2-021)', () => {
  const under = (redisclosureRule: RedisclosureRule) => accompanimentOf({ ...scope, redisclosureRule })
  const [hipaa, consent, none] = [
    under('hipaa-except-proceedings'),
    under('consistent-with-consent'),
    under('none'),
  ]
  expect(narrowestOf([hipaa, consent])).toBe(consent)
  expect(narrowestOf([consent, hipaa])).toBe(consent)
  expect(narrowestOf([none, hipaa, consent])).toBe(none)
  expect(narrowestOf([hipaa])).toBe(hipaa)
  expect(narrowestOf([])).toBeUndefined()
})
