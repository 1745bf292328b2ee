import { expect, test } from 'vitest'
import type { OwnHandoff } from '#referrals'
import { nextStep } from './next-step.ts'

const NOW = new Date('2026-11-24T08:00:00Z')
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)

const handoff = (
  changes: Partial<OwnHandoff>,
  ...steps: OwnHandoff['steps'][number]['step'][]
): OwnHandoff => ({
  id: 'a',
  from: { name: 'Harbor Navigators', phone: null },
  to: { name: 'Lantern House', phone: null },
  submittedAt: minutes(-10),
  answerDueAt: minutes(20),
  withdrawnAt: null,
  forDate: null,
  steps: ['submitted' as const, ...steps].map((step) => ({ step, at: NOW, by: null })),
  ...changes,
})

test.each([
  ['a place that was asked answers by a time', handoff({}), { is: 'waiting', by: minutes(20) }],
  ['when the time is over it is late', handoff({ answerDueAt: minutes(-1) }), { is: 'late' }],
  ['a yes is a welcome', handoff({}, 'accepted'), { is: 'welcome' }],
  [
    'a yes for a day says which',
    handoff({ forDate: '2026-11-26' }, 'accepted'),
    { is: 'expected', on: '2026-11-26' },
  ],
  ['who arrived has arrived', handoff({ withdrawnAt: NOW }, 'accepted', 'arrived'), { is: 'arrived' }],
  ['a no is a no, late or not', handoff({ answerDueAt: minutes(-1) }, 'declined'), { is: 'declined' }],
  ['what was taken back is over', handoff({ withdrawnAt: NOW }, 'accepted'), { is: 'taken-back' }],
])('%s', (_, given, expected) => {
  expect(nextStep(given, NOW)).toEqual(expected)
})
