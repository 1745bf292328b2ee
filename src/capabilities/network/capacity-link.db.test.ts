import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { type TestDirectory, testDirectory } from '#tests/support/directory.ts'
import { askAgain, askForCapacity, takeBackLinks } from './ask-for-capacity.ts'
import { confirmByLink, openCapacityLink, sayByLink } from './capacity-by-link.ts'
import { findLink } from './capacity-link.store.ts'
import { getService, type Listing } from './get-service.ts'
import { getPlaceState } from './place-state.ts'
import { capacityToken, sendCapacityLink } from './send-capacity-link.ts'

const KEY = Buffer.alloc(32, 7)
const zone = 'America/New_York'

let directory: TestDirectory
let navigator: MemberActor
let police: MemberActor
let ours: string
let nobodys: string
beforeAll(async () => {
  directory = await testDirectory()
  navigator = await directory.hire('case-management', 'navigator')
  police = await directory.hire('police', 'officer', 'navigator')
  ours = await directory.list({ intakeEmail: 'intake@lantern.example.org' })
  nobodys = await directory.list({ name: 'Second Shore', miles: 2, intakeEmail: 'desk@shore.example.org' })
})
afterAll(() => directory.close())

const look = (serviceId: string) =>
  directory.asActor(police, async (tx) => {
    const place = (await getService(tx, serviceId)) as Listing
    return { state: await getPlaceState(tx, police, place, new Date()) }
  })

describe('a place’s own link', () => {
  const asked = async (id = newId()) => {
    expect(
      await askForCapacity(directory.asActor, navigator, { id, serviceId: nobodys, now: new Date() }),
    ).toEqual({
      asked: true,
    })
    const link = await directory.asActor(navigator, (tx) => findLink(tx, id))
    return capacityToken(KEY, link as NonNullable<typeof link>)
  }
  const open = (token: string) => openCapacityLink(directory.asActor, KEY, token, undefined)
  const say = (linkId: string, serviceId = nobodys) =>
    sayByLink(
      directory.asActor,
      { linkId, trace: undefined },
      {
        ...{ id: newId(), serviceId, level: 'shelter', isOpen: true, open: 4 },
      },
    )

  it('says for it, without an account, whether it has room and that its listing is right; of no other place', async () => {
    const opened = await open(await asked())
    expect([opened?.state, opened?.place?.providerName]).toEqual(['good', 'Second Shore'])
    const linkId = opened?.link.id ?? ''
    expect(await say(linkId)).toBe(true)
    await confirmByLink(
      directory.asActor,
      { linkId, trace: undefined },
      { serviceId: nobodys, zone, now: new Date() },
    )
    const { state } = await look(nobodys)
    expect(state.capacity.find(({ level }) => level === 'shelter')).toMatchObject({
      open: 4,
      channel: 'link',
    })
    await expect(say(linkId, ours)).rejects.toThrow('row-level security')
    expect(await open(`${'A'.repeat(47)}B`)).toBeUndefined()
  })

  it('ends when a new one is sent or it is taken back, and says nothing any more', async () => {
    const first = await asked()
    const second = await asked()
    expect([(await open(first))?.state, (await open(second))?.state]).toEqual(['gone', 'good'])
    expect(await takeBackLinks(directory.asActor, navigator, nobodys)).toEqual({ ended: 1 })
    const gone = await open(second)
    expect(gone?.state).toBe('gone')
    await expect(say(gone?.link.id ?? '')).rejects.toThrow('row-level security')
  })

  it('that has ended brings a new one to the place’s own address, once a day', async () => {
    const token = await asked()
    await directory.base.admin.query(
      `update capacity_link set made_at = now() - interval '40 days', expires_at = now() - interval '1 day' where revoked_at is null`,
    )
    const ended = await open(token)
    expect(ended?.state).toBe('ended')
    for (let time = 0; time < 2; time++)
      await askAgain(directory.asActor, {
        ...{
          link: ended?.link as NonNullable<typeof ended>['link'],
          zone,
          trace: undefined,
          now: new Date(),
        },
      })
    const { rows } = await directory.base.admin.query(
      'select made_by from capacity_link where revoked_at is null and expires_at > now()',
    )
    expect(rows).toEqual([{ made_by: null }])
  })

  it('is not sent for a place that not everybody is shown, nor where no address is known', async () => {
    const hidden = await directory.list({ visibility: 'partners', intakeEmail: 'desk@refuge.example.org' })
    const silent = await directory.list({ name: 'Silent' })
    const ask = (serviceId: string, actor = navigator) =>
      askForCapacity(directory.asActor, actor, { id: newId(), serviceId, now: new Date() })
    expect(await ask(hidden)).toEqual({ refused: 'not-public' })
    expect(await ask(silent)).toEqual({ refused: 'no-address' })
    expect(await ask(nobodys, police)).toEqual({ refused: 'no-such-service' })
  })

  it('is mailed to the place, without a word of what it is for in the subject; not when it was taken back', async () => {
    const mail = async (linkId: string) => {
      const postage = {
        asActor: directory.asActor,
        mailer: undefined,
        linkKey: KEY,
        origin: 'https://here.example',
      }
      const messageId = newId<'message'>()
      await sendCapacityLink(postage, { linkId, messageId, jurisdictionId: navigator.jurisdictionId })
      const { rows } = await directory.base.admin.query('select * from message where id = $1', [messageId])
      return rows[0]
    }
    const id = newId()
    const token = await asked(id)
    const letter = await mail(id)
    expect([letter.to_address, letter.subject]).toEqual(['desk@shore.example.org', 'Do you have room today?'])
    expect(letter.body).toContain(`https://here.example/capacity/${token}`)
    await takeBackLinks(directory.asActor, navigator, nobodys)
    expect(await mail(id)).toBeUndefined()
  })
})
