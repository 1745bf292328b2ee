import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DISCLOSURE_NOTICE } from '#disclosures'
import { ROLES } from '#kernel/actor.ts'
import type { Ask, CountyApi } from '#tests/support/county-api.ts'
import { HARBOR_COUNTY } from '#tests/support/invented.ts'
import { officeCounty } from '#tests/support/office-county.ts'
import { postedForm } from '#tests/support/posted-form.ts'
import { findUnusualAccess } from './find-unusual-access.ts'

const PAGES = [
  ...['/privacy', '/privacy/requests', '/privacy/releases', '/privacy/ledger', '/privacy/ledger.csv'],
  ...['/privacy/break-glass', '/privacy/access', '/privacy/access/hours', '/privacy/breaches'],
]

let county: CountyApi
let office: Ask
let person: string
beforeAll(async () => {
  const opened = await officeCounty()
  county = opened.county
  person = opened.personId
  office = await county.asMember('privacy-officer')
})
afterAll(() => county.close())

/** The page, with spaces that may break. */
const get = async (path: string) => (await office('GET', path)).text.replaceAll('\u00a0', ' ')
const post = (path: string, fields: Record<string, string | readonly string[]> = {}, who = office) => {
  const [body, headers] = postedForm(fields)
  return who('POST', path, body, headers)
}
const one = async (sql: string, values: unknown[] = []) =>
  (await county.base.admin.query(sql, values)).rows[0]
const records = async (action: string) =>
  (await county.base.admin.query('select * from audit_record where action = $1 order by at', [action])).rows
const request = async (kind: string): Promise<string> =>
  (await one('select id from privacy_request where kind = $1 and answered_at is null limit 1', [kind])).id

describe('the privacy office', () => {
  test('sees what waits, with its clocks, and each page has something to say', async () => {
    const overview = await get('/privacy')
    expect(overview).toContain('5 things wait for you, none of them late')
    expect(overview).toContain('60 days left')
    expect(overview).toContain('Emergency at Harbor General Hospital')
    for (const path of PAGES) expect((await office('GET', path)).status, path).toBe(200)
  })

  test('is told nobody’s name (the wall, rule 8): not on a page, not in the file', async () => {
    const glass = (await one('select id from break_glass where person_name = $1', ['Mac'])).id
    const details = [`/privacy/break-glass/${glass}`, `/privacy/requests/${await request('accounting')}`]
    for (const path of [...PAGES, ...details]) expect(await get(path), path).not.toMatch(/\bMac\b/)
    expect(await get(`/privacy/releases?person=${person}`)).toContain(`Person ${person.slice(-6)}`)
  })

  test('is nobody else: no other role, no police, no other county, and no visitor sees any of it', async () => {
    for (const role of ROLES.filter((one) => one !== 'privacy-officer')) {
      const other = await county.asMember(role)
      for (const path of PAGES) expect((await other('GET', path)).status, `${role} ${path}`).toBe(403)
      const writes = [
        '/privacy/access',
        '/privacy/access/hours',
        `/privacy/requests/${await request('accounting')}/take`,
      ]
      for (const path of writes) expect((await post(path, {}, other)).status, `${role} ${path}`).toBe(403)
    }
    for (const path of PAGES)
      expect((await county.asStranger('GET', path)).headers.get('location')).toMatch(/^\/sign-in/)
    const { organization_id, id } = await one(`select * from member where 'privacy-officer' = any (roles)`)
    const police = (await one(`select id from organization where kind = 'police' limit 1`)).id
    await county.base.admin.query('update member set organization_id = $1 where id = $2', [police, id])
    for (const path of PAGES) expect((await office('GET', path)).status, path).toBe(403)
    await county.base.admin.query('update member set organization_id = $1 where id = $2', [
      organization_id,
      id,
    ])
  })
})

