import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type Ask, type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { LANTERN_DETOX } from '#tests/support/invented.ts'
import { postedForm } from '#tests/support/posted-form.ts'

let county: CountyApi
let officer: Ask
let desk: Ask
beforeAll(async () => {
  county = await countyApi()
  officer = await county.asMember('officer')
  desk = await county.asMember('provider')
})
afterAll(() => county.close())

type Fields = Parameters<typeof postedForm>[0]
const post = (who: Ask, path: string, fields: Fields = {}) => who('POST', path, ...postedForm(fields))

const NAMES = [
  'Zoë Ångström-Nuñez',
  'Şəhla Ćirić',
  'Анна Каренина',
  'Ελένη',
  '王小明',
  '山田 花子',
  '김민준',
  'محمد بن سلمان',
  'שרה כהן',
  'अनुष्का शर्मा',
  'ภาณุพงศ์',
  'ናትናኤል',
  'Ꮳꮃꮄꮔ',
  '👩‍🚒🏽 Sam',
  'é (two code points: e\u0301)',
  'O’Brien-D\'Arcy "Red"',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</textarea></title><svg/onload=alert(1)>',
  '{{7*7}} #{7*7} <%= 7 %>',
  "Robert'); drop table referral;--",
  '&lt;b&gt;already escaped&lt;/b&gt;',
  '=cmd|calc!A1',
  'javascript:alert(1)',
  '\u202Eevol',
  'null',
  'undefined',
  '0',
  'true',
]

/** As the pages have to write it: no character of it can begin or end anything of theirs. */
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const send = async (name: string): Promise<string> => {
  const id = newId()
  const sent = await post(officer, '/referrals', {
    id,
    serviceId: LANTERN_DETOX,
    needs: 'treatment',
    name,
    whereabouts: name,
    agreesToContact: 'yes',
    contactWay: 'call',
    contact: name,
  })
  expect(sent.status).toBe(303)
  return id
}

const stored = async (id: string) =>
  (
    await county.base.admin.query(
      'select name, whereabouts, contact from referral_identity where referral_id = $1',
      [id],
    )
  ).rows[0]

const showsAsText = ({ status, text }: { status: number; text: string }, name: string): void => {
  expect(status).toBe(200)
  expect(text).toContain(escaped(name))
  if (escaped(name) !== name) expect(text).not.toContain(name)
}

test.each(NAMES)('the name %j is kept as it is, and shown as text to both sides', async (name) => {
  const id = await send(name)
  expect(await stored(id)).toEqual({ name, whereabouts: name, contact: name })
  await post(desk, `/desk/referrals/${id}/answer`, { answer: 'accepted' })
  showsAsText(await officer('GET', `/referrals/${id}`), name)
  showsAsText(await desk('GET', `/desk/referrals/${id}`), name)
})

test('lists show each name as text too', async () => {
  for (const name of NAMES) {
    const id = await send(name)
    await post(desk, `/desk/referrals/${id}/answer`, { answer: 'accepted' })
  }
  const [home, sent, received] = [
    await officer('GET', '/field'),
    await officer('GET', '/referrals'),
    await desk('GET', '/desk'),
  ]
  for (const name of NAMES.slice(-5)) showsAsText(home, name)
  for (const name of NAMES.slice(-25)) showsAsText(sent, name)
  for (const name of NAMES) showsAsText(received, name)
})

test.each(NAMES)(
  'the name %j comes back into the form, as text, when something else has to be mended',
  async (name) => {
    const { status, text } = await post(officer, '/referrals', {
      id: newId(),
      name,
      whereabouts: 'x',
      contact: name,
    })
    expect(status).toBe(422)
    expect(text).toContain(`value="${escaped(name)}"`)
    if (escaped(name) !== name) expect(text).not.toContain(name)
  },
)

/** Nothing but spaces is nothing, which is refused where how to reach the person has to be said. */
const written = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((typed) => typed.replaceAll('\0', '').trim() !== '')

test('whatever is typed is kept letter by letter, without the space around it and what no keyboard types', async () => {
  await fc.assert(
    fc.asyncProperty(written, async (typed) => {
      const { name } = await stored(await send(`  ${typed}\0 `))
      expect(name).toBe(typed.replaceAll('\0', '').trim())
    }),
    { numRuns: 40 },
  )
})
