import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { addListing } from '#network'
import { OPERATOR, type TestDirectory, testDirectory } from '#tests/support/directory.ts'
import { idOf, inventedTables } from '#tests/support/hsds-directory.ts'
import { filesOfHsds } from '#tests/support/hsds-files.ts'
import { answerAll, answerOne } from './answer.ts'
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
  const file = await readHsdsFile(await files.zip('invented.zip', inventedTables()))
  if (isRefusal(file)) throw new Error(file.explanation)
  await importHsds(OPERATOR, directory.asActor, file)
})
afterAll(async () => {
  await directory.close()
  await files.remove()
})

/** Everything that the exchange gives anybody: each list whole, each thing by its id, both exports. */
const everythingGiven = async (): Promise<string> => {
  const said: string[] = []
  for (const list of LISTS) {
    const query = readQuery(list.filters.includes('full') ? { full: 'true' } : {}, list.filters)
    if ('fields' in query) throw new Error('unfit')
    for await (const some of answerAll(directory.asActor, list, query)) said.push(JSON.stringify(some))
  }
  for (const format of ['tables', 'json'] as const) {
    const file = `${files.folder}/${++number}.${format === 'json' ? 'json' : 'zip'}`
    await exportHsds(directory.asActor, { file, format })
    said.push(format === 'json' ? await readFile(file, 'utf8') : JSON.stringify(await files.tablesOf(file)))
  }
  return said.join('\n')
}
const hide = (table: string, visibility: string, condition = 'true') =>
  directory.base.admin.query(`update ${table} set visibility = '${visibility}' where ${condition}`)
const open = async () => {
  for (const table of ['service', 'site', 'provider']) await hide(table, 'public')
}

/** What leads to the site on the quay, and nowhere else. */
const QUAY = [
  'On the quay',
  '4 Quay Street',
  'old customs house',
  'never.told.before',
  'A yellow door',
  '44.31',
  'Bus 7',
  'A ramp',
  'French',
]
/** What leads to the whole organization. */
const HOUSE = [
  'Lantern',
  'Ada Quay',
  '555-0117',
  '555-0199',
  'Millbrook',
  '12 Mill Lane',
  'Harbor health',
  'Opioid settlement',
  'Chairs',
  '000000000',
]

it('HS-5: a site that is for partners or for nobody is given by no list, no id and no export, nor is anything of it', async () => {
  const before = await everythingGiven()
  for (const secret of [...QUAY, ...HOUSE]) expect(before, secret).toContain(secret)
  for (const visibility of ['partners', 'hidden']) {
    await hide('site', visibility, `id = '${idOf('location')}'`)
    const given = await everythingGiven()
    for (const secret of [...QUAY, idOf('location'), idOf('address')])
      expect(given, secret).not.toContain(secret)
    expect(given).toContain('12 Mill Lane')
    await open()
  }
})

it('a hidden service takes its site, its organization and its people along, where these have no other', async () => {
  for (const table of ['service', 'provider']) {
    await hide(table, 'hidden')
    const given = await everythingGiven()
    for (const secret of [...QUAY, ...HOUSE]) expect(given, `${table}: ${secret}`).not.toContain(secret)
    for (const path of ['services', 'organizations', 'locations', 'service_at_locations'])
      for (const name of ['service', 'organization', 'location', 'service_at_location'])
        expect(
          await answerOne(directory.asActor, LISTS.find((one) => one.path === path) as never, idOf(name), {
            fullService: true,
          }),
        ).toBeUndefined()
    await open()
  }
  expect(await everythingGiven()).toContain('On the quay')
})

it('what is taken in later of a hidden place is hidden too', async () => {
  await hide('site', 'hidden', `id = '${idOf('location')}'`)
  const phone = { id: idOf('late phone'), location_id: idOf('location'), number: '207-555-0666' }
  const file = await readHsdsFile(await files.write('late.json', JSON.stringify({ phones: [phone] })))
  if (isRefusal(file)) throw new Error(file.explanation)
  expect(await importHsds(OPERATOR, directory.asActor, file)).toMatchObject({ created: 1 })
  expect(await everythingGiven()).not.toContain('555-0666')
  await open()
  expect(await everythingGiven()).toContain('555-0666')
})

it('a site whose street is not published is virtual, without a position', async () => {
  const site = newId<'site'>()
  await addListing(OPERATOR, directory.asActor, {
    provider: { id: newId(), name: 'Refuge' },
    site: {
      id: site,
      city: 'Pierpoint',
      state: 'ME',
      zip: '04609',
      timeZone: 'America/New_York',
      latitude: 44.777,
      longitude: -68.777,
    },
    service: { id: newId(), name: 'A bed', kind: 'other', needs: ['shelter'] },
  })
  const list = LISTS.find(({ path }) => path === 'locations') as (typeof LISTS)[number]
  expect(await answerOne(directory.asActor, list, site, { fullService: false })).toMatchObject({
    location_type: 'virtual',
  })
  const given = await everythingGiven()
  expect(given).not.toContain('44.777')
  expect(given).not.toContain('04609"')
})
