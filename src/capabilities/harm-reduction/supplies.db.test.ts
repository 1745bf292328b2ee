import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#kernel/actor.ts'
import { dayAt } from '#kernel/calendar-day.ts'
import { newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { attempt } from '#tests/support/attempt.ts'
import { type SupplyCounty, supplyCounty } from '#tests/support/supply-county.ts'
import { sendKits, takeArrived } from './answer-restock.ts'
import { balanceKey, type EventKind, type Movement, sumOf } from './ledger.ts'
import { readRequests } from './list-requests.ts'
import { explainBalance, readLot, recallLot } from './read-lot.ts'
import { readStock } from './read-stock.ts'
import { correctEvent, countKits, recordEvent } from './record-event.ts'

const ZONE = 'America/New_York'
const NOW = new Date()
const TODAY = dayAt(NOW, ZONE)

let at: SupplyCounty
let officer: MemberActor
let program: MemberActor
beforeAll(async () => {
  at = await supplyCounty()
  ;({ officer, program } = at)
})
afterAll(() => at.close())

const as = () => at.asActor
const shelf: SupplyCounty['shelf'] = (...facts) => at.shelf(...facts)
const receive: SupplyCounty['receive'] = (...facts) => at.receive(...facts)

const balances = async () => {
  const { rows } = await at.base.admin.query<{ holder_id: string; lot_id: string; kits: number }>(
    'select holder_id, lot_id, kits from supply_balance where kits <> 0',
  )
  return new Map(rows.map(({ holder_id, lot_id, kits }) => [balanceKey(holder_id, lot_id), kits]))
}

const movements = async (): Promise<Movement[]> => {
  const { rows } = await at.base.admin.query('select * from supply_event')
  return rows.map((row) => ({
    ...{ lotId: row.lot_id, fromHolderId: row.from_holder_id, toHolderId: row.to_holder_id, kits: row.kits },
  }))
}

const kitsOf = async (holderId: string, lotId: string) =>
  (await balances()).get(balanceKey(holderId, lotId)) ?? 0

describe('the kit ledger', () => {
  test('keeps running balances that equal the sum of its events, whatever is written in whatever order', async () => {
    const places = [await shelf(officer), await shelf(officer)]
    const lots = [
      await receive(officer, places[0] as string, 'P-1', 5),
      await receive(officer, places[1] as string, 'P-2', 5),
    ]
    const act = fc.record({
      kind: fc.constantFrom<EventKind>('receive', 'move', 'administer', 'lose', 'count'),
      from: fc.constantFrom(0, 1),
      lot: fc.constantFrom(0, 1),
      kits: fc.integer({ min: 1, max: 6 }),
      daysAgo: fc.integer({ min: 0, max: 40 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 10 }), async (acts) => {
        for (const { kind, from, lot, kits, daysAgo } of acts) {
          const [fromHolderId, other] = [places[from] as string, places[1 - from] as string]
          const lotId = lots[lot] as string
          const occurredAt = new Date(NOW.getTime() - daysAgo * 86_400_000)
          const event = { id: newId(), kits, occurredAt }
          if (kind === 'receive') await receive(officer, fromHolderId, lot === 0 ? 'P-1' : 'P-2', kits)
          else if (kind === 'count') {
            const counted = await countKits(as(), officer, {
              ...event,
              holderId: fromHolderId,
              lotId,
              counted: kits,
            })
            expect(counted).not.toHaveProperty('refused')
            expect(await kitsOf(fromHolderId, lotId)).toBe(kits)
          } else {
            const before = await kitsOf(fromHolderId, lotId)
            const to = kind === 'move' ? { holderId: other } : undefined
            const done = await recordEvent(as(), officer, { ...event, kind, lotId, fromHolderId, to })
            expect(isRefusal(done) ? done.refused : 'done').toBe(before < kits ? 'short' : 'done')
          }
        }
        const recomputed = [...sumOf(await movements())].filter(([, kits]) => kits !== 0)
        expect(await balances()).toEqual(new Map(recomputed))
      }),
      { numRuns: 5 },
    )
  })

  test('never goes below zero silently: it is refused, or written down as short and shown', async () => {
    const place = await shelf(officer)
    const lotId = await receive(officer, place, 'S-1', 1)
    const event = {
      id: newId(),
      kind: 'administer' as const,
      lotId,
      fromHolderId: place,
      kits: 3,
      occurredAt: NOW,
    }
    expect(await recordEvent(as(), officer, event)).toEqual({ refused: 'short' })
    expect(await kitsOf(place, lotId)).toBe(1)
    await recordEvent(as(), officer, { ...event, isShort: true })
    await recordEvent(as(), officer, { ...event, isShort: true })
    expect(await kitsOf(place, lotId)).toBe(-2)
    const { stock } = await readStock(as(), officer, NOW, ZONE)
    expect(stock.short).toMatchObject([{ holder: { id: place }, kits: -2 }])
  })

  test('explains each balance event by event, and takes a mistake back by an event of its own, once', async () => {
    const place = await shelf(officer)
    const lotId = await receive(officer, place, 'E-1', 10)
    const lost = newId()
    await recordEvent(as(), officer, {
      id: lost,
      kind: 'lose',
      lotId,
      fromHolderId: place,
      kits: 4,
      occurredAt: NOW,
    })
    const back = { id: newId(), eventId: lost, isShort: false, at: new Date(NOW.getTime() + 1000) }
    await correctEvent(as(), officer, back)
    expect(await correctEvent(as(), officer, { ...back, id: newId() })).toEqual({ refused: 'corrected' })
    const explained = await explainBalance(as(), officer, { lotId, holderId: place })
    expect(explained?.kits).toBe(10)
    expect(explained?.lines.map(({ event, by, after }) => [event.kind, by, after])).toEqual([
      ['correct', 4, 10],
      ['lose', -4, 6],
      ['receive', 10, 10],
    ])
    expect(explained?.lines[1]?.event.isCorrected).toBe(true)
  })

  test('keeps what is to be left behind apart, and asks for the kind of person alone', async () => {
    const [place, apart] = [await shelf(officer), await shelf(officer, { isLeaveBehind: true })]
    const lotId = await receive(officer, place, 'L-1', 6)
    const move = { kind: 'move' as const, lotId, kits: 3, occurredAt: NOW }
    await recordEvent(as(), officer, { ...move, id: newId(), fromHolderId: place, to: { holderId: apart } })
    const backAgain = { ...move, id: newId(), fromHolderId: apart, to: { holderId: place } }
    expect(await recordEvent(as(), officer, backAgain)).toEqual({ refused: 'leave-behind' })
    for (const [kind, fromHolderId] of [
      ['administer', apart],
      ['leave-behind', place],
    ] as const)
      expect(
        await recordEvent(as(), officer, {
          ...{ id: newId(), kind, lotId, fromHolderId, kits: 1, occurredAt: NOW },
          ...(kind === 'leave-behind' ? { recipientKind: 'friend' as const } : {}),
        }),
      ).toEqual({ refused: 'leave-behind' })
    await recordEvent(as(), officer, {
      ...{ id: newId(), kind: 'leave-behind', lotId, fromHolderId: apart, kits: 1, occurredAt: NOW },
      recipientKind: 'family',
    })
    expect(await kitsOf(apart, lotId)).toBe(2)
  })

  test('is changed by nobody: an event stays, and a balance moves with an event alone', async () => {
    for (const statement of [
      'update supply_event set kits = 1',
      'delete from supply_event',
      'delete from supply_balance',
    ])
      await expect(attempt(at.base.app, officer, statement)).rejects.toThrow('permission denied')
    const changed = await attempt(at.base.app, officer, 'update supply_balance set kits = 99')
    expect(changed.rowCount).toBe(0)
  })
})

describe('a recall', () => {
  test('lists everybody who has kits of the lot, with how to reach them, each organization its own', async () => {
    const place = await shelf(officer)
    const lotId = await receive(officer, place, 'R-1', 9)
    await recordEvent(as(), officer, {
      ...{ id: newId(), kind: 'give', lotId, fromHolderId: place, kits: 2, occurredAt: NOW },
      to: { memberId: officer.memberId, isLeaveBehind: false },
    })
    expect(await recallLot(as(), program, lotId)).toEqual({ id: lotId })
    const found = await readLot(as(), officer, lotId, NOW, ZONE)
    expect(found?.state.is).toBe('recalled')
    expect(found?.held.map(({ holder, kits }) => [holder.contact, kits])).toEqual([
      ['207-555-0101', 7],
      [expect.stringContaining('@example.org'), 2],
    ])
    expect((await readLot(as(), program, lotId, NOW, ZONE))?.held).toEqual([])
  })
})

describe('a request for kits', () => {
  test('is made by itself below the minimum, once, and what is sent arrives on the other side', async () => {
    const place = await shelf(officer, { minimumKits: 5 })
    const lotId = await receive(officer, place, 'Q-1', 6)
    for (let time = 0; time < 2; time++)
      await recordEvent(as(), officer, {
        ...{ id: newId(), kind: 'damage', lotId, fromHolderId: place, kits: 1, occurredAt: NOW },
      })
    await recordEvent(as(), officer, {
      ...{ id: newId(), kind: 'damage', lotId, fromHolderId: place, kits: 1, occurredAt: NOW },
    })
    const asked = (await readRequests(as(), program, TODAY)).requests
    expect(asked).toMatchObject([{ stands: 'to-answer', kits: 6, reason: 'below-minimum' }])
    const requestId = asked[0]?.id as string
    const own = await shelf(program)
    const sentLot = await receive(program, own, 'Q-2', 20)
    const shipment = { requestId, fromHolderId: own, lotId: sentLot, kits: 6, at: NOW }
    expect(await sendKits(as(), program, { ...shipment, kits: 30 })).toEqual({ refused: 'short' })
    expect(await sendKits(as(), program, shipment)).toEqual({ id: requestId })
    expect(await sendKits(as(), program, shipment)).toEqual({ refused: 'not-found' })
    for (let time = 0; time < 2; time++)
      await takeArrived(as(), officer, { requestId, holderId: place, at: NOW })
    expect([await kitsOf(own, sentLot), await kitsOf(place, sentLot)]).toEqual([14, 6])
    const recalled = await readLot(as(), program, sentLot, NOW, ZONE)
    expect(recalled?.held.map(({ holder, kits }) => [holder.kind, kits])).toEqual([
      ['site', 14],
      ['partner', 6],
    ])
  })
})
