import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DataClass } from '#kernel/data-classes.ts'
import { newId } from '#kernel/ids.ts'
import { type Answer, type Ask, type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { LANTERN_DETOX } from '#tests/support/invented.ts'
import { postedForm } from '#tests/support/posted-form.ts'

let county: CountyApi
let officer: Ask
let desk: Ask
let administrator: Ask
let provider: Ask
beforeAll(async () => {
  county = await countyApi()
  officer = await county.asMember('officer')
  desk = await county.asMember('provider')
  administrator = await county.asMember('administrator')
  provider = desk
})
afterAll(() => county.close())

type Fields = Parameters<typeof postedForm>[0]
const post = (who: Ask, path: string, fields: Fields = {}) => who('POST', path, ...postedForm(fields))

const forget = () => county.base.admin.query('delete from attestation')

/** The answer without what differs in any two: ids and moments. */
const bare = ({ status, text }: Answer): string =>
  `${status} ${text
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replaceAll(/\d{1,2}:\d\d.[AP]M/g, 'CLOCK')
    .replaceAll(/(?<=stroke-dash\w+="|--\w+: )[\d. ]+/g, 'RING')}`

/** A referral of somebody new; with a release, if it says what may be told. */
const refer = async (released: readonly DataClass[] = []): Promise<string> => {
  const id = newId()
  await post(officer, '/referrals', {
    id,
    serviceId: LANTERN_DETOX,
    needs: 'treatment',
    agreesToContact: 'no',
  })
  await post(desk, `/desk/referrals/${id}/answer`, { answer: 'accepted' })
  if (released.length > 0) await county.release(id, ...released)
  return id
}

describe('an officer who has not given their word this year (LEAD-04)', () => {
  beforeEach(forget)

  test('is told kindly what to do, the same with a release and without: page and API (P2-050)', async () => {
    const [without, withOne] = [await refer(), await refer(['handoff', 'enrolled'])]
    for (const path of ['/referrals/', '/api/v1/referrals/']) {
      const [one, other] = [await officer('GET', path + without), await officer('GET', path + withOne)]
      expect(bare(other)).toBe(bare(one))
    }
    const { text } = await officer('GET', `/referrals/${withOne}`)
    expect(text).toContain('First, once a year: the golden rule.')
    expect(text).toContain(`href="/attest?returnTo=/referrals/${withOne}"`)
    expect(text).not.toContain('42 CFR')
    const { json } = await officer('GET', `/api/v1/referrals/${withOne}`)
    expect(json.feedback).toEqual({ told: [], attestation: 'needed' })
  })

  test('reads the rule, gives their word, and goes on to where they were going', async () => {
    const id = await refer(['handoff'])
    const rule = await officer('GET', `/attest?returnTo=/referrals/${id}`)
    expect(rule.text).toContain('Nobody is worse off for taking part')
    expect(rule.text).toContain(`<input type="hidden" name="returnTo" value="/referrals/${id}"/>`)
    const given = await post(officer, '/attest', { returnTo: `/referrals/${id}` })
    expect([given.status, given.headers.get('location')]).toEqual([303, `/referrals/${id}`])
    const { text } = await officer('GET', `/referrals/${id}`)
    expect(text).toContain('They said yes')
    expect(text).toContain('Not for investigation, charging, warrants or revocation.')
    expect((await officer('GET', '/attest')).text).toContain('You gave your word.')
  })

  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', ''])(
    'is not led from there to %s',
    async (returnTo) => {
      const given = await post(officer, '/attest', { returnTo })
      expect(given.headers.get('location')).toBe('/field')
    },
  )
})

describe('an officer of a department that has not accepted the rule', () => {
  test('is told who does, and that all else works', async () => {
    await county.base.admin.query(
      `update agreement set accepted_at = now() - interval '2 days', expires_at = now() - interval '1 day'
       where organization_id in (select id from organization where kind = 'police')`,
    )
    const { text } = await officer('GET', '/attest')
    expect(text).toContain('Pierpoint Police has not accepted the rule yet.')
    expect(text).not.toContain('I keep this rule')
    expect((await post(officer, '/attest', { returnTo: '/field' })).status).toBe(409)
    await county.base.admin.query(`update agreement set expires_at = now() + interval '1 year'`)
  })
})

