import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CareStep, canNote, careOf, FOLLOW_UP_DAYS, lastCalls } from './care.ts'

const BEGAN = new Date('2026-11-01T12:00:00Z')
const onDay = (day: number) => new Date(BEGAN.getTime() + day * 86_400_000)

const step = (kind: CareStep['kind'], more: Partial<CareStep> = {}): CareStep => ({
  ...{ id: 'one', kind, at: BEGAN, serviceId: null, result: null, days: null, forAt: null },
  ...more,
})

const presses = fc.array(
  fc.record({ pick: fc.nat(), days: fc.constantFrom(...FOLLOW_UP_DAYS), day: fc.nat(40) }),
  {
    maxLength: 20,
  },
)

test('whatever happens, there is a next step: a rest, a no or a place that somebody left is not an end', () => {
  fc.assert(
    fc.property(presses, (drawn) => {
      const steps: CareStep[] = []
      for (const { pick, days, day } of drawn) {
        const care = careOf(BEGAN, steps, onDay(day))
        expect(care.may).toEqual(expect.arrayContaining(['call', 'safety', 'follow-up']))
        const moves = care.may.filter((kind) => !['call', 'safety', 'follow-up'].includes(kind))
        expect(moves.length).toBeGreaterThan(0)
        const kind = care.may[pick % care.may.length] as CareStep['kind']
        if (canNote(care, { kind, days })) steps.push(step(kind, { days, serviceId: 'place' }))
      }
      const kinds = steps.map(({ kind }) => kind)
      for (const [later, first] of [
        ['entered', 'arrived'],
        ['retained', 'entered'],
        ['arrived', 'offered'],
      ] as const)
        if (kinds.includes(later)) expect(kinds.indexOf(first)).toBeLessThan(kinds.indexOf(later))
    }),
    { numRuns: 300 },
  )
})

describe('follow-ups', () => {
  const at = (day: number, ...steps: CareStep[]) =>
    careOf(BEGAN, steps, onDay(day)).followUps.map(({ is }) => is)

  test('are due on day 1, 7, 30 and 90, and late two days after; none is passed silently', () => {
    expect(at(0.5)).toEqual(['waiting', 'waiting', 'waiting', 'waiting'])
    expect(at(8)).toEqual(['late', 'due', 'waiting', 'waiting'])
    expect(at(200)).toEqual(['late', 'late', 'late', 'late'])
  })

  test('without an answer stay due; reached is done', () => {
    expect(at(1.5, step('follow-up', { days: 1, result: 'no-answer' }))[0]).toBe('due')
    expect(at(1.5, step('follow-up', { days: 1, result: 'reached' }))[0]).toBe('reached')
  })

  test('stop when the person wants no more', () => {
    expect(at(8, step('follow-up', { days: 1, result: 'no-more' }))).toEqual([
      ...['stopped', 'stopped', 'stopped', 'stopped'],
    ])
  })

  test('are not noted ahead of their day', () => {
    expect(canNote(careOf(BEGAN, [], onDay(2)), { kind: 'follow-up', days: 7 })).toBe(false)
    expect(canNote(careOf(BEGAN, [], onDay(2)), { kind: 'follow-up', days: 1 })).toBe(true)
  })
})

test('offered, entered and retained are three things', () => {
  const offered = [step('offered', { serviceId: 'a' })]
  expect(careOf(BEGAN, offered, BEGAN)).toMatchObject({ stage: 'offered', serviceId: 'a' })
  expect(canNote(careOf(BEGAN, offered, BEGAN), step('entered'))).toBe(false)
  const entered = [...offered, step('arrived'), step('entered')]
  expect(careOf(BEGAN, entered, BEGAN)).toMatchObject({ stage: 'entered' })
  expect(careOf(BEGAN, [...entered, step('left-place')], BEGAN)).toMatchObject({
    ...{ stage: 'looking', serviceId: undefined },
  })
})

test('of each place the newest call counts', () => {
  const calls = [
    step('call', { serviceId: 'a', result: 'full' }),
    step('call', { serviceId: 'b', result: 'no-answer' }),
    step('call', { serviceId: 'a', result: 'bed-now' }),
  ]
  expect([...lastCalls(calls)].map(([id, { result }]) => [id, result])).toEqual([
    ['a', 'bed-now'],
    ['b', 'no-answer'],
  ])
})
