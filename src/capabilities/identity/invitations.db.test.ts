import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Accounts, carriedBy, OWN_PASSWORD, openAccounts, secretOn } from '#tests/support/accounts.ts'
import type { TestMember } from '#tests/support/county.ts'
import type { Tab } from '#tests/support/tab.ts'

let accounts: Accounts
let keeper: TestMember
let office: Tab

beforeAll(async () => {
  accounts = await openAccounts()
  keeper = await accounts.county.hire('provider', 'administrator')
  office = accounts.newTab()
  await accounts.enter(office, keeper)
})
afterAll(() => accounts.close())

let invited = 0
const invite = async (fields: Record<string, string> = {}) => {
  const email = `new-${++invited}@harbor.example`
  const answer = await office.post('/members/invite', {
    ...{ name: 'Ida Quist', title: 'Intake', email, roles: 'provider' },
    ...fields,
  })
  return { email: fields.email ?? email, answer }
}

/** Opens the link of the newest letter and makes the account. */
const accept = async (tab: Tab, email: string, fields: Record<string, string> = {}) => {
  const link = await accounts.linkTo(email)
  const { page, ...shown } = await tab.get(link)
  if (shown.status !== 200) return { page, ...shown }
  return tab.post(link, {
    sealed: carriedBy(page),
    code: accounts.nextCode(secretOn(page)),
    password: OWN_PASSWORD,
    ...fields,
  })
}

describe('an invitation', () => {
  it('becomes an account with password and codes at once, and leads over recovery codes to the first page (ASVS 6.3.3, CJ-14)', async () => {
    const { email, answer } = await invite()
    expect([answer.status, answer.to]).toEqual([303, '/members?said=invited'])
    const tab = accounts.newTab()
    const shown = await tab.get(await accounts.linkTo(email))
    expect(shown.page).toContain('Welcome, Ida Quist')
    expect(shown.page).toContain('account as provider')
    const done = await accept(tab, email)
    expect([done.status, done.to]).toEqual([303, '/account/recovery-codes?returnTo=%2Fdesk'])
    expect((await tab.get('/desk')).page).toBe('Welcome, Ida Quist')
    const { rows } = await accounts.base.admin.query(
      `select m.organization_id, m.title, m.roles, c.totp_confirmed_at is not null as codes
       from member m join credential c on c.member_id = m.id where m.email = $1`,
      [email],
    )
    expect(rows).toEqual([
      { organization_id: keeper.organizationId, title: 'Intake', roles: ['provider'], codes: true },
    ])
  })

  it('is sent without a name, an organization or what it helps with, in subject or text (P2-032)', async () => {
    const { email } = await invite()
    const [letter] = await accounts.lettersTo(email)
    expect(letter?.subject).toBe('You are invited to Causeway')
    expect(`${letter?.subject} ${letter?.text}`).not.toMatch(
      /Ida|Quist|Harbor Recovery|provider|Intake|treatment/i,
    )
    expect(letter?.text).toMatch(/\/invitation\/[\w-]{46}\n/)
  })

  it('opens once; afterwards its link looks like one that never was (ASVS 6.4.1)', async () => {
    const { email } = await invite()
    const link = await accounts.linkTo(email)
    expect((await accept(accounts.newTab(), email)).status).toBe(303)
    const used = await accounts.newTab().get(link)
    const invented = await accounts.newTab().get(`/invitation/${'A'.repeat(46)}`)
    expect([used.status, invented.status]).toEqual([404, 404])
    expect(used.page).toBe(invented.page)
    expect((await accept(accounts.newTab(), email)).status).toBe(404)
  })

  it('accepted by two browsers at once makes one account', async () => {
    const { email } = await invite()
    const link = await accounts.linkTo(email)
    const { page } = await accounts.newTab().get(link)
    const form = { sealed: carriedBy(page), code: accounts.nextCode(secretOn(page)), password: OWN_PASSWORD }
    const answers = await Promise.all([1, 2].map(() => accounts.newTab().post(link, form)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 404])
  })

  it('ends after seven days, and when it is taken back', async () => {
    const [old, back] = [await invite(), await invite()]
    const links = [await accounts.linkTo(old.email), await accounts.linkTo(back.email)]
    await accounts.base.admin.query(`update invitation set expires_at = now() where email = $1`, [old.email])
    const { rows } = await accounts.base.admin.query(`select id from invitation where email = $1`, [
      back.email,
    ])
    const done = await office.post(`/members/invitations/${rows[0].id}/take-back`)
    expect(done.to).toBe('/members?said=taken-back')
    for (const link of links) expect((await accounts.newTab().get(link)).status).toBe(404)
  })

  it('that is sent again works by the new link only', async () => {
    const { email } = await invite()
    const first = await accounts.linkTo(email)
    const { rows } = await accounts.base.admin.query(`select id from invitation where email = $1`, [email])
    const again = await office.post(`/members/invitations/${rows[0].id}/resend`)
    expect(again.to).toBe('/members?said=resent')
    expect((await accounts.newTab().get(first)).status).toBe(404)
    expect((await accept(accounts.newTab(), email)).status).toBe(303)
  })

  it('keeps the same QR code when something is wrong, and says all that is (A11Y: nothing is scanned twice)', async () => {
    const { email } = await invite()
    const tab = accounts.newTab()
    const link = await accounts.linkTo(email)
    const { page } = await tab.get(link)
    const wrong = await tab.post(link, { sealed: carriedBy(page), code: '000000', password: 'short' })
    expect(wrong.status).toBe(422)
    expect(secretOn(wrong.page)).toBe(secretOn(page))
    expect(wrong.page).toContain('Use at least 12 characters')
    expect(wrong.page).toContain('That code is not right')
  })

  it('takes no password that is known to be stolen or easy to guess, and tells why (NIST SP 800-63B-4, ID-6, CJ-15)', async () => {
    const { email } = await invite()
    for (const [password, why] of [
      ['password1234', 'stolen'],
      ['qwertyuiop[]', 'row of keys|pattern|guess|stolen'],
      ['Ida Quist 2026!', 'nothing to do with'],
    ] as const) {
      const answer = await accept(accounts.newTab(), email, { password })
      expect([password, answer.status]).toEqual([password, 422])
      expect(answer.page).toMatch(new RegExp(why, 'i'))
    }
  })

  it('does not take a secret that was made for somebody else', async () => {
    const [one, other] = [await invite(), await invite()]
    const { page } = await accounts.newTab().get(await accounts.linkTo(one.email))
    const code = accounts.nextCode(secretOn(page))
    const answer = await accept(accounts.newTab(), other.email, { sealed: carriedBy(page), code })
    expect(answer.status).toBe(422)
  })

  it('to an address that has an account elsewhere tells the administrator nothing, and makes none', async () => {
    const { testCounty } = await import('#tests/support/county.ts')
    const far = await (await testCounty(accounts.asActor)).hire('police', 'officer')
    const { email, answer } = await invite({ email: far.email })
    expect(answer.to).toBe('/members?said=invited')
    const done = await accept(accounts.newTab(), email)
    expect(done.status).toBe(409)
    expect(done.page).toContain('There is an account with this address already.')
  })
})

