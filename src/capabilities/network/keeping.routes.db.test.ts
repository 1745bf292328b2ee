import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type Ask, type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { LANTERN_DETOX } from '#tests/support/invented.ts'
import { postedForm } from '#tests/support/posted-form.ts'

let county: CountyApi
let desk: Ask
let navigator: Ask
let officer: Ask
beforeAll(async () => {
  county = await countyApi()
  desk = await county.asMember('provider')
  navigator = await county.asMember('navigator')
  officer = await county.asMember('officer')
})
afterAll(() => county.close())

type Fields = Parameters<typeof postedForm>[0]
const base = `/places/${LANTERN_DETOX}`
const post = (who: Ask, path: string, fields: Fields = {}) => who('POST', path, ...postedForm(fields))
const wordsOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('a desk changes its profile; a refused field keeps what was typed, a saved one is on the page, and is taken back', async () => {
  const form = { name: 'Detox', needs: 'treatment', minAge: 'young', walkIn: 'yes' }
  const refused = await post(desk, `${base}/profile`, form)
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Give a whole number, such as 18.')
  expect(refused.text).toContain('name="minAge" type="text" value="young"')
  const saved = await post(desk, `${base}/profile`, { ...form, minAge: '21', id: newId() })
  expect([saved.status, saved.headers.get('location')]).toEqual([303, `${base}?done=saved`])
  const page = await desk('GET', base)
  expect(wordsOf(page.text)).toContain('From age 21 years')
  expect(wordsOf((await officer('GET', base)).text)).not.toContain('Change the profile')
  const change = /name="change" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  const undone = await post(desk, `${base}/undo`, { id: newId(), change })
  expect(undone.headers.get('location')).toBe(`${base}?done=undone`)
  expect(wordsOf((await desk('GET', base)).text)).not.toContain('From age 21 years Pregnant')
})

test('a form that was opened before somebody else saved says so, keeps what was typed, and saves when sent again', async () => {
  const fields = { name: 'Detox', needs: 'treatment', phone: '207-555-0199' }
  const late = await post(desk, `${base}/profile`, { ...fields, seenAt: '2020-01-01T00:00:00.000Z' })
  expect([late.status, late.text.includes('while you had it open')]).toEqual([409, true])
  const seenAt = /name="seenAt" value="([^"]+)"/.exec(late.text)?.[1] ?? ''
  expect((await post(desk, `${base}/profile`, { ...fields, seenAt })).status).toBe(303)
})

test('a place that moves is found where it is now; its position follows the ZIP code; what it said before comes back', async () => {
  const before = await desk('GET', `${base}/address`)
  const typedIn = (html: string, name: string) =>
    new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? ''
  const form = Object.fromEntries(
    ['providerName', 'siteName', 'street', 'street2', 'city', 'state', 'zip', 'seenAt'].map((name) => [
      name,
      typedIn(before.text, name),
    ]),
  ) as Record<string, string>
  const wrong = await post(desk, `${base}/address`, { ...form, zip: '00000', city: '' })
  expect([wrong.status, wrong.text.includes('Give the town.'), wrong.text.includes('value="00000"')]).toEqual(
    [422, true, true],
  )
  const moved = await post(desk, `${base}/address`, {
    ...form,
    street: '9 New Street',
    city: 'Bangor',
    zip: '04401',
    id: newId(),
  })
  expect(moved.headers.get('location')).toBe(`${base}?done=saved`)
  const page = await desk('GET', base)
  expect(wordsOf((await officer('GET', base)).text)).toContain('9 New Street, Bangor, ME 04401')
  expect(wordsOf(page.text)).toContain('Name and address')
  const again = await post(desk, `${base}/address`, { ...form, seenAt: '2020-01-01T00:00:00.000Z' })
  expect([again.status, again.text.includes('while you had it open')]).toEqual([409, true])
  const change = /name="change" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  await post(desk, `${base}/undo`, { id: newId(), change })
  expect(wordsOf((await officer('GET', base)).text)).toContain('Address 14 Dock Street, Pierpoint, ME 04609')
  expect((await officer('GET', `${base}/address`)).status).toBe(403)
})

test('hours come from the grid, Monday’s for the other days without a script, and a wrong day says what is wrong', async () => {
  const monday = { known: 'yes', 'hours-1-opens-1': '09:00', 'hours-1-closes-1': '16:00' }
  const copied = await post(desk, `${base}/hours`, { ...monday, copy: 'hours:weekdays' })
  expect([copied.status, copied.text.match(/value="09:00"/g)?.length]).toEqual([200, 5])
  const wrong = await post(desk, `${base}/hours`, { ...monday, 'hours-2-opens-1': '10:00' })
  expect([wrong.status, wrong.text.includes('Say when Tuesday ends')]).toEqual([422, true])
  await post(desk, `${base}/hours`, monday)
  expect(wordsOf((await officer('GET', base)).text)).toContain('9:00 AM to 4:00 PM')
})

test('a week is closed, and opened after all', async () => {
  const day = { 'from-month': '1', 'from-day': '4', 'from-year': '2099', note: 'Staff retreat' }
  await post(desk, `${base}/closed-days`, { ...day, id: newId() })
  const { text } = await desk('GET', `${base}/closed-days`)
  expect(wordsOf(text)).toContain('January 4, 2099: Staff retreat')
  const open = /name="open" value="([^"]+)"/.exec(text)?.[1] ?? ''
  await post(desk, `${base}/closed-days`, { open })
  expect(wordsOf((await desk('GET', `${base}/closed-days`)).text)).toContain('No closed days ahead')
})

test('one tap at the desk says to everybody whether there is room', async () => {
  expect((await desk('GET', '/desk')).text).toContain(`action="${base}/capacity"`)
  const tap = { id: newId(), level: 'detox', tap: '2', returnTo: 'desk' }
  expect((await post(desk, `${base}/capacity`, tap)).headers.get('location')).toBe('/desk#capacity')
  expect(wordsOf((await officer('GET', base)).text)).toContain('2 beds')
  expect((await post(officer, `${base}/capacity`, tap)).status).toBe(403)
})

test('a navigator writes a call down with one tap, and checks a fact while somebody is on the line', async () => {
  const missing = await post(navigator, `${base}/call`, { result: 'accepted-for', level: 'detox' })
  expect([missing.status, missing.text.includes('Give the day for which')]).toEqual([422, true])
  const called = await post(navigator, `${base}/call`, { id: newId(), result: 'full', level: 'detox' })
  expect(called.headers.get('location')).toBe(`${base}?done=called#calls`)
  expect(wordsOf((await officer('GET', base)).text)).toContain('heard on the phone')
  // Who called at what hour could tell police where somebody went.
  expect((await officer('GET', base)).text).not.toContain('Dana Whitfield')
  expect((await desk('GET', base)).text).toContain('Dana Whitfield')
  await post(navigator, `${base}/check`, { id: newId(), fact: 'address', holds: 'yes' })
  expect(wordsOf((await navigator('GET', `${base}/call`)).text)).toContain('by phone')
})
