import { describe, expect, test } from 'vitest'
import { keptOf, ranWarrantCheck, standingOf } from './decision.ts'

const asked = (...answers: ('yes' | 'no' | null)[]) => answers.map((answer) => ({ answer }))
const eligible = { outcome: 'eligible', overrideReason: null } as const
const overridden = { outcome: 'presumptively-ineligible', overrideReason: 'They live here' } as const

describe('how a decision stands', () => {
  test.each([
    ['approved where nobody is asked', eligible, asked(), 'approved'],
    ['waiting while one has not answered', eligible, asked('yes', null), 'waiting'],
    ['approved when all said yes', eligible, asked('yes', 'yes'), 'approved'],
    ['not approved at one no', eligible, asked('yes', 'no', null), 'not-approved'],
    ['overridden by a yes', overridden, asked('yes'), 'approved'],
    ['ineligible where it is left at that', { ...overridden, overrideReason: null }, asked(), 'ineligible'],
    [
      'stopped, whatever anybody says',
      { outcome: 'hard-stop', overrideReason: null },
      asked('yes'),
      'stopped',
    ],
  ] as const)('%s', (_, decision, approvals, standing) => {
    expect(standingOf(decision, approvals)).toBe(standing)
  })
})

const criterion = (id: string, check: 'asked' | 'history' | 'warrant') => ({
  ...{ id, label: id, question: id, fails: ['yes'], check, source: '' },
  outcome: 'presumptively-ineligible' as const,
})

test('what a check of history or warrants came to is not kept, met or not (CJIS)', () => {
  const finding = {
    outcome: 'presumptively-ineligible' as const,
    missed: [criterion('convictions', 'history'), criterion('age', 'asked')],
    met: [criterion('warrant', 'warrant'), criterion('area', 'asked')],
  }
  expect(keptOf(finding)).toEqual([
    { id: 'area', met: true },
    { id: 'age', met: false },
  ])
  expect(ranWarrantCheck(finding)).toBe(true)
  expect(ranWarrantCheck({ ...finding, met: [] })).toBe(false)
})
