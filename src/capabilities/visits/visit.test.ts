import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Act, type Called, type Noted, type Standing, standingOf } from './visit.ts'

const START = new Date('2026-11-24T02:00:00Z')
const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000)

type World = { noted: Noted; calls: Called[] }

const opened = (asks: Noted['asks']): World => ({
  noted: {
    ...{ asks, openedAt: START, comfortAt: null, hospitalAt: null, fitAt: null, promiseAt: null },
    ...{ itemsAt: null, outcome: null, overriddenAt: null, endedAs: null },
  },
  calls: [],
})

/** What noting an act makes of a visit, as the verbs write it. */
const noting = ({ noted, calls }: World, act: Act, at: Date, choice: number): World => {
  const with_ = (more: Partial<Noted>): World => ({ noted: { ...noted, ...more }, calls })
  const change = (index: number, more: Partial<Called>): World => ({
    noted,
    calls: calls.map((call, of) => (of === index ? { ...call, ...more } : call)),
  })
  switch (act) {
    case 'comfort':
      return with_({ comfortAt: at })
    case 'hospital':
      return with_({ hospitalAt: at })
    case 'fit':
      return with_({ fitAt: at })
    case 'promise':
      return with_({ promiseAt: at })
    case 'items':
      return with_({ itemsAt: at })
    case 'decide':
      return with_({
        outcome: (['eligible', 'presumptively-ineligible', 'hard-stop'] as const)[choice % 3] ?? null,
      })
    case 'override':
      return with_({ overriddenAt: at })
    case 'call':
      return {
        noted,
        calls: [
          ...calls,
          {
            ...{ id: String(calls.length), calledAt: at, answer: null, minutes: null, answeredAt: null },
            ...{ hereSaidByStationAt: null, hereSaidByAngelAt: null },
          },
        ],
      }
    case 'answer': {
      const index = calls.findLastIndex(({ answer }) => answer === null)
      const answer = (['coming', 'no-answer', 'cannot'] as const)[choice % 3] ?? null
      return change(index, { answer, minutes: answer === 'coming' ? 15 : null, answeredAt: at })
    }
    case 'here': {
      const index = calls.findLastIndex((call) => call.answer === 'coming')
      return change(index, choice % 2 ? { hereSaidByStationAt: at } : { hereSaidByAngelAt: at })
    }
    case 'end':
      return with_({ endedAs: 'left' })
  }
}

/** A visit as it could go: each press one of what is offered at that moment. */
const walks = fc.record({
  asks: fc.constantFrom<Noted['asks']>('self', 'family'),
  presses: fc.array(
    fc.record({ pick: fc.nat(), choice: fc.nat(5), minutes: fc.integer({ min: 1, max: 90 }) }),
    {
      maxLength: 25,
    },
  ),
})

const walk = ({ asks, presses }: typeof walks extends fc.Arbitrary<infer Walk> ? Walk : never) => {
  let world = opened(asks)
  let minute = 0
  const stood: { standing: Standing; world: World; now: Date; act: Act | undefined }[] = []
  for (const { pick, choice, minutes } of presses) {
    minute += minutes
    const now = later(minute)
    const standing = standingOf(world.noted, world.calls, now)
    const act = standing.may[pick % Math.max(1, standing.may.length)]
    stood.push({ standing, world, now, act })
    if (!act) break
    world = noting(world, act, now, choice)
  }
  return stood
}

const always = (holds: (stand: ReturnType<typeof walk>[number]) => void) =>
  fc.assert(
    fc.property(walks, (drawn) => {
      walk(drawn).forEach(holds)
    }),
    { numRuns: 400 },
  )

describe('whichever way a visit goes', () => {
  test('nobody is lost: until it ended or an angel is there, something can be done, and they can go', () =>
    always(({ standing: { at, may } }) => {
      if (at === 'ended' || at === 'together') expect(may).toEqual([])
      else expect(may).toContain('end')
      if (at === 'hospital') expect(may).toContain('fit')
    }))

  test('the medical check is never skipped, and no angel is called before the promise', () =>
    always(({ act, world: { noted } }) => {
      if (act && ['promise', 'items', 'decide', 'override', 'call', 'answer', 'here'].includes(act))
        expect(noted.fitAt).not.toBeNull()
      if (act === 'call') expect(noted.promiseAt).not.toBeNull()
      if (act === 'fit' || act === 'hospital') expect(noted.comfortAt).not.toBeNull()
    }))

  test('an angel is called only for somebody whom the criteria let, or by an override; never after a hard stop', () =>
    always(({ act, world: { noted } }) => {
      if (act !== 'call' || noted.asks === 'family') return
      expect(noted.outcome).not.toBe('hard-stop')
      expect(noted.outcome === 'eligible' || noted.overriddenAt !== null).toBe(true)
    }))

  test('no clock is passed silently: whatever waits has one, and once it is late the next can be called', () =>
    always(({ standing: { at, clock, may }, now }) => {
      if (at !== 'asked' && at !== 'coming') return
      expect(clock?.isLate).toBe(now > (clock?.dueAt ?? now))
      expect(may).toContain('call')
    }))

  test('of a family nothing is asked that only the person could answer', () =>
    always(({ act, world: { noted } }) => {
      if (noted.asks === 'family') expect(['items', 'decide', 'override']).not.toContain(act)
    }))

  test('the officer stays until both say that the angel is there', () =>
    always(({ standing: { at, call } }) => {
      if (at === 'together') expect([call?.hereSaidByAngelAt, call?.hereSaidByStationAt]).not.toContain(null)
    }))
})

test('an angel who answers late is still the one who comes, if nobody else does', () => {
  let world = opened('family')
  for (const act of ['comfort', 'fit', 'promise', 'call'] as const) world = noting(world, act, later(1), 0)
  expect(standingOf(world.noted, world.calls, later(30))).toMatchObject({
    at: 'asked',
    clock: { isLate: true, dueAt: later(6) },
  })
  world = noting(world, 'answer', later(30), 0)
  expect(standingOf(world.noted, world.calls, later(31))).toMatchObject({
    at: 'coming',
    clock: { isLate: false, dueAt: later(45) },
  })
})