describe('who answers for an organization', () => {
  test('reads the words, and accepts them in their own name and title', async () => {
    const words = await administrator('GET', '/agreements/golden-rule')
    expect(words.text).toContain('Harbor County Public Health accepts this rule')
    const accepted = await post(administrator, '/agreements/golden-rule', { may: 'yes' })
    expect([accepted.status, accepted.headers.get('location')]).toEqual([303, '/agreements?said=accepted'])
    const list = await administrator('GET', '/agreements?said=accepted')
    expect(list.text).toContain('Nora Castellano, Administrator')
    expect(list.text).toContain('Harbor County Public Health has accepted what it needs')
    const { rows } = await county.base.admin.query(
      `select id, text_sha256 from agreement where made_by_member_id is not null`,
    )
    expect(rows).toHaveLength(1)
    const kept = await administrator('GET', `/agreements/kept/${rows[0].id}`)
    expect(kept.text).toContain(rows[0].text_sha256)
  })

  test('is asked what is missing at its field, and what was typed comes back', async () => {
    await county.base.admin.query(
      `update organization set is_part2_program = true where kind = 'health-department'`,
    )
    const missing = await administrator('GET', '/agreements')
    expect(missing.text).toContain('One agreement is missing')
    const without = await post(administrator, '/agreements/qsoa', { withSignatory: 'E. "S" Sandoval' })
    expect(without.status).toBe(422)
    expect(without.text).toContain('Say that you may accept it.')
    expect(without.text).toContain('value="E. &quot;S&quot; Sandoval"')
    const nobody = await post(administrator, '/agreements/qsoa', { may: 'yes', withSignatory: ' ' })
    expect(nobody.text).toContain('Write who signs for the other side')
    const signed = await post(administrator, '/agreements/qsoa', { may: 'yes', withSignatory: 'E. Sandoval' })
    expect(signed.status).toBe(303)
    await county.base.admin.query(
      `update organization set is_part2_program = false where kind = 'health-department'`,
    )
  })

  test('sees who of it has given their word, and nobody else sees it', async () => {
    await county.base.admin.query(
      `update member set roles = roles || '{manager}' where 'trainer' = any (roles)`,
    )
    await post(officer, '/attest', { returnTo: '/field' })
    const trainer = await county.asMember('trainer')
    expect((await trainer('GET', '/agreements')).text).toContain('Officer T. Reyes')
    expect((await officer('GET', '/agreements')).text).not.toContain('Who gave their word')
  })
})

describe('everybody else', () => {
  test('reads what their own organization accepted, and cannot accept', async () => {
    const { text } = await provider('GET', '/agreements/golden-rule')
    expect(text).toContain('An administrator or manager of Lantern House accepts this.')
    expect((await post(provider, '/agreements/golden-rule', { may: 'yes' })).status).toBe(403)
    expect((await provider('GET', '/agreements/something')).status).toBe(404)
    expect((await officer('GET', '/agreements/qsoa')).status).toBe(404)
  })

  test('reads what another organization of the county signed: they rely on it', async () => {
    const { rows } = await county.base.admin.query(
      `select id from agreement where organization_id = (select id from organization where kind = 'police')`,
    )
    const { text } = await provider('GET', `/agreements/kept/${rows[0].id}`)
    expect(text).toContain('Pierpoint Police accepts this rule')
    expect(text).not.toContain('End it')
    for (const id of [newId(), 'none'])
      expect((await provider('GET', `/agreements/kept/${id}`)).status).toBe(404)
  })

  test('who has not signed in is led to sign in', async () => {
    for (const path of ['/agreements', '/attest', '/counts'])
      expect((await county.asStranger('GET', path)).headers.get('location')).toContain('/sign-in')
  })
})
