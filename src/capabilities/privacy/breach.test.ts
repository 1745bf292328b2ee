import { describe, expect, test } from 'vitest'
import { noticesOwed } from './breach.ts'

const of = (changes: Partial<Parameters<typeof noticesOwed>[0]> = {}) =>
  noticesOwed({
    discoveredOn: '2026-11-24',
    affected: 3,
    mostInOneState: null,
    finding: 'breach',
    ...changes,
  })

describe('after a breach (P2-065; 45 CFR 164.404 to 164.408)', () => {
  test('the people are told within 60 days of its discovery, the Secretary within 60 of the end of the year', () => {
    expect(of()).toEqual([
      { told: 'people', by: '2027-01-23' },
      { told: 'hhs', by: '2027-03-01' },
    ])
    // A leap year's February has one day more.
    expect(of({ discoveredOn: '2027-02-01' })).toEqual([
      { told: 'people', by: '2027-04-02' },
      { told: 'hhs', by: '2028-02-29' },
    ])
  })

  test('of 500 or more people the Secretary is told when they are', () => {
    expect(of({ affected: 499 })[1]).toEqual({ told: 'hhs', by: '2027-03-01' })
    expect(of({ affected: 500 })[1]).toEqual({ told: 'hhs', by: '2027-01-23' })
  })

  test('of more than 500 people in one state the media are told too', () => {
    expect(of({ affected: 900, mostInOneState: 500 })).toHaveLength(2)
    expect(of({ affected: 900, mostInOneState: 501 })[2]).toEqual({ told: 'media', by: '2027-01-23' })
  })

  test('nobody has to be told where the four factors show a low probability; until then it counts as a breach', () => {
    expect(of({ finding: 'low-probability' })).toEqual([])
    expect(of({ finding: null, affected: null })).toHaveLength(2)
  })
})
