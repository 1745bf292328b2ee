import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
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

beforeEach(() =>
  county.base.admin.query(
    `update agreement set accepted_at = now() - interval '2 days', expires_at = now() - interval '1 second'
     where kind = 'qsoa' and organization_id = (select id from organization where name = 'Lantern House')`,
  ),
)
const signAgain = () =>
  county.base.admin.query(
    `update agreement set expires_at = now() + interval '1 year' where kind = 'qsoa' and organization_id = (select id from organization where name = 'Lantern House')`,
  )

const body = () => ({ id: newId(), serviceId: LANTERN_DETOX, needs: ['treatment'], agreesToContact: false })
const form = () => postedForm({ ...body(), agreesToContact: 'no' })

describe('a Part 2 program whose service agreement is missing or over (P2-004)', () => {
  test('is sent nothing, and whoever tries is told the way forward, with nothing lost', async () => {
    const { status, text } = await officer('POST', '/referrals', ...form())
    expect(status).toBe(422)
    expect(text).toContain('Lantern House cannot receive referrals here yet')
    expect(text).toContain('call them, 207-555-0103')
    const { rowCount } = await county.base.admin.query('select from referral')
    expect(rowCount).toBe(0)
  })

  test('is answered 409 to another system', async () => {
    const sent = await officer('POST', '/api/v1/referrals', body())
    expect([sent.status, sent.json.code]).toEqual([409, 'agreement-missing'])
  })

  test('is not offered to the officer', async () => {
    const offered = () => officer('POST', '/field/referral/places', ...postedForm({ needs: 'treatment' }))
    expect((await offered()).text).not.toContain('Lantern House')
    await signAgain()
    expect((await offered()).text).toContain('Lantern House')
  })

  test('learns at its desk why nothing comes, and who can change that', async () => {
    const { text } = await desk('GET', '/desk')
    expect(text).toContain('No new referral can be sent to you.')
    expect(text).toContain('href="/agreements"')
    await signAgain()
    expect((await desk('GET', '/desk')).text).not.toContain('No new referral can be sent to you.')
  })

  test('answers what it was sent before, as ever', async () => {
    await signAgain()
    const sent = await officer('POST', '/api/v1/referrals', body())
    await county.base.admin.query(
      `update agreement set expires_at = now() - interval '1 second' where kind = 'qsoa' and organization_id = (select id from organization where name = 'Lantern House')`,
    )
    const answered = await desk('POST', `/api/v1/referrals/${sent.json.id}/answer`, { answer: 'accepted' })
    expect(answered.status).toBe(200)
  })
})
