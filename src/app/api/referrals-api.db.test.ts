import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type Ask, type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { demoId } from '../demo/demo-id.ts'
import { ORGANIZATIONS } from '../demo/organizations.ts'

const LANTERN_DETOX = demoId(6, 1)
const { police, lantern, navigators } = ORGANIZATIONS

let county: CountyApi
let officer: Ask
let policeSystem: Ask
let desk: Ask
let lanternSystem: Ask

beforeAll(async () => {
  county = await countyApi()
  officer = await county.asMember('officer')
  policeSystem = await county.asToken(police.id, 'officer')
  desk = await county.asMember('provider')
  lanternSystem = await county.asToken(lantern.id, 'provider')
})
afterAll(() => county.close())

const referral = (changes: Record<string, unknown> = {}) => ({
  id: newId(),
  serviceId: LANTERN_DETOX,
  needs: ['treatment'],
  name: 'Sam',
  whereabouts: 'Ferry ramp',
  payer: 'medicaid',
  agreesToContact: true,
  contactWay: 'call',
  contact: '207-555-0177',
  ...changes,
})

const send = async (ask: Ask = officer, changes: Record<string, unknown> = {}): Promise<string> => {
  const body = referral(changes)
  const { status, text } = await ask('POST', '/api/v1/referrals', body)
  expect(status, text).toBe(201)
  return body.id
}

const at = (id: string, rest = '') => `/api/v1/referrals/${id}${rest}`

describe.each([
  ['a session', () => ({ sender: officer, receiver: desk })],
  ['a token', () => ({ sender: policeSystem, receiver: lanternSystem })],
])('with %s', (_, sides) => {
  it('finds services, with why each stands where it stands, and no intake address', async () => {
    const { sender } = sides()
    const found = await sender(
      'GET',
      '/api/v1/services?needs=treatment&latitude=44.3&longitude=-68.2&payer=medicaid&referableOnly=true',
    )
    expect(found.status).toBe(200)
    expect(found.headers.get('cache-control')).toBe('no-store')
    const detox = found.json.services.find((service: { id: string }) => service.id === LANTERN_DETOX)
    expect(detox).toMatchObject({
      provider: 'Lantern House',
      organizationId: lantern.id,
      openness: { state: 'open' },
    })
    expect(detox.miles).toBeLessThan(2)
    expect(detox.reasons.length).toBeGreaterThan(0)
    expect(found.text).not.toContain('intake@')
  })

  it('a referral goes from sent to handed over, each side seeing its own', async () => {
    const { sender, receiver } = sides()
    const id = await send(sender)

    const asked = await receiver('GET', at(id))
    expect(asked.json).toMatchObject({ id, side: 'received', from: { name: 'Pierpoint Police' } })
    for (const unknown of ['personId', 'person', 'answer', 'feedback'])
      expect(asked.json).not.toHaveProperty(unknown)

    const accepted = await receiver('POST', at(id, '/answer'), { answer: 'accepted' })
    expect(accepted.status).toBe(200)
    expect(accepted.json.person).toEqual({
      name: 'Sam',
      contact: '207-555-0177',
      whereabouts: 'Ferry ramp',
    })
    expect(accepted.json.answer.answer).toBe('accepted')

    const arrived = await receiver('POST', at(id, '/handoff'), { personConfirms: true })
    expect(arrived.json.steps.map(({ step }: { step: string }) => step)).toContain('arrived')
    const handed = await sender('POST', at(id, '/handoff'), { personConfirms: true })
    expect(handed.status).toBe(200)
    expect(handed.json).toMatchObject({ side: 'sent', feedback: { told: [] } })
    expect(handed.json.steps.map(({ step }: { step: string }) => step)).toEqual(['submitted', 'handed-over'])
  })

  it('lists what was sent in pages, and what was received with its answer', async () => {
    const { sender, receiver } = sides()
    const ids = [await send(sender), await send(sender), await send(sender)]
    await receiver('POST', at(ids[0] ?? '', '/answer'), { answer: 'accepted' })

    const first = await sender('GET', '/api/v1/referrals?side=sent&limit=2')
    expect(first.json.referrals.map(({ id }: { id: string }) => id)).toEqual([ids[2], ids[1]])
    const before = encodeURIComponent(first.json.nextBefore)
    const second = await sender('GET', `/api/v1/referrals?side=sent&limit=1&before=${before}`)
    expect(second.json.referrals).toMatchObject([{ id: ids[0], name: 'Sam', steps: ['submitted'] }])
    expect(second.text).not.toMatch(/accepted|clockStoppedAt/)

    const received = await receiver('GET', '/api/v1/referrals?side=received&limit=100')
    const line = received.json.referrals.find(({ id }: { id: string }) => id === ids[0])
    expect(line).toMatchObject({ side: 'received', answer: 'accepted', name: 'Sam' })
  })
})

