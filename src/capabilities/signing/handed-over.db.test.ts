import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Ask, countyApi } from '#tests/support/county-api.ts'
import { type Desk, post, shownIn, signingDesk } from '#tests/support/signing-desk.ts'

let at: Desk
beforeAll(async () => {
  at = await signingDesk(await countyApi())
})
afterAll(() => at.county.close())

/** A tablet in the person's hands, at the step that they read first. */
const handedOver = async (): Promise<{ tablet: Ask; id: string; person: string }> => {
  const { person } = await at.somebody()
  const id = await at.walk(person, 'ready')
  const tablet = await at.county.asMember('provider')
  const begun = await post(tablet, `/signing/${id}/ready`)
  expect(begun.headers.get('location')).toBe(`/signing/${id}/what`)
  return { tablet, id, person }
}

describe('while the tablet is in the person’s hands', () => {
  test('it opens what they read and nothing else of the member’s, in any tab', async () => {
    const { tablet, id, person } = await handedOver()
    for (const step of ['what', 'who', 'paper'])
      expect(
        (await tablet('GET', `/signing/${id}/${step}`)).headers.get('location') ?? '',
        step,
      ).not.toContain('step-up')
    const other = await at.walk(person, 'what')
    for (const path of [
      ...['/desk', '/releases', '/account', '/places/../desk', '/resume', '/codes', '/break-glass'],
      ...[`/releases/people/${person}`, `/signing/${other}/what`, `/signing/${id}/start`],
      ...[`/signing/${id}/ready`, `/signing/${id}/interest`, `/signing/${id}/attest`, '/members'],
    ]) {
      const answer = await tablet('GET', path)
      expect(answer.headers.get('location') ?? answer.status, path).toContain('/step-up?returnTo=')
    }
    const sent = await post(tablet, '/releases/begin', { id: other, person })
    expect(sent.headers.get('location')).toBe('/step-up')
    expect((await post(tablet, `/signing/${id}/attest`, { holds: 'yes' })).headers.get('location')).toBe(
      '/step-up',
    )
    expect((await tablet('GET', '/api/v1/referrals')).status).toBe(401)
    // What is open to everybody stays open, as to a visitor.
    const front = await tablet('GET', '/')
    expect([front.status, front.text.includes('Front desk')]).toEqual([200, false])
  })

  test('what they read names no way into the member’s pages', async () => {
    const { tablet, id } = await handedOver()
    for (const path of [`/signing/${id}/what`, '/step-up', '/signing/not-today']) {
      const { text } = await tablet('GET', path)
      expect(text, path).not.toContain('Front desk')
      expect(text, path).not.toContain('href="/desk"')
    }
  })

  test('the member has it back with a second factor, by a new token, and goes on where they were', async () => {
    const { tablet, id, person } = await handedOver()
    const page = await tablet('GET', '/step-up?returnTo=/desk')
    expect(page.text).toContain(`href="/signing/${id}/what"`)
    const wrong = await post(tablet, '/step-up', { code: '000000' })
    expect(wrong.status).toBe(422)
    expect((await tablet('GET', '/desk')).headers.get('location')).toContain('/step-up')
    const back = await post(tablet, '/step-up', { as: 'invented' })
    expect(back.headers.get('location')).toBe('/releases')
    const cookie = back.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect((await at.county.asStranger('GET', '/desk', undefined, { cookie })).status).toBe(200)
    // The token that the tablet had opens nothing any more.
    expect((await tablet('GET', `/signing/${id}/what`)).headers.get('location')).toContain('/sign-in')
    expect((await at.desk('GET', `/releases/people/${person}`)).status).toBe(200)
  })

  test('signing leads to their copy, and to no page of those who gave it', async () => {
    const { person } = await at.somebody()
    const id = await at.walk(person)
    const tablet = await at.county.asMember('provider')
    await post(tablet, `/signing/${id}/ready`)
    const shown = shownIn(await tablet('GET', `/signing/${id}/sign`))
    const signed = await post(tablet, `/signing/${id}/sign`, { shown, signature: 'Zoë', agree: 'yes' })
    expect(signed.headers.get('location')).toContain(`/releases/${id}?signed=yes`)
    const plain = await tablet('GET', `/releases/${id}`)
    expect(plain.text).toContain('Gracias. Está firmado.')
    expect(plain.text).not.toContain('What Zoë')
    expect((await tablet('GET', `/releases/${id}/copy.pdf`)).status).toBe(200)
    const [line] = await at.linesOf(id)
    expect((await post(tablet, `/releases/${id}/stop/${line.id}`)).headers.get('location')).toBe('/step-up')
  })

  test('no statement of the application widens it again', async () => {
    const { tablet } = await handedOver()
    expect((await tablet('GET', '/desk')).headers.get('location')).toContain('/step-up')
    const { admin } = at.county.base
    await expect(
      admin.query(
        'update session set handed_over_within = null, handed_over_back = null where handed_over_within is not null',
      ),
    ).rejects.toThrow('taken back with a new token')
    const { rows } = await admin.query(
      `select distinct action from audit_record where action in ('identity.handed-over', 'identity.demo-stepped-up')`,
    )
    expect(rows).toHaveLength(2)
  })
})