describe('a request', () => {
  test('P2-061: an accounting lists what was told, is taken, put off once for a reason, and answered once', async () => {
    const path = `/privacy/requests/${await request('accounting')}`
    expect(await get(path)).toContain('What came of a referral')
    expect(await get(path)).toContain('Nobody has it yet.')
    expect((await post(`${path}/take`)).headers.get('location')).toBe(path)
    expect(await get(path)).toContain('Samuel Adeyemi has it.')
    expect((await post(`${path}/extend`, { because: ' ' })).status).toBe(422)
    expect((await post(`${path}/extend`, { because: 'Records are on paper' })).status).toBe(303)
    expect(await get(path)).toContain('90 days left')
    const again = await post(`${path}/extend`, { because: 'Once more' })
    expect([again.status, again.text.includes('Only an accounting can be put off, and only once.')]).toEqual([
      422,
      true,
    ])
    expect((await post(`${path}/answer`, { outcome: 'given' })).status).toBe(303)
    const second = await post(`${path}/answer`, { outcome: 'given' })
    expect([second.status, second.text.includes('It was answered before.')]).toEqual([422, true])
    expect(await get('/privacy/requests?kind=accounting')).toContain('Every request is answered')
  })

  test('P2-064: a restriction is decided with words; what was typed stays when one is missing', async () => {
    const path = `/privacy/requests/${await request('restriction')}`
    const undecided = await post(`${path}/answer`, { words: 'We will see to it.' })
    expect(undecided.status).toBe(422)
    expect(undecided.text).toContain('Choose what you decide.')
    expect(undecided.text).toContain('We will see to it.')
    expect((await post(`${path}/answer`, { outcome: 'agreed', words: '' })).text).toContain(
      'Write what they are told.',
    )
    expect((await post(`${path}/answer`, { outcome: 'agreed', words: 'We tell them nothing.' })).status).toBe(
      303,
    )
    expect(await get(path)).toContain('We tell them nothing.')
  })

  test('P2-069: a complaint is answered as heard, and nobody is named', async () => {
    const path = `/privacy/requests/${await request('complaint')}`
    expect(await get(path)).toContain('Somebody who did not say who they are')
    expect((await post(`${path}/answer`, { outcome: 'heard', words: 'We changed it.' })).status).toBe(303)
  })
})

describe('an emergency (P2-060)', () => {
  test('is reviewed once, with what was found and a note', async () => {
    const id = (await one('select id from break_glass where reviewed_at is null')).id
    const empty = await post(`/privacy/break-glass/${id}`)
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Choose what you found.')
    const review = { finding: 'justified', note: 'Called the ward.' }
    expect((await post(`/privacy/break-glass/${id}`, review)).status).toBe(303)
    expect((await post(`/privacy/break-glass/${id}`, review)).status).toBe(422)
    expect(await get('/privacy/break-glass')).toContain('Called the ward.')
    expect(await records('without-consent.review')).toHaveLength(3)
  })
})

describe('the ledger', () => {
  test('is found by time, recipient, channel and ground', async () => {
    const rows = async (query: string) =>
      (await get(`/privacy/ledger?${query}`)).match(/<th scope="row">/g)?.length ?? 0
    expect(await rows('')).toBe(3)
    expect(await rows('basis=emergency')).toBe(1)
    expect(await rows('basis=emergency&channel=api')).toBe(0)
    const police = (await one(`select id from organization where kind = 'police' limit 1`)).id
    expect(await rows(`to=${police}&days=7`)).toBe(1)
    expect(await rows('basis=nonsense&to=nobody&days=3')).toBe(3)
  })

  test('P2-030, ASVS 7.5.3: leaves as a file with the statement of 2.32, after a fresh second factor, and on record', async () => {
    await county.base.admin.query(`update session set second_factor_at = now() - interval '11 minutes'`)
    const before = (await records('privacy.export-ledger')).length
    const asked = await office('GET', '/privacy/ledger.csv?basis=emergency')
    expect(asked.headers.get('location')).toBe(
      '/step-up?returnTo=%2Fprivacy%2Fledger.csv%3Fbasis%3Demergency',
    )
    expect(await records('privacy.export-ledger')).toHaveLength(before)
    await county.base.admin.query('update session set second_factor_at = now()')
    const file = await office('GET', '/privacy/ledger.csv?basis=emergency')
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(file.text.startsWith(`"${DISCLOSURE_NOTICE.text}"`)).toBe(true)
    expect(file.text.trimEnd().split('\r\n')).toHaveLength(3)
    const line = (await one(`select id from disclosure where basis = 'emergency'`)).id
    expect((await records('privacy.export-ledger')).at(-1)).toMatchObject({
      subject_ids: [line],
      outcome: 'seen',
      detail: { lines: 1, channel: 'csv' },
    })
  })
})

