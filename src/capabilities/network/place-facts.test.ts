import { describe, expect, it } from 'vitest'
import type { Listing } from './get-service.ts'
import { knownFacts, origins, unknownFacts } from './place-facts.ts'
import { milesWords } from './place-line.ts'
import { addressWords } from './place-row.page.tsx'

const unknown = {
  needs: ['shelter'],
  medicines: null,
  settings: null,
  takes: null,
  fees: null,
  ages: null,
  genders: null,
  languages: null,
  hours: null,
  phone: null,
  latitude: null,
  source: 'samhsa-list',
  siteSource: 'samhsa-list',
  providerSource: 'samhsa-list',
} as unknown as Listing

const known = {
  ...unknown,
  needs: ['treatment', 'moud'],
  medicines: [],
  settings: ['detox'],
  takes: ['medicaid', 'none'],
  fees: ['free'],
  ages: ['adults', 'seniors'],
  genders: ['female', 'male'],
  languages: ['Spanish'],
  hours: [],
  phone: '207-555-0103',
  latitude: 44.3,
  source: 'findtreatment',
} as unknown as Listing

describe('what is told of a place', () => {
  it('is what is known, and an empty list is an answer', () => {
    expect(knownFacts(known)).toEqual([
      { term: 'Helps with', value: 'Help with substance use · Medicine for opioid use' },
      { term: 'Medicines', value: 'None listed' },
      { term: 'Visit or stay', value: 'Detox' },
      { term: 'Takes', value: 'Medicaid · People with no insurance' },
      { term: 'Cost', value: 'Free' },
      { term: 'Ages', value: 'Adults · Seniors' },
      { term: 'For', value: 'Women · Men' },
      { term: 'Languages', value: 'English · Spanish' },
    ])
    expect(unknownFacts(known)).toEqual([])
  })

  it('is, where nobody told us, the question to ask; of medicines only where they might be given', () => {
    expect(knownFacts(unknown)).toEqual([{ term: 'Helps with', value: 'A place to stay' }])
    expect(unknownFacts(unknown)).toHaveLength(9)
    expect(unknownFacts(unknown).join()).not.toContain('medicines')
    expect(unknownFacts({ ...unknown, needs: ['moud'] }).join()).toContain('medicines')
  })

  it('comes from where it came from, one line a source, and hours from people here', () => {
    expect(origins(unknown)).toEqual([{ term: 'All of it', value: 'SAMHSA’s list of treatment facilities' }])
    expect(origins(known)).toEqual([
      { term: 'Name · Address', value: 'SAMHSA’s list of treatment facilities' },
      { term: 'What they offer', value: 'FindTreatment.gov' },
      { term: 'Hours', value: 'Entered by hand in Causeway' },
    ])
  })
})

it.each([
  [0, 'less than 0.1 mile'],
  [0.31, '0.3 miles'],
  [1.04, '1.0 mile'],
  [9.94, '9.9 miles'],
  [12.6, '13 miles'],
  [2512.2, '2,512 miles'],
])('%d miles are said as %s', (miles, words) => {
  expect(milesWords(miles).replaceAll('\u00a0', ' ')).toBe(words)
})

it('an address that is not published is its town', () => {
  const town = { street: null, street2: null, city: 'Pierpoint', state: 'ME', zip: '04609' }
  expect(addressWords(town)).toBe('Pierpoint, ME 04609')
  expect(addressWords({ ...town, street: '1 Way', street2: 'Suite 2' })).toBe(
    '1 Way, Suite 2, Pierpoint, ME 04609',
  )
})
