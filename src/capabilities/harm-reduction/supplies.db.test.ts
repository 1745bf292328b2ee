import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMember, addOrganization } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { dayAt } from '#kernel/calendar-day.ts'
import { newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import type { LeftJob } from '#platform/jobs/leave-jobs.ts'
import { attempt, insertOf } from '#tests/support/attempt.ts'
import { type TestCounty, testCounty } from '#tests/support/county.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { addPlaceForKits } from './add-holder.ts'
import { sendKits, takeArrived } from './answer-restock.ts'
import { giveNaloxone } from './give-naloxone.ts'
import { balanceKey, type EventKind, type Movement, sumOf } from './ledger.ts'
import { readRequests } from './list-requests.ts'
import type { NaloxoneReport } from './naloxone.ts'
import { nameLiaison } from './name-liaison.ts'
import { explainBalance, readLot, recallLot } from './read-lot.ts'
import { countyHeat, readNaloxone } from './read-naloxone.ts'
import { readStock } from './read-stock.ts'
import { correctEvent, countKits, receiveKits, recordEvent } from './record-event.ts'
import { readQuarters, sendQuarter } from './report-quarter.ts'
import { noteExpiring, tellOfExpiry } from './tell-of-expiry.ts'

const ZONE = 'America/New_York'
const NOW = new Date()
const TODAY = dayAt(NOW, ZONE)

let base: TestDatabase
let database: Database
let county: TestCounty
let officer: MemberActor
let program: MemberActor
const left: LeftJob[] = []

beforeAll(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, {
    enqueue: async (_, jobs) => {
      left.push(...jobs)
    },
  })
  county = await testCounty(database.asActor)
  officer = await county.hire('police', 'officer')
  const operator = { kind: 'operator' } as const
  const exchange = await addOrganization(operator, database.asActor, {
    ...{ jurisdictionId: county.id, name: 'Tide Exchange', kind: 'harm-reduction', phone: '207-555-0105' },
    intakeEmail: 'office@tide.example.org',
  })
  if (isRefusal(exchange)) throw new Error(exchange.refused)
  const where = { jurisdictionId: county.id, organizationId: exchange.id }
  const member = await addMember(operator, database.asActor, {
    ...{ ...where, name: 'P. Nair', email: 'p.nair@tide.example.org', roles: ['harm-reduction'] },
  })
  if (isRefusal(member)) throw new Error(member.refused)
  program = { kind: 'member', memberId: member.id, ...where, roles: ['harm-reduction'] }
})
afterAll(async () => {
  await database.close()
  await base.drop()
})

const as = () => database.asActor
const daysFromNow = (days: number) => new Date(NOW.getTime() + days * 86_400_000).toISOString().slice(0, 10)
const LOT = { product: 'Nasal 4 mg', dosesPerKit: 2 }

const shelf = async (actor: MemberActor, facts: { minimumKits?: number; isLeaveBehind?: boolean } = {}) => {
  const id = newId()
  await addPlaceForKits(as(), actor, {
    ...{ id, kind: 'site', name: 'Front desk', contact: '207-555-0101' },
    ...{ isLeaveBehind: facts.isLeaveBehind ?? false, minimumKits: facts.minimumKits ?? null },
  })
  return id
}

const receive = async (actor: MemberActor, toHolderId: string, number: string, kits: number, days = 400) => {
  const lot = { ...LOT, number, expiresOn: daysFromNow(days) }
  const done = await receiveKits(as(), actor, { id: newId(), lot, toHolderId, kits, occurredAt: NOW })
  if (isRefusal(done)) throw new Error(done.refused)
  const { rows } = await base.admin.query('select id from supply_lot where number = $1', [number])
  return rows[0].id as string
}

const balances = async () => {
  const { rows } = await base.admin.query<{ holder_id: string; lot_id: string; kits: number }>(
    'select holder_id, lot_id, kits from supply_balance where kits <> 0',
  )
  return new Map(rows.map(({ holder_id, lot_id, kits }) => [balanceKey(holder_id, lot_id), kits]))
}

