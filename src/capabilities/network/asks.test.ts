import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AskKey,
  type Asks,
  askWords,
  LEVEL_ASKS,
  MOUD_ASKS,
  REACH,
  USED_HOURS,
  without,
} from './asks.ts'
import { relaxed } from './find-misses.ts'
import { failings, type Judged, judge } from './judge.ts'

const at = new Date('2026-11-24T07:00Z')
const unknown: Judged = {
  ...{ openness: { state: 'unknown' }, intake: { state: 'unknown' } },
  ...{ timeZone: 'America/New_York', miles: 1 },
}

const one = <Value>(...values: readonly Value[]) => fc.constantFrom(...values)
const some = <Key extends string>(keys: readonly Key[]) => fc.constantFrom(...keys)
const asksOf: fc.Arbitrary<Asks> = fc.record(
  {
    payer: some(['medicaid', 'none', 'private'] as const),
    moud: some(Object.keys(MOUD_ASKS) as NonNullable<Asks['moud']>[]),
    level: some(Object.keys(LEVEL_ASKS) as NonNullable<Asks['level']>[]),
    age: fc.integer({ min: 0, max: 120 }),
    gender: some(['female', 'male', 'other'] as const),
    ...{ pregnant: one(true as const), children: one(true as const), pet: one(true as const) },
    ...{ noId: one(true as const), stepFree: one(true as const), walkIn: one(true as const) },
    used: some(Object.keys(USED_HOURS) as NonNullable<Asks['used']>[]),
    dropOff: one(true as const),
    when: some(['open', 'answering', 'door'] as const),
    room: some(['detox', 'shelter'] as const),
    within: some(Object.keys(REACH) as NonNullable<Asks['within']>[]),
  },
  { requiredKeys: [] },
)
const serviceOf: fc.Arbitrary<Judged> = fc.record({
  timeZone: one('America/New_York'),
  openness: one<Judged['intake']>({ state: 'open' }, { state: 'shut' }),
  intake: one<Judged['intake']>({ state: 'open' }, { state: 'shut' }, { state: 'unknown' }),
  miles: fc.option(fc.double({ min: 0, max: 60, noNaN: true }), { nil: undefined }),
  takes: one<(Judged['takes'] & object) | null>(null, [], ['private'], ['medicaid'], ['none']),
  minAge: one(null, 12, 18),
  maxAge: one(null, 21, 64),
  genders: one<(Judged['genders'] & object) | null>(null, ['male'], ['female', 'male']),
  moud: one<(Judged['moud'] & object) | null>(
    null,
    [],
    ['methadone:continue'],
    ['buprenorphine:start-same-day'],
  ),
  walkIn: one(null, true, false),
  needsId: one(null, 'required' as const, 'not-needed' as const),
  minHoursSinceUse: one(null, 12, 30),
})

describe('whatever is asked', () => {
  it('what nobody knows leaves a place on the list, but for a door that must be open and a distance', () => {
    fc.assert(
      fc.property(asksOf, (asks) => {
        expect(failings(judge(unknown, { ...without(asks, ['when']), within: undefined }, at))).toEqual([])
      }),
    )
  })

  it('each thing is judged by itself: with less asked, a place fails in nothing new', () => {
    fc.assert(
      fc.property(serviceOf, asksOf, fc.func(fc.boolean()), (service, asks, drops) => {
        const dropped = (Object.keys(asks) as AskKey[]).filter((key) => drops(key))
        const all = failings(judge(service, asks, at))
        expect(failings(judge(service, without(asks, dropped), at))).toEqual(
          all.filter((key) => !dropped.includes(key)),
        )
      }),
    )
  })

  it('leaving out what a place fails in is what brings it, and nothing less does', () => {
    fc.assert(
      fc.property(fc.array(serviceOf, { maxLength: 12 }), asksOf, (services, asks) => {
        const judged = services.map((service) => ({ judgements: judge(service, asks, at) }))
        const missing = judged.filter(({ judgements }) => failings(judgements).length === 1)
        for (const { dropped, count } of relaxed(missing)) {
          const fitting = (left: Asks) =>
            services.filter((service) => failings(judge(service, left, at)).length === 0).length
          expect(fitting(without(asks, dropped)) - fitting(asks)).toBe(count)
        }
      }),
    )
  })

  it('it is said in words of its own, each once', () => {
    fc.assert(
      fc.property(asksOf, (asks) => {
        const said = askWords(asks)
        expect(said.map(({ key }) => key).toSorted()).toEqual(Object.keys(asks).toSorted())
        expect(new Set(said.map(({ words }) => words)).size).toBe(said.length)
      }),
    )
  })
})
