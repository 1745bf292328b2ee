import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type Ask, type CountyApi, countyApi } from '#tests/support/county-api.ts'
import {
  HARBOR_COUNTY,
  LANTERN_DETOX,
  LANTERN_HOUSE,
  PIERPOINT_POLICE,
  PUBLIC_HEALTH,
} from '#tests/support/invented.ts'
import { postedForm } from '#tests/support/posted-form.ts'

let county: CountyApi
let administrator: Ask
let officer: Ask
beforeAll(async () => {
  county = await countyApi()
  administrator = await county.asMember('administrator')
  officer = await county.asMember('officer')
})
afterAll(() => county.close())

type Fields = Parameters<typeof postedForm>[0]
const post = (who: Ask, path: string, fields: Fields = {}) => who('POST', path, ...postedForm(fields))

const form = (id: string, changes: Fields = {}): Fields => ({
  ...{ id, kind: 'deflection', parties: [PUBLIC_HEALTH, LANTERN_HOUSE], scope: 'Night shifts, “only”.' },
  ...{
    custody: 'Until they meet.',
    responseMinutes: '45',
    mayFlow: 'That they come.',
    neverFlows: 'The rest.',
  },
  ...{ 'ends-month': '2', 'ends-day': '28', 'ends-year': '2030', do: 'send' },
  ...changes,
})

const EDGE = 'between-the-parts'
/** Sends a form with a file as a browser would. */
const upload = (
  path: string,
  fields: Readonly<Record<string, string>>,
  file: [name: string, content: string],
) => {
  const part = (head: string, body: string) => [
    `--${EDGE}`,
    `Content-Disposition: form-data; ${head}`,
    '',
    body,
  ]
  const lines = [
    ...Object.entries(fields).flatMap(([name, value]) => part(`name="${name}"`, value)),
    ...part(`name="${file[0]}"; filename="paper.pdf"`, file[1]),
    ...[`--${EDGE}--`, ''],
  ]
  return administrator('POST', path, lines.join('\r\n'), {
    'content-type': `multipart/form-data; boundary=${EDGE}`,
  })
}

