import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { OPERATOR, type TestDirectory, testDirectory } from '#tests/support/directory.ts'
import { addPlace, readNewPlace } from './add-place.ts'
import { changeListing } from './change-listing.ts'
import { checkFact } from './check-fact.ts'
import { FACT_NAMES } from './freshness.ts'
import { getService, type Listing } from './get-service.ts'
import { listToVerify } from './list-to-verify.ts'
import { getPlaceState, type PlaceState } from './place-state.ts'
import type { Fact } from './profile.ts'
import { recordCall } from './record-call.ts'
import { sayCapacity } from './say-capacity.ts'
import { countCalls, listCalls } from './told.store.ts'
import { undoChange } from './undo-change.ts'

const DAY_MS = 86_400_000
const zone = 'America/New_York'

let directory: TestDirectory
let desk: MemberActor
let manager: MemberActor
let navigator: MemberActor
let police: MemberActor
let ours: string
let nobodys: string
beforeAll(async () => {
  directory = await testDirectory()
  desk = await directory.hire('treatment-provider', 'provider')
  manager = await directory.hire('health-department', 'manager')
  navigator = await directory.hire('case-management', 'navigator')
  police = await directory.hire('police', 'officer', 'manager', 'administrator', 'navigator')
  ours = await directory.list({ organizationId: desk.organizationId })
  nobodys = await directory.list({ name: 'Second Shore', miles: 2 })
})
afterAll(() => directory.close())

const change = (
  actor: MemberActor,
  serviceId: string,
  set: object,
  more: { id?: string; seenAt?: Date } = {},
) =>
  changeListing(directory.asActor, actor, { id: newId(), serviceId, zone, set: () => ({ ...set }), ...more })

const look = (actor: MemberActor, serviceId: string): Promise<{ place: Listing; state: PlaceState }> =>
  directory.asActor(actor, async (tx) => {
    const place = (await getService(tx, serviceId)) as Listing
    return { place, state: await getPlaceState(tx, actor, place, new Date()) }
  })

describe('a listing', () => {
  it('is changed by its own people, or by a manager where nobody keeps it; never by police', async () => {
    expect(await change(desk, ours, { walkIn: true })).toEqual({ changed: ['walkIn'] })
    expect(await change(manager, nobodys, { walkIn: false })).toEqual({ changed: ['walkIn'] })
    for (const [who, where] of [
      ...[desk, navigator, police].map((actor) => [actor, nobodys] as const),
      ...[manager, navigator, police].map((actor) => [actor, ours] as const),
    ])
      expect(await change(who, where, { pets: true })).toEqual({ refused: 'no-such-service' })
  })

  it('says who changed it and what it said before, and says that again when the last change is taken back', async () => {
    const closures = [{ id: newId(), fromOn: '2027-01-04', untilOn: '2027-01-05', note: null }]
    await change(desk, ours, {
      minAge: 18,
      closures,
      hours: [{ days: [1], opens: '08:00', closes: '12:00' }],
    })
    const { place, state } = await look(desk, ours)
    expect([place.minAge, state.closures]).toEqual([18, closures])
    const [last, first] = state.changes
    expect(last).toMatchObject({
      byMember: desk.memberId,
      before: { minAge: null, closures: [], hours: null },
    })
    const undo = (changeId: string | undefined, id = newId()) =>
      undoChange(directory.asActor, desk, { id, serviceId: ours, changeId: changeId ?? '' })
    expect(await undo(first?.id)).toEqual({ refused: 'not-the-last' })
    const id = newId()
    expect(await undo(last?.id, id)).toEqual({ undone: ['minAge', 'closures', 'hours'] })
    expect(await undo(last?.id, id)).toEqual({ undone: [] })
    const after = await look(desk, ours)
    expect([after.place.minAge, after.place.hours, after.state.closures]).toEqual([null, null, []])
    expect(await undo(after.state.changes[0]?.id)).toEqual({ refused: 'not-the-last' })
  })

  it('that somebody changed meanwhile is not written over unseen, and the same change counts once', async () => {
    const { place } = await look(desk, ours)
    const id = newId()
    expect(await change(desk, ours, { pets: true }, { id, seenAt: place.updatedAt })).toEqual({
      changed: ['pets'],
    })
    expect(await change(desk, ours, { pets: false }, { seenAt: place.updatedAt })).toEqual({
      refused: 'changed-meanwhile',
    })
    expect(await change(desk, ours, { pets: false }, { id })).toEqual({ changed: [] })
    expect((await look(desk, ours)).place.pets).toBe(true)
  })
})