describe('releases', () => {
  test('are found by state, recipient and kind', async () => {
    const rows = async (query: string) =>
      (await get(`/privacy/releases?${query}`)).match(/<th scope="row">/g)?.length ?? 0
    const police = (await one(`select id from organization where kind = 'police' limit 1`)).id
    expect([await rows(''), await rows('state=live'), await rows('state=stopped')]).toEqual([2, 2, 0])
    expect(await rows(`to=${police}`)).toBe(1)
    expect(await rows('kind=tpo')).toBe(0)
    await county.base.admin.query(
      `update release_line set revoked_at = now(), revoked_how = 'oral' where recipient_organization_id = $1`,
      [police],
    )
    expect([await rows('state=live'), await rows('state=stopped'), await rows('state=ended')]).toEqual([
      1, 1, 0,
    ])
  })
})

describe('unusual access (CJ-10)', () => {
  test('is worked out of the record, says why, and is set aside once with a note', async () => {
    const page = await get('/privacy/access')
    expect(page).toContain('with whom their organization has nothing to do')
    expect(page).toContain('while their organization does not work')
    const glass = await one('select id, member_id from break_glass where person_name = $1', ['Mac'])
    const which = { rule: 'no-relationship', member: glass.member_id, about: glass.id }
    const empty = await post('/privacy/access', { ...which, note: '' })
    expect([empty.status, empty.text.includes('Write what you found.')]).toEqual([422, true])
    const elsewhere = await post('/privacy/access', {
      ...which,
      about: '2026-01-01',
      note: 'Hides what comes',
    })
    expect(elsewhere.headers.get('location')).toBe('/privacy/access')
    const done = await post('/privacy/access', { ...which, note: 'Called the ward.' })
    expect(done.headers.get('location')).toBe('/privacy/access?set-aside=1')
    expect(await get('/privacy/access?rule=no-relationship')).toContain('Nothing by this rule')
    expect((await one('select count(*)::int as count from access_set_aside')).count).toBe(1)
  })

  test('outside working hours follows what the office says of an organization', async () => {
    const lantern = (await one(`select id from organization where name = 'Lantern House'`)).id
    const wrong = await post('/privacy/access/hours', { organization: lantern, days: ['1'], opens: '8' })
    expect(wrong.status).toBe(422)
    const cleared = await post('/privacy/access/hours', { organization: lantern, clear: 'yes' })
    expect(cleared.headers.get('location')).toBe('/privacy/access/hours?set=1')
    await findUnusualAccess(county.database.asActor, { jurisdictionId: HARBOR_COUNTY }, new Date())
    expect(await get('/privacy/access?rule=after-hours')).toContain('Nothing by this rule')
    const hours = { organization: lantern, days: ['2', '1'], opens: '08:00', closes: '17:00' }
    expect((await post('/privacy/access/hours', hours)).status).toBe(303)
    expect((await one('select hours from working_hours')).hours).toEqual([
      { days: [1, 2], opens: '08:00', closes: '17:00' },
    ])
  })
})
