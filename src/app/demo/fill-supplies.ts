import {
  addPlaceForKits,
  askRestock,
  giveNaloxone,
  nameLiaison,
  receiveKits,
  recordEvent,
} from '#harm-reduction'
import type { MemberActor, Role } from '#kernel/actor.ts'
import { derivedId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { reportLitter } from '#syringes'
import { demoId } from './demo-id.ts'
import { COUNTY, ORGANIZATIONS } from './organizations.ts'

const member = (number: number, organizationId: string, role: Role): MemberActor => ({
  ...{
    kind: 'member',
    memberId: demoId(3, number),
    organizationId,
    jurisdictionId: COUNTY.id,
    roles: [role],
  },
})
const OUTREACH = member(7, ORGANIZATIONS.tideline.id, 'harm-reduction')
const OFFICER = member(1, ORGANIZATIONS.police.id, 'officer')
const SERGEANT = member(2, ORGANIZATIONS.police.id, 'sergeant')
const MANAGER = member(9, ORGANIZATIONS.publicHealth.id, 'manager')

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const NASAL = { product: 'Nasal 4 mg', dosesPerKit: 2 }
const INJECTION = { product: 'Injection 0.4 mg', dosesPerKit: 3 }

const idOf = (name: string): string => derivedId('invented-supply', name)

/** Lets kits come in, go out and be used in the invented county, as three organizations would; once, however often. */
export const fillSupplies = async (asActor: AsActor): Promise<void> => {
  const now = Date.now()
  const daysAgo = (days: number) => new Date(now - days * DAY_MS)
  const dayIn = (days: number) => new Date(now + days * DAY_MS).toISOString().slice(0, 10)

  const place = (
    actor: MemberActor,
    name: string,
    facts: {
      kind?: 'site' | 'vehicle' | 'kiosk'
      minimumKits?: number
      isLeaveBehind?: boolean
      contact: string
    },
  ) =>
    addPlaceForKits(asActor, actor, {
      ...{
        id: idOf(`${actor.organizationId} ${name}`),
        name,
        contact: facts.contact,
        kind: facts.kind ?? 'site',
      },
      ...{ minimumKits: facts.minimumKits ?? null, isLeaveBehind: facts.isLeaveBehind ?? false },
    })
  const at = (actor: MemberActor, name: string) => idOf(`${actor.organizationId} ${name}`)

  await place(OUTREACH, 'Dock Street shelf', { minimumKits: 60, contact: '207-555-0105' })
  await place(OUTREACH, 'Leave-behind shelf', { isLeaveBehind: true, contact: '207-555-0105' })
  await place(OUTREACH, 'Outreach van', { kind: 'vehicle', contact: '207-555-0105' })
  await place(SERGEANT, 'Front desk', { minimumKits: 10, contact: '207-555-0101' })
  await place(SERGEANT, 'Leave-behind box', { isLeaveBehind: true, contact: '207-555-0101' })
  await place(SERGEANT, 'Car 12', { kind: 'vehicle', contact: '207-555-0101' })
  await place(MANAGER, 'Department store', { minimumKits: 100, contact: '207-555-0107' })

  const receive = (
    actor: MemberActor,
    where: string,
    [number, kits, days, kind = NASAL]: readonly [string, number, number, typeof NASAL?],
    ago = 60,
  ) =>
    receiveKits(asActor, actor, {
      ...{
        id: idOf(`${actor.organizationId} ${where} ${number}`),
        lot: { ...kind, number, expiresOn: dayIn(days) },
      },
      ...{ toHolderId: at(actor, where), kits, occurredAt: daysAgo(ago) },
    })
  const lots: [string, number, number, typeof NASAL?][] = [
    ['HC-2207', 84, 24],
    ['HC-2251', 180, 330],
    ['HC-2260', 120, 420],
    ['IM-0098', 48, 80, INJECTION],
  ]
  for (const lot of lots) await receive(OUTREACH, 'Dock Street shelf', lot)
  await receive(OUTREACH, 'Leave-behind shelf', ['HC-2251', 40, 330])
  await receive(SERGEANT, 'Front desk', ['HC-2207', 12, 24])
  await receive(SERGEANT, 'Front desk', ['HC-2251', 20, 330])
  await receive(SERGEANT, 'Leave-behind box', ['HC-2260', 12, 420])
  await receive(MANAGER, 'Department store', ['HC-2260', 240, 420])

  const lotOf = (number: string, product = NASAL.product) =>
    derivedId('supply-lot', `${COUNTY.id} ${number} ${product}`)
  const give = (
    actor: MemberActor,
    where: string,
    number: string,
    kits: number,
    to: MemberActor,
    isLeaveBehind = false,
  ) =>
    recordEvent(asActor, actor, {
      ...{
        id: idOf(`give ${number} ${to.memberId} ${isLeaveBehind}`),
        kind: 'give',
        lotId: lotOf(number),
        kits,
      },
      ...{
        fromHolderId: at(actor, where),
        occurredAt: daysAgo(45),
        to: { memberId: to.memberId, isLeaveBehind },
      },
    })
  await give(OUTREACH, 'Dock Street shelf', 'HC-2207', 20, OUTREACH)
  await give(SERGEANT, 'Front desk', 'HC-2207', 1, OFFICER)
  await give(SERGEANT, 'Front desk', 'HC-2251', 2, OFFICER)
  await give(SERGEANT, 'Front desk', 'HC-2251', 2, SERGEANT)
  await give(SERGEANT, 'Leave-behind box', 'HC-2260', 3, OFFICER, true)
  await recordEvent(asActor, SERGEANT, {
    ...{
      id: idOf('left behind'),
      kind: 'leave-behind',
      lotId: lotOf('HC-2260'),
      kits: 1,
      recipientKind: 'family',
    },
    ...{ fromHolderId: at(SERGEANT, 'Leave-behind box'), occurredAt: daysAgo(9) },
  })
  await recordEvent(asActor, SERGEANT, {
    ...{ id: idOf('car'), kind: 'move', lotId: lotOf('HC-2207'), kits: 4, occurredAt: daysAgo(30) },
    ...{ fromHolderId: at(SERGEANT, 'Front desk'), to: { holderId: at(SERGEANT, 'Car 12') } },
  })

  const given = (
    name: string,
    zip: string,
    facts: { ago: number; crossing?: string; doses: number | null; survived?: 'yes' | 'no' },
    used?: { number: string },
  ) => {
    const id = idOf(name)
    const report = {
      ...{ id, incidentId: id, occurredAt: daysAgo(facts.ago), zip, crossing: facts.crossing ?? null },
      ...({ response: facts.survived === 'no' ? 'same' : 'better', after: 'hospital' } as const),
      ...{
        doses: facts.doses,
        product: null,
        survived: facts.survived ?? 'yes',
        ageBand: null,
        gender: null,
      },
      ...{ calledAt: null, arrivedAt: null, emsAt: null },
    }
    const carrier = derivedId('supply-holder', `${OFFICER.organizationId} ${OFFICER.memberId} false`)
    return giveNaloxone(
      asActor,
      OFFICER,
      report,
      used && { holderId: carrier, lotId: lotOf(used.number), kits: 1 },
    )
  }
  for (let index = 0; index < 13; index++)
    await given(`given ${index}`, '04609', {
      ago: 20 + index * 17,
      doses: index % 3 === 0 ? null : 1 + (index % 2),
    })
  await given(
    'given at Dock',
    '04609',
    { ago: 0.2, crossing: 'Dock and 3rd', doses: 2 },
    { number: 'HC-2251' },
  )
  await given('given in Marlow', '04605', { ago: 6, doses: 3, survived: 'no' })

  await askRestock(asActor, SERGEANT, {
    ...{
      id: idOf('asked'),
      holderId: at(SERGEANT, 'Front desk'),
      toOrganizationId: ORGANIZATIONS.tideline.id,
    },
    ...{ kits: 12, reason: 'asked' },
  })
  await askRestock(asActor, SERGEANT, {
    ...{ id: idOf('asked the department'), holderId: null, toOrganizationId: ORGANIZATIONS.publicHealth.id },
    ...{ kits: 30, reason: 'asked' },
  })
  await nameLiaison(asActor, SERGEANT, { id: idOf('liaison'), memberId: SERGEANT.memberId })
  await nameLiaison(asActor, OUTREACH, { id: idOf('liaison of outreach'), memberId: OUTREACH.memberId })

  for (const [name, amount] of [
    ['Dock Street steps', 'few'],
    ['Ferry car park, by the ticket hut', 'one'],
  ] as const)
    await reportLitter(
      asActor,
      { kind: 'visitor' },
      {
        ...{ id: idOf(`litter ${name}`), jurisdictionId: COUNTY.id, place: name, zip: '04609', amount },
        now: new Date(now),
      },
    )
}
