import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Course,
  clocksOf,
  has,
  intakeDue,
  openSteps,
  ranOut,
  reportsOpen,
  type Side,
  STEPS,
  type StepKind,
  standingOf,
  WAYS,
  type Way,
} from './diversion.ts'

const START = new Date('2026-03-01T03:00:00Z')
const MINUTE = 60_000
const DAY = 86_400_000
const later = (ms: number) => new Date(START.getTime() + ms)

const begun = (way: Way): Course => ({ way, openedAt: START, arriveBy: later(30 * MINUTE), steps: [] })

const SIDES: readonly Side[] = ['sender', 'place', 'office']
type Try = { side: Side; pick: number; wait: number }

/** Whatever three sides do at random times, as far as they are let. */
const walkOf = (way: Way, tries: readonly Try[]): { course: Course; now: Date } => {
  let course = begun(way)
  let now = START
  for (const { side, pick, wait } of tries) {
    now = new Date(now.getTime() + wait)
    const open = openSteps(course, side, now)
    const kind = open[pick % Math.max(open.length, 1)]
    if (!kind) continue
    const sets = kind === 'handed-over' || kind === 'extended' || kind === 'office-extended'
    const outcome = { reported: reportsOpen(course)[0], decided: 'filed' }[kind as string] ?? null
    const step = { kind, at: now, outcome, dueAt: sets ? new Date(now.getTime() + 30 * DAY) : null }
    course = { ...course, steps: [...course.steps, step] }
  }
  return { course, now }
}

const walks = fc
  .tuple(
    fc.constantFrom(...(Object.keys(WAYS) as Way[])),
    fc.array(
      fc.record({
        side: fc.constantFrom(...SIDES),
        pick: fc.nat(12),
        wait: fc.oneof(fc.integer({ min: 1, max: 60 * MINUTE }), fc.integer({ min: DAY, max: 40 * DAY })),
      }),
      { maxLength: 30 },
    ),
  )
  .map(([way, tries]) => walkOf(way, tries))

const holds = (check: (walk: { course: Course; now: Date }) => void) =>
  fc.assert(fc.property(walks, check), { numRuns: 300 })

const firstAt = ({ steps }: Course, kind: StepKind) => steps.findIndex((step) => step.kind === kind)

describe('whatever anybody does, a diversion', () => {
  test('passes no step that comes before', () => {
    const BEFORE: readonly (readonly [StepKind, StepKind])[] = [
      ['arrived', 'handed-over'],
      ['handed-over', 'screened'],
      ['handed-over', 'packet-sent'],
      ['screened', 'intake-done'],
      ['packet-sent', 'reported'],
      ['packet-sent', 'decided'],
      ['decided', 'settled'],
    ]
    holds(({ course }) => {
      for (const [first, then] of BEFORE)
        if (has(course, then)) {
          expect(firstAt(course, first)).toBeGreaterThanOrEqual(0)
          expect(firstAt(course, first)).toBeLessThan(firstAt(course, then))
        }
    })
  })

  test('lets no deadline go by in silence: it stops, or it is said', () => {
    holds(({ course, now }) => {
      for (const at of [now, new Date(now.getTime() + 400 * DAY)]) {
        const said = ranOut(course, at).map(({ id }) => id)
        for (const { id, doneAt, dueAt } of clocksOf(course))
          expect(said.includes(id)).toBe(doneAt === undefined && dueAt <= at)
      }
      if (has(course, 'handed-over')) expect(intakeDue(course)).toBeDefined()
    })
  })

  test('loses nobody: until it is over somebody can always do something', () => {
    holds(({ course, now }) => {
      const muchLater = new Date(now.getTime() + 400 * DAY)
      const isOver =
        course.way === 'arrest' ? has(course, 'settled') : has(course, 'left') || has(course, 'intake-done')
      const neverWent = has(course, 'left') && !has(course, 'handed-over')
      if (!isOver && !neverWent)
        expect(SIDES.flatMap((side) => openSteps(course, side, muchLater))).not.toEqual([])
    })
  })

  test('is completed only after intake, and says nothing else than completed or not', () => {
    holds(({ course }) => {
      for (const { kind, outcome } of course.steps)
        if (kind === 'reported') expect(outcome === 'completed').toBe(has(course, 'intake-done'))
    })
  })

  test('has no packet, report or decision without a charge', () => {
    holds(({ course }) => {
      if (course.way !== 'arrest')
        for (const kind of ['packet-sent', 'reported', 'decided', 'legal-event'] as const)
          expect(has(course, kind)).toBe(false)
    })
  })

  test('lets each side take its own steps alone', () => {
    holds(({ course, now }) => {
      expect(openSteps(course, 'sender', now)).not.toContain('intake-done')
      expect(openSteps(course, 'sender', now)).not.toContain('reported')
      expect(openSteps(course, 'place', now)).not.toContain('decided')
      for (const kind of openSteps(course, 'office', now))
        expect(['office-extended', 'decided', 'legal-event']).toContain(kind)
      for (const side of SIDES) expect(openSteps(course, side, now)).not.toContain('overdue')
    })
  })
})

test('where it stands is said from what the reader knows alone', () => {
  const after = (...kinds: StepKind[]): Course => ({
    ...begun('arrest'),
    steps: kinds.map((kind) => ({
      kind,
      at: START,
      outcome: kind === 'reported' ? 'not-completed' : 'not-filed',
    })),
  })
  expect(standingOf(after())).toBe('Waits for the case manager')
  expect(standingOf(after('reached'))).toBe('On the way')
  expect(standingOf(after('arrived'))).toBe('Together')
  expect(standingOf(after('arrived', 'handed-over'))).toBe('With the case manager')
  expect(standingOf(after('screened'))).toBe('Waits for intake')
  expect(standingOf(after('intake-done'))).toBe('Intake done')
  expect(standingOf(after('left'))).toBe('Left')
  expect(standingOf(after('reported'))).toBe('Not completed')
  expect(standingOf(after('reported', 'decided'))).toBe('It is not filed')
  expect(Object.keys(STEPS)).toContain('overdue')
})

test('the thirty minutes stop when the case manager is there', () => {
  const waiting = begun('arrest')
  expect(ranOut(waiting, later(29 * MINUTE))).toEqual([])
  expect(ranOut(waiting, later(30 * MINUTE)).map(({ id }) => id)).toEqual(['arrival'])
  const there: Course = { ...waiting, steps: [{ kind: 'arrived', at: later(20 * MINUTE) }] }
  expect(ranOut(there, later(DAY))).toEqual([])
})
