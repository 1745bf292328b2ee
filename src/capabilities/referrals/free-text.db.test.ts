import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { findSensitiveWords, fingerprintOf } from '#kernel/sensitive-words.ts'
import { type Ask, type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { LANTERN_DETOX } from '#tests/support/invented.ts'
import { postedForm } from '#tests/support/posted-form.ts'

let county: CountyApi
let officer: Ask
beforeAll(async () => {
  county = await countyApi()
  officer = await county.asMember('officer')
})
afterAll(() => county.close())

type Fields = Parameters<typeof postedForm>[0]
const post = (who: Ask, path: string, fields: Fields = {}) => who('POST', path, ...postedForm(fields))

const WRITTEN = 'At his dealer Mike’s. Warrant confirmed'
const KEPT = fingerprintOf(findSensitiveWords(WRITTEN))

const form = (changes: Fields = {}): Fields => ({
  id: newId(),
  serviceId: LANTERN_DETOX,
  needs: 'treatment',
  whereabouts: WRITTEN,
  agreesToContact: 'no',
  ...changes,
})

const stored = async (id: unknown) =>
  (await county.base.admin.query('select whereabouts from referral_identity where referral_id = $1', [id]))
    .rows

describe('a referral with words that do not belong there (CJ-0)', () => {
  test('comes back once, with the warning and with all that was typed, and nothing is saved', async () => {
    const typed = form({ name: 'Jay' })
    const { status, text } = await post(officer, '/referrals', typed)
    expect(status).toBe(422)
    expect(text).toContain('Some words may not belong here.')
    expect(text).toContain('href="#words-keep"')
    expect(text).toMatch(/<input[^>]*type="checkbox"[^>]*name="asItIs"[^>]*id="words-keep"/)
    expect(text).toContain('“Warrant confirmed”, “his dealer Mike’s”')
    expect(text).toContain('value="Jay"')
    expect(text).toContain(`value="${WRITTEN}"`)
    expect(await stored(typed.id)).toEqual([])
  })

  test('goes as it is when whoever wrote it says so', async () => {
    const typed = form({ asItIs: KEPT })
    expect((await post(officer, '/referrals', typed)).status).toBe(303)
    expect(await stored(typed.id)).toEqual([{ whereabouts: WRITTEN }])
  })

  test('comes back again when something was added after they said so, and the box is empty', async () => {
    const { status, text } = await post(officer, '/referrals', form({ asItIs: KEPT, contact: 'see NCIC' }))
    expect(status).toBe(422)
    expect(text).not.toMatch(/name="asItIs"[^>]*checked/)
  })

  test('keeps the tick while something else has to be mended', async () => {
    const { text } = await post(officer, '/referrals', form({ asItIs: KEPT, needs: [] }))
    expect(text).toContain('Choose what would help most.')
    expect(text).toMatch(/name="asItIs"[^>]*checked/)
  })

  test('is warned of while it is written, where there is script', async () => {
    const warned = await post(officer, '/field/referral/words', form())
    expect(warned.text).toContain('role="status"')
    expect(warned.text).toContain('Causeway keeps nothing from a records check')
    const clean = await post(officer, '/field/referral/words', form({ whereabouts: 'Ferry ramp' }))
    expect([clean.status, clean.text]).toEqual([200, ''])
  })

  test('is sent by another system as it is, and answered with what was found', async () => {
    const body = { id: newId(), serviceId: LANTERN_DETOX, needs: ['treatment'], agreesToContact: false }
    const sent = await officer('POST', '/api/v1/referrals', { ...body, whereabouts: WRITTEN })
    expect([sent.status, sent.json.warnings]).toEqual([
      201,
      [
        { field: 'whereabouts', kind: 'criminal-justice', words: 'Warrant confirmed' },
        { field: 'whereabouts', kind: 'third-person', words: expect.stringContaining('his dealer Mike') },
      ],
    ])
    const clean = await officer('POST', '/api/v1/referrals', { ...body, id: newId() })
    expect([clean.status, clean.json.warnings]).toEqual([201, undefined])
  })
})
