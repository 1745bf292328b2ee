import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesFrom } from '../../example.ts'
import { clockFace } from './clock-face.ts'

const zone = 'America/New_York'
const startAt = new Date('2026-03-10T02:16:00-04:00')
const dueAt = minutesFrom(startAt, 30)
const seen = (words: string) => words.replaceAll('\u00a0', '_')
const after = (minutes: number) => clockFace({ startAt, dueAt, now: minutesFrom(startAt, minutes) }, zone)

test('a clock that runs says what is left and by when, and its ring has emptied by as much', () => {
  const face = after(12)
  expect(face).toMatchObject({ state: 'running', arc: 60, figure: '18', unit: 'min' })
  expect(seen(face.words)).toBe('18_min left, by 2:46_AM.')
})

test('within a minute, the number agrees with the clocks on the wall', () => {
  expect(after(12.5).figure).toBe('18')
  expect(after(29.9).figure).toBe('1')
})

test('in its last minute’s end it is due now, and a minute later it is late', () => {
  expect(seen(after(30).words)).toBe('Due now, 2:46_AM.')
  expect(after(30.9)).toMatchObject({ state: 'late', figure: 'now', arc: 0 })
  expect(seen(after(36).words)).toBe('6_min late, was due 2:46_AM.')
  expect(after(36)).toMatchObject({ state: 'late', figure: '+6', unit: 'late' })
})

test('hours and days late say their unit', () => {
  expect(after(30 + 5 * 60)).toMatchObject({ figure: '+5', unit: 'h' })
  expect(after(30 + 3 * 24 * 60)).toMatchObject({ figure: '+3', unit: 'days' })
})

test('a clock that is done stands still: it says how long it took and when', () => {
  const times = { startAt, dueAt, doneAt: minutesFrom(startAt, 21) }
  const face = clockFace({ ...times, now: minutesFrom(startAt, 90) }, zone)
  expect(face.state).toBe('done')
  expect(seen(face.words)).toBe('Done in 21_min, at 2:37_AM.')
})

test('a deadline past midnight names the day', () => {
  const late = new Date('2026-03-10T23:40:00-04:00')
  const face = clockFace({ startAt: late, dueAt: minutesFrom(late, 30), now: late }, zone)
  expect(seen(face.words)).toBe('30_min left, by tomorrow 12:10_AM.')
})

test('Spanish ends its sentence with one full stop', () => {
  const face = clockFace({ startAt, dueAt, now: minutesFrom(startAt, 12) }, zone, 'es')
  expect(seen(face.words)).toBe('Quedan 18_min, antes de las 2:46_a.m.')
})

test('the ring is never over-full nor under-empty, and never grows', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -5000, max: 5000 }),
      fc.nat(500),
      fc.integer({ min: 0, max: 3000 }),
      (minutes, more, length) => {
        const due = minutesFrom(startAt, length)
        const arc = (now: number) =>
          clockFace({ startAt, dueAt: due, now: minutesFrom(startAt, now) }, zone).arc
        expect(arc(minutes)).toBeGreaterThanOrEqual(0)
        expect(arc(minutes)).toBeLessThanOrEqual(100)
        expect(arc(minutes + more)).toBeLessThanOrEqual(arc(minutes))
      },
    ),
  )
})
