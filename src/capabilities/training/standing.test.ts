import { describe, expect, test } from 'vitest'
import { boardOf, readHoldings } from './board.ts'
import { assignedTo, type Setting } from './setting.ts'
import { gateAnswer, lastDay, standingOf } from './standing.ts'

const TODAY = '2026-11-25'
const asked = { since: '2026-10-01', days: 60 }

describe('how somebody stands with a course', () => {
  test('they have as many days as it says, from when it is asked or from when they came', () => {
    expect(standingOf(asked, undefined, '2020-01-01', TODAY)).toEqual({ is: 'due', by: '2026-11-30' })
    expect(standingOf(asked, undefined, '2026-11-20', TODAY)).toEqual({ is: 'due', by: '2027-01-19' })
    expect(standingOf({ ...asked, days: 30 }, undefined, '2020-01-01', TODAY)).toEqual({
      is: 'overdue',
      by: '2026-10-31',
    })
  })

  test('what they finished holds through its last day, and is told of a month before', () => {
    const stands = (until: string | undefined) => standingOf(asked, { until }, '2020-01-01', TODAY).is
    expect([undefined, '2027-05-01', '2026-12-01', TODAY, '2026-11-24'].map(stands)).toEqual([
      ...['current', 'current', 'ends-soon', 'ends-soon', 'overdue'],
    ])
  })

  test('a certificate of the last of a month ends on the last of a month', () => {
    expect(lastDay('2024-02-29', 12)).toBe('2025-02-28')
    expect(lastDay('2026-08-31', 6)).toBe('2027-02-28')
    expect(lastDay('2026-11-25', 24)).toBe('2028-11-25')
    expect(lastDay('2026-11-25', null)).toBeUndefined()
  })
})

const setting: Setting = {
  passMark: 80,
  slots: {},
  assignments: [
    { course: 'overdose', roles: ['officer', 'sergeant'], ...asked, months: 24 },
    { course: 'overdose', roles: ['sergeant'], since: '2026-10-01', days: 14, months: 24 },
    { course: 'set-up', roles: ['manager'], ...asked, months: null },
  ],
  gates: { carry: { mode: 'block', courses: ['overdose'], practice: ['overdose'] } },
}

describe('what hangs on training', () => {
  const gate = (held: string, roles: Parameters<typeof assignedTo>[1] = ['officer']) =>
    gateAnswer(setting, 'carry', assignedTo(setting, roles), readHoldings(held), TODAY)

  test('carrying needs the course and the practice, both on this day', () => {
    expect(gate('overdose=2027-01-01,overdose practice=').missing).toEqual([])
    expect(gate('overdose=2026-11-24,overdose practice=2026-11-25')).toEqual({
      mode: 'block',
      missing: [{ course: 'overdose', part: 'course' }],
    })
    expect(gate('').missing).toHaveLength(2)
  })

  test('of several certificates the one that holds longest counts', () => {
    expect(gate('overdose=2025-01-01,overdose=,overdose=2026-01-01,overdose practice=').missing).toEqual([])
  })

  test('nobody is kept from anything for a course that is not asked of them, nor where it is off', () => {
    expect(gate('', ['manager']).missing).toEqual([])
    expect(gateAnswer(setting, 'refer', assignedTo(setting, ['officer']), new Map(), TODAY)).toEqual({
      mode: 'off',
      missing: [],
    })
  })
})

test('the board begins with who is late, and counts each course', () => {
  const person = (id: string, role: 'officer' | 'sergeant' | 'privacy-officer') => ({
    ...{ id, name: id, title: null, email: `${id}@example.org`, roles: [role] },
    createdAt: new Date('2020-01-01T12:00:00Z'),
  })
  const people = [
    person('Ann', 'officer'),
    person('Bo', 'sergeant'),
    person('Cy', 'privacy-officer'),
    person('Di', 'officer'),
  ]
  const held = new Map([['Ann', readHoldings('overdose=,overdose practice=')]])
  const board = boardOf(setting, people, held, TODAY, 'America/New_York')
  expect(board.people.map((one) => [one.person.name, one.worst])).toEqual([
    ...[
      ['Bo', 'overdue'],
      ['Di', 'due'],
      ['Ann', 'current'],
      ['Cy', 'not-asked'],
    ],
  ])
  expect(board.counts.get('overdose')).toEqual({ current: 1, 'ends-soon': 0, due: 1, overdue: 1 })
  expect(board.stopped).toEqual({ carry: 2, 'leave-behind': 0, refer: 0 })
})
