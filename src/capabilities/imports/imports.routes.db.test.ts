import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type Ask, type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { postedForm } from '#tests/support/posted-form.ts'
import { importListings } from './import-job.ts'

const EXAMPLES = join(import.meta.dirname, '../network/examples')

let county: CountyApi
let manager: Ask
beforeAll(async () => {
  county = await countyApi()
  manager = await county.asMember('manager')
})
afterAll(() => county.close())

const one = async (sql: string, ...values: unknown[]) => (await county.base.admin.query(sql, values)).rows[0]
const everything = async () =>
  (
    await county.base.admin.query(`
      select to_jsonb(s) as row from service s union all select to_jsonb(s) from site s
      union all select to_jsonb(p) from provider p union all select to_jsonb(l) from site_listing l
      union all select to_jsonb(w) from service_word w union all select to_jsonb(r) from hsds_record r
      union all select to_jsonb(l) from hsds_link l order by 1`)
  ).rows

/** Sends a file as a browser does. */
const bring = async (content: string | Buffer, name = 'places.csv', who = manager, id: string = newId()) => {
  const head = `--a-line-between\r\nContent-Disposition: form-data; name="id"\r\n\r\n${id}\r\n--a-line-between\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
  const answer = await who('POST', '/imports', `${head}${content}\r\n--a-line-between--\r\n`, {
    'content-type': 'multipart/form-data; boundary=a-line-between',
  })
  return { answer, id, path: `/imports/${id}` }
}
const post = async (path: string, fields: Record<string, string> = {}) => {
  const [body, headers] = postedForm(fields)
  return manager('POST', path, body, headers)
}
const work = (importId: string) => importListings(county.database.asActor, { importId })
const page = async (path: string) => (await manager('GET', path)).text.replaceAll('\u00a0', ' ')

/** Goes the whole way of a file that needs no columns said. */
const bringAll = async (content: string | Buffer, name: string) => {
  const { id, path } = await bring(content, name)
  await work(id)
  await post(`${path}/write`)
  await work(id)
  return { id, path }
}
const takeBack = async (id: string) => {
  await post(`/imports/${id}/undo`)
  await work(id)
}

/** A service of another directory, with its organization, its place and its phone in it. */
const HSDS_SERVICE = {
  id: newId(),
  name: 'Mill counselling',
  status: 'active',
  organization: { id: newId(), name: 'Mill Recovery', description: 'Helps.' },
  phones: [{ id: newId(), number: '434 555 0144' }],
  service_at_locations: [
    {
      id: newId(),
      location: {
        id: newId(),
        location_type: 'physical',
        name: 'The Mill',
        latitude: 38.03,
        longitude: -78.48,
        addresses: [
          {
            ...{ id: newId(), address_1: '9 Mill Road', city: 'Pierpoint', state_province: 'VA' },
            ...{ postal_code: '22902', country: 'US', address_type: 'physical' },
          },
        ],
      },
    },
  ],
}

const TABLE = [
  'Agency,Address,Town,ST,Zip,Phone,Services,Hours,Walk-ins,Remarks',
  'Tide House,1 Quay Street,Pierpoint,VA,22902,(434) 555-0177,treatment; MAT,Mon-Fri 8:00-17:00,yes,call first',
  'Gull House,2 Quay Street,Pierpoint,VA,22902,434 555 0178,shelter,whenever,maybe,',
  ',3 Quay Street,Pierpoint,VA,22902,,,,,',
  '=Far House,4 Quay Street,Pierpoint,ZZ,22902,,,,,',
].join('\r\n')
const COLUMNS = {
  ...{ 'column-0': 'provider', 'column-1': 'street', 'column-2': 'city', 'column-3': 'state' },
  ...{
    'column-4': 'zip',
    'column-5': 'phone',
    'column-6': 'needs',
    'column-7': 'hours',
    'column-8': 'walkIn',
  },
}

describe('a table of a county', () => {
  test('has its columns guessed, is looked at, imported and taken back', async () => {
    const before = await everything()
    const { answer, id, path } = await bring(TABLE)
    expect(answer.status).toBe(303)
    const asked = await page(path)
    for (const field of Object.values(COLUMNS)) expect(asked).toContain(`<option value="${field}" selected`)
    expect(asked).toContain('1 of 10 columns would be left out')

    const lost = await post(`${path}/columns`, { ...COLUMNS, 'column-4': '', keepAs: 'Resource list' })
    expect([lost.status, lost.text.includes('Say which column is: ZIP code.')]).toEqual([422, true])
    const twice = await post(`${path}/columns`, { ...COLUMNS, 'column-9': 'phone' })
    expect(twice.text).toContain('“Phone” is chosen for another column already.')
    await post(`${path}/columns`, { ...COLUMNS, keepAs: 'Resource list' })
    expect(await page(path)).toContain('http-equiv="refresh"')
    await work(id)

    const looked = await page(path)
    expect(looked).toContain('2 rows can be imported')
    expect(looked).toContain('2 rows cannot be used')
    expect(looked).toContain('“ZZ” is not a state.')
    expect(looked).toContain('Write hours like')
    expect(looked).toContain('What it helps with: treatment, moud')
    expect(await everything()).toEqual(before)
    const csv = (await manager('GET', `${path}/refused.csv`)).text.split('\r\n')
    expect(csv[0]).toBe(
      '"Row","What is wrong","Agency","Address","Town","ST","Zip","Phone","Services","Hours","Walk-ins","Remarks"',
    )
    expect(csv[2]).toMatch(/^"5","“ZZ” is not a state\.","'=Far House"/)

    await post(`${path}/write`)
    await work(id)
    expect(await page(path)).toContain('2 added, 0 changed, 2 left out')
    expect(
      await one(`select needs, hours, walk_in, medicines from service s join provider p on p.id = s.provider_id
        where p.name = 'Tide House'`),
    ).toEqual({
      needs: ['treatment', 'moud'],
      hours: [{ days: [1, 2, 3, 4, 5], opens: '08:00', closes: '17:00' }],
      walk_in: true,
      medicines: null,
    })
    // What could not be understood stays unknown.
    expect(await one(`select hours, walk_in from service where phone = '434 555 0178'`)).toEqual({
      hours: null,
      walk_in: null,
    })

    await takeBack(id)
    expect(await everything()).toEqual(before)
    expect(await page(path)).toContain('Taken back: 2 services, 2 places, 2 organizations removed')
    const again = (await one('select taken_back from directory_import where id = $1', id)).taken_back
    await takeBack(id)
    expect((await one('select taken_back from directory_import where id = $1', id)).taken_back).toEqual(again)
    expect(await everything()).toEqual(before)
  })

  test('is offered what was said of its columns before', async () => {
    const { path } = await bring(TABLE)
    const asked = await page(path)
    expect(asked).toContain('<option value="Resource list" selected')
    expect((await post(`${path}/drop`)).headers.get('location')).toBe('/imports?said=dropped')
    expect((await manager('GET', path)).status).toBe(404)
  })

  test('that may name places which are here asks, and joins them where it is told to', async () => {
    const before = await everything()
    const theirs = await one(`
      select s.id, s.phone, p.name, site.street, site.city, site.zip from service s join site on site.id = s.site_id
        join provider p on p.id = s.provider_id where s.phone is not null and site.street is not null
        and s.shown_to = 'public' order by s.id limit 1`)
    const rows = [
      'Agency,Address,Town,ST,Zip,Phone,Web',
      `${theirs.name} Inc,${theirs.street},${theirs.city},VA,${theirs.zip},${theirs.phone},harbor.example.org`,
      'Nobody Knows It,99 Nowhere Lane,Pierpoint,VA,22902,434 555 0199,',
    ]
    const { id, path } = await bring(rows.join('\n'))
    await post(`${path}/columns`, { ...COLUMNS, 'column-6': 'website', 'column-7': '', 'column-8': '' })
    await work(id)
    expect(await page(path)).toContain('1 row may be here already')
    const asked = await page(`${path}/alike`)
    expect(asked).toContain(`<a href="/places/${theirs.id}">${theirs.name}`)
    expect(asked).toMatch(/similar name, same phone, same address/)
    expect(asked).toMatch(/value="same" checked/)
    await post(`${path}/alike`, { every: 'skip' })
    await post(`${path}/alike`, { 'row-2': 'same' })
    await post(`${path}/write`)
    await work(id)
    expect((await one('select counts from directory_import where id = $1', id)).counts).toMatchObject({
      created: 1,
    })
    expect(await one('select count(*)::int from service where phone = $1', theirs.phone)).toEqual({
      count: 1,
    })
    await takeBack(id)
    expect(await everything()).toEqual(before)
  })
})

describe('lists of other forms', () => {
  test.each([
    ['SAMHSA’s list', 'samhsa-list.csv', 'samhsa-list'],
    ['an answer of FindTreatment.gov', 'findtreatment.json', 'findtreatment'],
  ])('%s goes the same way, and back', async (_, file, kind) => {
    const before = await everything()
    const { id, path } = await bringAll(await readFile(join(EXAMPLES, file)), file)
    expect(await one('select kind, state from directory_import where id = $1', id)).toEqual({
      kind,
      state: 'done',
    })
    expect((await everything()).length).toBeGreaterThan(before.length)
    expect(await page(path)).toMatch(/\d+ added/)
    await takeBack(id)
    expect(await everything()).toEqual(before)
  })

  test('another directory goes the same way, and what a later import changed is as before when that is taken back', async () => {
    const before = await everything()
    const first = await bringAll(JSON.stringify(HSDS_SERVICE), 'hsds.json')
    const once = await everything()
    expect(once.length).toBeGreaterThan(before.length)
    const renamed = { ...HSDS_SERVICE, name: 'Mill counselling, as it is called now' }
    const second = await bringAll(JSON.stringify(renamed), 'hsds.json')
    expect(await everything()).not.toEqual(once)
    await takeBack(second.id)
    expect(await everything()).toEqual(once)
    await takeBack(first.id)
    expect(await everything()).toEqual(before)
  })

  test.each([
    ['a spreadsheet', `PK\u0003\u0004 [Content_Types].xml`, 'Save it as “CSV UTF-8”'],
    ['nothing', '', 'Choose a file first'],
    ['a picture', '\u0089PNG\u0000\u0000', 'no list that is known here'],
    ['one column', 'name\r\nTide House', 'between 2 and 200 columns'],
    ['a head without rows', 'name,city', 'but no rows'],
  ])('%s is refused, kindly and at once', async (_, content, says) => {
    const { answer } = await bring(content, 'file')
    expect([answer.status, answer.text.includes(says)]).toEqual([422, true])
  })

  test('JSON of something else is refused when it is looked through, and nothing is written', async () => {
    const { id, path } = await bring('{"weather": "fair"}', 'weather.json')
    await work(id)
    expect(await page(path)).toContain('This file was not imported')
  })
})

describe('what somebody touched since', () => {
  test('stays when the import is taken back, and it is said which and why', async () => {
    const { id, path } = await bring(TABLE)
    await post(`${path}/columns`, COLUMNS)
    await work(id)
    await post(`${path}/write`)
    await work(id)
    const of = (name: string) =>
      one('select s.id from service s join provider p on p.id = s.provider_id where p.name = $1', name)
    const [tide, gull] = [(await of('Tide House')).id, (await of('Gull House')).id]
    await post(`/places/${tide}/status`, { status: 'temporarily-closed' })
    await county.base.admin.query(
      `insert into capacity_report (id, service_id, level, is_open, channel) values ($1, $2, 'shelter', true, 'phone')`,
      [newId(), gull],
    )
    await takeBack(id)
    const left = await page(path)
    expect(left).toContain('6 entries left')
    expect(left).toContain(`<a href="/places/${tide}">Tide House`)
    expect(left).toMatch(/has changed it since/)
    expect(left).toMatch(/Something refers to it/)
    await county.base.admin.query('delete from capacity_report where service_id = $1', [gull])
    await takeBack(id)
    expect(await of('Gull House')).toBeUndefined()
    expect((await of('Tide House')).id).toBe(tide)
  })
})

test('nobody but managers and administrators imports, and no other county sees what was', async () => {
  for (const role of ['officer', 'provider', 'navigator', 'privacy-officer'] as const)
    expect((await (await county.asMember(role))('GET', '/imports')).status, role).toBe(403)
  expect((await county.asStranger('GET', '/imports')).headers.get('location')).toMatch(/^\/sign-in/)
})
