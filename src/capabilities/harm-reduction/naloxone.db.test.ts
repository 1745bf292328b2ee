import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#kernel/actor.ts'
import { dayAt } from '#kernel/calendar-day.ts'
import { newId } from '#kernel/ids.ts'
import { attempt, insertOf } from '#tests/support/attempt.ts'
import { type SupplyCounty, supplyCounty } from '#tests/support/supply-county.ts'
import { giveNaloxone } from './give-naloxone.ts'
import type { NaloxoneReport } from './naloxone.ts'
import { nameLiaison } from './name-liaison.ts'
import { countyHeat, readNaloxone } from './read-naloxone.ts'
import { readQuarters, sendQuarter } from './report-quarter.ts'
import { noteExpiring, tellOfExpiry } from './tell-of-expiry.ts'

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

const kitsOf = async (holderId: string, lotId: string) => {
  const { rows } = await at.base.admin.query(
    'select kits from supply_balance where holder_id = $1 and lot_id = $2',
    [holderId, lotId],
  )
  return rows[0]?.kits ?? 0
}

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
    const { rows } = await at.base.admin.query(
      'select kits, reason from restock_request where holder_id = $1',
      [place],
    )
    expect(rows).toEqual([{ kits: 2, reason: 'used' }])
    expect((await readNaloxone(as(), officer, NOW)).map(({ id }) => id)).toEqual([given.id])
    const elsewhere = await at.county.hire('provider', 'provider')
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
    await expect(attempt(at.base.app, officer, ...row)).rejects.toThrow('naloxone_given_crossing_check')
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
      at.left
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
    const { rows } = await at.base.admin.query('select to_address from message order by created_at')
    expect(rows.map(({ to_address }) => to_address)).toEqual([
      'office@tide.example.org',
      'p.nair@tide.example.org',
    ])
  })

  test('a quarter is sent also when nothing changed, once, and stays as it was sent', async () => {
    const manager = await at.county.hire('provider', 'manager')
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
