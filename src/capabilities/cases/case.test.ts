import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#kernel/refusal.ts'
import {
  caseloadOf,
  changeStanding,
  followUpDays,
  nextStatuses,
  OUTCOMES,
  type Outcome,
  STATUSES,
  type Standing,
  type Status,
  tasksAfter,
} from './case.ts'
import { mergeFields } from './merge-fields.ts'
import { nameSounds } from './name-sounds.ts'
import { needCode, needsNow } from './needs.ts'
import { putOff, urgencyOf } from './queue.ts'

const statuses = Object.keys(STATUSES) as Status[]
const outcomes = Object.keys(OUTCOMES) as Outcome[]
const wish = fc.record({
  status: fc.constantFrom(...statuses),
  outcome: fc.option(fc.constantFrom(...outcomes), { nil: undefined }),
})

describe('how a case stands', () => {
  test('whatever is asked of it, it has an outcome exactly while it is closed, and leads on from everywhere', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 20 }), (wishes) => {
        let now: Standing = { status: 'intake', outcome: undefined }
        for (const to of wishes) {
          const changed = changeStanding(now, to)
          if (isRefusal(changed)) continue
          now = changed
          expect(now.outcome !== undefined).toBe(now.status === 'closed')
          expect(nextStatuses(now.status).length).toBeGreaterThan(0)
        }
      }),
    )
  })

  test('from every status it can come back to active, so that nobody is lost', () => {
    for (const status of statuses.filter((one) => one !== 'active'))
      expect(changeStanding({ status, outcome: undefined }, { status: 'active' })).toEqual({
        status: 'active',
        outcome: undefined,
      })
  })

  test('on no path does an open task disappear: closed and opened, as many are due as before, less what was done', () => {
    type Task = { ended: undefined | 'done' | 'with-case' }
    const act = fc.oneof(wish, fc.constant('add' as const), fc.constant('do' as const))
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let now: Standing = { status: 'active', outcome: undefined }
        const tasks: Task[] = []
        let done = 0
        for (const one of acts) {
          if (one === 'add') tasks.push({ ended: undefined })
          else if (one === 'do') {
            const open = tasks.find(({ ended }) => ended === undefined)
            if (open) {
              open.ended = 'done'
              done += 1
            }
          } else {
            const changed = changeStanding(now, one)
            if (isRefusal(changed)) continue
            const what = tasksAfter(now.status, changed.status)
            for (const task of tasks) {
              if (what === 'end' && task.ended === undefined) task.ended = 'with-case'
              if (what === 'bring-back' && task.ended === 'with-case') task.ended = undefined
            }
            now = changed
          }
        }
        if (now.status === 'closed') now = { status: 'active', outcome: undefined }
        for (const task of tasks) if (task.ended === 'with-case') task.ended = undefined
        expect(tasks.filter(({ ended }) => ended === undefined)).toHaveLength(tasks.length - done)
      }),
    )
  })

  test('somebody entered late is asked once for what was missed, and at each time that is still to come', () => {
    const now = new Date('2026-11-24T15:00:00Z')
    const since = (days: number) => followUpDays(new Date(now.getTime() - days * 86_400_000), now)
    expect([0, 2, 13, 100].map(since)).toEqual([[1, 7, 30, 90], [1, 7, 30, 90], [7, 30, 90], [90]])
  })

  test('a caseload is full at 20 and too many above 25', () => {
    expect([0, 19, 20, 25, 26].map(caseloadOf)).toEqual(['room', 'room', 'full', 'full', 'too-many'])
  })
})

describe('the queue', () => {
  const now = new Date('2026-11-24T15:00:00Z')
  const dayEndsAt = new Date('2026-11-25T04:59:59Z')
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

  test('what is late or within the hour is now; the rest of the day is today', () => {
    expect([-9000, 60, 61, 839, 840].map((minutes) => urgencyOf(at(minutes), now, dayEndsAt))).toEqual([
      'now',
      'now',
      'today',
      'today',
      'week',
    ])
  })

  test('what is put off comes later than now, however late it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.integer({ min: 1, max: 30 }),
        (minutes, days) => {
          const later = putOff(at(minutes), now, days)
          expect(later.getTime()).toBeGreaterThan(now.getTime())
          expect(later.getTime()).toBeGreaterThan(at(minutes).getTime())
        },
      ),
    )
  })
})

describe('two who edit at once', () => {
  const word = fc.constantFrom('', 'a', 'b', 'c')
  const fields = fc.record({ called: word, phone: word, whereabouts: word })

  test('lose nothing: each change is kept, or stands beside the other for somebody to choose', () => {
    fc.assert(
      fc.property(fields, fields, fields, (was, mine, theirs) => {
        const { merged, clashes } = mergeFields(was, mine, theirs)
        for (const field of ['called', 'phone', 'whereabouts'] as const) {
          const clash = clashes.find((one) => one.field === field)
          if (clash) expect(clash).toEqual({ field, mine: mine[field], theirs: theirs[field] })
          else if (mine[field] !== was[field]) expect(merged[field]).toBe(mine[field])
          else expect(merged[field]).toBe(theirs[field])
        }
      }),
    )
  })
})

test('a name is found again as it sounds, and an initial sounds like nothing', () => {
  const shares = (one: string, other: string) =>
    nameSounds(one).some((code) => nameSounds(other).includes(code))
  expect(shares('Catherine Meyer', 'Katharine Mayer')).toBe(true)
  expect(shares('José', 'Jose')).toBe(true)
  expect(shares('Walter', 'Priya')).toBe(false)
  expect(nameSounds('J.')).toEqual([])
  expect(nameSounds(undefined)).toEqual([])
})

test('of each need the newest word stands, in whatever order they were written', () => {
  const day = (date: number) => new Date(Date.UTC(2026, 10, date))
  const wanted = { what: needCode('housing', 'wanted'), happenedAt: day(1) }
  const done = { what: needCode('housing', 'done'), happenedAt: day(5) }
  const other = { what: 'nothing:known', happenedAt: day(6) }
  for (const entries of [
    [wanted, done, other],
    [done, other, wanted],
  ])
    expect(needsNow(entries)).toEqual([{ need: 'housing', state: 'done', at: day(5) }])
})
