import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { readText } from '#tests/support/sample-referral.ts'
import { post } from '#tests/support/signing-desk.ts'

let county: CountyApi
beforeAll(async () => {
  county = await countyApi()
})
afterAll(() => county.close())

const query = async (text: string) => (await county.base.admin.query(text)).rows
const report = (changes = {}) => ({
  id: newId(),
  place: 'Library steps',
  zip: '04609',
  amount: 'few',
  ...changes,
})

test('anybody reports a place in two languages, once, and what is missing is said in the same one', async () => {
  expect((await county.asStranger('GET', '/es/litter')).text).toContain('No toque la aguja')
  const wrong = await post(county.asStranger, '/es/litter', report({ zip: '4609', amount: '' }))
  expect(wrong.status).toBe(422)
  for (const says of ['Escriba los cinco números', 'Elija cuántas', 'Library steps'])
    expect(wrong.text).toContain(says)
  const sent = report()
  for (let time = 0; time < 2; time++)
    expect((await post(county.asStranger, '/litter', sent)).headers.get('location')).toBe('/litter/sent')
  expect(
    await query(
      `select id, source, (due_at - reported_at) between interval '47 h' and interval '49 h' as clock from litter_report`,
    ),
  ).toEqual([{ id: sent.id, source: 'public', clock: true }])
})

test('a program takes a report and closes it; police may report, and read nothing of it', async () => {
  const officer = await county.asMember('officer')
  const sent = report({ place: 'Dock Street' })
  expect((await post(officer, '/litter', sent)).status).toBe(303)
  expect((await officer('GET', '/supplies/litter')).status).toBe(403)
  const [{ source }] = await query(`select source from litter_report where id = '${sent.id}'`)
  expect(source).toBe('member')

  const [program, manager] = [await county.asMember('harm-reduction'), await county.asMember('manager')]
  expect(readText((await program('GET', '/supplies/litter')).text)).toContain('Dock Street, 04609')
  const at = `/supplies/litter/${sent.id}`
  expect((await post(program, at, { act: 'picked-up' })).status).toBe(404)
  expect((await post(program, at, { act: 'take' })).status).toBe(303)
  expect((await post(manager, at, { act: 'take' })).status).toBe(404)
  expect((await post(manager, at, { act: 'picked-up' })).status).toBe(404)
  const wrong = await post(program, at, { act: 'picked-up', syringes: 'some' })
  const again = await program('GET', wrong.headers.get('location') ?? '')
  expect([again.status, again.text]).toEqual([422, expect.stringContaining('Write a number')])
  expect((await post(program, at, { act: 'picked-up', syringes: '7' })).status).toBe(303)
  expect(await query(`select closed_as, syringes from litter_report where id = '${sent.id}'`)).toEqual([
    { closed_as: 'picked-up', syringes: 7 },
  ])
  expect(readText((await program('GET', '/supplies/litter')).text)).toContain('04609 2')
})
