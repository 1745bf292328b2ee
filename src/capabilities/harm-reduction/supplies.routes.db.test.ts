import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type Ask, type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { readText } from '#tests/support/sample-referral.ts'
import { post } from '#tests/support/signing-desk.ts'

let county: CountyApi
let officer: Ask
let sergeant: Ask
beforeAll(async () => {
  county = await countyApi()
  officer = await county.asMember('officer')
  sergeant = await county.asMember('sergeant')
})
afterAll(() => county.close())

const query = async (text: string) => (await county.base.admin.query(text)).rows
const inTwoYears = String(new Date().getFullYear() + 2)

const box = (place: string) => ({
  ...{ id: newId(), lot: 'hc-1', product: 'Nasal 4 mg', doses: '2', kits: '3', to: place },
  ...{ 'expires-month': '1', 'expires-day': '31', 'expires-year': inTwoYears },
})

const addShelf = async (fields = {}) => {
  const id = newId()
  expect((await post(sergeant, '/supplies/places', { id, name: 'Front desk', ...fields })).status).toBe(303)
  return id
}

test('a mistake in the form of a box is said at its field, and nothing that was typed is lost', async () => {
  const place = await addShelf()
  for (const [change, field] of [
    [{ lot: '' }, 'lot'],
    [{ kits: 'three' }, 'kits'],
    [{ 'expires-day': '32' }, 'expires'],
    [{ to: '' }, 'to'],
    [{ doses: '0' }, 'doses'],
    [{ 'on-day': '1' }, 'on'],
  ] as const) {
    const wrong = await post(sergeant, '/supplies/record/receive', { ...box(place), ...change })
    expect([wrong.status, wrong.text], field).toEqual([422, expect.stringContaining(`href="#${field}"`)])
    expect(wrong.text).toContain('Nasal 4 mg')
  }
  const sent = box(place)
  for (let time = 0; time < 2; time++)
    expect((await post(sergeant, '/supplies/record/receive', sent)).headers.get('location')).toBe(
      '/supplies?said=receive',
    )
  expect(await query('select number, kits from supply_balance join supply_lot on id = lot_id')).toEqual([
    { number: 'HC-1', kits: 3 },
  ])
})

test('more than the book has is asked about once, and recorded for whoever says that it happened', async () => {
  const place = await addShelf()
  await post(sergeant, '/supplies/record/receive', { ...box(place), lot: 'SH-1', kits: '1' })
  const [{ id: lot }] = await query(`select id from supply_lot where number = 'SH-1'`)
  const fields = { id: newId(), stock: `${place} ${lot}`, kits: '2' }
  const asked = await post(sergeant, '/supplies/record/lose', fields)
  expect([asked.status, readText(asked.text)]).toEqual([
    422,
    expect.stringContaining('Record it all the same'),
  ])
  expect((await post(sergeant, '/supplies/record/lose', { ...fields, short: 'yes' })).status).toBe(303)
  expect(readText((await sergeant('GET', '/supplies')).text)).toContain('1 kit short of lot SH-1')
  const explained = await sergeant('GET', `/supplies/lots/${lot}/${place}`)
  expect(readText(explained.text)).toContain('Book fell short')
  const [{ id: event }] = await query(`select id from supply_event where kind = 'lose'`)
  expect((await post(sergeant, `/supplies/events/${event}/correct`, { id: newId() })).status).toBe(303)
  expect((await post(sergeant, `/supplies/events/${event}/correct`, { id: newId() })).status).toBe(422)
})

const given = (changes = {}) => ({
  ...{ id: newId(), ago: '15', zip: '04609', doses: 'unknown', response: 'unknown', after: 'unknown' },
  ...{ survived: 'unknown', ...changes },
})

test('naloxone is recorded with “I don’t know” everywhere, and never with a house number', async () => {
  for (const [change, field] of [
    [{ crossing: '12 Dock Street' }, 'crossing'],
    [{ zip: '4609' }, 'zip'],
    [{ doses: '' }, 'doses'],
    [{ ago: 'other' }, 'on'],
    [{ ago: 'other', 'on-month': '1', 'on-day': '1', 'on-year': inTwoYears, at: '10:00' }, 'on'],
    [{ called: 'noon' }, 'called'],
  ] as const) {
    const wrong = await post(officer, '/field/naloxone', given(change))
    expect([wrong.status, wrong.text], field).toEqual([422, expect.stringContaining(`href="#${field}"`)])
  }
  const report = given()
  for (let time = 0; time < 2; time++)
    expect((await post(officer, '/field/naloxone', report)).headers.get('location')).toBe(
      `/field/naloxone/${report.id}`,
    )
  const again = await officer('GET', `/field/naloxone?same=${report.id}`)
  expect(again.text).toContain(`name="incident" value="${report.id}"`)
  const file = await officer('GET', '/supplies/naloxone.csv')
  expect(file.text.split('\r\n')).toHaveLength(3)
  expect(file.text).toMatch(/"04609","Unknown","Unknown"/)
  expect(
    await query(`select count(*)::int from audit_record where action = 'harm-reduction.export-odmap'`),
  ).toEqual([{ count: 1 }])
})

test('who enforces is shown no map of where people overdose, and nobody another organization’s reports', async () => {
  expect((await officer('GET', '/supplies/naloxone')).text).not.toContain('The county, this year')
  const program = await county.asMember('harm-reduction')
  const page = readText((await program('GET', '/supplies/naloxone')).text)
  expect(page).toContain('No naloxone given yet')
  expect(page).toContain('04609 Up to 10')
  for (const role of ['prosecutor', 'trainer', 'privacy-officer', 'administrator'] as const)
    expect((await (await county.asMember(role))('GET', '/supplies')).status, role).toBe(403)
})
