import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import { findServices } from '#network'
import { OPERATOR, type TestDirectory, testDirectory } from '#tests/support/directory.ts'
import { idOf, inventedTables } from '#tests/support/hsds-directory.ts'
import { filesOfHsds, inventedTexts } from '#tests/support/hsds-files.ts'
import { HSDS } from '#tests/support/hsds-schema.ts'
import { answerOne, answerPage, EVERYBODY } from './answer.ts'
import { exportHsds } from './export-hsds.ts'
import { importHsds } from './import-hsds.ts'
import { LISTS } from './lists.ts'
import { readQuery } from './query.ts'
import { readHsdsFile } from './read-file.ts'

let directory: TestDirectory
let files: Awaited<ReturnType<typeof filesOfHsds>>
let number = 0
beforeAll(async () => {
  directory = await testDirectory()
  files = await filesOfHsds()
})
afterAll(async () => {
  await directory.close()
  await files.remove()
})

const got = <Answer extends object>(answer: Answer): Exclude<Answer, Refusal> => {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer))
  return answer as Exclude<Answer, Refusal>
}
const take = async (file: string) => importHsds(OPERATOR, directory.asActor, got(await readHsdsFile(file)))
const givenAway = async (format: 'tables' | 'json') => {
  const file = `${files.folder}/${++number}.${format === 'json' ? 'json' : 'zip'}`
  await exportHsds(directory.asActor, { file, format })
  return file
}
const list = (path: string) => LISTS.find((one) => one.path === path) as (typeof LISTS)[number]
const one = (path: string, id: string) => answerOne(directory.asActor, list(path), id, { fullService: true })
const find = () =>
  directory.asActor(EVERYBODY, (tx) =>
    findServices(tx, {
      needs: [],
      at: new Date(),
      zone: 'America/New_York',
      referableOnly: false,
      limit: 10,
      text: 'buprenorphine',
    }),
  )
const sorted = (tables: Record<string, { id?: string }[]>) =>
  Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      rows.toSorted((a, b) => String(a.id).localeCompare(String(b.id))),
    ]),
  )

it('HS-2: everything that can be said comes back in its table as it was said, and a second import changes nothing', async () => {
  const file = await files.zip('invented.zip', inventedTables())
  const objects = Object.values(inventedTables()).flat().length
  expect(await take(file)).toEqual({ created: objects, updated: 0, unchanged: 0, findable: 2 })
  const tables = await files.tablesOf(await givenAway('tables'))
  expect(sorted(tables)).toEqual(sorted(inventedTexts()))
  const before = (await directory.base.admin.query('select * from service order by id')).rows
  expect(await take(file)).toEqual({ created: 0, updated: 0, unchanged: objects, findable: 0 })
  expect((await directory.base.admin.query('select * from service order by id')).rows).toEqual(before)
})

it('people find a service that came by the exchange, with the number to call and the hours that it says', async () => {
  const found = await find()
  expect(
    found
      .map(({ serviceName, providerName, city, phone }) => [serviceName, providerName, city, phone])
      .sort(),
  ).toEqual(
    [
      ['Walk-in buprenorphine', 'Lantern House', 'Millbrook', '(207) 555-0117 ext. 9'],
      ['Walk-in buprenorphine', 'Lantern House', 'Pierpoint', '(207) 555-0117 ext. 9'],
    ].map((row) => (row[2] === 'Millbrook' ? [...row.slice(0, 3), null] : row)),
  )
})

it('HS-1: each list and each thing in it is what the standard says, whole or not', async () => {
  for (const { path, filters } of LISTS)
    for (const full of [false, true]) {
      if (full && !filters.includes('full')) continue
      const query = readQuery(full ? { full: 'true' } : {}, filters)
      if ('fields' in query) throw new Error(JSON.stringify(query))
      const page = await answerPage(directory.asActor, list(path), query)
      expect(page.contents.length, path).toBeGreaterThan(0)
      for (const each of page.contents) HSDS[path as keyof typeof HSDS].parse(each)
    }
})

