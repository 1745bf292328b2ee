import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type SigningOn, signingOn } from '#tests/support/signing-on.ts'
import { removeIdentityProvider } from './remove-identity-provider.ts'

const OPERATOR = { kind: 'operator' } as const

let here: SigningOn
beforeAll(async () => {
  here = await signingOn()
})
afterAll(() => here.close())

describe('linking an account', () => {
  it('is done by the member who is signed in, on the way there by their own press, and then signs them in', async () => {
    const member = await here.county.hire('provider', 'provider')
    const subject = `subject-${newId()}`
    const tab = here.newTab()
    await here.signInByHand(tab, member)
    expect((await tab.get('/account/passkeys')).page).toContain('Connect my account')
    const going = await tab.post('/account/sign-on/link')
    const address = /href="(http:\/\/127[^"]+)"/.exec(going.page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const done = await tab.get(await here.there.visit(address, { subject }))
    expect([done.status, done.to]).toEqual([303, '/account/passkeys'])
    expect((await tab.get('/account/passkeys')).page).toContain(subject)

    const other = here.newTab()
    await here.signOn(other, { subject, amr: ['mfa'] })
    expect(await here.isSignedIn(other)).toBe(true)

    expect((await tab.post('/account/sign-on/remove')).to).toBe('/account/passkeys')
    expect((await here.signOn(here.newTab(), { subject, amr: ['mfa'] })).status).toBe(403)
  })

  it('is refused for an account that is somebody else’s already', async () => {
    const { subject } = await here.hireLinked()
    const member = await here.county.hire('provider', 'provider')
    const tab = here.newTab()
    await here.signInByHand(tab, member)
    const going = await tab.post('/account/sign-on/link')
    const address = /href="(http:\/\/127[^"]+)"/.exec(going.page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const done = await tab.get(await here.there.visit(address, { subject }))
    expect([done.status, done.page.includes('connected with a member already')]).toEqual([403, true])
  })

  it('begun by one member is not finished by another', async () => {
    const [one, other] = [
      await here.county.hire('provider', 'provider'),
      await here.county.hire('provider', 'provider'),
    ]
    const subject = `subject-${newId()}`
    const tab = here.newTab()
    await here.signInByHand(tab, one)
    const going = await tab.post('/account/sign-on/link')
    const address = /href="(http:\/\/127[^"]+)"/.exec(going.page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const answer = await here.there.visit(address, { subject })
    await here.signInByHand(tab, other)
    expect((await tab.get(answer)).page).toContain('was not begun in this browser')
    expect((await here.signOn(here.newTab(), { subject, amr: ['mfa'] })).status).toBe(403)
  })

  it('is done by an administrator for their own organization’s members, and for nobody else’s', async () => {
    const member = await here.county.hire('provider', 'provider')
    const officer = await here.county.hire('police', 'officer')
    const administrator = await here.county.hire('provider', 'administrator')
    const tab = here.newTab()
    await here.signInByHand(tab, administrator)
    const subject = `subject-${newId()}`
    expect((await tab.post('/sign-on/members', { member: member.memberId, subject })).status).toBe(303)
    expect((await tab.get('/sign-on/members')).page).toContain(subject)
    const again = await tab.post('/sign-on/members', { member: administrator.memberId, subject })
    expect([again.status, again.page.includes('is connected already')]).toEqual([422, true])
    const foreign = await tab.post('/sign-on/members', { member: officer.memberId, subject: newId() })
    expect(foreign.status).toBe(422)

    const other = here.newTab()
    await here.signOn(other, { subject, amr: ['mfa'] })
    expect(await here.isSignedIn(other)).toBe(true)
    await tab.post('/sign-on/members/remove', { member: member.memberId })
    expect((await here.signOn(here.newTab(), { subject, amr: ['mfa'] })).status).toBe(403)
  })

  it('is no member’s and no other administrator’s to do for somebody', async () => {
    const tab = here.newTab()
    await here.signInByHand(tab, await here.county.hire('provider', 'provider'))
    expect((await tab.get('/sign-on/members')).status).toBe(403)
    await here.signInByHand(tab, await here.county.hire('police', 'administrator'))
    expect((await tab.get('/sign-on/members')).page).toContain('has no sign-in of its own here')
  })
})

describe('an organization’s provider', () => {
  it('is added only when it answers as the issuer that it is said to be', async () => {
    expect(await here.add(here.county.police, { issuer: `${here.there.issuer}/other` })).toEqual({
      refused: 'provider-trouble',
    })
    expect(await here.add(here.county.police, { issuer: 'http://login.county.example' })).toEqual({
      refused: 'not-an-issuer',
    })
    expect(await here.add(here.county.police, { issuer: 'http://127.0.0.1:9' })).toEqual({
      refused: 'provider-unreachable',
    })
    expect(await here.add(here.county.police, { issuer: `${here.there.issuer}/` })).toEqual({
      refused: 'wrong-issuer',
    })
    expect(await here.add(here.county.provider)).toEqual({ refused: 'sign-on-exists' })
  })

  it('keeps its secret from whoever has only the database', async () => {
    const { rows } = await here.base.admin.query<{ secret: string }>(
      'select client_secret as secret from identity_provider',
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { secret } of rows) expect(secret).not.toContain(here.there.clientSecret)
  })

  it('that never was is answered like one that is gone, whatever its name holds', async () => {
    for (const name of [newId(), 'nobody', 'a%00b'])
      expect((await here.newTab().get(`/sign-on/with/${name}`)).status, name).toBe(404)
  })

  it('that is gone takes the sessions with it that it opened, and no other', async () => {
    const { member, subject } = await here.hireLinked()
    const [through, byHand] = [here.newTab(), here.newTab()]
    await here.signOn(through, { subject, amr: ['mfa'] })
    await here.signInByHand(byHand, member)
    const where = { jurisdictionId: here.county.id, organizationId: here.county.provider }
    const removed = await removeIdentityProvider(OPERATOR, here.asActor, where)
    expect(removed).toMatchObject({ sessionsEnded: expect.any(Number) })
    expect([await here.isSignedIn(through), await here.isSignedIn(byHand)]).toEqual([false, true])
    expect((await here.newTab().get(`/sign-on/with/${here.provider()}`)).status).toBe(404)

    // The links stay, for the day on which it comes back.
    await here.add(here.county.provider)
    await here.signOn(through, { subject, amr: ['mfa'] })
    expect(await here.isSignedIn(through)).toBe(true)
  })
})