describe('what is heard on the phone', () => {
  const call = (
    actor: MemberActor,
    serviceId: string,
    result: 'bed-now' | 'full' | 'waitlist' | 'no-answer',
    daysAgo = 0,
  ) =>
    recordCall(directory.asActor, actor, {
      ...{ id: newId(), serviceId, result, level: 'detox', zone },
      ...(result === 'waitlist' ? { waitlistDays: 5 } : {}),
      ...(daysAgo ? { calledAt: new Date(Date.now() - daysAgo * DAY_MS) } : {}),
    })

  it('of room is known to everybody, and that somebody answered says that the number is right', async () => {
    expect(await call(navigator, nobodys, 'waitlist')).toEqual({ recorded: true })
    for (const actor of [desk, police]) {
      const { state } = await look(actor, nobodys)
      expect(state.capacity).toMatchObject([
        { level: 'detox', isOpen: false, waitlistDays: 5, channel: 'phone' },
      ])
      expect(state.facts.get('phone')).toMatchObject({ state: 'fresh', check: { source: 'phone' } })
    }
    await sayCapacity(directory.asActor, manager, {
      ...{ id: newId(), serviceId: nobodys, level: 'detox', isOpen: true, open: 2, channel: 'member' },
    })
    expect((await look(police, nobodys)).state.capacity).toMatchObject([{ isOpen: true, open: 2 }])
  })

  it('is told as rates of whole weeks; single calls are for partners, because their hour says where somebody went', async () => {
    for (const result of ['bed-now', 'full', 'no-answer', 'bed-now'] as const)
      await call(navigator, ours, result, 20)
    const rates = (actor: MemberActor) => directory.asActor(actor, (tx) => countCalls(tx, [ours]))
    expect(await rates(desk)).toEqual([])
    await call(navigator, ours, 'bed-now', 20)
    await call(navigator, ours, 'full')
    const told = [{ serviceId: ours, calls: 5, answered: 4, accepted: 3, reached: 5 }]
    expect([await rates(desk), await rates(police)]).toEqual([told, told])
    const calls = (actor: MemberActor) => directory.asActor(actor, (tx) => listCalls(tx, ours, 50))
    expect(await calls(desk)).toHaveLength(6)
    expect(await calls(police)).toEqual([])
  })

  it('is written down by nobody of police, and by no other provider', async () => {
    const stranger = await directory.hire('treatment-provider', 'provider')
    for (const actor of [police, stranger]) {
      expect(await call(actor, ours, 'full')).toEqual({ refused: 'no-such-service' })
      const checked = {
        id: newId(),
        serviceId: ours,
        fact: 'hours',
        holds: true,
        source: 'phone',
        zone,
      } as const
      expect(await checkFact(directory.asActor, actor, checked)).toEqual({ refused: 'no-such-service' })
    }
  })

  it('as wrong puts the place before others in the queue, and says so on its page', async () => {
    const queue = async () => {
      const { places } = await listToVerify(directory.asActor, navigator, { page: 1, now: new Date() })
      return places.map(({ serviceId }) => serviceId)
    }
    const check = (serviceId: string, fact: Fact, holds: boolean) =>
      checkFact(directory.asActor, navigator, { id: newId(), serviceId, fact, holds, source: 'phone', zone })
    for (const serviceId of [ours, nobodys]) for (const fact of FACT_NAMES) await check(serviceId, fact, true)
    expect(await queue()).toEqual([])
    await check(ours, 'address', false)
    await check(nobodys, 'phone', false)
    expect(await queue()).toEqual([nobodys, ours])
    expect((await look(police, nobodys)).state.facts.get('phone')).toMatchObject({
      state: 'old',
      check: { holds: false },
    })
  })
})

describe('a place added by hand', () => {
  const fields = {
    providerName: ['New Shore'],
    city: ['Pierpoint'],
    state: ['ME'],
    zip: ['04609'],
    needs: ['shelter'],
  }
  const read = (id: string, known: Partial<Record<'at' | 'of', Listing>> = {}) => {
    const made = readNewPlace({ ...fields, name: ['Beds'] }, id, {
      at: undefined,
      of: undefined,
      zone,
      ...known,
    })
    if ('errors' in made) throw new Error(JSON.stringify(made.errors))
    return made.listing
  }

  it('is a provider with its site and service, signed by who added it, once', async () => {
    const id = newId()
    expect(await addPlace(directory.asActor, manager, read(id))).toBe(true)
    expect(await addPlace(directory.asActor, manager, read(id))).toBe(false)
    const { place, state } = await look(manager, id)
    expect(place).toMatchObject({
      providerName: 'New Shore',
      city: 'Pierpoint',
      timeZone: zone,
      mayChange: true,
    })
    expect(state.changes).toMatchObject([{ what: ['added'], byMember: manager.memberId }])
  })

  it('at the door of an organization is that organization’s', async () => {
    const at = (await look(desk, ours)).place
    const id = newId()
    expect(await addPlace(directory.asActor, desk, read(id, { at }))).toBe(true)
    expect((await look(desk, id)).place).toMatchObject({
      ...{
        providerName: 'Lantern House',
        siteId: at.siteId,
        organizationId: desk.organizationId,
        mayChange: true,
      },
    })
  })

  it('of a provider that is known is one more site of it', async () => {
    const of = (await look(manager, nobodys)).place
    const id = newId()
    await addPlace(directory.asActor, manager, read(id, { of }))
    const { place } = await look(manager, id)
    expect([place.providerId, place.siteId === of.siteId]).toEqual([of.providerId, false])
  })

  it('says what is missing, each at its field', () => {
    const made = readNewPlace({ zip: ['1'], state: ['XX'] }, newId(), { at: undefined, of: undefined, zone })
    expect(Object.keys('errors' in made ? made.errors : {}).sort()).toEqual([
      ...['city', 'name', 'needs', 'providerName', 'state', 'zip'],
    ])
  })
})

it('whoever runs Causeway may change every listing, and signs no name', async () => {
  const done = await changeListing(directory.asActor, OPERATOR, {
    ...{ id: newId(), serviceId: ours, zone, set: () => ({ stepFree: true }) },
  })
  expect(done).toEqual({ changed: ['stepFree'] })
  expect((await look(desk, ours)).state.changes[0]).toMatchObject({ what: ['stepFree'], byMember: null })
})
