import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type Ask, type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { postedForm } from '#tests/support/posted-form.ts'
import { LAWFUL_DEMAND_REPLY } from './lawful-demand.ts'

let county: CountyApi
let provider: Ask
let officer: Ask
beforeAll(async () => {
  county = await countyApi()
  provider = await county.asMember('provider')
  officer = await county.asMember('officer')
})
afterAll(() => county.close())

const written = {
  personName: 'Sam Rivers',
  emergency: 'Does not wake up',
  recipientName: 'Dr. Okafor',
  recipientFacility: 'Harbor General',
  discloserName: 'N. Ames',
  cannotAsk: 'yes',
}
const post = (who: Ask, fields: Record<string, string | readonly string[]>) => {
  const [body, headers] = postedForm(fields)
  return who('POST', '/break-glass', body, headers)
}
const rows = async () => (await county.base.admin.query('select from break_glass')).rowCount

describe('the emergency page (P2-060)', () => {
  test('is filled in with who asks, and says that it is written down', async () => {
    const { status, text } = await provider('GET', '/break-glass')
    expect(status).toBe(200)
    expect(text).toContain('Each look is written down')
    expect(text).toContain('value="Lantern House"')
  })

  test('opens for a day what was asked, pressed twice once, and says who knows nobody of that name', async () => {
    const id = newId()
    for (const _ of [1, 2]) {
      const opened = await post(provider, { ...written, id, dataClasses: ['clinical'] })
      expect([opened.status, opened.headers.get('location')]).toEqual([303, `/break-glass/${id}`])
    }
    expect(await rows()).toBe(1)
    const { text } = await provider('GET', `/break-glass/${id}`)
    expect(text).toContain('Nobody signed with this name')
    expect(text).toContain('Medicines, allergies, diagnoses, tests')
  })

  test.each(Object.keys(written))(
    'without “%s” says so at the field, keeps the rest, and opens nothing',
    async (field) => {
      const before = await rows()
      const { status, text } = await post(provider, { ...written, [field]: '', id: newId() })
      expect(status).toBe(422)
      expect(text).toContain('usa-error-message')
      if (field !== 'emergency') expect(text).toContain('Does not wake up')
      expect(await rows()).toBe(before)
    },
  )

  test('is not for an officer, and one’s own is nobody else’s', async () => {
    expect((await officer('GET', '/break-glass')).status).toBe(403)
    expect((await post(officer, { ...written, id: newId() })).status).toBe(403)
    for (const id of [newId(), 'no-id'])
      expect((await provider('GET', `/break-glass/${id}`)).status).toBe(404)
  })

  test('asks for the second factor again after ten minutes, and what was typed comes back', async () => {
    await county.base.admin.query(`update session set second_factor_at = now() - interval '11 minutes'`)
    const asked = await post(provider, { ...written, id: newId() })
    expect([asked.status, asked.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/step-up/)])
    expect((await provider('GET', '/break-glass')).headers.get('location')).toMatch(/^\/step-up/)
    await county.base.admin.query('update session set second_factor_at = now()')
  })
})

describe('a subpoena or a warrant alone (requirements 1.5)', () => {
  test('is answered by one letter, which neither confirms nor denies, for whoever asks', async () => {
    const visitor = await county.asStranger('GET', '/lawful-demand')
    expect(visitor.status).toBe(200)
    expect(visitor.text).toContain('neither confirm nor deny')
    const letter = await county.asStranger('GET', '/lawful-demand.txt')
    expect(letter.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(letter.text).toBe(LAWFUL_DEMAND_REPLY)
    expect((await officer('GET', '/lawful-demand')).status).toBe(200)
  })

  test('says what would be needed, and nothing of anybody', () => {
    expect(LAWFUL_DEMAND_REPLY).toMatch(/both an order of a court .* and a subpoena/s)
    expect(LAWFUL_DEMAND_REPLY).not.toMatch(/is (not )?(known|a patient|a participant)\b/)
  })
})