it('a service whole has in it what belongs to it, in the way of the standard', async () => {
  const service = (await one('services', idOf('service'))) as Record<string, never>
  expect(service).toMatchObject({
    id: idOf('service'),
    organization: {
      name: 'Lantern House',
      locations: [{ name: 'On the quay' }, { id: idOf('second location') }],
    },
    program: { name: 'Harbor health' },
    capacities: [{ available: 2, unit: { name: 'Chair' } }],
    attributes: [{ taxonomy_term: { name: 'Adults', taxonomy_detail: { version: '2' } } }],
    service_at_locations: [
      { location: { metadata: [{ replacement_value: 'On the quay' }] }, schedules: [{ byday: 'MO,TU,WE' }] },
      { phones: [{ type: 'hotline' }] },
    ],
  })
  expect(service).not.toHaveProperty('organization_id')
})

it('what JSON gives away is taken in by another installation and given back word for word', async () => {
  const other = await testDirectory()
  try {
    const document = await givenAway('json')
    await importHsds(OPERATOR, other.asActor, got(await readHsdsFile(document)))
    const again = `${files.folder}/again.json`
    await exportHsds(other.asActor, { file: again, format: 'json' })
    expect(JSON.parse(await readFile(again, 'utf8'))).toEqual(JSON.parse(await readFile(document, 'utf8')))
  } finally {
    await other.close()
  }
})

it('a listing of the directory itself is given in the words of the standard, and taken in again changes nothing', async () => {
  const id = await directory.list({
    name: 'Quiet Refuge',
    phone: '207-555-0123',
    hours: [{ days: [1, 7], opens: '20:00', closes: '24:00' }],
    payers: ['medicaid', 'none'],
    medicines: [],
    languages: ['Spanish'],
    verifiedOn: '2026-11-01',
  })
  const service = HSDS.services.parse(await one('services', id))
  expect(service).toMatchObject({
    phones: [{ number: '207-555-0123', type: 'voice' }],
    schedules: [{ freq: 'WEEKLY', byday: 'MO,SU', opens_at: '20:00', closes_at: '00:00' }],
    languages: [{ name: 'Spanish' }],
    assured_date: '2026-11-01',
  })
  expect(service.attributes?.map(({ taxonomy_term: term = {} }) => 'code' in term && term.code)).toEqual([
    'needs:treatment',
    'medicines:nothing',
    'payers:medicaid',
    'payers:none',
    'kind:substance-use',
  ])
  for (const format of ['tables', 'json'] as const)
    expect(await take(await givenAway(format))).toMatchObject({ created: 0, updated: 0, findable: 0 })
})

it('once somebody changes the directory, that counts, and what was taken in stands back', async () => {
  await directory.base.admin.query(
    `update service set phone = '207-555-0000', status = 'temporarily-closed', updated_at = now()
     where id = '${idOf('service_at_location')}'`,
  )
  const { status, phones, service_at_locations, last_modified } = HSDS.services.parse(
    await one('services', idOf('service')),
  )
  // The other site is still open, and still means the number that the service said.
  expect([status, phones?.length]).toEqual(['active', 1])
  expect(service_at_locations?.[0]?.phones).toMatchObject([{ number: '207-555-0000' }])
  expect(last_modified).not.toBe('2026-10-02T08:15:30.5-04:00')
  const file = await files.zip('invented.zip', inventedTables())
  expect(await take(file)).toMatchObject({ created: 0, updated: 0, findable: 0 })
})

it('what the file says anew is taken, and what JSON leaves out stays', async () => {
  const organization = {
    id: idOf('organization'),
    name: 'Lantern House, Inc.',
    description: 'A house.',
    website: 'https://new.example',
  }
  const file = await files.write('organization.json', JSON.stringify(organization))
  expect(await take(file)).toMatchObject({ created: 0, updated: 1 })
  expect(await one('organizations', idOf('organization'))).toMatchObject({
    ...organization,
    tax_status: '501(c)(3)',
  })
  expect((await find()).map(({ providerName }) => providerName)).toContain('Lantern House, Inc.')
})

it('what a member keeps by hand is not taken back by an import', async () => {
  const id = await directory.list({ name: 'Kept House' })
  await directory.base.admin.query(`update service set source = 'member' where id = '${id}'`)
  const service = { id, name: 'Renamed', status: 'inactive', description: 'A word more.' }
  await take(await files.write('service.json', JSON.stringify(service)))
  expect(await one('services', id)).toMatchObject({
    name: 'Detox',
    status: 'active',
    description: 'A word more.',
  })
})
