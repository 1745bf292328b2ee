import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DISCLOSURE_NOTICE } from '#disclosures'
import { type Ask, countyApi } from '#tests/support/county-api.ts'
import { readText } from '#tests/support/sample-referral.ts'
import {
  ANSWERS,
  type Desk,
  NAVIGATORS,
  POLICE,
  post,
  shownIn,
  signingDesk,
} from '#tests/support/signing-desk.ts'

let at: Desk
let desk: Ask
beforeAll(async () => {
  at = await signingDesk(await countyApi())
  desk = at.desk
})
afterAll(() => at.county.close())

const linesOf = (id: string) => at.linesOf(id)
const drafts = async (id: string) =>
  (await at.county.base.admin.query('select fields from release_draft where id = $1', [id])).rows
const textOf = (html: string): string =>
  (/<div class="cw-words"[^>]*id="words">([\s\S]*?)<\/div>/.exec(html)?.[1] ?? '')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

describe('a release that is signed step by step', () => {
  test('is one act with a line for each place, each with its own classes and end (LEAD-01, P2-010)', async () => {
    const { person } = await at.somebody()
    const id = await at.walk(person)
    const signed = await at.sign(id)
    expect([signed.status, signed.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(new RegExp(`^/releases/${id}\\?signed=yes`)),
    ])
    const lines = await linesOf(id)
    expect(lines.map((line) => [line.to, line.data_classes])).toEqual([
      [POLICE, ['handoff', 'enrolled']],
      [NAVIGATORS, ['identity', 'care-plan']],
    ])
    expect(lines[0]).toMatchObject({
      kind: 'multi-party',
      status: 'active',
      form_language: 'es',
      signature_how: 'typed',
      signature: 'Zoë Ibáñez',
      participant_interest: 'So that nobody keeps looking for them',
    })
    const days = (line: { expires_at: Date }) => (line.expires_at.getTime() - Date.now()) / 86_400_000
    expect(days(lines[0])).toBeGreaterThan(29.9)
    expect(days(lines[0])).toBeLessThan(31.1)
    expect(days(lines[1])).toBeGreaterThan(179)
    expect(await drafts(id)).toEqual([])
  })

  test('is kept as the words that were on the screen, and shown again to the byte (P2-014)', async () => {
    const { person } = await at.somebody()
    const id = await at.walk(person, 'sign', {
      why: { purpose: 'own', purposeWords: 'Para <mi> “hermana” & yo' },
    })
    const page = await desk('GET', `/signing/${id}/sign`)
    await at.sign(id)
    const [kept] = await linesOf(id)
    expect(kept.form_sha256).toBe(shownIn(page))
    expect(createHash('sha256').update(kept.form_text, 'utf8').digest('hex')).toBe(kept.form_sha256)
    for (const mode of ['', '?signed=yes'])
      expect(textOf((await desk('GET', `/releases/${id}${mode}`)).text)).toBe(kept.form_text)
    expect(kept.form_text).toContain('Para <mi> “hermana” & yo')
  })

  test('is copied as the same file whenever it is asked for, with the words inside (P2-014)', async () => {
    const { person } = await at.somebody()
    const id = await at.walk(person)
    await at.sign(id, { strokes: 'M10 10L20 20' })
    const [one, two] = [
      await desk('GET', `/releases/${id}/copy.pdf`),
      await desk('GET', `/releases/${id}/copy.pdf`),
    ]
    expect(one.headers.get('content-type')).toBe('application/pdf')
    expect(one.headers.get('content-disposition')).not.toMatch(/Zo|Ib/)
    expect(one.text.startsWith('%PDF-1.7')).toBe(true)
    expect(one.text === two.text).toBe(true)
    expect((await linesOf(id))[0]).toMatchObject({
      signature_how: 'drawn',
      signature_strokes: 'M10 10L20 20',
    })
  })

  test('pressed twice is one release, however the second press comes', async () => {
    const { person } = await at.somebody()
    const id = await at.walk(person)
    const shown = shownIn(await desk('GET', `/signing/${id}/sign`))
    const press = () => at.sign(id, { shown })
    const answers = [...(await Promise.all([press(), press()])), await press()]
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await linesOf(id)).toHaveLength(2)
    expect((await desk('GET', `/signing/${id}/what`)).headers.get('location')).toContain(`/releases/${id}`)
  })

  test('is refused when the words are not those that were shown, says so, and shows the new ones', async () => {
    const { person } = await at.somebody()
    const id = await at.walk(person)
    const before = shownIn(await desk('GET', `/signing/${id}/sign`))
    await post(desk, `/signing/${id}/until`, {
      [`until-${NAVIGATORS}`]: '30',
      [`until-${POLICE}`]: '90',
    })
    const refused = await at.sign(id, { shown: before })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Las palabras cambiaron')
    expect(shownIn(refused)).not.toBe(before)
    expect(refused.text).not.toMatch(/name="agree"[^>]* checked/)
    expect(await linesOf(id)).toEqual([])
    expect((await at.sign(id)).status).toBe(303)
  })

  test('tells police what it says and no more, with the notice, and stopping one line leaves the other (P2-015, P2-030)', async () => {
    const { person, referral } = await at.somebody()
    const id = await at.walk(person)
    await at.sign(id)
    const { text } = await at.officer('GET', `/referrals/${referral}`)
    expect(text).toContain(DISCLOSURE_NOTICE.text)
    expect(text).toContain('They said yes')
    const [toPolice] = await linesOf(id)
    const stopped = await post(desk, `/releases/${id}/stop/${toPolice.id}`, {
      back: `/releases/people/${person}`,
    })
    expect(stopped.headers.get('location')).toBe(`/releases/people/${person}?said=stopped`)
    expect((await at.officer('GET', `/referrals/${referral}`)).text).not.toContain('They said yes')
    expect((await linesOf(id)).map(({ revoked_at }) => revoked_at !== null)).toEqual([true, false])
    const page = (await desk('GET', `/releases/people/${person}`)).text
    expect(page).toContain('Stopped')
    expect(page.match(/class="usa-button usa-button--danger"/g)).toHaveLength(1)
  })
})

