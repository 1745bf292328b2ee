import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Openness } from '#kernel/hours.ts'
import { DRAWBACKS, type Explainable, feltMiles, rankServices, reasonsFor } from './rank-services.ts'

const at = new Date('2026-11-24T15:00Z')
const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000)
const place = (changes: Partial<Explainable> = {}): Explainable => ({
  serviceId: 'a',
  needs: ['treatment'],
  medicines: null,
  takes: null,
  fees: null,
  miles: 1,
  openness: { state: 'open', until: later(4) },
  timeZone: 'America/New_York',
  ...changes,
})
const shut: Openness = { state: 'shut', opensAt: later(20) }
const order = (services: Explainable[], payer?: 'medicaid' | 'none' | 'not-sure') =>
  rankServices(services, { needs: [], payer, at }).map(({ serviceId }) => serviceId)

describe('the order of places', () => {
  it('is the nearest first, when nothing else tells them apart', () => {
    expect(order([place({ serviceId: 'far', miles: 9 }), place({ serviceId: 'near', miles: 2 })])).toEqual([
      'near',
      'far',
    ])
  })

  it('puts an open place before a shut one that is a little nearer, but not before one that is much nearer', () => {
    const open = place({ serviceId: 'open', miles: 8 })
    expect(order([place({ serviceId: 'shut', miles: 1, openness: shut }), open])).toEqual(['open', 'shut'])
    expect(
      order([
        place({ serviceId: 'shut', miles: 1, openness: shut }),
        place({ serviceId: 'open', miles: 30 }),
      ]),
    ).toEqual(['shut', 'open'])
  })

  it('puts a place that takes the insurance before one that may, and that before one that does not', () => {
    const services = [
      place({ serviceId: 'no', takes: ['private'] }),
      place({ serviceId: 'unknown', takes: null }),
      place({ serviceId: 'yes', takes: ['medicaid'] }),
    ]
    expect(order(services, 'medicaid')).toEqual(['yes', 'unknown', 'no'])
    expect(new Set(services.map((one) => feltMiles(one, { needs: [], payer: 'not-sure', at })))).toEqual(
      new Set([1]),
    )
  })

  it('takes no notice of distance where nobody said where the person is', () => {
    expect(
      order([
        place({ serviceId: 'b', miles: undefined, openness: shut }),
        place({ serviceId: 'c', miles: undefined }),
      ]),
    ).toEqual(['c', 'b'])
  })

  const state = fc.constantFrom<Openness>(
    { state: 'open' },
    { state: 'closes-soon', until: later(0.5) },
    { state: 'unknown' },
    shut,
  )
  const any = fc.record({
    serviceId: fc.uuid(),
    miles: fc.double({ min: 0, max: 500, noNaN: true }),
    openness: state,
    takes: fc.constantFrom(null, [], ['medicaid'], ['none'], ['private']) as fc.Arbitrary<
      Explainable['takes']
    >,
  })
  const wishes = { needs: ['treatment'], payer: 'medicaid', at } as const

  it('does not depend on the order in which places were found', () => {
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: ({ serviceId }) => serviceId }), (list) => {
        const services = list.map(place)
        const ids = (ranked: Explainable[]) => ranked.map(({ serviceId }) => serviceId)
        expect(ids(rankServices(services.toReversed(), wishes))).toEqual(ids(rankServices(services, wishes)))
      }),
    )
  })

  it('never puts a place behind one that is further away and in nothing better', () => {
    fc.assert(
      fc.property(any, fc.double({ min: 0.1, max: 100, noNaN: true }), (one, further) => {
        const near = place({ ...one, serviceId: 'z' })
        const far = place({ ...one, serviceId: 'a', miles: one.miles + further })
        expect(rankServices([far, near], wishes)[0]?.serviceId).toBe('z')
      }),
    )
  })
})

