import { expect, test } from 'vitest'
import { callList, dayPartAt, isAvailable, type OnRoster } from './roster.ts'

const ZONE = 'America/New_York'
/** Tuesday, 2:16 in the morning, in Maine. */
const NIGHT = new Date('2026-11-24T07:16:00Z')

const angel = (memberId: string, place: number, more: Partial<OnRoster> = {}): OnRoster => ({
  ...{ memberId, place, organizationId: 'program', phone: '555-0100', hours: ['2-night'], awayUntil: null },
  ...more,
})

test('the part of the week is by the county’s own clock', () => {
  expect(dayPartAt(NIGHT, ZONE)).toBe('2-night')
  expect(dayPartAt(new Date('2026-11-30T04:59:00Z'), ZONE)).toBe('7-evening')
  expect(dayPartAt(new Date('2026-11-30T05:00:00Z'), ZONE)).toBe('1-night')
})

test('whoever is away is not called until the day after', () => {
  expect(isAvailable(angel('a', 1), NIGHT, ZONE)).toBe(true)
  expect(isAvailable(angel('a', 1, { awayUntil: '2026-11-24' }), NIGHT, ZONE)).toBe(false)
  expect(isAvailable(angel('a', 1, { awayUntil: '2026-11-23' }), NIGHT, ZONE)).toBe(true)
})

test('the call list: who can come now, in order; then the others; whoever was called already is last', () => {
  const roster = [angel('off', 1, { hours: [] }), angel('second', 3), angel('first', 2), angel('called', 0)]
  expect(callList(roster, new Set(['called']), NIGHT, ZONE).map(({ memberId }) => memberId)).toEqual([
    ...['first', 'second', 'off', 'called'],
  ])
})
