import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { countyApi } from '#tests/support/county-api.ts'
import { readText } from '#tests/support/sample-referral.ts'
import { type Desk, forCharge, POLICE, PROSECUTOR, post, signingDesk } from '#tests/support/signing-desk.ts'

let at: Desk
beforeAll(async () => {
  at = await signingDesk(await countyApi())
  // With its first charge the invented county has somebody who approves a release for one.
  await at.hold((await at.somebody()).person)
})
afterAll(() => at.county.close())

const charges = (person: string) => `/releases/people/${person}/charges`
const held = (person: string, changes = {}) =>
  post(at.desk, charges(person), { id: newId(), office: PROSECUTOR, reference: 'Packet 7', ...changes })
const chargesOf = async (person: string) =>
  (
    await at.county.base.admin.query(
      'select id, reference, decide_by, disposition from held_charge where person_id = $1 order by recorded_at',
      [person],
    )
  ).rows

describe('a charge that is held', () => {
  test('is recorded with the office that holds it, once, and what is missing is said at its field', async () => {
    const { person } = await at.somebody()
    expect((await at.desk('GET', charges(person))).text).toContain('No charge is on hold')
    const id = newId()
    for (const [changes, says] of [
      [{ office: POLICE }, 'Choose the office that holds it.'],
      [{ reference: '' }, 'Write what the office calls it.'],
      [{ 'decideBy-year': '2001', 'decideBy-month': '1', 'decideBy-day': '1' }, 'Write a day that is still'],
      [{ reference: 'NCIC hit' }, 'Look at your words once more.'],
    ] as const) {
      const wrong = await held(person, changes)
      expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining(says)])
    }
    expect(await chargesOf(person)).toEqual([])
    for (let time = 0; time < 2; time++) expect((await held(person, { id })).status).toBe(303)
    expect(await chargesOf(person)).toMatchObject([{ id, reference: 'Packet 7', decide_by: null }])
    expect((await at.desk('GET', `${charges(person)}?said=held`)).text).toContain('Packet 7')
  })

  test('is nothing to police, courts, harm reduction, or an organization that does not know the person', async () => {
    const { person } = await at.somebody()
    await held(person)
    const [{ id }] = await chargesOf(person)
    for (const role of ['officer', 'prosecutor', 'harm-reduction'] as const) {
      const other = await at.county.asMember(role)
      expect((await other('GET', charges(person))).status, role).toBe(403)
      expect((await post(other, `${charges(person)}/${id}/decide`, { disposition: 'filed' })).status).toBe(
        403,
      )
    }
    const navigator = await at.county.asMember('navigator')
    expect((await navigator('GET', charges(person))).status).toBe(404)
    expect((await post(navigator, charges(person), { office: PROSECUTOR, reference: 'x' })).status).toBe(404)
    const elsewhere = `${charges((await at.somebody()).person)}/${id}/decide`
    expect((await post(at.desk, elsewhere, { disposition: 'filed' })).status).toBe(404)
    expect((await chargesOf(person))[0].disposition).toBeNull()
  })
})

describe('a release for it (42 CFR 2.35)', () => {
  test('is offered only where a charge is open, and names what the law asks for (P2-040, P2-041)', async () => {
    const { person } = await at.somebody()
    const before = await at.walk(person, 'start')
    expect((await at.desk('GET', `/signing/${before}/start`)).text).not.toContain('criminal-justice')
    const refused = await post(at.desk, `/signing/${before}/start`, { ...forCharge('').start })
    expect([refused.status, readText(refused.text)]).toEqual([
      422,
      expect.stringContaining('No charge is held'),
    ])

    await held(person)
    const [{ id: charge }] = await chargesOf(person)
    const answers = forCharge(charge)
    const id = await at.walk(person, 'charge', answers)
    const empty = await post(at.desk, `/signing/${id}/charge`, {})
    expect(empty.status).toBe(422)
    for (const field of ['charge', 'monitor', 'duty', 'period', 'revocable', 'supervisor', 'counsel'])
      expect(empty.text, field).toContain(`href="#${field}"`)

    const signing = await at.walk(person, 'sign', answers)
    for (const [step, says] of [
      ['held', 'Helen Marsh, de Harbor County Prosecutor'],
      ['stop', 'Puede parar esto cuando se decida el cargo'],
      ['sign', 'Termina cuando se decida el cargo. A más tardar termina el'],
    ] as const)
      expect(readText((await at.desk('GET', `/signing/${signing}/${step}`)).text), step).toContain(says)
    expect((await at.sign(signing)).status).toBe(303)
    const [line] = await at.linesOf(signing)
    expect(line).toMatchObject({ kind: 'criminal-justice', to: PROSECUTOR, status: 'active' })
    const { rows } = await at.county.base.admin.query(
      `select held_charge_id, monitoring_duty, period, revocable_at_disposition, counsel_name from release where id = $1`,
      [signing],
    )
    expect(rows).toEqual([
      {
        held_charge_id: charge,
        monitoring_duty: 'decidir si se presenta el cargo',
        period: 'el programa dura seis meses',
        revocable_at_disposition: true,
        counsel_name: 'A. Counsel',
      },
    ])
  })

  test('ends when what was decided is recorded, and is not offered after that', async () => {
    const { person } = await at.somebody()
    await held(person)
    const [{ id: charge }] = await chargesOf(person)
    const id = await at.walk(person, 'sign', forCharge(charge))
    await at.sign(id)
    const decide = (fields: Record<string, string>) =>
      post(at.desk, `${charges(person)}/${charge}/decide`, fields)
    expect((await decide({})).text).toContain('Choose what was decided.')
    expect((await decide({ disposition: 'not-filed' })).headers.get('location')).toContain('said=decided')
    // What was decided stays.
    expect((await decide({ disposition: 'filed' })).headers.get('location')).not.toContain('said')
    expect((await chargesOf(person))[0].disposition).toBe('not-filed')
    const { rows } = await at.county.base.admin.query(
      'select ended_at is not null as ended from release_line where release_id = $1',
      [id],
    )
    expect(rows).toEqual([{ ended: true }])
    const next = await at.walk(person, 'start')
    expect((await at.desk('GET', `/signing/${next}/start`)).text).not.toContain('criminal-justice')
  })
})