describe('an agreement, from the first word to its end', () => {
  const id = newId()
  const kept = `/agreements/kept/${id}`

  test('is written on one page: what is wrong is said at its field, and nothing typed is lost', async () => {
    const empty = await administrator('GET', '/agreements/new?kind=deflection')
    expect(empty.text).toContain('The officer stays with the person until the case manager is there')
    const bad = { parties: [PUBLIC_HEALTH], responseMinutes: 'soon', 'ends-year': '2020' }
    const wrong = await post(administrator, '/agreements/new', form(id, bad))
    expect(wrong.status).toBe(422)
    for (const said of [
      'Choose at least two: an agreement is between them.',
      'Write minutes as a number',
      'It ends on a day that is still to come.',
      'Night shifts, “only”.',
      'value="soon"',
    ])
      expect(wrong.text).toContain(said)
  })

  test('shows its words before anything is sent, and waits as a draft', async () => {
    const shown = await post(administrator, '/agreements/new', form(id, { do: 'preview' }))
    expect(shown.text).toContain('between Harbor County Public Health and Lantern House')
    expect(shown.text).toContain('answers within 45 minutes')
    await post(administrator, '/agreements/new', form(id, { do: 'keep' }))
    expect((await administrator('GET', '/agreements?state=draft')).text).toContain(
      `/agreements/new?draft=${id}`,
    )
    expect((await administrator('GET', `/agreements/new?draft=${id}`)).text).toContain(
      'Night shifts, “only”.',
    )
  })

  test('is sent, and signed here by whoever shows a second factor', async () => {
    const sent = await post(administrator, '/agreements/new', form(id))
    expect(sent.headers.get('location')).toBe(`${kept}?said=sent`)
    expect((await administrator('GET', '/agreements')).text).toContain('Sign, or say no')
    const page = await administrator('GET', kept)
    const sha256 = /name="sha256" value="([0-9a-f]{64})"/.exec(page.text)?.[1] ?? ''
    const unsaid = await post(administrator, `${kept}/sign`, { sha256 })
    expect([unsaid.status, unsaid.text.includes('Say that you may sign it.')]).toEqual([422, true])
    await county.base.admin.query(`update session set second_factor_at = now() - interval '11 minutes'`)
    const asked = await post(administrator, `${kept}/sign`, { sha256, may: 'yes' })
    expect(asked.headers.get('location')).toContain('/step-up')
    await county.base.admin.query('update session set second_factor_at = now()')
    const done = await post(administrator, `${kept}/sign`, { sha256, may: 'yes' })
    expect(done.headers.get('location')).toBe(`${kept}?said=signed`)
    expect((await administrator('GET', kept)).text).toContain('Nora Castellano, Administrator')
  })

  test('is signed on paper by the other, whose scan is kept; then it is in force', async () => {
    const fields = { organization: LANTERN_HOUSE, signatory: 'I. Alder, Director' }
    const none = await upload(`${kept}/paper`, fields, ['scan', ''])
    expect([none.status, none.text.includes('Choose a file first.')]).toEqual([422, true])
    expect(none.text).toContain('value="I. Alder, Director"')
    const done = await upload(`${kept}/paper`, fields, ['scan', '%PDF-1.7 signed %%EOF'])
    expect(done.headers.get('location')).toBe(`${kept}?said=signed`)
    const { text } = await administrator('GET', kept)
    expect(text).toContain('I. Alder, Director')
    expect(text).toContain('In force')
    const [, document = ''] = new RegExp(`${kept}/documents/([0-9a-f-]+)`).exec(text) ?? []
    expect((await administrator('GET', `${kept}/documents/${document}`)).text).toBe('%PDF-1.7 signed %%EOF')
    expect((await officer('GET', kept)).text).not.toContain('Documents')
    expect((await officer('GET', `${kept}/documents/${document}`)).status).toBe(404)
  })

  test('is a tagged PDF with its words in it, for every member of the county', async () => {
    const { status, headers, text } = await officer('GET', `${kept}/agreement.pdf`)
    expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf'])
    for (const said of ['/Marked true', '/Lang (en-US)', 'words.txt']) expect(text).toContain(said)
  })

  test('is found among others, and drawn with whom it covers until when', async () => {
    const found = await administrator('GET', '/agreements?q=alder+lantern&kind=deflection&state=in-force')
    expect(found.text).toContain('1 agreement<')
    expect(found.text).toContain(
      'Harbor County Public Health and Lantern House: Deflection agreement, until February 28, 2030',
    )
    expect((await administrator('GET', '/agreements?q=nobody')).text).toContain('None of these')
  })

  test('is renewed in a press, and ended with a reason that all read', async () => {
    const next = newId()
    const renewed = await post(administrator, `${kept}/renew`, { id: next })
    expect(renewed.headers.get('location')).toBe(`/agreements/kept/${next}?said=sent`)
    const unsaid = await post(administrator, `${kept}/end`)
    expect([unsaid.status, unsaid.text.includes('The other parties read it.')]).toEqual([422, true])
    await post(administrator, `${kept}/end`, { because: 'No more night shifts.' })
    expect((await officer('GET', kept)).text).toContain('Ended: No more night shifts.')
  })

  test('is nobody’s to write who does not answer for an organization', async () => {
    for (const path of ['/agreements/new', `${kept}/end`, `${kept}/renew`, `${kept}/sign`, `${kept}/paper`])
      expect((await post(officer, path)).status, path).toBe(403)
  })
})

test('an officer who chose a place with which an agreement is missing learns which, whom to ask, and where (P2-004)', async () => {
  const form = () => officer('GET', `/field/referral?service=${LANTERN_DETOX}`)
  expect((await form()).text).not.toContain('is missing')
  await county.base.admin.query(
    `insert into agreement_requirement (jurisdiction_id, kind, from_kind, to_kind)
     values ($1, 'deflection', 'police', 'treatment-provider')`,
    [HARBOR_COUNTY],
  )
  await county.base.admin.query(
    `update member set roles = roles || '{manager}' where 'trainer' = any (roles) and organization_id = $1`,
    [PIERPOINT_POLICE],
  )
  const { text } = await form()
  expect(text).toContain('Lantern House cannot receive referrals here yet.')
  expect(text).toContain('Ask Lt. A. Pell, Training, Pierpoint Police.')
  expect(text).toContain(`href="/agreements/new?kind=deflection&amp;with=${LANTERN_HOUSE}"`)
  expect(text).toContain('call them: 207-555-0103')
})