describe('a referral sent twice', () => {
  it('is one: the second time is answered with what the first wrote', async () => {
    const body = referral()
    const first = await officer('POST', '/api/v1/referrals', body)
    const second = await officer('POST', '/api/v1/referrals', { ...body, name: 'Somebody else' })
    expect([first.status, second.status]).toEqual([201, 200])
    expect(second.json).toEqual(first.json)
  })

  it('at the same moment, is one', async () => {
    const body = referral()
    const answers = await Promise.all([1, 2, 3, 4].map(() => officer('POST', '/api/v1/referrals', body)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201])
    const { rows } = await county.base.admin.query(
      'select (select count(*)::int from referral where id = $1) as referrals, (select count(*)::int from handoff_step where referral_id = $1) as steps',
      [body.id],
    )
    expect(rows).toEqual([{ referrals: 1, steps: 1 }])
  })

  it('by another organization is refused: the id is taken', async () => {
    const id = await send()
    const navigator = await county.asToken(navigators.id, 'navigator')
    const again = await navigator('POST', '/api/v1/referrals', referral({ id }))
    expect([again.status, again.json.code]).toEqual([409, 'id-in-use'])
  })
})

describe('a referral is refused', () => {
  it('when the place has stopped taking any', async () => {
    await county.base.admin.query(`update service set status = 'temporarily-closed' where id = $1`, [
      demoId(6, 2),
    ])
    const { status, json } = await officer('POST', '/api/v1/referrals', referral({ serviceId: demoId(6, 2) }))
    expect([status, json.code]).toEqual([409, 'service-closed'])
    expect(json.fields.serviceId).toContain('Choose another')
  })

  it('when the place does not help with that', async () => {
    const { status, json } = await officer('POST', '/api/v1/referrals', referral({ needs: ['shelter'] }))
    expect([status, json.code]).toEqual([422, 'service-does-not-help-with'])
  })
})

describe('answering', () => {
  it('twice: the first answer counts, and the second is told', async () => {
    const id = await send()
    await desk('POST', at(id, '/answer'), { answer: 'accepted' })
    const second = await lanternSystem('POST', at(id, '/answer'), { answer: 'declined', reason: 'full' })
    expect([second.status, second.json.code]).toEqual([409, 'already-answered'])
  })

  it('with no leaves the place nothing, neither to read nor to answer again', async () => {
    const id = await send()
    const declined = await desk('POST', at(id, '/answer'), { answer: 'declined', reason: 'full' })
    expect([declined.status, declined.text]).toEqual([204, ''])
    const never = await desk('GET', at(newId()))
    expect(never).toMatchObject({ status: 404, json: { code: 'not-found' } })
    const answer = { answer: 'accepted' }
    for (const after of [
      await desk('GET', at(id)),
      await desk('GET', at('not-an-id')),
      await desk('POST', at(id, '/answer'), answer),
      await desk('POST', at(newId(), '/answer'), answer),
      await desk('POST', at(id, '/handoff'), { personConfirms: true }),
      await (await county.asMember('harm-reduction'))('GET', at(id)),
    ])
      expect([after.status, after.text]).toEqual([404, never.text])
  })

  it('is for the place that was asked alone', async () => {
    const id = await send()
    const other = await county.asMember('harm-reduction')
    const answer = await other('POST', at(id, '/answer'), { answer: 'accepted' })
    expect([answer.status, answer.json.code]).toEqual([404, 'not-found'])
    const early = await desk('POST', at(id, '/handoff'), { personConfirms: false })
    expect([early.status, early.json.code]).toEqual([409, 'not-accepted'])
  })
})
