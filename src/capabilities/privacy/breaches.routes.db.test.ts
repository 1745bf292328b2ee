import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayAt } from '#kernel/calendar-day.ts'
import { newId } from '#kernel/ids.ts'
import { type Ask, type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { HARBOR_COUNTY, LANTERN_DETOX, LANTERN_HOUSE, PIERPOINT_POLICE } from '#tests/support/invented.ts'
import { postedForm } from '#tests/support/posted-form.ts'

let county: CountyApi
let office: Ask
beforeAll(async () => {
  county = await countyApi()
  office = await county.asMember('privacy-officer')
})
afterAll(() => county.close())

const TODAY = dayAt(new Date(), 'America/New_York')
const dayFields = (name: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: date }
}
const post = (path: string, fields: Record<string, string> = {}, who = office) => {
  const [body, headers] = postedForm(fields)
  return who('POST', path, body, headers)
}
const one = async (sql: string, values: unknown[] = []) =>
  (await county.base.admin.query(sql, values)).rows[0]
const WHAT = { organization: LANTERN_HOUSE, how: 'wrong-recipient', what: 'A fax went to a shop.' }

const openBreach = async (discovered = addDays(TODAY, -3)): Promise<string> => {
  const id = newId()
  const sent = await post('/privacy/breaches', { id, ...WHAT, ...dayFields('discovered', discovered) })
  expect(sent.headers.get('location')).toBe(`/privacy/breaches/${id}?done=opened`)
  return id
}
const assessed = (id: string, finding: string) =>
  post(`/privacy/breaches/${id}/assessment`, {
    ...{ nature: 'A name and an appointment', recipient: 'A shop', acquired: 'Read', mitigated: 'Shredded' },
    finding,
  })

describe('the breach register (P2-065)', () => {
  test('says at each field what is missing, and loses nothing that was typed', async () => {
    const none = await post('/privacy/breaches', { what: 'A fax went to a shop.' })
    expect(none.status).toBe(422)
    for (const words of [
      'Choose whose records',
      'Write a day',
      'Choose how it happened',
      'A fax went to a shop.',
    ])
      expect(none.text).toContain(words)
    const tomorrow = dayFields('discovered', addDays(TODAY, 1))
    const early = await post('/privacy/breaches', { id: newId(), ...WHAT, ...tomorrow })
    expect([early.status, early.text.includes('That day has not come yet.')]).toEqual([422, true])
  })

  test('written down twice is one; its clocks run from the discovery, and it waits on the overview', async () => {
    const id = await openBreach()
    await post('/privacy/breaches', { id, ...WHAT, ...dayFields('discovered', TODAY) })
    expect((await one('select count(*)::int as n from breach where id = $1', [id])).n).toBe(1)
    expect((await office('GET', `/privacy/breaches/${id}`)).text).toContain('The Secretary of Health')
    expect((await office('GET', '/privacy')).text).toContain('A breach at Lantern House')
  })

  test('closes only when it is assessed, counted, and everybody was told; then nothing changes', async () => {
    const id = await openBreach()
    const close = () => post(`/privacy/breaches/${id}/close`, { closing: 'The number is on the fax now.' })
    expect((await close()).text).toContain('Assess it first')
    expect((await assessed(id, '')).text).toContain('Choose what follows')
    expect((await assessed(id, 'breach')).status).toBe(303)
    expect((await close()).text).toContain('Say first how many people')
    expect((await post(`/privacy/breaches/${id}/affected`, { affected: 'few' })).status).toBe(422)
    const tooMany = await post(`/privacy/breaches/${id}/affected`, { affected: '2', state: '3' })
    expect(tooMany.text).toContain('That is more than all of them.')
    expect((await post(`/privacy/breaches/${id}/affected`, { affected: '2' })).status).toBe(303)
    expect((await close()).text).toContain('Not everybody was told')
    const tell = (told: string, on: string) =>
      post(`/privacy/breaches/${id}/notices`, { told, how: 'By letter', ...dayFields('on', on) })
    expect((await tell('people', addDays(TODAY, -9))).text).toContain('before it was discovered')
    expect((await tell('media', TODAY)).text).toContain('Nobody has to tell them')
    expect((await tell('people', TODAY)).status).toBe(303)
    expect((await tell('people', TODAY)).text).toContain('stands here already')
    expect((await tell('hhs', TODAY)).status).toBe(303)
    expect((await close()).headers.get('location')).toBe('/privacy/breaches?closed=1')
    expect((await assessed(id, 'low-probability')).status).toBe(422)
    expect((await one('select finding from breach where id = $1', [id])).finding).toBe('breach')
  })

  test('with a low probability nobody has to be told, and the page is the proof of it', async () => {
    const id = await openBreach()
    await assessed(id, 'low-probability')
    expect((await office('GET', `/privacy/breaches/${id}`)).text).toContain('164.414(b)')
    expect((await post(`/privacy/breaches/${id}/close`, { closing: 'Learned.' })).status).toBe(303)
  })

  test('lists whom the ledger names, and the number is never smaller than the list', async () => {
    const id = await openBreach()
    const officer = await county.asMember('officer')
    const sent = await post(
      '/referrals',
      { id: newId(), serviceId: LANTERN_DETOX, needs: 'treatment', agreesToContact: 'no', name: 'Sam' },
      officer,
    )
    expect(sent.status).toBe(303)
    const { person_id: person } = await one('select person_id from referral order by id desc limit 1')
    await county.base.admin.query(
      `insert into disclosure (id, jurisdiction_id, person_ids, from_organization_id, to_organization_id, basis,
         data_classes, purpose, channel, redisclosure_rule)
       values (gen_random_uuid(), $1, array[$2::uuid], $3, $4, 'referral', '{identity}', 'asked', 'page', 'none')`,
      [HARBOR_COUNTY, person, PIERPOINT_POLICE, LANTERN_HOUSE],
    )
    const days = { ...dayFields('from', TODAY), ...dayFields('until', TODAY) }
    const told = (to: string) => post(`/privacy/breaches/${id}/affected/told`, { to, ...days })
    expect((await told(PIERPOINT_POLICE)).text).toContain('The ledger names nobody')
    expect((await told(LANTERN_HOUSE)).status).toBe(303)
    expect((await office('GET', `/privacy/breaches/${id}`)).text).toContain(person.slice(-6))
    expect((await one('select affected from breach where id = $1', [id])).affected).toBe(1)
    const fewer = await post(`/privacy/breaches/${id}/affected`, { affected: '0' })
    expect(fewer.text).toContain('More people are on the list.')
    expect((await post(`/privacy/breaches/${id}/affected/remove`, { person })).status).toBe(303)
    expect((await one('select count(*)::int as n from breach_person where breach_id = $1', [id])).n).toBe(0)
  })

  test('is on record with each act, without a word of what happened', async () => {
    const { rows } = await county.base.admin.query(
      `select distinct action from audit_record where action like 'privacy.%breach%' or action like '%affected'`,
    )
    expect(rows.map(({ action }) => action).sort()).toEqual([
      ...['privacy.assess-breach', 'privacy.breaches', 'privacy.close-breach', 'privacy.count-affected'],
      ...['privacy.list-affected', 'privacy.open-breach', 'privacy.tell-of-breach'],
    ])
    const words = await one(`select count(*)::int as n from audit_record where detail::text like '%fax%'`)
    expect(words.n).toBe(0)
  })
})
