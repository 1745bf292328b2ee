import { afterAll, beforeAll, expect, it } from 'vitest'
import { type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { HSDS } from '#tests/support/hsds-schema.ts'

let county: CountyApi
beforeAll(async () => {
  county = await countyApi()
})
afterAll(() => county.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  county.asStranger('GET', `/hsds${path}`, undefined, headers)
const ids = async (query: string): Promise<string[]> =>
  (await get(`/services?per_page=500&${query}`)).json.contents.map(({ id }: { id: string }) => id)

it('HS-3: says what it is, and describes itself', async () => {
  for (const path of ['', '/']) {
    const { status, json } = await get(path)
    expect([status, json.version]).toEqual([200, '3.1'])
    expect(json.openapi_url).toMatch(/\/hsds\/openapi\.json$/)
  }
  const { json } = await get('/openapi.json')
  expect(Object.keys(json.paths)).toEqual(
    expect.arrayContaining(['/services', '/services/{id}', '/taxonomy_terms/{id}']),
  )
})

it.each(Object.keys(HSDS))('%s come in pages that add up to the list', async (path) => {
  const whole = (await get(`/${path}?per_page=500`)).json
  expect(whole).toMatchObject({
    page_number: 1,
    first_page: true,
    last_page: true,
    empty: false,
    total_pages: 1,
  })
  const size = Math.max(1, Math.ceil(whole.total_items / 3))
  const pages = [1, 2, 3, 4].map(async (page) => (await get(`/${path}?per_page=${size}&page=${page}`)).json)
  const contents = (await Promise.all(pages)).flatMap((page) => page.contents)
  expect(contents).toEqual(whole.contents)
  expect((await get(`/${path}?page=999999`)).json).toMatchObject({
    empty: true,
    last_page: true,
    contents: [],
  })
  const lines = (await get(`/${path}?format=ndjson`)).text.split('\n').filter(Boolean)
  expect(lines.map((line) => JSON.parse(line))).toEqual(whole.contents)
  const { json } = await county.asStranger('POST', `/hsds/${path}`, { per_page: 500 })
  expect(json).toEqual(whole)
})

it('filters hold together, and each by itself', async () => {
  const { json: terms } = await get('/taxonomy_terms?per_page=500')
  const term = (code: string) => terms.contents.find((one: { code: string }) => one.code === code).id
  const [moud, medicaid] = [term('needs:moud'), term('payers:medicaid')]
  const all = await ids('')
  const forMoud = await ids(`taxonomy_term_id=${moud}`)
  expect(forMoud.length).toBeGreaterThan(0)
  expect(forMoud.length).toBeLessThan(all.length)
  expect(await ids(`taxonomy_id=${terms.contents[0].taxonomy_detail.id}`)).toEqual(all)
  const [first] = (await get('/organizations?per_page=500')).json.contents.filter(
    ({ name }: { name: string }) => name.includes('Lantern'),
  )
  const ofFirst = await ids(`organization_id=${first.id}`)
  expect(await ids(`organization_id=${first.id}&taxonomy_term_id=${moud}`)).toEqual(
    ofFirst.filter((id) => forMoud.includes(id)),
  )
  expect(await ids(`search=lantern&taxonomy_term_id=${medicaid}`)).toEqual(
    (await ids('search=lantern')).filter((id) => ofFirst.includes(id)),
  )
  expect(await ids('modified_after=2999-01-01T00:00:00Z')).toEqual([])
  expect(await ids('search=nobody+is+called+this')).toEqual([])
  const near = (meters: number) => get(`/service_at_locations?postcode=04609&proximity=${meters}`)
  expect((await near(30_000_000)).json.total_items).toBe(
    (await get('/service_at_locations?per_page=1')).json.total_items,
  )
  expect((await near(1)).json.total_items).toBe(0)
  expect((await get('/services?minimal=true&per_page=1')).json.contents[0]).toEqual({
    id: all[0],
    modified_date: expect.stringMatching(/^\d{4}-.*Z$/),
  })
})

it.each([
  ['/services?per_page=0', 'per_page'],
  ['/services?per_page=501', 'per_page'],
  ['/services?page=one', 'page'],
  ['/services?taxonomy_term_id=x', 'taxonomy_term_id'],
  ['/services?full=maybe', 'full'],
  ['/services?format=xml', 'format'],
  ['/services?modified_after=yesterday', 'modified_after'],
  ['/services?search=a&search=b', 'search'],
  ['/services?search=a%00b', 'search'],
  ['/services?postcode=04609', 'postcode'],
  ['/service_at_locations?postcode=(04609', 'postcode'],
  ['/service_at_locations?proximity=5', 'proximity'],
  ['/organizations/00000000-0000-4000-8000-000000000000?full=true', 'full'],
])('%s is a problem with %s', async (path, field) => {
  const { status, headers, json } = await get(path)
  expect([status, headers.get('content-type')]).toEqual([400, 'application/problem+json'])
  expect(json.fields).toHaveProperty(field)
})

it('an id that is unknown, or none, is not found, and a wrong way to ask is said so', async () => {
  for (const path of Object.keys(HSDS))
    for (const id of ['00000000-0000-4000-8000-000000000000', 'lantern'])
      expect((await get(`/${path}/${id}`)).json).toMatchObject({ status: 404, code: 'not-found' })
  expect((await county.asStranger('DELETE', '/hsds/services')).json).toMatchObject({ status: 405 })
  expect((await county.asStranger('POST', '/hsds/services', '{"search":')).json).toMatchObject({
    status: 400,
    code: 'unreadable-body',
  })
  expect((await county.asStranger('POST', '/hsds/services', [1])).status).toBe(400)
})

it('anybody may keep an answer for five minutes, from any page, and need not fetch it twice', async () => {
  const { headers } = await get('/services')
  expect(headers.get('cache-control')).toBe('public, max-age=300')
  expect(headers.get('access-control-allow-origin')).toBe('*')
  const again = await get('/services', { 'if-none-match': headers.get('etag') ?? '' })
  expect([again.status, again.text]).toEqual([304, ''])
})

it('a member of the police or a partner sees no more of it than anybody', async () => {
  const { text } = await get('/services?per_page=500&full=true')
  for (const role of ['officer', 'harm-reduction'] as const) {
    const ask = await county.asMember(role)
    expect((await ask('GET', '/hsds/services?per_page=500&full=true')).text).toBe(text)
  }
})
