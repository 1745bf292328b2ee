import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Ask, type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { LANTERN_DETOX } from '#tests/support/invented.ts'
import { findCardPlaces } from './pocket-card.ts'

let county: CountyApi
let anybody: Ask
let partner: Ask
beforeAll(async () => {
  county = await countyApi()
  anybody = county.asStranger
  partner = await county.asMember('navigator')
})
afterAll(() => county.close())

const get = (path: string): Promise<Answer> => anybody('GET', path)

describe('somebody who looks for help', () => {
  test('needs no account and no script, and gets no cookie', async () => {
    for (const path of ['/', '/find?near=Pierpoint', `/find/${LANTERN_DETOX}`, '/es']) {
      const { status, headers, text } = await get(path)
      expect(status, path).toBe(200)
      expect(headers.getSetCookie(), path).toEqual([])
      expect(text, path).toContain('href="tel:988"')
      expect(text, path).toContain('href="https://www.weather.gov/" rel="noreferrer"')
    }
  })

  test('finds a town, and reads that nobody has checked a place', async () => {
    const { text } = await get('/find?near=Pierpoint&need=moud&payer=none')
    expect(text).toContain('Places near Pierpoint')
    expect(text).toContain('Lantern House')
    expect(text).toContain('Nobody has checked this with the place itself. Call before you go.')
  })

  test('keeps the search when they change the language, and reads the reasons in it', async () => {
    const english = await get('/find?near=Pierpoint&need=moud&payer=medicaid')
    const other = /href="(\/es\/find\?[^"]+)" lang="es"/.exec(english.text)?.[1]?.replaceAll('&amp;', '&')
    expect(other).toBe('/es/find?near=Pierpoint&need=moud&payer=medicaid')
    const spanish = await get(other ?? '')
    expect(spanish.text).toContain('<html lang="es"')
    expect(spanish.text).toContain('Acepta Medicaid')
    expect(spanish.text).toContain('Da buprenorfina')
    expect(spanish.text).not.toContain('Takes Medicaid')
    expect(spanish.text).toContain('hreflang="en" href="/find?near=Pierpoint')
  })

  test('is told when a text is no place that is known, and what else they can do', async () => {
    const { text } = await get('/find?near=Nowhereville')
    expect(text).toContain('We don’t know where “Nowhereville” is')
    expect(text).toContain('Look for any kind of help')
  })

  test('can send a place to somebody, and ask the way without saying who asks', async () => {
    const { text } = await get(`/find/${LANTERN_DETOX}`)
    expect(text).toMatch(/href="sms:\?&(amp;)?body=Lantern%20House/)
    expect(text).toContain(`%2Ffind%2F${LANTERN_DETOX}`)
    const outside = [...text.matchAll(/href="(https?:\/\/[^"]+)"([^>]*)/g)]
    expect(outside.map(([, href]) => href)).toContain(
      'https://www.openstreetmap.org/directions?to=44.3036%2C-68.1942',
    )
    for (const [, href, more] of outside) expect(more, href).toContain('rel="noreferrer"')
  })

  test('prints a card of the county’s own places, a side a language, tagged and with a code', async () => {
    const { status, headers, text } = await get('/pocket-card.pdf')
    expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2)
    expect(text).toContain('/Marked true')
    expect(text).toMatch(/\/S \/Sect[\s\S]*?\/Lang \(es-US\)/)
    expect(text).toContain('/Alt (Code that opens http://localhost/)')
  })

  test('gets no further with an address that is none', async () => {
    expect((await get('/find/nothing')).status).toBe(404)
    expect((await get('/es/find/nothing')).status).toBe(404)
  })
})

describe.each(['partners', 'hidden'])('a place that is shown to %s', (visibility) => {
  beforeAll(async () => {
    await county.base.admin.query(
      'update site set visibility = $1 where id = (select site_id from service where id = $2)',
      [visibility, LANTERN_DETOX],
    )
  })
  afterAll(async () => {
    await county.base.admin.query(
      `update site set visibility = 'public' where id = (select site_id from service where id = $1)`,
      [LANTERN_DETOX],
    )
  })

  test.each([
    '/find',
    '/find?near=Pierpoint',
    '/find?near=Lantern+House',
    '/find?near=14+Dock+Street',
    '/find?near=04609&need=treatment',
    '/es/find?near=Pierpoint',
  ])('is on no public page, not for a partner who has signed in either: %s', async (path) => {
    for (const who of [anybody, partner]) {
      const { text } = await who('GET', path)
      expect(text.replaceAll(/“[^”]*”|value="[^"]*"|<title>.*?<\/title>|near=[^"&]*/g, '')).not.toMatch(
        /Lantern House|14 Dock Street/,
      )
      expect(text).not.toContain(LANTERN_DETOX)
    }
  })

  test('is not on the card to carry', async () => {
    const trace = { requestId: 'test', source: '192.0.2.1' }
    const card = await findCardPlaces(county.database.asActor, trace, new Date())
    const names = card?.places.map(({ place }) => place.providerName)
    expect(names).toContain('Pierpoint Open Door Clinic')
    expect(names).not.toContain('Lantern House')
  })

  test('has no page of its own', async () => {
    for (const who of [anybody, partner])
      for (const path of [`/find/${LANTERN_DETOX}`, `/es/find/${LANTERN_DETOX}`])
        expect((await who('GET', path)).status).toBe(404)
  })
})
