import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { testCounty } from '#tests/support/county.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { addListing } from './add-listing.ts'
import { importFindtreatment } from './import-findtreatment.ts'
import { importSamhsa } from './import-samhsa.ts'
import { readFindtreatment } from './read-findtreatment.ts'
import { readSamhsaList } from './read-samhsa-list.ts'

const OPERATOR: Actor = { kind: 'operator' }
const SAMHSA = join(import.meta.dirname, 'examples', 'samhsa-list.csv')
const FINDTREATMENT = join(import.meta.dirname, 'examples', 'findtreatment.json')

let base: TestDatabase
let database: Database
beforeEach(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, { enqueue: async () => {} })
})
afterEach(async () => {
  await database.close()
  await base.drop()
})

const got = <Answer extends object>(answer: Answer): Exclude<Answer, Refusal> => {
  if (isRefusal(answer)) throw new Error(String(answer.refused))
  return answer as Exclude<Answer, Refusal>
}
const samhsa = async () => got(await readSamhsaList(SAMHSA))
const findtreatment = async () => got(await readFindtreatment(FINDTREATMENT))
const importBoth = async () => ({
  samhsa: await importSamhsa(OPERATOR, database.asActor, await samhsa()),
  findtreatment: await importFindtreatment(OPERATOR, database.asActor, await findtreatment()),
})
const rows = async (query: string) => (await base.admin.query(query)).rows
const one = async (query: string) => (await rows(query))[0]
const everything = () =>
  rows(`select to_jsonb(s) - 'updated_at' as row from service s union all
    select to_jsonb(s) from site s union all select to_jsonb(p) from provider p union all
    select to_jsonb(l) from site_listing l union all select to_jsonb(w) from service_word w order by 1`)

describe("SAMHSA's list", () => {
  it('becomes one site with one service a place, and nothing more when it is imported again', async () => {
    const list = await samhsa()
    expect(await importSamhsa(OPERATOR, database.asActor, list)).toEqual({
      created: 20,
      updated: 0,
      unchanged: 0,
    })
    expect(await one('select count(*)::int from site')).toEqual({ count: 20 })
    expect(await one('select count(*)::int from service')).toEqual({ count: 20 })
    const before = await everything()
    expect(await importSamhsa(OPERATOR, database.asActor, list)).toEqual({
      created: 0,
      updated: 0,
      unchanged: 20,
    })
    expect(await everything()).toEqual(before)
  })

  it('keeps a provider of several sites once, and unknown payers unknown', async () => {
    await importSamhsa(OPERATOR, database.asActor, await samhsa())
    expect(await one("select count(*)::int from provider where name = 'Bridge Street Services'")).toEqual({
      count: 1,
    })
    expect(await one('select count(payers)::int, count(hours)::int as hours from service')).toEqual({
      count: 0,
      hours: 0,
    })
  })

  it('stores no street where none is published, and the time zone where the county settles it', async () => {
    await importSamhsa(OPERATOR, database.asActor, await samhsa())
    expect(await one("select street from site where city = 'Anchorage'")).toEqual({ street: null })
    expect(await one("select time_zone from site where city = 'Pensacola'")).toEqual({
      time_zone: 'America/Chicago',
    })
    expect(await one("select time_zone from service where words like '% pensacola%'")).toEqual({
      time_zone: 'America/Chicago',
    })
  })

  it('brings new facts about a site it described, and leaves out nothing that it no longer names', async () => {
    const list = await samhsa()
    await importSamhsa(OPERATOR, database.asActor, list)
    const [first, ...rest] = list.places
    if (!first) throw new Error('The example has places.')
    const newer = { ...list, places: [{ ...first, latitude: first.latitude + 0.01 }, ...rest.slice(1)] }
    expect(await importSamhsa(OPERATOR, database.asActor, newer)).toEqual({
      created: 0,
      updated: 1,
      unchanged: 18,
    })
    expect(await one('select count(*)::int from site')).toEqual({ count: 20 })
    expect(
      await one(
        'select count(*)::int from service join site on site.id = site_id where position <> earth_point(latitude, longitude)',
      ),
    ).toEqual({ count: 0 })
  })

  it('says how far it is', async () => {
    const seen: number[] = []
    await importSamhsa(OPERATOR, database.asActor, await samhsa(), (done) => seen.push(done))
    expect(seen.at(-1)).toBe(20)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  })

  it('leaves a trace of who imported what', async () => {
    await importSamhsa(OPERATOR, database.asActor, await samhsa())
    expect(await one('select action, actor_kind, detail from audit_record')).toEqual({
      action: 'network.import-samhsa',
      actor_kind: 'operator',
      detail: { read: 22, created: 20, updated: 0, unchanged: 0, duplicates: 2, skipped: 0 },
    })
  })

  it('is imported by the operator alone', async () => {
    const county = await testCounty(database.asActor)
    const officer = await county.hire('police', 'officer')
    await expect(importSamhsa(officer, database.asActor, await samhsa())).rejects.toThrow(
      /row-level security/,
    )
    expect(await one('select count(*)::int from site')).toEqual({ count: 0 })
  })

  it('is not doubled by two imports at once', async () => {
    const list = await samhsa()
    const both = await Promise.all([1, 2].map(() => importSamhsa(OPERATOR, database.asActor, list)))
    expect(both.map(({ created }) => created).sort()).toEqual([0, 20])
    expect(await one('select count(*)::int from site')).toEqual({ count: 20 })
  })
})

