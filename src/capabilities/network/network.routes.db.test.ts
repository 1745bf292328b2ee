import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ROLES } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { type Ask, type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { OPERATOR } from '#tests/support/directory.ts'
import { addListing } from './add-listing.ts'

let county: CountyApi
let officer: Ask
let manager: Ask
beforeAll(async () => {
  county = await countyApi()
  officer = await county.asMember('officer')
  manager = await county.asMember('manager')
})
afterAll(() => county.close())

const list = async (
  changes: { name?: string; visibility?: 'partners'; site?: object; service?: object } = {},
) => {
  const id = newId<'service'>()
  await addListing(OPERATOR, county.database.asActor, {
    provider: { id: newId(), name: changes.name ?? 'Quiet Refuge' },
    site: {
      id: newId(),
      city: 'Pierpoint',
      state: 'ME',
      zip: '04609',
      timeZone: 'America/New_York',
      latitude: 44.3,
      longitude: -68.2,
      ...changes.site,
    },
    service: { id, name: 'A bed', kind: 'other', needs: ['shelter'], ...changes.service },
    ...(changes.visibility ? { visibility: changes.visibility } : {}),
  })
  return id
}

/** What a reader sees of a page: its text, without marks and runs of space. */
const wordsOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('who may look for places', () => {
  it.each(ROLES)('%s', async (role) => {
    const ask = await county.asMember(role)
    const { status, text } = await ask('GET', '/places')
    expect(status).toBe(200)
    expect(text).toContain('Lantern House')
  })

  it('nobody who has not signed in, who is led to do so and back to their search', async () => {
    const { status, headers } = await county.asStranger('GET', '/places?near=Pierpoint')
    expect(status).toBe(303)
    expect(headers.get('location')).toContain(encodeURIComponent('/places?near=Pierpoint'))
  })
})

describe('a search', () => {
  it('of anything at all is a page', async () => {
    for (const query of [
      'near=%00',
      'near=%F0%9F%9B%9F',
      'near=%ff%fe',
      `near=${'x'.repeat(4000)}`,
      'near=%27%3B+drop+table+service%3B--',
      'near=%25&needs=money&needs=shelter&payer=gold&page=-3',
      'page=99999999999',
      'near=a&near=b&page=2&page=3',
    ])
      expect([query, (await officer('GET', `/places?${query}`)).status]).toEqual([query, 200])
  })

  it('shows what was typed as text, and names with markup as names', async () => {
    const evil = '<script>alert(1)</script>"\'&'
    await list({ name: `Open <b>Door</b> ${evil}` })
    const { text } = await officer('GET', `/places?near=${encodeURIComponent(`door ${evil}`)}`)
    expect(text).toContain('Open &lt;b&gt;Door&lt;/b&gt; &lt;script&gt;')
    expect(text).not.toContain('<script>alert')
    expect(text).not.toContain('<b>Door')
  })

  it('keeps its words in the links to other pages, and ends', async () => {
    for (let number = 0; number < 25; number++) await list({ name: `Many ${number}` })
    const first = await officer('GET', '/places?near=many&needs=shelter&payer=medicaid')
    expect(first.text.match(/<h3 class="title">/g)).toHaveLength(20)
    expect(first.text).toContain('href="/places?near=many&amp;needs=shelter&amp;payer=medicaid&amp;page=2"')
    const second = await officer('GET', '/places?near=many&needs=shelter&payer=medicaid&page=2')
    expect(second.text.match(/<h3 class="title">/g)).toHaveLength(5)
    expect(second.text).not.toContain('rel="next"')
    const third = await officer('GET', '/places?near=many&needs=shelter&payer=medicaid&page=3')
    expect(wordsOf(third.text)).toContain('That is all')
  })

  it('of a name and a town finds the name near the town, and without such a name the town', async () => {
    const both = await officer('GET', '/places?near=Tideline%2C+Mill+Village')
    expect(wordsOf(both.text)).toContain('1 place called “Tideline, Mill Village”')
    const town = await officer('GET', '/places?near=Xylophone%2C+Mill+Village')
    expect(wordsOf(town.text)).toMatch(/Places near Mill Village/)
  })
})

describe('a place', () => {
  it('that is kept among partners is to police as if it did not exist', async () => {
    const id = await list({ name: 'Unfindable', visibility: 'partners' })
    const partner = await county.asMember('provider')
    expect((await partner('GET', `/places/${id}`)).text).toContain('Not everybody is shown this place.')
    expect((await partner('GET', '/places?near=unfindable')).text).toContain(`/places/${id}`)
    const missing = await officer('GET', `/places/${newId()}`)
    const kept = await officer('GET', `/places/${id}`)
    expect([kept.status, wordsOf(kept.text)]).toEqual([404, wordsOf(missing.text)])
    const search = await officer('GET', '/places?near=unfindable')
    expect(wordsOf(search.text)).toContain('No place called “unfindable”')
    expect(search.text).not.toContain(id)
  })

  it('of which little is known says what to ask, and shows no empty table', async () => {
    const id = await list({ name: 'Little Known' })
    const text = wordsOf((await officer('GET', `/places/${id}`)).text)
    for (const part of [
      'The street is not published',
      'When are they open?',
      'What is their phone number?',
      'What insurance do they take?',
      'Nobody has checked it with the place itself yet.',
    ])
      expect(text).toContain(part)
    expect(text).not.toContain('Monday')
  })

  it('says when it was checked, and where its facts come from', async () => {
    const id = await list({ name: 'Well Known', service: { verifiedOn: '2024-02-29' } })
    await county.base.admin.query(
      `update provider set source = 'samhsa-list' where id = (select provider_id from service where id = $1)`,
      [id],
    )
    const text = wordsOf((await officer('GET', `/places/${id}`)).text)
    expect(text).toContain('With the place itself, February 29, 2024')
    expect(text).toContain(
      'Name SAMHSA’s list of treatment facilities Address · What they offer Entered by hand',
    )
  })
})

describe('a referral from here', () => {
  let id: string
  beforeEach(async () => {
    const { rows } = await county.base.admin.query(
      `select s.id from service s join provider p on p.id = provider_id where p.name = 'Lantern House'`,
    )
    id = rows[0].id
  })
  const offers = async (ask: Ask, place: string) =>
    (await ask('GET', `/places/${place}`)).text.includes(`href="/field/referral?service=${place}"`)

  it('is offered to those who send referrals, for places that take them', async () => {
    expect(await offers(officer, id)).toBe(true)
    expect(await offers(await county.asMember('navigator'), id)).toBe(true)
    expect(await offers(await county.asMember('provider'), id)).toBe(false)
    expect(await offers(manager, id)).toBe(false)
    expect(await offers(officer, await list())).toBe(false)
  })

  it('begins with the place chosen', async () => {
    const { text } = await officer('GET', `/field/referral?service=${id}`)
    const [tile] = text.match(new RegExp(`<input[^>]*value="${id}"[^>]*>`)) ?? []
    expect(tile).toMatch(/ checked/)
    for (const nonsense of ['x', newId(), '%00'])
      expect((await officer('GET', `/field/referral?service=${nonsense}`)).status).toBe(200)
  })

  it('is not offered while the place is closed, or its organization has left', async () => {
    const { admin } = county.base
    await admin.query(`update service set status = 'temporarily-closed' where id = $1`, [id])
    expect(await offers(officer, id)).toBe(false)
    expect(wordsOf((await officer('GET', `/places/${id}`)).text)).toContain('Closed for now.')
    await admin.query(`update service set status = 'active' where id = $1`, [id])
    const ofIt = '(select organization_id from service where id = $1)'
    await admin.query(`update organization set closed_at = now() where id = ${ofIt}`, [id])
    expect(await offers(officer, id)).toBe(false)
    await admin.query(`update organization set closed_at = null where id = ${ofIt}`, [id])
    expect(await offers(officer, id)).toBe(true)
  })
})

describe('a listing', () => {
  const setStatus = (ask: Ask, id: string, status: string) =>
    ask('POST', `/places/${id}/status`, new URLSearchParams({ status }).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    })
  const idOf = async (name: string) => {
    const { rows } = await county.base.admin.query(
      'select s.id from service s join provider p on p.id = provider_id where p.name = $1',
      [name],
    )
    return rows[0].id as string
  }

  it('is closed for a while and opened again by its own desk', async () => {
    const id = await idOf('Lantern House')
    const desk = await county.asMember('provider')
    expect((await desk('GET', `/places/${id}`)).text).toContain('Close for now')
    expect((await setStatus(desk, id, 'temporarily-closed')).headers.get('location')).toBe(
      `/places/${id}?done=saved`,
    )
    expect(wordsOf((await officer('GET', '/places?near=lantern')).text)).toContain('No place called')
    expect((await desk('GET', `/places/${id}`)).text).toContain('Open again')
    await setStatus(desk, id, 'active')
    expect(wordsOf((await officer('GET', '/places?near=lantern')).text)).toContain('1 place called')
  })

  it('is not closed by those whose it is not, who are not offered to', async () => {
    const id = await idOf('Lantern House')
    for (const ask of [officer, manager, await county.asMember('harm-reduction')]) {
      expect((await ask('GET', `/places/${id}`)).text).not.toContain('Close for now')
      expect((await setStatus(ask, id, 'temporarily-closed')).status).toBe(404)
    }
    expect((await setStatus(county.asStranger, id, 'temporarily-closed')).status).toBe(401)
    for (const [place, status] of [
      [id, 'hidden'],
      [id, ''],
      [newId(), 'active'],
      ['x', 'active'],
    ] as const)
      expect((await setStatus(await county.asMember('provider'), place, status)).status).toBe(404)
    expect(wordsOf((await officer('GET', '/places?near=lantern')).text)).toContain('1 place called')
  })
})

describe('a directory with nobody in it', () => {
  beforeAll(() => county.base.admin.query('truncate service, site, provider, service_word cascade'))

  it('tells those who can fill it how', async () => {
    for (const ask of [manager, await county.asMember('administrator')]) {
      const text = wordsOf((await ask('GET', '/places')).text)
      expect(text).toContain('No places yet')
      expect(text).toContain('bin/causeway import samhsa')
    }
  })

  it('tells everybody else that there is nothing to search, and whom to call', async () => {
    const text = wordsOf((await officer('GET', '/places?near=Pierpoint&needs=shelter')).text)
    expect(text).toContain('No places yet')
    expect(text).toContain('988')
    expect(text).not.toContain('import samhsa')
  })
})
