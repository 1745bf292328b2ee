import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { NOT_FOR_ENFORCEMENT } from '#agreements'
import { DISCLOSURE_NOTICE } from '#disclosures'
import { type Ask, countyApi } from '#tests/support/county-api.ts'
import { type Desk, type Fields, POLICE, post, signingDesk } from '#tests/support/signing-desk.ts'

let at: Desk
let officer: Ask
let desk: Ask
beforeAll(async () => {
  at = await signingDesk(await countyApi())
  ;({ officer, desk } = at)
})
afterAll(() => at.county.close())

let id: string
let person: string
beforeEach(async () => {
  const somebody = await at.somebody()
  id = somebody.referral
  person = somebody.person
})

/** They sign that the police, and nobody else, may know these classes. */
const sign = async (...classes: string[]): Promise<void> => {
  const answers: Record<string, Fields> = {
    start: { lang: 'en', personName: 'Sam Rivers', isAdult: 'yes', kind: 'named', proposed: POLICE },
    who: { recipients: POLICE },
    'sees-1': { [`classes-${POLICE}`]: classes },
  }
  await at.sign(await at.walk(person, 'sign', answers))
}
const lines = async () =>
  (
    await at.county.base.admin.query(
      `select id, data_classes, revoked_at, revoked_how from release_line where person_id = $1 order by id`,
      [person],
    )
  ).rows.toSorted((one, other) => other.data_classes.length - one.data_classes.length)

describe('what the person signs at the desk', () => {
  test('is shown to the desk, and told to the officer with its notice (P2-030)', async () => {
    await sign('handoff', 'enrolled')
    expect((await desk('GET', `/desk/referrals/${id}`)).text).toContain('Pierpoint Police may know')
    const { text } = await officer('GET', `/referrals/${id}`)
    expect(text).toContain('They said yes')
    expect(text).toContain(DISCLOSURE_NOTICE.text)
    expect(text).toContain(NOT_FOR_ENFORCEMENT)
    expect(text).toContain('That you take part, and since when')
  })
})

describe('stopping it at the desk', () => {
  test('works at once: the officer’s page is again what it was before (P2-015)', async () => {
    const page = async () =>
      (await officer('GET', `/referrals/${id}`)).text
        .replaceAll(/data-now="[^"]*"/g, '')
        .replaceAll(/in \d+.min/g, '')
    const before = await page()
    await sign('handoff')
    expect(await page()).not.toBe(before)
    const [line] = await lines()
    expect((await post(desk, `/desk/referrals/${id}/release/${line.id}/stop`)).status).toBe(303)
    expect(await page()).toBe(before)
    expect((await desk('GET', `/desk/referrals/${id}`)).text).toContain('Stopped')
  })

  test('one release leaves the other (LEAD-01)', async () => {
    await sign('handoff', 'contact-made')
    await sign('enrolled')
    const [first] = await lines()
    await post(desk, `/desk/referrals/${id}/release/${first.id}/stop`)
    expect((await lines()).map((line) => [line.data_classes, line.revoked_how])).toEqual([
      [['contact-made', 'handoff'], 'oral'],
      [['enrolled'], null],
    ])
    const { text } = await officer('GET', `/referrals/${id}`)
    expect(text).toContain('That you take part, and since when')
    expect(text).not.toContain('They said yes')
  })

  test('is not for an officer, and not for another place (P2-017)', async () => {
    await sign('handoff')
    const [line] = await lines()
    const stop = (who: Ask) => post(who, `/desk/referrals/${id}/release/${line.id}/stop`)
    expect((await stop(officer)).status).toBe(403)
    await stop(await at.county.asMember('harm-reduction'))
    expect((await lines())[0].revoked_at).toBeNull()
    expect((await post(desk, `/desk/referrals/${id}/release/no-id/stop`)).status).toBe(404)
  })
})
