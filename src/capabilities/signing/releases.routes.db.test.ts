import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type Ask, countyApi } from '#tests/support/county-api.ts'
import { readText } from '#tests/support/sample-referral.ts'
import { type Desk, post, shownIn, signingDesk } from '#tests/support/signing-desk.ts'

let at: Desk
let desk: Ask
beforeAll(async () => {
  at = await signingDesk(await countyApi())
  desk = at.desk
})
afterAll(() => at.county.close())

const linesOf = (id: string) => at.linesOf(id)

describe('on paper', () => {
  const today = () => {
    const [year = '', month = '', day = ''] = new Date()
      .toLocaleDateString('en-CA', { timeZone: 'America/New_York' })
      .split('-')
    return { 'signedOn-year': year, 'signedOn-month': month, 'signedOn-day': day }
  }

  test('the same words are printed with lines and their code, and a member attests that they hold it', async () => {
    const { person } = await at.somebody()
    const id = await at.walk(person)
    const paper = await desk('GET', `/signing/${id}/paper`)
    const shown = shownIn(await desk('GET', `/signing/${id}/attest`))
    expect(readText(paper.text)).toContain(shown.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 '))
    expect((await desk('GET', `/signing/${id}/paper.pdf`)).text.startsWith('%PDF')).toBe(true)
    const attest = (fields: Parameters<typeof post>[2]) =>
      post(desk, `/signing/${id}/attest`, {
        ...today(),
        shown,
        holds: 'yes',
        witness: 'A. Friend',
        ...fields,
      })
    for (const wrong of [
      { holds: [] },
      { 'signedOn-year': '2099' },
      { 'signedOn-day': '' },
      { shown: 'x' },
    ]) {
      const { status, text } = await attest(wrong)
      expect([status, text.includes('value="A. Friend"')]).toEqual([422, true])
    }
    expect(await linesOf(id)).toEqual([])
    expect((await attest({})).headers.get('location')).toBe(`/releases/${id}`)
    const [kept] = await linesOf(id)
    expect(kept).toMatchObject({ signature_how: 'paper', witness: 'A. Friend', form_sha256: shown })
    expect(kept.attested_by_member_id).not.toBeNull()
    expect(kept.signed_at.getTime()).toBeLessThanOrEqual(Date.now())
    expect((await desk('GET', `/releases/${id}`)).text).toContain('Firmado en papel')
  })
})

describe('a note to the person', () => {
  test('is left once for an address that is one, and the record does not say which', async () => {
    const { person } = await at.somebody()
    const id = await at.walk(person)
    await at.sign(id)
    const wrong = await post(desk, `/releases/${id}/note`, { id: newId(), email: 'zoe at home' })
    expect([wrong.status, wrong.text.includes('zoe at home')]).toEqual([422, true])
    expect(wrong.text).toContain('Escriba un correo')
    const sent = await post(desk, `/releases/${id}/note`, { id: newId(), email: 'zoe@example.org' })
    expect(sent.headers.get('location')).toContain('note=sent')
    const { rows } = await at.county.base.admin.query(
      `select to_jsonb(r)::text as said from audit_record r where action = 'signing.leave-note'`,
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].said).not.toContain('zoe@')
  })
})

describe('whose it is', () => {
  test('an officer can neither begin, answer nor sign one, and no colleague sees another’s answers (P2-017)', async () => {
    const { person } = await at.somebody()
    const id = await at.walk(person, 'why')
    for (const path of ['/releases', `/signing/${id}/why`, `/releases/people/${person}`])
      expect((await at.officer('GET', path)).status, path).toBe(403)
    expect((await post(at.officer, '/releases/begin', { id: newId(), person })).status).toBe(403)
    const other = await at.county.asMember('harm-reduction')
    for (const step of ['why', 'paper', 'attest'])
      expect((await other('GET', `/signing/${id}/${step}`)).status, step).toBe(404)
    expect((await post(other, `/signing/${id}/why`, { purpose: 'safe' })).status).toBe(404)
  })

  test('what another organization obtained, or nobody has, is not there, and nor is whom one does not know (P2-050)', async () => {
    const { person } = await at.somebody()
    const id = await at.walk(person)
    await at.sign(id)
    const navigator = await at.county.asMember('navigator')
    const bodies = new Set<string>()
    for (const one of [id, newId()]) {
      const copy = await navigator('GET', `/releases/${one}`)
      expect(copy.status).toBe(404)
      bodies.add(copy.text.replaceAll(one, ''))
      expect((await navigator('GET', `/releases/${one}/copy.pdf`)).status).toBe(404)
      expect((await post(navigator, `/releases/${one}/stop/${newId()}`)).status).toBe(404)
      expect((await post(navigator, `/releases/${one}/note`, { email: 'a@example.org' })).status).toBe(404)
    }
    expect(bodies.size).toBe(1)
    for (const one of [person, newId(), 'no-id']) {
      expect((await navigator('GET', `/releases/people/${one}`)).status).toBe(404)
      expect((await post(navigator, '/releases/begin', { id: newId(), person: one })).status).toBe(404)
    }
  })

  test('leads back only within the application', async () => {
    const { person } = await at.somebody()
    const id = await at.walk(person)
    await at.sign(id)
    const [line] = await linesOf(id)
    const stopped = await post(desk, `/releases/${id}/stop/${line.id}`, { back: 'https://evil.example/' })
    expect(stopped.headers.get('location')).toBe('/releases?said=stopped')
    expect((await desk('GET', `/releases/${id}?signed=yes&back=//evil.example`)).text).not.toContain('evil')
  })
})
