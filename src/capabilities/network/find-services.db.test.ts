import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { MIDDLE, type TestDirectory, testDirectory } from '#tests/support/directory.ts'
import { findServices, type ServiceQuery } from './find-services.ts'

let directory: TestDirectory
beforeAll(async () => {
  directory = await testDirectory()
})
afterAll(() => directory.close())

const noon = new Date('2026-11-24T17:00Z')
const find = (query: Partial<ServiceQuery> = {}) =>
  directory.asActor({ kind: 'visitor' }, (tx) =>
    findServices(tx, {
      near: MIDDLE,
      needs: [],
      at: noon,
      zone: 'America/New_York',
      referableOnly: false,
      limit: 50,
      ...query,
    }),
  )
const ids = async (query?: Partial<ServiceQuery>) => (await find(query)).map(({ serviceId }) => serviceId)

it('what is found for a referral is only what an open organization of one’s own county offers', async () => {
  const officer = await directory.hire('police', 'officer')
  const { organizationId } = await directory.hire('recovery-support', 'provider')
  const offered = await directory.list({ name: 'Offered', organizationId })
  const referable = async (actor: Actor): Promise<string[]> => {
    const query = { needs: [], at: noon, zone: 'UTC', referableOnly: true, limit: 50 }
    return (await directory.asActor(actor, (tx) => findServices(tx, query))).map(({ serviceId }) => serviceId)
  }
  expect(await referable(officer)).toEqual([offered])
  expect(await referable({ ...officer, jurisdictionId: newId() })).toEqual([])
  await directory.base.admin.query('update organization set closed_at = now() where id = $1', [
    organizationId,
  ])
  expect(await referable(officer)).toEqual([])
  await directory.base.admin.query('truncate service, site, provider, service_word cascade')
})

describe('what is found', () => {
  let places: Record<'detox' | 'medicine' | 'bed' | 'both' | 'other' | 'nowhere', string>
  beforeAll(async () => {
    places = {
      detox: await directory.list({ name: 'First place', miles: 1 }),
      medicine: await directory.list({ name: 'Medicine place', miles: 2, needs: ['moud'] }),
      bed: await directory.list({ name: 'Bed place', miles: 3, needs: ['shelter'] }),
      both: await directory.list({ name: 'Both place', miles: 4, needs: ['moud', 'shelter'] }),
      other: await directory.list({ name: 'Other place', miles: 5, needs: ['other'] }),
      nowhere: await directory.list({ name: 'Unknown place', miles: null, needs: ['shelter', 'treatment'] }),
    }
  })
  afterAll(() => directory.base.admin.query('truncate service, site, provider, service_word cascade'))

  it('helps with one of the needs, each place once', async () => {
    expect(await ids({ needs: ['shelter'] })).toEqual([places.bed, places.both, places.nowhere])
    const either = await ids({ needs: ['shelter', 'moud', 'moud'] })
    expect(new Set(either)).toEqual(new Set([places.medicine, places.bed, places.both, places.nowhere]))
    expect(either).toHaveLength(4)
    // Nothing against it: it helps with both, so it stands before places that are nearer.
    expect(either[0]).toBe(places.both)
  })

  it('is everybody when no need is named, or something else', async () => {
    expect(await ids()).toHaveLength(6)
    expect(await ids({ needs: ['other'] })).toHaveLength(6)
    expect(await ids({ needs: ['shelter', 'other'] })).toHaveLength(6)
  })

  it('says how far it is, and of a place that nobody can put on a map nothing', async () => {
    const found = await find()
    expect(found[0]?.miles).toBeCloseTo(1, 2)
    expect(found.at(-1)).toMatchObject({ serviceId: places.nowhere, miles: undefined })
    expect((await find({ near: undefined })).every(({ miles }) => miles === undefined)).toBe(true)
  })

  it('lies within the radius, the edge included, and never at an unknown distance', async () => {
    expect(await ids({ radiusMiles: 2.001 })).toEqual([places.detox, places.medicine])
    expect(await ids({ radiusMiles: 0.5 })).toEqual([])
  })

  it('is asked for with a radius only together with a place', async () => {
    await expect(find({ near: undefined, radiusMiles: 5 })).rejects.toThrow(RangeError)
  })

  it.each(['temporarily-closed', 'inactive', 'defunct'] as const)('is never %s', async (status) => {
    await directory.base.admin.query('update service set status = $1 where id = $2', [status, places.detox])
    expect(await ids()).not.toContain(places.detox)
    expect(await ids({ text: 'first' })).toEqual([])
    expect(await ids({ needs: ['treatment'] })).not.toContain(places.detox)
    await directory.base.admin.query(`update service set status = 'active' where id = $1`, [places.detox])
    expect(await ids()).toContain(places.detox)
  })

  it('is nobody from the other end of the earth within a radius, and somebody without one', async () => {
    const antipode = { latitude: -44.3, longitude: 111.8 }
    expect(await ids({ near: antipode, radiusMiles: 3000 })).toEqual([])
    const [first] = await find({ near: antipode, needs: ['moud'] })
    expect(first?.miles).toBeGreaterThan(12_000)
  })
})

describe('a search by words', () => {
  let harbor: string
  let elise: string
  let lighthouse: string
  beforeAll(async () => {
    harbor = await directory.list({ name: 'Harbor Recovery', siteName: 'Women’s House', city: 'Portland' })
    elise = await directory.list({ name: 'Clínica Élise', zip: '04101', miles: 2 })
    lighthouse = await directory.list({ name: 'Клиника «Маяк»', miles: 3 })
  })
  afterAll(() => directory.base.admin.query('truncate service, site, provider, service_word cascade'))

  it.each([
    ['harbor', 'a word of the name'],
    ['HARB', 'how a word begins'],
    ['recovery   harbor', 'words in any order'],
    ["women's", 'the site, whatever the apostrophe'],
    ['portland', 'the town'],
    ['the house of recovery', 'words that say nothing are passed over'],
    ['detox women', 'the service and the site together'],
  ])('%s: %s', async (text) => {
    expect((await ids({ text }))[0]).toBe(harbor)
  })

  it('knows names with and without accents, in every script, and ZIP codes', async () => {
    expect(await ids({ text: 'clinica elise' })).toEqual([elise])
    expect(await ids({ text: 'CLÍNICA' })).toEqual([elise])
    expect(await ids({ text: '04101' })).toEqual([elise])
    expect(await ids({ text: 'маяк' })).toEqual([lighthouse])
  })

  it.each(['arbor', 'harbor xylophone', 'recoveryharbor'])('finds nobody for %s', async (text) => {
    expect(await ids({ text })).toEqual([])
  })

  it.each(['', '   ', '%', '_', '…', 'the of and', '\\'])(
    'asks nothing when it says nothing: %j',
    async (text) => {
      expect(await ids({ text })).toHaveLength(3)
    },
  )

  it.each(["'; drop table service; --", 'harbor%', 'harb_r', 'harbor\\', '$1', '(harbor'])(
    '%j is words and nothing else',
    async (text) => {
      const found = await ids({ text })
      expect([[], [harbor]]).toContainEqual(found)
      expect(await ids()).toHaveLength(3)
    },
  )

  it('finds a place by its new name once it is renamed, and no longer by the old', async () => {
    await directory.base.admin.query(
      `update provider set name = 'Tidewell' where id = (select provider_id from service where id = $1)`,
      [harbor],
    )
    expect(await ids({ text: 'tidewell' })).toEqual([harbor])
    expect(await ids({ text: 'harbor' })).toEqual([])
  })
})