describe('on the way to it', () => {
  test('what was typed stays: going back, in the other language, and when something is missing', async () => {
    const { person } = await at.somebody()
    const id = await at.walk(person, 'why')
    const words = { purpose: 'own', purposeWords: 'Para que mi hija sepa' }
    for (const go of ['back', 'en']) await post(desk, `/signing/${id}/why`, { ...words, go })
    const english = await desk('GET', `/signing/${id}/why`)
    expect(english.text).toContain('Para que mi hija sepa')
    expect(english.text).toContain('<html lang="en"')
    expect(english.text).toContain('Why may they know?')
    const wrong = await post(desk, `/signing/${id}/start`, { ...ANSWERS.start, personName: '' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Write the name of the person who signs.')
    expect(wrong.text).toMatch(new RegExp(`value="${POLICE}"[^>]* checked`))
  })

  test('a later step leads to the first that is not answered, and one that there is not, to the next', async () => {
    const { person } = await at.somebody()
    const id = await at.walk(person, 'who')
    for (const step of ['sign', 'until', 'paper', 'attest', 'nonsense', 'sees-9'])
      expect((await desk('GET', `/signing/${id}/${step}`)).headers.get('location')).toBe(`/signing/${id}/who`)
  })

  test('“not today” keeps nothing at all', async () => {
    const { person } = await at.somebody()
    const id = await at.walk(person, 'why')
    const left = await post(desk, `/signing/${id}/why`, { go: 'leave' })
    expect(left.headers.get('location')).toContain('/signing/not-today?lang=es')
    expect((await desk('GET', left.headers.get('location') ?? '')).text).toContain('No se guardó nada')
    expect(await drafts(id)).toEqual([])
    expect((await desk('GET', `/signing/${id}/why`)).status).toBe(404)
  })

  test('words of a records check are asked about before they are kept (CJ-0)', async () => {
    const { person } = await at.somebody()
    const id = await at.walk(person, 'interest')
    const said = { [`interest-${POLICE}`]: 'He has an active warrant' }
    const asked = await post(desk, `/signing/${id}/interest`, said)
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('active warrant')
    const keep = /name="asItIs"[^>]*value="([^"]+)"/.exec(asked.text)?.[1] ?? ''
    expect((await post(desk, `/signing/${id}/interest`, { ...said, asItIs: keep })).status).toBe(303)
  })

  test.each<[step: string, sent: Parameters<typeof post>[2], says: RegExp]>([
    ['start', { ...ANSWERS.start, signer: [] }, /Choose who signs/],
    ['start', { ...ANSWERS.start, proposed: [] }, /Choose at least one place/],
    ['start', { ...ANSWERS.start, kind: 'tpo', proposed: [POLICE] }, /cannot name any of the places/],
    ['interest', {}, /Write why it is in their own interest/],
    ['who', {}, /No eligió a nadie/],
    ['sees-1', {}, /Elija una cosa o más/],
    ['sees-2', { [`classes-${POLICE}`]: ['clinical', 'everything'] }, /Elija una cosa o más/],
    ['why', {}, /Elija para qué/],
    ['until', { [`until-${NAVIGATORS}`]: 'none' }, /Elija hasta cuándo/],
    ['until', { [`until-${NAVIGATORS}`]: 'day', [`day-${NAVIGATORS}-year`]: '2001' }, /Escriba un día/],
  ])(
    '%s without its answer says so at the field (P2-010, P2-011, P2-012, P2-020): %j',
    async (step, sent, says) => {
      const { person } = await at.somebody()
      const id = await at.walk(person, step)
      const { status, text } = await post(desk, `/signing/${id}/${step}`, sent)
      expect(status).toBe(422)
      expect(readText(text)).toMatch(says)
      expect(text).toContain('usa-error-message')
    },
  )

  test.each<[changes: Parameters<typeof post>[2], says: RegExp]>([
    [{ signature: '' }, /Dibuje su firma o escriba su nombre/],
    [{ agree: [] }, /Marque esto si dice que sí/],
    [{ signature: '', strokes: '<script>' }, /Dibuje su firma/],
    [{ strokes: `M0 0${'L1 1'.repeat(6000)}` }, /Es demasiado para guardar/],
    [{ interpreter: 'R. Gil' }, /Escriba el nombre y el idioma/],
  ])('a signature with %j is asked for again, and nothing is signed', async (changes, says) => {
    const { person } = await at.somebody()
    const id = await at.walk(person)
    const { status, text } = await at.sign(id, changes)
    expect([status, readText(text)]).toEqual([422, expect.stringMatching(says)])
    expect(await linesOf(id)).toEqual([])
  })

  test('a witness and an interpreter are kept with it', async () => {
    const { person } = await at.somebody()
    const id = await at.walk(person)
    await at.sign(id, { witness: 'A. Friend', interpreter: 'R. Gil', interpreterLanguage: 'Portuguese' })
    expect((await linesOf(id))[0]).toMatchObject({ witness: 'A. Friend', interpreter: 'R. Gil, Portuguese' })
  })
})