describe('an answer of FindTreatment.gov', () => {
  it('is joined with the list, and changes nothing when it is imported again', async () => {
    const counts = await importBoth()
    expect(counts.findtreatment).toEqual({ created: 2, updated: 3, unchanged: 0, servicesAdded: 4 })
    expect(await one('select count(*)::int from site')).toEqual({ count: 22 })
    const before = await everything()
    expect(await importBoth()).toEqual({
      samhsa: { created: 0, updated: 0, unchanged: 20 },
      findtreatment: { created: 0, updated: 0, unchanged: 5, servicesAdded: 0 },
    })
    expect(await everything()).toEqual(before)
  })

  it('gives the same directory whichever comes first', async () => {
    await importFindtreatment(OPERATOR, database.asActor, await findtreatment())
    expect(await importSamhsa(OPERATOR, database.asActor, await samhsa())).toEqual({
      created: 19,
      updated: 0,
      unchanged: 1,
    })
    expect(await one('select count(*)::int from site')).toEqual({ count: 22 })
    expect(await importFindtreatment(OPERATOR, database.asActor, await findtreatment())).toMatchObject({
      unchanged: 5,
    })
  })

  it('describes what is offered, and keeps its codes as they came', async () => {
    await importBoth()
    const service = await one("select * from service where findtreatment_id = 'invented-1'")
    expect(service).toMatchObject({
      needs: ['treatment', 'moud'],
      medicines: ['buprenorphine'],
      payers: ['medicaid', 'private', 'none'],
      phone: '434-555-0101',
      intake_phones: ['434-555-0102'],
      source: 'findtreatment',
    })
    const { rows: given } = JSON.parse(await readFile(FINDTREATMENT, 'utf8'))
    expect(service.source_codes).toEqual({ typeFacility: 'SA', services: given[0].services })
  })

  it('brings what changed, and leaves hours, organization, visibility and status as members set them', async () => {
    await importBoth()
    const hours = [{ days: [1], opens: '08:00', closes: '17:00' }]
    await base.admin.query(
      `update service set hours = $1, status = 'temporarily-closed', intake_email = 'desk@example.org' where findtreatment_id = 'invented-1'`,
      [JSON.stringify(hours)],
    )
    const list = await findtreatment()
    const [first, ...rest] = list.facilities
    if (!first) throw new Error('The example has rows.')
    const newer = { ...list, facilities: [{ ...first, phone: '434-555-0150' }, ...rest] }
    expect(await importFindtreatment(OPERATOR, database.asActor, newer)).toMatchObject({
      updated: 1,
      unchanged: 4,
    })
    expect(
      await one(
        "select phone, hours, status, intake_email from service where findtreatment_id = 'invented-1'",
      ),
    ).toEqual({
      phone: '434-555-0150',
      hours,
      status: 'temporarily-closed',
      intake_email: 'desk@example.org',
    })
  })

  it('leaves alone what a member keeps by hand', async () => {
    await importBoth()
    await base.admin.query(
      `update service set source = 'member', phone = '434-555-0160' where findtreatment_id = 'invented-1'`,
    )
    await base.admin.query(
      `update site set source = 'member', city = 'Pierpoint' where id = (select site_id from service where findtreatment_id = 'invented-1')`,
    )
    expect(await importFindtreatment(OPERATOR, database.asActor, await findtreatment())).toMatchObject({
      updated: 0,
      unchanged: 5,
    })
    expect(
      await one(
        "select phone, city from service join site on site.id = site_id where findtreatment_id = 'invented-1'",
      ),
    ).toEqual({ phone: '434-555-0160', city: 'Pierpoint' })
  })

  it('does not double a place that was added by hand', async () => {
    await addListing(OPERATOR, database.asActor, {
      provider: { id: '00000000-0000-7000-8000-000000000001', name: 'Tidewell Treatment' },
      site: {
        id: '00000000-0000-7000-8000-000000000002',
        street: '16 Made Up St',
        city: 'Charlottesville',
        state: 'VA',
        zip: '22903',
        timeZone: 'America/New_York',
        latitude: 38.036,
        longitude: -78.489,
      },
      service: {
        id: '00000000-0000-7000-8000-000000000003',
        name: 'A bed',
        kind: 'substance-use',
        needs: ['shelter'],
      },
    })
    expect(await importFindtreatment(OPERATOR, database.asActor, await findtreatment())).toMatchObject({
      created: 2,
      unchanged: 1,
    })
    expect(await one("select count(*)::int from site where zip = '22903'")).toEqual({ count: 1 })
    expect(await one("select count(*)::int from service where words like '% tidewell%'")).toEqual({
      count: 1,
    })
  })
})
