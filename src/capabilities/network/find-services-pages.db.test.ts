import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MIDDLE, type TestDirectory, testDirectory } from '#tests/support/directory.ts'
import { findServices, type ServiceQuery } from './find-services.ts'

const PLACES = 330

let directory: TestDirectory
beforeAll(async () => {
  directory = await testDirectory()
  const { admin } = directory.base
  await admin.query(
    `insert into provider (id, name)
     select md5('provider ' || n)::uuid, case when n % 2 = 0 then 'Harbor ' else 'Tidewell ' end || n
     from generate_series(1, $1) n`,
    [PLACES],
  )
  // Thirty at each spot, as in a house full of programs, and a few that nobody can put on a map.
  await admin.query(
    `insert into site (id, provider_id, city, state, zip, latitude, longitude)
     select md5('site ' || n)::uuid, md5('provider ' || n)::uuid, 'Pierpoint', 'ME', '04609',
       case when n > 12 then 44.3 + (n / 30) * 0.03 end, case when n > 12 then -68.2 end
     from generate_series(1, $1) n`,
    [PLACES],
  )
  await admin.query(
    `insert into service (id, provider_id, site_id, name, needs)
     select md5('service ' || n)::uuid, md5('provider ' || n)::uuid, md5('site ' || n)::uuid, 'Help',
       case n % 3 when 0 then '{shelter}' when 1 then '{shelter,moud}' else '{moud}' end::text[]
     from generate_series(1, $1) n`,
    [PLACES],
  )
})
afterAll(() => directory.close())

const at = new Date('2026-11-24T17:00Z')
const page = (query: Partial<ServiceQuery>) =>
  directory.asActor({ kind: 'visitor' }, (tx) =>
    findServices(tx, {
      near: MIDDLE,
      needs: [],
      at,
      zone: 'America/New_York',
      referableOnly: false,
      limit: 50,
      ...query,
    }),
  )

/** All pages of this size, one after the other, up to the first that is not full. */
const walk = async (query: Partial<ServiceQuery>, limit: number): Promise<string[]> => {
  const seen: string[] = []
  for (;;) {
    const found = await page({ ...query, limit, offset: seen.length })
    seen.push(...found.map(({ serviceId }) => serviceId))
    if (found.length < limit) return seen
  }
}

describe.each([
  ['near a place', {}, PLACES],
  ['near a place, for two needs', { needs: ['shelter', 'moud'] }, PLACES],
  ['near a place, for one need', { needs: ['shelter'] }, PLACES - PLACES / 3],
  ['near a place, by name', { text: 'harbor' }, PLACES / 2],
  ['near a place, within some miles', { radiusMiles: 9 }, 137],
  ['nowhere in particular', { near: undefined }, PLACES],
  [
    'nowhere in particular, by name, for two needs',
    { near: undefined, text: 'tide', needs: ['shelter', 'moud'] },
    PLACES / 2,
  ],
] as [string, Partial<ServiceQuery>, number][])('pages of places %s', (_, query, all) => {
  it('have no holes and no repeats, and are of one list whatever their size', async () => {
    const fifty = await walk(query, 50)
    expect(fifty).toHaveLength(all)
    expect(new Set(fifty).size).toBe(all)
    expect(await walk(query, 33)).toEqual(fifty)
    expect((await page({ ...query, limit: 1, offset: 107 })).map(({ serviceId }) => serviceId)).toEqual([
      fifty[107],
    ])
  })
})

describe('places that nothing tells apart', () => {
  it('keep their order when the database has moved them about', async () => {
    const before = await walk({}, 50)
    await directory.base.admin.query(
      `update service set updated_at = now() where id in (select id from service order by md5(id::text) limit 150)`,
    )
    await directory.base.admin.query('vacuum full service')
    expect(await walk({}, 33)).toEqual(before)
  })

  it('come nearest first, those of no known place last', async () => {
    const found = []
    for (let offset = 0; offset < PLACES; offset += 50) found.push(...(await page({ offset })))
    const miles = found.map((one) => one.miles ?? Number.POSITIVE_INFINITY)
    expect(miles).toEqual(miles.toSorted((a, b) => a - b))
    expect(miles.filter((one) => one === Number.POSITIVE_INFINITY)).toHaveLength(12)
  })
})

it('a page past the end is empty, and asking for too many gives fifty', async () => {
  expect(await page({ offset: 5000 })).toEqual([])
  expect(await page({ limit: 1000 })).toHaveLength(50)
})
