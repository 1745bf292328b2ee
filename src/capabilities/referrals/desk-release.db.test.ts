import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { NOT_FOR_ENFORCEMENT } from '#agreements'
import { DISCLOSURE_NOTICE } from '#disclosures'
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

/** An accepted referral of somebody new. */
const accepted = async (): Promise<string> => {
  const referral = newId()
  await post(officer, '/referrals', {
    id: referral,
    serviceId: LANTERN_DETOX,
    needs: 'treatment',
    agreesToContact: 'no',
  })
  await post(desk, `/desk/referrals/${referral}/answer`, { answer: 'accepted' })
  return referral
}

let id: string
beforeEach(async () => {
  id = await accepted()
})

const form = (changes: Fields = {}): Fields => ({
  id: newId(),
  dataClasses: ['handoff', 'enrolled'],
  purpose: 'So that the officer knows I am safe',
  days: '30',
  isAdult: 'yes',
  personName: 'Sam Rivers',
  signature: 'Sam Rivers',
  ...changes,
})
const sign = (fields: Fields = form()) => post(desk, `/desk/referrals/${id}/release`, fields)
const lines = async () =>
  (
    await county.base.admin.query(
      `select l.id, l.data_classes, l.revoked_at, l.revoked_how, release.form_text, release.form_sha256
       from release_line l join release on release.id = l.release_id
       join referral r on r.person_id = l.person_id where r.id = $1 order by l.id`,
      [id],
    )
  ).rows

describe('what the person signs at the desk', () => {
  test('is kept, shown to the desk, and told to the officer with its notice (P2-030)', async () => {
    const signed = await sign()
    expect([signed.status, signed.headers.get('location')]).toEqual([303, `/desk/referrals/${id}#releases`])
    expect((await desk('GET', `/desk/referrals/${id}`)).text).toContain('Pierpoint Police may know')
    const { text } = await officer('GET', `/referrals/${id}`)
    expect(text).toContain('They said yes')
    expect(text).toContain(DISCLOSURE_NOTICE.text)
    expect(text).toContain(NOT_FOR_ENFORCEMENT)
    expect(text).toContain('That you take part, and since when')
  })

  test('says in words on which day of which year it ends, and the words are fingerprinted (P2-014)', async () => {
    await sign()
    const [line] = await lines()
    expect(line.form_text).toMatch(/\nThis ends on \w+ \d{1,2}, 20\d\d\.\n/)
    expect(createHash('sha256').update(line.form_text, 'utf8').digest('hex')).toBe(line.form_sha256)
  })

  test('pressed twice is signed once', async () => {
    const once = form()
    await Promise.all([sign(once), sign(once)])
    await sign(once)
    expect(await lines()).toHaveLength(1)
  })

  test.each<[field: string, value: string | string[], says: RegExp]>([
    ['personName', ' ', /Write the name of the person who signs/],
    ['dataClasses', [], /Choose at least one thing/],
    ['dataClasses', ['handoff', 'clinical'], /Choose from the list/],
    ['dataClasses', ['everything'], /Choose from the list/],
    ['purpose', '', /Write why it may be told/],
    ['days', '', /at least one day/],
    ['days', '400', /at most 365 days/],
    ['days', 'always', /Write a number of days/],
    ['signature', '', /types their name here to sign/],
  ])(
    'with %s as %j is refused at the field, and nothing typed is lost (P2-010, P2-011)',
    async (field, value, says) => {
      const { status, text } = await sign(form({ purpose: 'In my own words', [field]: value }))
      expect(status).toBe(422)
      expect(text).toMatch(says)
      if (field !== 'purpose') expect(text).toContain('In my own words')
      expect(await lines()).toEqual([])
    },
  )

  test('is nothing that an officer can sign for them, or a place before it has said yes (P2-017)', async () => {
    expect((await post(officer, `/desk/referrals/${id}/release`, form())).status).toBe(403)
    expect(await lines()).toEqual([])
    const open = newId()
    await post(officer, '/referrals', {
      id: open,
      serviceId: LANTERN_DETOX,
      needs: 'treatment',
      agreesToContact: 'no',
    })
    for (const not of [open, newId(), 'no-id'])
      expect((await post(desk, `/desk/referrals/${not}/release`, form())).status).toBe(404)
  })
})

describe('stopping it at the desk', () => {
  test('works at once: the officer’s page is again what it was before (P2-015)', async () => {
    const page = async () =>
      (await officer('GET', `/referrals/${id}`)).text
        .replaceAll(/data-now="[^"]*"/g, '')
        .replaceAll(/in \d+.min/g, '')
    const before = await page()
    await sign()
    expect(await page()).not.toBe(before)
    const [line] = await lines()
    expect((await post(desk, `/desk/referrals/${id}/release/${line.id}/stop`)).status).toBe(303)
    expect(await page()).toBe(before)
    expect((await desk('GET', `/desk/referrals/${id}`)).text).toContain('Stopped')
  })

  test('one release leaves the other (LEAD-01)', async () => {
    await sign(form({ dataClasses: ['handoff'] }))
    await sign(form({ dataClasses: ['enrolled'] }))
    const [first] = await lines()
    await post(desk, `/desk/referrals/${id}/release/${first.id}/stop`)
    expect((await lines()).map((line) => [line.data_classes, line.revoked_how])).toEqual([
      [['handoff'], 'oral'],
      [['enrolled'], null],
    ])
    const { text } = await officer('GET', `/referrals/${id}`)
    expect(text).toContain('That you take part, and since when')
    expect(text).not.toContain('They said yes')
  })

  test('is not for an officer, and not for another place (P2-017)', async () => {
    await sign()
    const [line] = await lines()
    const stop = (who: Ask) => post(who, `/desk/referrals/${id}/release/${line.id}/stop`)
    expect((await stop(officer)).status).toBe(403)
    await stop(await county.asMember('harm-reduction'))
    expect((await lines())[0].revoked_at).toBeNull()
    expect((await post(desk, `/desk/referrals/${id}/release/no-id/stop`)).status).toBe(404)
  })
})
