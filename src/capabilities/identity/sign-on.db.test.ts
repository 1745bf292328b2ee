import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CALLBACK, type SigningOn, signingOn } from '#tests/support/signing-on.ts'
import { tokenHash } from './secret-token.ts'

let here: SigningOn
beforeAll(async () => {
  here = await signingOn()
})
afterAll(() => here.close())

describe('signing in with an organization’s own account', () => {
  it('leads from the page that was asked for, over the provider, back to it, with both factors shown there (CJ-1)', async () => {
    const { member, subject } = await here.hireLinked()
    const tab = here.newTab()
    expect((await tab.get('/sign-in?returnTo=/desk')).page).toContain(
      'Agree and sign in with Harbor Recovery',
    )
    const begun = await tab.get(`/sign-on/with/${here.provider()}?returnTo=/desk`)
    const asked = new URL(begun.to).searchParams
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
      max_age: '43200',
      redirect_uri: CALLBACK,
    })
    expect(begun.cookies[0]).toMatch(/HttpOnly; SameSite=Lax$/)
    const done = await tab.get(await here.there.visit(begun.to, { subject, amr: ['pwd', 'mfa'] }))
    expect([done.status, done.to]).toEqual([303, '/desk'])
    expect((await tab.get('/desk')).page).toBe(`Welcome, provider number ${member.email.split('-')[1]}`)
    const { rows } = await here.base.admin.query(
      `select member_id, subject_ids, detail->>'needs' as needs from audit_record
       where action = 'identity.signed-on' order by at desc limit 1`,
    )
    expect(rows).toEqual([{ member_id: member.memberId, subject_ids: [member.memberId], needs: 'nothing' }])
  })

  it('asks for our own code where the provider does not show a second factor (CJ-1)', async () => {
    const { subject } = await here.hireLinked()
    const tab = here.newTab()
    const done = await here.signOn(tab, { subject, amr: ['pwd'] })
    expect([done.status, done.to]).toEqual([303, '/enrol-code?returnTo=%2Fdesk'])
    expect(await here.isSignedIn(tab)).toBe(false)
    expect((await tab.get(done.to)).page).toContain('Scan this with an authenticator app')
  })

  it('takes a level as evidence where the organization has named it, and asks for it', async () => {
    const { subject } = await here.hireLinked()
    await here.base.admin.query(`update identity_provider set second_factor_acr = '{urn:county:two}'`)
    const tab = here.newTab()
    const begun = await tab.get(`/sign-on/with/${here.provider()}`)
    expect(new URL(begun.to).searchParams.get('acr_values')).toBe('urn:county:two')
    await tab.get(await here.there.visit(begun.to, { subject, acr: 'urn:county:two' }))
    expect(await here.isSignedIn(tab)).toBe(true)
    const other = here.newTab()
    await here.signOn(other, { subject, acr: 'urn:county:one' })
    expect(await here.isSignedIn(other)).toBe(false)
    await here.base.admin.query(`update identity_provider set second_factor_acr = '{}'`)
  })

  it('lasts twelve hours from the moment in which the member proved who they are, there (CJ-14)', async () => {
    const { member, subject } = await here.hireLinked()
    const tab = here.newTab()
    await here.signOn(tab, { subject, amr: ['mfa'], secondsAgo: 11 * 3600 })
    expect(await here.isSignedIn(tab)).toBe(true)
    const { rows } = await here.base.admin.query<{ hours: number }>(
      `select round(extract(epoch from now() - created_at) / 3600)::int as hours from session where member_id = $1`,
      [member.memberId],
    )
    expect(rows).toEqual([{ hours: 11 }])
    await here.base.admin.query(
      `update session set created_at = created_at - interval '1 hour' where member_id = $1`,
      [member.memberId],
    )
    expect(await here.isSignedIn(tab)).toBe(false)
  })

  it('goes on when the provider has changed its keys', async () => {
    const { subject } = await here.hireLinked()
    here.there.changeKeys()
    const tab = here.newTab()
    await here.signOn(tab, { subject, amr: ['mfa'] })
    expect(await here.isSignedIn(tab)).toBe(true)
  })

  it('ends the session that the browser held before, and sign-out ends the new one (CJ-3)', async () => {
    const { member, subject } = await here.hireLinked()
    const tab = here.newTab()
    await here.signInByHand(tab, member)
    const before = tab.jar.get('causeway') as string
    await here.signOn(tab, { subject, amr: ['mfa'] })
    const after = tab.jar.get('causeway') as string
    const { rows } = await here.base.admin.query(
      'select token_hash, ended_at is not null as ended from session where member_id = $1 order by 2 desc',
      [member.memberId],
    )
    expect(rows).toEqual([
      { token_hash: tokenHash(before), ended: true },
      { token_hash: tokenHash(after), ended: false },
    ])
    expect((await tab.post('/sign-out')).to).toBe('/sign-in')
    tab.jar.set('causeway', after)
    expect(await here.isSignedIn(tab)).toBe(false)
  })
})
