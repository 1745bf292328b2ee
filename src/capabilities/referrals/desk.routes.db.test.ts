import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type Ask, type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { LANTERN_DETOX, LANTERN_HOUSE } from '#tests/support/invented.ts'
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

let id: string
beforeEach(async () => {
  id = await send()
})

const send = async (changes: Fields = {}): Promise<string> => {
  const referral = newId()
  const sent = await post(officer, '/referrals', {
    id: referral,
    serviceId: LANTERN_DETOX,
    needs: 'treatment',
    name: 'Sam',
    payer: 'medicaid',
    agreesToContact: 'yes',
    contactWay: 'call',
    contact: '207-555-0177',
    ...changes,
  })
  expect(sent.status).toBe(303)
  return referral
}

const page = () => desk('GET', `/desk/referrals/${id}`)
const answer = (fields: Fields) => post(desk, `/desk/referrals/${id}/answer`, fields)

describe('the desk', () => {
  test('shows who waits, with what helps and who asks, and no name', async () => {
    const { status, text } = await desk('GET', '/desk')
    expect(status).toBe(200)
    expect(text).toContain('waiting for your answer')
    expect(text).toContain(`/desk/referrals/${id}/answer`)
    expect(text).toContain('Pierpoint Police')
    expect(text).toContain('You see it when you accept')
    expect(text).not.toMatch(/\bSam\b|0177/)
  })

  test('is for those who receive people, and for nobody else', async () => {
    for (const role of [
      'officer',
      'sergeant',
      'angel',
      'manager',
      'privacy-officer',
      'administrator',
    ] as const) {
      const other = await county.asMember(role)
      expect([role, (await other('GET', '/desk')).status]).toEqual([role, 403])
      expect((await post(other, `/desk/referrals/${id}/answer`, { answer: 'accepted' })).status).toBe(403)
    }
    expect((await county.asStranger('GET', '/desk')).status).toBe(303)
    const stranger = await post(county.asStranger, `/desk/referrals/${id}/answer`, { answer: 'accepted' })
    expect(stranger.status).toBe(401)
    expect((await page()).text).toContain('They are waiting for your answer')
  })

  test('of another place knows nothing of it', async () => {
    const other = await county.asMember('harm-reduction')
    const never = await other('GET', `/desk/referrals/${newId()}`)
    const known = await other('GET', `/desk/referrals/${id}`)
    const bare = (text: string) => text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    expect([known.status, bare(known.text)]).toEqual([404, bare(never.text)])
    expect((await post(other, `/desk/referrals/${id}/answer`, { answer: 'accepted' })).status).toBe(404)
    expect((await other('GET', '/desk')).text).not.toContain(id)
  })
})

describe('answering at the desk', () => {
  test('yes leads to who it is', async () => {
    const answered = await answer({ answer: 'accepted' })
    expect([answered.status, answered.headers.get('location')]).toEqual([303, `/desk/referrals/${id}`])
    const { text } = await page()
    for (const words of ['You said yes', 'Sam', '207-555-0177', 'They arrived']) expect(text).toContain(words)
    expect((await desk('GET', '/desk')).text).toContain('Accepted, on the way')
  })

  test('no leads back to the desk, which has forgotten them', async () => {
    const answered = await answer({ answer: 'declined', reason: 'full' })
    expect([answered.status, answered.headers.get('location')]).toEqual([303, '/desk'])
    expect((await page()).status).toBe(404)
    expect((await desk('GET', '/desk')).text).not.toContain(id)
  })

  test.each<[name: string, fields: Fields, says: string, keeps: RegExp]>([
    [
      'a day that is not in the calendar',
      { answer: 'accepted-for-date', 'forDate-month': '2', 'forDate-day': '30', 'forDate-year': '2027' },
      'Give a day that is in the calendar.',
      /name="forDate-day" value="30"/,
    ],
    [
      'half a day',
      { answer: 'accepted-for-date', 'forDate-month': '11', 'forDate-day': '', 'forDate-year': '2027' },
      'Give the day on which they can come.',
      /name="forDate-month" value="11"/,
    ],
    ['no reason', { answer: 'declined' }, 'Choose why not.', /Can’t, and why/],
    ['no answer at all', {}, 'Choose an answer.', /waiting for your answer/],
  ])('with %s says so at the field, and keeps what was typed', async (_, fields, says, keeps) => {
    const { status, text } = await answer(fields)
    expect(status).toBe(422)
    expect(text).toContain(says)
    expect(text).toMatch(keeps)
  })

  test('second is told kindly that it was answered, whatever the first had said', async () => {
    const colleague = await county.asToken(LANTERN_HOUSE, 'provider')
    for (const first of [{ answer: 'accepted' }, { answer: 'declined', reason: 'full' }]) {
      id = await send()
      await colleague('POST', `/api/v1/referrals/${id}/answer`, first)
      for (const second of [{ answer: 'accepted' }, { answer: 'declined', reason: 'payer' }] as Fields[]) {
        const told = await answer(second)
        expect([told.status, told.text.includes('Thank you, this was answered')]).toEqual([200, true])
        expect(told.text).not.toMatch(/\bSam\b|0177/)
      }
    }
  })

  test('twice by the same hand leads where it led before', async () => {
    const [first, second] = [await answer({ answer: 'accepted' }), await answer({ answer: 'accepted' })]
    expect([first.status, second.status, second.headers.get('location')]).toEqual([
      303,
      303,
      `/desk/referrals/${id}`,
    ])
  })

  test('what was taken back, ended, or never was, is not there', async () => {
    await post(officer, `/referrals/${id}/take-back`)
    for (const gone of [id, newId(), 'no-id']) {
      for (const path of ['answer', 'arrived'])
        expect((await post(desk, `/desk/referrals/${gone}/${path}`, { answer: 'accepted' })).status).toBe(404)
      expect((await desk('GET', `/desk/referrals/${gone}`)).status).toBe(404)
    }
  })
})

describe('the arrival', () => {
  test('is confirmed after a yes, with the person’s word', async () => {
    expect((await post(desk, `/desk/referrals/${id}/arrived`)).status).toBe(404)
    await answer({ answer: 'accepted' })
    expect((await post(desk, `/desk/referrals/${id}/arrived`, { personConfirms: 'yes' })).status).toBe(303)
    const { text } = await page()
    expect(text).toContain('The person confirmed it')
    expect(text).not.toContain(`${id}/arrived`)
    expect((await post(desk, `/desk/referrals/${id}/arrived`)).status).toBe(303)
  })
})