describe('the reasons that are given', () => {
  const say = (changes: Partial<Explainable>, wishes: Parameters<typeof reasonsFor>[1] = { needs: [], at }) =>
    reasonsFor(place(changes), wishes).map(({ kind, text }) => `${kind}: ${text.replace(/\u00a0/g, ' ')}`)

  it('say until when a place is open, by its own clock', () => {
    expect(say({})).toEqual(['fits: Open until 2:00 PM'])
    expect(say({ timeZone: 'America/Los_Angeles' })).toEqual(['fits: Open until 11:00 AM'])
    expect(say({ openness: { state: 'open' } })).toEqual(['fits: Open all day and night'])
    expect(say({ openness: { state: 'open', until: later(15) } })).toEqual([
      'fits: Open until tomorrow 1:00 AM',
    ])
    expect(say({ openness: { state: 'closes-soon', until: later(0.5) } })).toEqual([
      'unsure: Closes soon, at 10:30 AM',
    ])
  })

  it('say when a shut place opens', () => {
    expect(say({ openness: { state: 'shut', opensAt: later(2) } })).toEqual([
      'against: Closed. Opens 12:00 PM',
    ])
    expect(say({ openness: shut })).toEqual(['against: Closed. Opens tomorrow 6:00 AM'])
    expect(say({ openness: { state: 'shut', opensAt: later(24 * 3) } })).toEqual([
      'against: Closed. Opens Friday 10:00 AM',
    ])
    expect(say({ openness: { state: 'shut' } })).toEqual(['against: Closed'])
  })

  it('call what nobody knows unsure, never a no', () => {
    expect(say({ openness: { state: 'unknown' } }, { needs: [], payer: 'medicaid', at })).toEqual([
      'unsure: We don’t know if they take Medicaid. Ask when you call',
      'unsure: Hours not known',
    ])
  })

  it('name the medicines', () => {
    const wishes = { needs: ['moud', 'shelter'], at } as const
    expect(
      say({ needs: ['treatment', 'moud'], medicines: ['methadone', 'buprenorphine'] }, wishes).slice(0, 2),
    ).toEqual(['fits: Gives methadone and buprenorphine', 'against: Not listed for: a place to stay'])
    expect(say({ needs: ['moud'] }, wishes)[0]).toBe('fits: Medicine for opioid use')
  })

  it('tell somebody without insurance what it costs, as far as anybody knows', () => {
    const none = (changes: Partial<Explainable>) => say(changes, { needs: [], payer: 'none', at })[0]
    expect(none({ takes: ['none'], fees: ['free'] })).toBe('fits: Free')
    expect(none({ takes: ['none'], fees: ['sliding-fee', 'cash'] })).toBe(
      'fits: No insurance needed: you pay what you can',
    )
    expect(none({ takes: ['none'], fees: ['payment-assistance'] })).toBe(
      'fits: No insurance needed: help with paying',
    )
    expect(none({ takes: ['medicaid'], fees: ['cash'] })).toBe(
      'unsure: No insurance: takes cash. Ask what it costs',
    )
    expect(none({ takes: ['medicaid'], fees: [] })).toBe(
      'against: Does not list help for people with no insurance',
    )
    expect(none({})).toBe('unsure: We don’t know if they help people with no insurance. Ask when you call')
  })

  it('tell whose insurance is not listed whether there is help all the same', () => {
    const medicare = (takes: Explainable['takes']) => say({ takes }, { needs: [], payer: 'medicare', at })[0]
    expect(medicare(['medicare'])).toBe('fits: Takes Medicare')
    expect(medicare(['private'])).toBe('against: Does not list Medicare')
    expect(medicare(['private', 'none'])).toBe(
      'unsure: Does not list Medicare, but helps people who can’t pay',
    )
    expect(say({ takes: ['private', 'military'] }, { needs: [], payer: 'military', at })[0]).toBe(
      'fits: Takes military insurance',
    )
  })

  it('say nothing of insurance to somebody who is not sure', () => {
    expect(say({ takes: ['private'] }, { needs: [], payer: 'not-sure', at })).toEqual([
      'fits: Open until 2:00 PM',
    ])
  })
})

it('is explained in miles: a drawback that nobody knows of weighs less than one that is sure', () => {
  expect(DRAWBACKS.hoursUnknown).toBeLessThan(DRAWBACKS.shut)
  expect(DRAWBACKS.payerUnknown).toBeLessThan(DRAWBACKS.payerNotTaken)
})
