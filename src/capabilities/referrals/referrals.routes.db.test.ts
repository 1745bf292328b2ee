import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ROLES } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { type Ask, type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { LANTERN_DETOX, OPEN_DOOR_WALK_IN, TIDELINE_DROP_IN } from '#tests/support/invented.ts'
import { postedForm } from '#tests/support/posted-form.ts'

let county: CountyApi
let officer: Ask
beforeAll(async () => {
  county = await countyApi()
  officer = await county.asMember('officer')
})
afterAll(() => county.close())

type Fields = Parameters<typeof postedForm>[0]
const post = (path: string, fields: Fields = {}, who = officer) => who('POST', path, ...postedForm(fields))

let id: string
beforeEach(() => {
  id = newId()
})

const form = (changes: Fields = {}): Fields => ({
  id,
  serviceId: LANTERN_DETOX,
  needs: 'treatment',
  name: 'Quimby',
  whereabouts: 'Dock Street',
  payer: 'medicaid',
  agreesToContact: 'yes',
  contactWay: 'text',
  contact: '207-555-0177',
  ...changes,
})

const send = async (changes: Fields = {}): Promise<void> => {
  expect((await post('/referrals', form(changes))).status).toBe(303)
}

const setStatus = (serviceId: string, status: string) =>
  county.base.admin.query('update service set status = $2 where id = $1', [serviceId, status])

const isWritten = async (referral: string): Promise<boolean> =>
  (await county.base.admin.query('select from referral where id = $1', [referral])).rowCount === 1

describe('making a referral', () => {
  test('begins with places of the county, and with an id of its own each time', async () => {
    const [one, other] = [await officer('GET', '/field/referral'), await officer('GET', '/field/referral')]
    const idIn = (text: string) => /name="id" value="([0-9a-f-]{36})"/.exec(text)?.[1]
    expect([one.status, idIn(one.text) === idIn(other.text)]).toEqual([200, false])
    for (const words of ['What would help most?', 'Who should get this?', 'Send referral'])
      expect(one.text).toContain(words)
    expect(one.text).not.toContain('Millrace Counseling')
  })

  test('ends with the referral, its clock, and the way to take it back', async () => {
    const sent = await post('/referrals', form())
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/referrals/${id}?sent=1`])
    const { text } = await officer('GET', `/referrals/${id}?sent=1`)
    for (const words of ['Quimby', 'Lantern House has been asked', 'Referral sent.', 'Take it back'])
      expect(text).toContain(words)
  })

  test('pressed twice makes one', async () => {
    const [first, second] = await Promise.all([post('/referrals', form()), post('/referrals', form())])
    expect([first.headers.get('location'), second.headers.get('location')]).toEqual(
      [1, 2].map(() => `/referrals/${id}?sent=1`),
    )
    const { rowCount } = await county.base.admin.query('select from referral where id = $1', [id])
    expect(rowCount).toBe(1)
  })

  test.each<[field: string, value: string | string[], says: RegExp]>([
    ['needs', [], /Choose what would help most/],
    ['needs', 'gold', /Choose from the list/],
    ['agreesToContact', '', /Say whether they agree to be contacted/],
    ['contactWay', '', /Choose how to reach them/],
    ['serviceId', '', /Choose who should get this/],
    ['serviceId', 'nobody', /Choose who should get this/],
    ['payer', 'gold', /Choose the insurance/],
    ['name', 'x'.repeat(201), /at most 200 letters/],
  ])('with %s as %j is refused at the field, and nothing typed is lost', async (field, value, says) => {
    const { status, text } = await post('/referrals', form({ [field]: value }))
    expect(status).toBe(422)
    expect(text).toMatch(says)
    expect(text).toContain('value="Dock Street"')
    expect(text).toContain(`name="id" value="${id}"`)
    expect(await isWritten(id)).toBe(false)
  })

  test('to a place that closed while the form was open says so, keeps the form, and takes the next choice', async () => {
    await setStatus(LANTERN_DETOX, 'temporarily-closed')
    const refused = await post('/referrals', form())
    await setStatus(LANTERN_DETOX, 'active')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('This place stopped taking referrals')
    for (const kept of ['value="Quimby"', 'value="207-555-0177"', 'value="Dock Street"'])
      expect(refused.text).toContain(kept)
    expect(await isWritten(id)).toBe(false)
    await send({ serviceId: OPEN_DOOR_WALK_IN })
  })

  test('to a place that does not help with it says so', async () => {
    const refused = await post('/referrals', form({ serviceId: TIDELINE_DROP_IN }))
    expect([refused.status, refused.text.includes('does not help with what you chose')]).toEqual([422, true])
  })

  test('under the id of another organization’s referral is refused, and tells nothing of that', async () => {
    const navigator = await county.asMember('navigator')
    await post('/referrals', form({ name: 'Alex' }), navigator)
    const refused = await post('/referrals', form())
    expect([refused.status, refused.text.includes('what you wrote stays here to copy')]).toEqual([422, true])
    expect(refused.text).not.toContain('Alex')
  })

  test('with no place near says what to do instead', async () => {
    const { status, text } = await post('/field/referral/places', { needs: 'shelter' })
    expect([status, text.includes('call 988')]).toEqual([200, true])
  })
})

describe('a form that is not sent yet', () => {
  test('is saved while it is typed, and gone on with from the first page', async () => {
    expect((await post('/field/referral/draft', form({ name: 'Half a na' }))).status).toBe(204)
    expect((await officer('GET', '/field')).text).toContain(`/field/referral?draft=${id}`)
    const { text } = await officer('GET', `/field/referral?draft=${id}`)
    for (const kept of ['value="Half a na"', `value="${id}"`, 'Saved']) expect(text).toContain(kept)
  })

  test('is saved without script too, when places are looked for again', async () => {
    const again = await post('/field/referral', form({ name: 'Without script' }))
    expect([again.status, again.text.includes('value="Without script"')]).toEqual([200, true])
    expect((await officer('GET', `/field/referral?draft=${id}`)).text).toContain('value="Without script"')
  })

  test('is nobody else’s', async () => {
    await post('/field/referral/draft', form())
    const sergeant = await county.asMember('sergeant')
    expect((await sergeant('GET', `/field/referral?draft=${id}`)).text).not.toContain('Quimby')
    expect((await sergeant('GET', '/field')).text).not.toContain('A referral is not sent yet')
  })

  test('is no draft any more once it was sent: going back leads to the referral', async () => {
    await post('/field/referral/draft', form())
    await send()
    await post('/field/referral/draft', form())
    const back = await officer('GET', `/field/referral?draft=${id}`)
    expect([back.status, back.headers.get('location')]).toEqual([303, `/referrals/${id}`])
    expect((await officer('GET', '/field')).text).not.toContain(`draft=${id}"`)
  })
})

describe('a referral that was sent', () => {
  test('is handed over by its sender, with the person’s word', async () => {
    await send()
    expect((await post(`/referrals/${id}/handoff`, { personConfirms: 'yes' })).status).toBe(303)
    const { text } = await officer('GET', `/referrals/${id}`)
    for (const words of ['You handed over', 'The person confirmed it']) expect(text).toContain(words)
    expect(text).not.toContain('I handed over')
  })

  test('is taken back once, and then stays as it was', async () => {
    await send()
    for (let press = 0; press < 2; press += 1)
      expect((await post(`/referrals/${id}/take-back`)).status).toBe(303)
    await post(`/referrals/${id}/handoff`, { personConfirms: 'yes' })
    const { text } = await officer('GET', `/referrals/${id}`)
    expect(text).toContain('You took it back')
    expect(text).not.toMatch(/handed over|The person confirmed it|Take it back/i)
  })

  test('is listed in pages, the newest first', async () => {
    const ids = Array.from({ length: 27 }, () => newId())
    for (const one of ids) await send({ id: one })
    const first = await officer('GET', '/referrals')
    expect(first.text).toContain(`/referrals/${ids.at(-1)}"`)
    expect(first.text).not.toContain(`/referrals/${ids[0]}"`)
    const older = /href="(\/referrals\?before=[^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await officer('GET', older)
    for (const one of ids.slice(0, 2)) expect(second.text).toContain(`/referrals/${one}"`)
    expect(second.text).not.toContain(`/referrals/${ids[5]}"`)
    expect((await officer('GET', '/referrals?before=whenever')).status).toBe(200)
  })

  test('is, to anybody else, no different from one that never was (P2-050)', async () => {
    await send()
    const others = [await county.asMember('navigator'), await county.asMember('angel')]
    for (const other of others) {
      const bare = ({ status, text }: { status: number; text: string }) =>
        `${status} ${text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')}`
      for (const [method, path] of [
        ['GET', ''],
        ['POST', '/handoff'],
        ['POST', '/take-back'],
      ] as const) {
        const answers = [id, newId()].map((one) => other(method, `/referrals/${one}${path}`))
        const [known, unknown] = (await Promise.all(answers)).map(bare)
        expect([known?.slice(0, 3), known]).toEqual(['404', unknown])
      }
    }
    expect((await officer('GET', `/referrals/${id}`)).text).toContain('Lantern House has been asked')
  })
})

describe('who may send', () => {
  const senders = ['officer', 'sergeant', 'angel', 'navigator', 'case-manager']

  test.each(ROLES)('%s', async (role) => {
    const member = await county.asMember(role)
    const expected = senders.includes(role) ? 200 : 403
    for (const path of ['/field', '/field/referral', '/referrals'])
      expect([path, (await member('GET', path)).status]).toEqual([path, expected])
    const sent = await post('/referrals', form(), member)
    expect(sent.status).toBe(senders.includes(role) ? 303 : 403)
    expect(await isWritten(id)).toBe(senders.includes(role))
  })

  test('nobody who is not signed in; the form is handed back, to be sent after signing in', async () => {
    const asked = await county.asStranger('GET', '/field')
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/sign-in?returnTo=%2Ffield'])
    const posted = await post('/referrals', form(), county.asStranger)
    expect([posted.status, posted.text.includes('Quimby')]).toEqual([401, true])
    expect(await isWritten(id)).toBe(false)
  })
})
