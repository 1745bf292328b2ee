import { expect, test } from 'vitest'
import { checkWork } from './check-work.ts'
import { cite } from './cite.ts'
import { judgeEvidence } from './judge-evidence.ts'
import type { LibraryRecord } from './record.ts'
import { practicesWithoutTerm } from './records-for.ts'
import { shippedRecords } from './shipped-records.ts'
import { findTerm, preferredTerm, TERMS } from './thesaurus.ts'

test('every shipped record says why it stands where it stands, and what it is useful for', () => {
  for (const record of shippedRecords()) {
    expect(record.evidenceReason, record.title).toBeTruthy()
    expect(record.usefulFor, record.title).toBeTruthy()
    expect(Object.keys(checkWork(record).faults), record.title).toEqual([])
  }
})

test('evidence follows from the design, and nothing is guessed', () => {
  const of = (design: string | null, title = 'A work') =>
    judgeEvidence({ design, title, journal: null }).evidence
  expect(of('randomized trial')).toBe('strong')
  expect(of('review')).toBe('moderate')
  expect(of('review', 'Syringe services: a systematic review')).toBe('strong')
  expect(of('review', 'PROTOCOL: a systematic review')).toBeNull()
  expect(of('law')).toBeNull()
  expect(of('hearsay')).toBeNull()
  expect(of(null)).toBeNull()
})

test('the thesaurus holds together: what is broader knows what is narrower, and every term that is named is there', () => {
  for (const { term, broader, narrower, related } of TERMS) {
    for (const name of [...broader, ...narrower, ...related])
      expect(findTerm(name), `${term}: ${name}`).toBeDefined()
    for (const name of narrower) expect(findTerm(name)?.broader, name).toContain(term)
  }
  expect(preferredTerm('suboxone')).toBe('Buprenorphine')
  expect(practicesWithoutTerm()).toEqual([])
})

test('a work is cited in three styles', async () => {
  const record = {
    ...{ id: 'x', title: 'What keeps people in touch', authors: ['Okafor R', 'Lin SM'], publishedOn: '2021' },
    ...{
      journal: 'Journal of Care',
      doi: '10.1000/1',
      type: 'journal article',
      subjects: [],
      rights: 'own-words',
    },
  } as unknown as LibraryRecord
  expect((await cite(record)).map(({ text }) => text)).toEqual([
    'Okafor, R., & Lin, S. M. (2021). What keeps people in touch. Journal of Care. https://doi.org/10.1000/1',
    'Okafor, R., and S. M. Lin. “What Keeps People in Touch.” Journal of Care, 2021, https://doi.org/10.1000/1.',
    'Okafor, R., and S. M. Lin. 2021. “What Keeps People in Touch.” Journal of Care. https://doi.org/10.1000/1.',
  ])
})