describe('whoever invites', () => {
  it('is told by the field what is missing, and loses nothing that was typed', async () => {
    const answer = await office.post('/members/invite', {
      name: '',
      title: 'Night desk',
      email: 'nobody',
      roles: '',
    })
    expect(answer.status).toBe(422)
    for (const words of [
      'Type an address such as',
      'Type their name',
      'Choose at least one role',
      'Night desk',
    ])
      expect(answer.page).toContain(words)
  })

  it('cannot invite twice to one address, nor somebody who has an account here', async () => {
    const { email } = await invite()
    expect((await invite({ email })).answer.page).toContain('An invitation to that address waits already.')
    expect((await invite({ email: keeper.email })).answer.page).toContain('Somebody has an account with that')
  })

  it('gives no role that is the operator’s to give', async () => {
    const { answer } = await invite({ roles: 'privacy-officer' })
    expect(answer.status).toBe(422)
    expect(answer.page).toContain('Choose at least one role')
  })

  it('is an administrator who has shown a second factor lately (ASVS 7.5.3)', async () => {
    const provider = accounts.newTab()
    await accounts.enter(provider, await accounts.county.hire('provider', 'provider'))
    expect((await provider.get('/members/invite')).status).toBe(403)
    const late = accounts.newTab()
    const member = await accounts.county.hire('provider', 'administrator')
    await accounts.enter(late, member)
    await accounts.base.admin.query(
      `update session set second_factor_at = now() - interval '11 minutes' where member_id = $1`,
      [member.memberId],
    )
    const answer = await late.post('/members/invite', {
      name: 'Ida',
      email: 'x@y.example',
      roles: 'provider',
    })
    expect(answer.to).toMatch(/^\/step-up/)
  })

  it('is in the record with what they gave, without a name or an address (CJ-5, CJ-9)', async () => {
    const { email } = await invite()
    await accept(accounts.newTab(), email)
    const [asked, accepted] = [
      (await accounts.auditOf('identity.member-invited')).at(-1),
      (await accounts.auditOf('identity.invitation-accepted')).at(-1),
    ]
    expect(asked).toMatchObject({ outcome: 'done', member: keeper.memberId, detail: { roles: 'provider' } })
    expect(accepted).toMatchObject({ outcome: 'done', detail: { by: 'password' } })
    expect(accepted?.detail.invitation).toBe(asked?.detail.invitation)
    expect(JSON.stringify([asked, accepted])).not.toMatch(/Ida|harbor\.example/)
  })
})