const movements = async (): Promise<Movement[]> => {
  const { rows } = await base.admin.query('select * from supply_event')
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
      await expect(attempt(base.app, officer, statement)).rejects.toThrow('permission denied')
    const changed = await attempt(base.app, officer, 'update supply_balance set kits = 99')
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

describe('naloxone that was given', () => {
  const report = (): NaloxoneReport => ({
    ...{ id: newId(), incidentId: newId(), occurredAt: NOW, zip: '04609', crossing: null, doses: 2 },
    ...{ product: null, ageBand: null, gender: null, calledAt: null, arrivedAt: null, emsAt: null },
    ...({ response: 'better', after: 'hospital', survived: 'yes' } as const),
  })

  test('takes the kit off the book and asks for another, once; its own organization alone reads it', async () => {
    const place = await shelf(officer)
    const lotId = await receive(officer, place, 'N-1', 1)
    const given = report()
    for (let time = 0; time < 2; time++)
      expect(await giveNaloxone(as(), officer, given, { holderId: place, lotId, kits: 2 })).toEqual({
        id: given.id,
      })
    expect(await kitsOf(place, lotId)).toBe(-1)
    const { rows } = await base.admin.query('select kits, reason from restock_request where holder_id = $1', [
      place,
    ])
    expect(rows).toEqual([{ kits: 2, reason: 'used' }])
    expect((await readNaloxone(as(), officer, NOW)).map(({ id }) => id)).toEqual([given.id])
    const elsewhere = await county.hire('provider', 'provider')
    for (const other of [program, elsewhere]) expect(await readNaloxone(as(), other, NOW)).toEqual([])
  })

  test('is told of the county by place in bands, with small numbers in the lowest', async () => {
    for (let people = 0; people < 12; people++)
      await giveNaloxone(as(), officer, { ...report(), zip: '04605' }, undefined)
    expect(await countyHeat(as(), program, NOW)).toEqual([
      { zip: '04605', band: 1 },
      { zip: '04609', band: 0 },
    ])
  })

  test('has no house number, whoever sends it', async () => {
    const row = insertOf('naloxone_given', {
      ...{ id: newId(), jurisdiction_id: officer.jurisdictionId, organization_id: officer.organizationId },
      ...{ recorded_by_member_id: officer.memberId, incident_id: newId(), occurred_at: NOW, zip: '04609' },
      ...{ crossing: '12 Dock Street', response: 'better', after: 'left', survived: 'yes' },
    })
    await expect(attempt(base.app, officer, ...row)).rejects.toThrow('naloxone_given_crossing_check')
  })
})

describe('what is due', () => {
  test('a lot is warned of at 90 and at 30 days, once each, to the liaison, or to the office where none is named', async () => {
    const place = await shelf(program)
    const [far, near] = [
      await receive(program, place, 'X-80', 4, 80),
      await receive(program, place, 'X-20', 5, 20),
    ]
    await noteExpiring(as(), TODAY)
    const ours = (lots: readonly string[]) =>
      left
        .splice(0)
        .flatMap(({ data }) => (lots.includes((data as { lotId: string }).lotId) ? [data as never] : []))
    const alerts = ours([far, near])
    const warned = new Map(alerts.map((one) => [(one as { lotId: string }).lotId, one]))
    expect(alerts).toHaveLength(2)
    expect(warned.get(near)).toMatchObject({ days: 30, kits: 5 })
    expect(warned.get(far)).toMatchObject({ days: 90, kits: 4 })
    expect(await noteExpiring(as(), TODAY)).toEqual([])
    await tellOfExpiry({ asActor: as(), mailer: undefined, origin: 'https://c.example' }, alerts[0] as never)
    await nameLiaison(as(), program, { id: newId(), memberId: program.memberId })
    await tellOfExpiry({ asActor: as(), mailer: undefined, origin: 'https://c.example' }, alerts[1] as never)
    const { rows } = await base.admin.query('select to_address from message order by created_at')
    expect(rows.map(({ to_address }) => to_address)).toEqual([
      'office@tide.example.org',
      'p.nair@tide.example.org',
    ])
  })

  test('a quarter is sent also when nothing changed, once, and stays as it was sent', async () => {
    const manager = await county.hire('provider', 'manager')
    const before = (await readQuarters(as(), manager, TODAY)).own
    const [running, last] = [before[0]?.code ?? '', before[1]?.code ?? '']
    expect(await sendQuarter(as(), manager, { code: running, today: TODAY })).toEqual({ refused: 'not-over' })
    await sendQuarter(as(), manager, { code: last, today: TODAY })
    const place = await shelf(manager)
    await receive(manager, place, 'Z-1', 7)
    await sendQuarter(as(), manager, { code: last, today: TODAY })
    const after = (await readQuarters(as(), manager, TODAY)).own
    expect(after[0]?.numbers).toMatchObject({ received: 7, inStock: 7 })
    expect(after[1]).toMatchObject({ numbers: { received: 0, inStock: 0, administered: 0 } })
    expect(after[1]?.sentAt).toBeInstanceOf(Date)
  })
})
