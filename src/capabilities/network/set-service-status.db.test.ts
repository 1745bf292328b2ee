import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { OPERATOR, type TestDirectory, testDirectory } from '#tests/support/directory.ts'
import { findServices } from './find-services.ts'
import { getService } from './get-service.ts'
import { setServiceStatus } from './set-service-status.ts'

let directory: TestDirectory
let desk: MemberActor
let serviceId: string
beforeAll(async () => {
  directory = await testDirectory()
  desk = await directory.hire('treatment-provider', 'provider')
  serviceId = await directory.list({ organizationId: desk.organizationId })
})
afterAll(() => directory.close())

const set = (actor: Actor, status: 'active' | 'temporarily-closed', id = serviceId) =>
  setServiceStatus(actor, directory.asActor, { serviceId: id, status })
const get = (actor: Actor = desk, id = serviceId) => directory.asActor(actor, (tx) => getService(tx, id))
const found = () =>
  directory.asActor({ kind: 'visitor' }, (tx) =>
    findServices(tx, { needs: [], at: new Date(), zone: 'UTC', referableOnly: false, limit: 10 }),
  )

const records = async () =>
  (
    await directory.base.admin.query(
      `select member_id, subject_ids, detail from audit_record
       where action = 'network.listing-changed' order by at`,
    )
  ).rows

describe('a service', () => {
  it('closed by its own desk is found no more, can still be read, and opens again', async () => {
    expect(await set(desk, 'temporarily-closed')).toEqual({ status: 'temporarily-closed' })
    expect(await found()).toEqual([])
    expect(await get()).toMatchObject({ status: 'temporarily-closed', providerName: 'Lantern House' })
    await set(desk, 'active')
    expect(await found()).toHaveLength(1)
  })

  it('is closed by the operator too, and by a manager where no organization keeps it', async () => {
    const manager = await directory.hire('health-department', 'manager')
    const ofNobody = await directory.list({ name: 'Second Shore' })
    expect(await set(OPERATOR, 'temporarily-closed')).toEqual({ status: 'temporarily-closed' })
    expect(await set(manager, 'temporarily-closed', ofNobody)).toEqual({ status: 'temporarily-closed' })
    expect(await set(manager, 'active')).toEqual({ refused: 'no-such-service' })
    await set(OPERATOR, 'active')
  })

  it('is closed by nobody else: it stays open, and they are told that there is none of theirs', async () => {
    const before = await records()
    for (const kind of ['police', 'prosecutor', 'treatment-provider'] as const) {
      const stranger = await directory.hire(kind, 'provider', 'officer', 'manager')
      expect(await set(stranger, 'temporarily-closed')).toEqual({ refused: 'no-such-service' })
    }
    expect(await set({ kind: 'visitor' }, 'temporarily-closed')).toEqual({ refused: 'no-such-service' })
    expect(await set(desk, 'active', newId())).toEqual({ refused: 'no-such-service' })
    expect(await get()).toMatchObject({ status: 'active' })
    expect(await records()).toEqual(before)
  })

  it('leaves a record of who closed it', async () => {
    await set(desk, 'temporarily-closed')
    expect((await records()).at(-1)).toEqual({
      member_id: desk.memberId,
      subject_ids: [serviceId],
      detail: { fields: 1, status: 'temporarily-closed' },
    })
  })

  it('that does not exist is not there', async () => {
    expect(await get(desk, newId())).toBeUndefined()
  })
})
