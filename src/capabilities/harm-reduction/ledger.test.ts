import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanceKey, fallsShort, type Movement, movementBack, movementOfCount, sumOf } from './ledger.ts'

const HOLDERS = ['shelf', 'car', 'officer']
const LOTS = ['HC-1', 'HC-2']

const movement: fc.Arbitrary<Movement> = fc
  .record({
    lotId: fc.constantFrom(...LOTS),
    fromHolderId: fc.constantFrom(null, ...HOLDERS),
    toHolderId: fc.constantFrom(null, ...HOLDERS),
    kits: fc.integer({ min: 1, max: 20 }),
  })
  .filter(({ fromHolderId, toHolderId }) => fromHolderId !== toHolderId)

const of = (balances: ReturnType<typeof sumOf>, holder: string, lot: string) =>
  balances.get(balanceKey(holder, lot)) ?? 0

test('in whatever order paperwork comes in, the balances are the same', () => {
  fc.assert(
    fc.property(fc.array(movement, { maxLength: 30 }), fc.integer(), (events, seed) => {
      const shuffled = events
        .map((event, index) => ({ event, at: (index * 7919 + seed) % 101 }))
        .sort((a, b) => a.at - b.at)
        .map(({ event }) => event)
      for (const holder of HOLDERS)
        for (const lot of LOTS) expect(of(sumOf(shuffled), holder, lot)).toBe(of(sumOf(events), holder, lot))
    }),
    { numRuns: 60 },
  )
})

test('no kit appears or is gone but by an event that says so', () => {
  fc.assert(
    fc.property(fc.array(movement, { maxLength: 30 }), (events) => {
      const all = [...sumOf(events).values()].reduce((sum, kits) => sum + kits, 0)
      const came = events.reduce((sum, one) => sum + (one.fromHolderId === null ? one.kits : 0), 0)
      const went = events.reduce((sum, one) => sum + (one.toHolderId === null ? one.kits : 0), 0)
      expect(all).toBe(came - went)
    }),
    { numRuns: 60 },
  )
})

test('a book that only takes what does not fall short never goes below zero', () => {
  fc.assert(
    fc.property(fc.array(movement, { maxLength: 40 }), (events) => {
      const kept: Movement[] = []
      for (const event of events) if (!fallsShort(sumOf(kept), event)) kept.push(event)
      for (const kits of sumOf(kept).values()) expect(kits).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 60 },
  )
})

test('a correction leaves every balance as if the event had never been', () => {
  fc.assert(
    fc.property(fc.array(movement, { minLength: 1, maxLength: 20 }), fc.nat(), (events, which) => {
      const at = which % events.length
      const without = sumOf(events.filter((_, index) => index !== at))
      const corrected = sumOf([...events, movementBack(events[at] as Movement)])
      for (const holder of HOLDERS)
        for (const lot of LOTS) expect(of(corrected, holder, lot)).toBe(of(without, holder, lot))
    }),
    { numRuns: 60 },
  )
})

test('after a count the book says what was counted, and nothing else has moved', () => {
  fc.assert(
    fc.property(fc.array(movement, { maxLength: 20 }), fc.nat({ max: 50 }), (events, counted) => {
      const before = sumOf(events)
      const count = movementOfCount(
        { holderId: 'shelf', lotId: 'HC-1' },
        of(before, 'shelf', 'HC-1'),
        counted,
      )
      const after = sumOf([...events, count])
      expect(of(after, 'shelf', 'HC-1')).toBe(counted)
      for (const holder of HOLDERS)
        for (const lot of LOTS)
          if (holder !== 'shelf' || lot !== 'HC-1')
            expect(of(after, holder, lot)).toBe(of(before, holder, lot))
    }),
    { numRuns: 60 },
  )
})
