import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { CALLBACK, type SigningOn, signingOn } from '#tests/support/signing-on.ts'
import type { Tab } from '#tests/support/tab.ts'
import { disableMember } from './disable-member.ts'
import { insertLink } from './sign-on.store.ts'

const OPERATOR = { kind: 'operator' } as const

let here: SigningOn
beforeAll(async () => {
  here = await signingOn()
})
afterAll(() => here.close())

describe('an answer of the provider is not believed', () => {
  let subject: string
  beforeAll(async () => {
    subject = (await here.hireLinked()).subject
  })
  const isRefused = async (
    tab: Tab,
    done: Awaited<ReturnType<Tab['get']>>,
    sentence: string,
    reason: string,
  ) => {
    expect(done.status).toBe(403)
    expect(done.page).toContain(sentence)
    expect(await here.isSignedIn(tab)).toBe(false)
    expect((await here.reasons()).at(-1)).toBe(reason)
  }

  it('with the name of another issuer in it (RFC 9207), or with none', async () => {
    for (const change of [
      (query: URLSearchParams) => query.set('iss', 'https://evil.example'),
      (query: URLSearchParams) => query.delete('iss'),
    ]) {
      const tab = here.newTab()
      const answer = new URL(await here.goThere(tab, { subject, amr: ['mfa'] }))
      change(answer.searchParams)
      await isRefused(tab, await tab.get(answer.href), 'The answer did not come from', 'wrong-issuer')
    }
  })

  it('that says it is somebody else than the issuer that was pinned', async () => {
    const tab = here.newTab()
    const answer = await here.goThere(tab, { subject, amr: ['mfa'] })
    await here.base.admin.query('update identity_provider set issuer = $1', [`${here.there.issuer}/`])
    const done = await tab.get(answer)
    await here.base.admin.query('update identity_provider set issuer = $1', [here.there.issuer])
    await isRefused(tab, done, 'The answer did not come from', 'wrong-issuer')
  })

  it('with another nonce', async () => {
    const tab = here.newTab()
    const done = await here.signOn(tab, { subject, amr: ['mfa'] }, (to) =>
      to.searchParams.set('nonce', 'another'),
    )
    await isRefused(tab, done, 'was not the one to our question', 'wrong-answer')
  })

  it('with another state', async () => {
    const tab = here.newTab()
    const done = await here.signOn(tab, { subject, amr: ['mfa'] }, (to) =>
      to.searchParams.set('state', 'another'),
    )
    await isRefused(tab, done, 'was not the one to our question', 'wrong-answer')
  })

  it('for another code verifier', async () => {
    const tab = here.newTab()
    const done = await here.signOn(tab, { subject, amr: ['mfa'] }, (to) =>
      to.searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'),
    )
    await isRefused(tab, done, 'was not the one to our question', 'wrong-answer')
  })

  it('a second time, with or without a new question', async () => {
    const tab = here.newTab()
    const secret = () => tab.jar.get('causeway-sign-on') as string
    const begun = await here.goThere(tab, { subject, amr: ['mfa'] })
    const kept = secret()
    await tab.get(begun)
    expect(await here.isSignedIn(tab)).toBe(true)

    const thief = here.newTab()
    thief.jar.set('causeway-sign-on', kept)
    await isRefused(thief, await thief.get(begun), 'was used already', 'not-begun')
    await thief.get(`/sign-on/with/${here.provider()}`)
    await isRefused(thief, await thief.get(begun), 'was not the one to our question', 'wrong-answer')
  })

  it('in another browser than the one that asked', async () => {
    const answer = await here.goThere(here.newTab(), { subject, amr: ['mfa'] })
    const other = here.newTab()
    await isRefused(other, await other.get(answer), 'was not begun in this browser', 'not-begun')
  })

  it('after ten minutes', async () => {
    const tab = here.newTab()
    const answer = await here.goThere(tab, { subject, amr: ['mfa'] })
    await here.base.admin.query(
      `update sign_on_attempt set created_at = now() - interval '11 minutes', expires_at = now() - interval '1 minute'`,
    )
    await isRefused(tab, await tab.get(answer), 'took longer than ten minutes', 'not-begun')
  })

  it('when it has not asked who it is for more than twelve hours (CJ-14)', async () => {
    const tab = here.newTab()
    // A provider that overlooks what it was asked.
    const done = await here.signOn(tab, { subject, amr: ['mfa'], secondsAgo: 13 * 3600 }, (to) =>
      to.searchParams.delete('max_age'),
    )
    await isRefused(tab, done, 'for more than twelve hours', 'proven-too-long-ago')
  })

  it('when it is signed with a key that the provider does not show', async () => {
    const tab = here.newTab()
    here.there.hideKeys()
    const done = await here.signOn(tab, { subject, amr: ['mfa'] })
    here.there.changeKeys()
    await isRefused(tab, done, 'was not the one to our question', 'wrong-answer')
  })

  it('when somebody stops here.there, and says so', async () => {
    const tab = here.newTab()
    const begun = await tab.get(`/sign-on/with/${here.provider()}`)
    const answer = new URL(CALLBACK)
    answer.search = new URLSearchParams({
      error: 'access_denied',
      state: new URL(begun.to).searchParams.get('state') ?? '',
      iss: here.there.issuer,
    }).toString()
    await isRefused(tab, await tab.get(answer.href), 'You stopped, or', 'provider-declined')
  })
})

describe('who is let in', () => {
  it('is nobody whose account there is not linked, is disabled, or is another organization’s; all told the same', async () => {
    const disabled = await here.hireLinked()
    await disableMember(OPERATOR, here.asActor, disabled.member.email)
    const officer = await here.county.hire('police', 'officer')
    const elsewhere = `subject-${newId()}`
    const link = { id: newId<'sign-on-link'>(), memberId: officer.memberId, issuer: here.there.issuer }
    await here.asActor(OPERATOR, (tx) => insertLink(tx, { ...link, subject: elsewhere }))
    const pages: string[] = []
    const unknown = `subject-${newId()}`
    for (const subject of [unknown, disabled.subject, elsewhere]) {
      const tab = here.newTab()
      const done = await here.signOn(tab, { subject, amr: ['mfa'] })
      expect(done.status).toBe(403)
      expect(done.page).toContain(subject)
      expect(await here.isSignedIn(tab)).toBe(false)
      pages.push(done.page.replaceAll(subject, 'SUBJECT'))
    }
    expect(new Set(pages).size).toBe(1)
    expect((await here.reasons()).slice(-3)).toEqual(['not-linked', 'account-closed', 'other-organization'])
  })

  it('is found by what the provider calls them, never by an address that it sends', async () => {
    const member = await here.county.hire('provider', 'provider')
    const tab = here.newTab()
    expect((await here.signOn(tab, { subject: member.email, amr: ['mfa'] })).status).toBe(403)
  })

  it('does not show in where an address leads: only its domain counts (ASVS 6.3.8)', async () => {
    const tab = here.newTab()
    const known = await here.county.hire('provider', 'provider')
    const one = await tab.get('/sign-on?email=somebody@harbor.example')
    const other = await tab.get('/sign-on?email=nobody@harbor.example')
    expect(one.page).toContain('That address leads to:')
    expect(other.page.replace('nobody@', 'somebody@')).toBe(one.page)
    expect((await tab.get(`/sign-on?email=${known.email}`)).page).toContain(
      'No organization here uses that kind',
    )
  })
})
