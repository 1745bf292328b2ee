import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { deriveKeys } from '#platform/config/keys.ts'
import { type Ask, type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { LANTERN_DETOX } from '#tests/support/invented.ts'
import { postedForm } from '#tests/support/posted-form.ts'
import { signLink } from './answer-token.ts'

const KEY = deriveKeys('a secret that is only for this test').links

let county: CountyApi
let officer: Ask
let anybody: Ask
beforeAll(async () => {
  county = await countyApi()
  officer = await county.asMember('officer')
  anybody = county.asStranger
})
afterAll(() => county.close())

type Fields = Parameters<typeof postedForm>[0]
const post = (who: Ask, path: string, fields: Fields = {}) => who('POST', path, ...postedForm(fields))

const send = async (changes: Fields = {}): Promise<string> => {
  const referral = newId()
  const sent = await post(officer, '/referrals', {
    id: referral,
    serviceId: LANTERN_DETOX,
    needs: 'treatment',
    name: 'Quimby',
    whereabouts: 'Ferry ramp',
    agreesToContact: 'yes',
    contactWay: 'call',
    contact: '207-555-0177',
    ...changes,
  })
  expect(sent.status).toBe(303)
  return referral
}

const linkTo = async (referral: string, purpose = 'answer'): Promise<string> => {
  const { rows } = await county.base.admin.query(
    'select id, expires_at from referral_link where referral_id = $1 and purpose = $2',
    [referral, purpose],
  )
  return `/answer/${signLink(KEY, { linkId: rows[0].id, expiresAt: rows[0].expires_at })}`
}

const PERSON = /Quimby|0177|Ferry ramp/

let id: string
let link: string
// The limit of tries is one source's, and a test has none: each gets an application of its own by being few.
beforeEach(async () => {
  id = await send()
  link = await linkTo(id)
})

describe('a signed link, without an account', () => {
  test('shows what is needed and takes the answer; opening it answers nothing', async () => {
    for (let look = 0; look < 2; look += 1) {
      const { status, headers, text } = await anybody('GET', link)
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
      for (const words of ['They are waiting for your answer', 'Pierpoint Police', 'Accept, now'])
        expect(text).toContain(words)
      expect(text).not.toMatch(PERSON)
    }
  })

  test('with a yes leads on to who it is, and to confirm the arrival', async () => {
    const yes = await post(anybody, `${link}/answer`, { answer: 'accepted' })
    expect([yes.status, yes.headers.get('location')]).toEqual([303, await linkTo(id, 'confirm-arrival')])
    const next = yes.headers.get('location') ?? ''
    const { text } = await anybody('GET', next)
    for (const words of ['You said yes', 'Quimby', '207-555-0177', 'They arrived'])
      expect(text).toContain(words)
    expect(text).not.toContain('What the sender may be told')
    const arrived = await post(anybody, `${next}/arrived`, { personConfirms: 'yes' })
    expect([arrived.status, arrived.text.includes('the arrival is confirmed')]).toEqual([200, true])
    const afterwards = await anybody('GET', next)
    expect(afterwards.text).toContain('the arrival is confirmed')
    expect(afterwards.text).not.toMatch(PERSON)
  })

  test('with a yes shows no name when the person did not agree to contact', async () => {
    id = await send({ agreesToContact: 'no' })
    const yes = await post(anybody, `${await linkTo(id)}/answer`, { answer: 'accepted' })
    const { text } = await anybody('GET', yes.headers.get('location') ?? '')
    expect(text).toContain('They did not agree to be contacted')
    expect(text).not.toMatch(PERSON)
  })

  test('with a no has forgotten the person', async () => {
    const no = await post(anybody, `${link}/answer`, { answer: 'declined', reason: 'full' })
    expect([no.status, no.text.includes('Thank you for telling us')]).toEqual([200, true])
    for (const again of [no, await anybody('GET', link)]) expect(again.text).not.toMatch(PERSON)
  })

  test('says kindly what is missing, and keeps what was typed', async () => {
    const day = { 'forDate-month': '13', 'forDate-day': '1', 'forDate-year': '2027' }
    const { status, text } = await post(anybody, `${link}/answer`, { answer: 'accepted-for-date', ...day })
    expect([status, text.includes('Give a day that is in the calendar.')]).toEqual([422, true])
    expect(text).toContain('name="forDate-month" value="13"')
    expect((await post(anybody, `${link}/answer`, { answer: 'declined' })).text).toContain('Choose why not.')
  })
})

describe('a signed link has nothing more to say', () => {
  test('when it was used, whoever answered', async () => {
    await post(anybody, `${link}/answer`, { answer: 'accepted' })
    for (const late of [
      await anybody('GET', link),
      await post(anybody, `${link}/answer`, { answer: 'declined' }),
    ]) {
      expect([late.status, late.text.includes('Thank you, this was answered')]).toEqual([200, true])
      expect(late.text).not.toMatch(PERSON)
    }
  })

  test('when the desk answered while its page was open', async () => {
    const desk = await county.asMember('provider')
    await post(desk, `/desk/referrals/${id}/answer`, { answer: 'accepted' })
    const late = await post(anybody, `${link}/answer`, { answer: 'accepted' })
    expect([late.status, late.text.includes('Thank you, this was answered')]).toEqual([200, true])
  })

  test('when it has ended by the database’s clock, whatever its own text says', async () => {
    const held = (await county.base.admin.query('select id from referral_link where referral_id = $1', [id]))
      .rows[0].id
    const longLived = `/answer/${signLink(KEY, { linkId: held, expiresAt: new Date('2038-01-01') })}`
    expect((await anybody('GET', longLived)).status).toBe(200)
    await county.base.admin.query(`update referral_link set expires_at = now() where id = $1`, [held])
    for (const address of [link, longLived])
      for (const late of [
        await anybody('GET', address),
        await post(anybody, `${address}/answer`, { answer: 'accepted' }),
      ]) {
        expect([late.status, late.text.includes('This link has ended')]).toEqual([410, true])
        expect(late.text).not.toMatch(PERSON)
      }
  })

  test('when the referral was taken back', async () => {
    await post(officer, `/referrals/${id}/take-back`)
    const late = await anybody('GET', link)
    expect([late.status, late.text.includes('The question was taken back')]).toEqual([410, true])
    expect(late.text).not.toMatch(PERSON)
  })

  test('when it is asked for another purpose than its own', async () => {
    expect((await post(anybody, `${link}/arrived`)).status).toBe(404)
    const yes = await post(anybody, `${link}/answer`, { answer: 'accepted' })
    expect(
      (await post(anybody, `${yes.headers.get('location')}/answer`, { answer: 'accepted' })).status,
    ).toBe(404)
  })
})

describe('somebody who tries links', () => {
  test('is told the same of every one that was altered, and is asked to wait', async () => {
    const { status, text } = await anybody('GET', '/answer/x')
    expect([status, text.includes('This link does not work')]).toEqual([404, true])
    const bytes = Buffer.from(link.slice('/answer/'.length), 'base64url')
    const tried = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
        const altered = Buffer.from(bytes)
        altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        const answer = await anybody('GET', `/answer/${altered.toString('base64url')}`)
        if (answer.status === 429) tried.add('wait')
        else tried.add(answer.text === text ? 'the same' : answer.text)
      }),
      { numRuns: 80 },
    )
    expect([...tried].sort()).toEqual(['the same', 'wait'])
    const waiting = await anybody('GET', link)
    expect([waiting.status, Number(waiting.headers.get('retry-after')) > 0]).toEqual([429, true])
    expect(waiting.text).toContain('it still works')
  })
})
