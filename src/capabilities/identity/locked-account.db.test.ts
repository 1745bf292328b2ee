import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Accounts, firstSignIn, ORIGIN, OWN_PASSWORD, openAccounts } from '#tests/support/accounts.ts'
import { authenticator } from '#tests/support/authenticator.ts'
import type { TestMember } from '#tests/support/county.ts'
import type { Tab } from '#tests/support/tab.ts'
import { releaseMember } from './keep-member.ts'

let accounts: Accounts
let keeper: TestMember

beforeAll(async () => {
  accounts = await openAccounts()
  keeper = await accounts.county.hire('provider', 'administrator')
})
afterAll(() => accounts.close())

const guess = async (tab: Tab, { email }: TestMember, times: number) => {
  for (let time = 0; time < times; time++)
    expect((await tab.post('/sign-in', { email, password: 'not the password' })).status).toBe(422)
}

const enter = (tab: Tab, { email }: TestMember, password = OWN_PASSWORD) =>
  tab.post('/sign-in', { email, password })

const trace = { requestId: crypto.randomUUID(), source: '192.0.2.7' }
const release = ({ memberId }: TestMember) => releaseMember({ ...keeper, trace }, accounts.asActor, memberId)

describe('five wrong passwords within 15 minutes (CJ-1)', () => {
  it('lock the account: the sixth is refused though it is right, until an administrator releases it', async () => {
    const member = await accounts.county.hire('provider', 'provider')
    await firstSignIn(accounts, accounts.newTab(), member)
    await guess(accounts.newTab(), member, 5)
    const refused = await enter(accounts.newTab(), member)
    expect(refused.status).toBe(422)
    expect(refused.page).toContain('until an administrator of your organization releases it')

    const office = accounts.newTab()
    await accounts.enter(office, keeper)
    expect((await office.get('/members?show=locked')).page).toContain(member.email)
    const done = await office.post(`/members/${member.memberId}/release`)
    expect(done.to).toBe(`/members/${member.memberId}?said=released`)
    expect((await enter(accounts.newTab(), member)).to).toBe('/second-factor')
    expect(await accounts.auditOf('identity.account-locked')).toMatchObject([{ subjects: [member.memberId] }])
    expect((await accounts.auditOf('identity.account-released')).at(-1)).toMatchObject({
      member: keeper.memberId,
      subjects: [member.memberId],
    })
  })

  it('look the same as five for an address of nobody (ASVS 6.3.8)', async () => {
    const member = await accounts.county.hire('provider', 'provider')
    const answers = []
    for (const email of [member.email, 'nobody@harbor.example']) {
      const tab = accounts.newTab()
      const pages: string[] = []
      for (let time = 0; time < 6; time++) {
        const { status, page } = await tab.post('/sign-in', { email, password: 'not the password' })
        pages.push(`${status} ${page.replaceAll(email, '')}`)
      }
      answers.push(pages)
    }
    expect(answers[0]).toEqual(answers[1])
  })

  it('are counted in the database: another process, and many at once, count too', async () => {
    const member = await accounts.county.hire('provider', 'provider')
    await Promise.all([1, 2, 3, 4, 5].map(() => guess(accounts.newTab(), member, 1)))
    expect((await enter(accounts.newTab(), member, member.firstPassword)).status).toBe(422)
  })

  it('that are four, or older than 15 minutes, lock nothing; what goes well ends the count', async () => {
    const member = await accounts.county.hire('provider', 'provider')
    const secret = await firstSignIn(accounts, accounts.newTab(), member)
    await guess(accounts.newTab(), member, 4)
    await accounts.base.admin.query(
      `update sign_in_guard set failures = array(select f - interval '15 minutes' from unnest(failures) f)
       where member_id = $1`,
      [member.memberId],
    )
    await guess(accounts.newTab(), member, 4)
    const tab = accounts.newTab()
    expect((await enter(tab, member)).to).toBe('/second-factor')
    expect((await tab.post('/second-factor', { code: accounts.nextCode(secret) })).status).toBe(303)
    const { rows } = await accounts.base.admin.query(
      'select failures, locked_at from sign_in_guard where member_id = $1',
      [member.memberId],
    )
    expect(rows).toEqual([{ failures: [], locked_at: null }])
  })

  it('tell the member and the administrators, without a name (P2-032)', async () => {
    const member = await accounts.county.hire('provider', 'provider')
    await guess(accounts.newTab(), member, 5)
    const told = (await accounts.lettersTo(member.email)).at(-1)
    expect(told?.subject).toBe('Your Causeway account is locked')
    const called = (await accounts.lettersTo(keeper.email)).at(-1)
    expect(called?.subject).toBe('An account of your organization is locked')
    expect(called?.text).not.toContain(member.email)
  })
})

describe('wrong codes', () => {
  it('count with wrong passwords, so that a stolen password does not help to guess codes (CJ-1)', async () => {
    const member = await accounts.county.hire('provider', 'provider')
    const secret = await firstSignIn(accounts, accounts.newTab(), member)
    const tab = accounts.newTab()
    await enter(tab, member)
    for (let time = 0; time < 4; time++)
      expect((await tab.post('/second-factor', { code: '000000' })).status).toBe(422)
    const last = await tab.post('/second-factor', { recovery: 'abcde fghjk' })
    expect(last.status).toBe(403)
    expect(last.page).toContain('Your account is locked')
    // The half of a session is gone too.
    expect((await tab.post('/second-factor', { code: accounts.nextCode(secret) })).to).toBe('/sign-in')
  })

  it('shown again within a session end it with the fifth: it may not be the member who sits there', async () => {
    const member = await accounts.county.hire('provider', 'provider')
    const tab = accounts.newTab()
    await firstSignIn(accounts, tab, member)
    for (let time = 0; time < 4; time++) await tab.post('/step-up', { code: '000000' })
    expect(await accounts.isSignedIn(tab)).toBe(true)
    expect((await tab.post('/step-up', { code: '000000' })).status).toBe(403)
    expect(await accounts.isSignedIn(tab)).toBe(false)
  })
})

describe('a locked account', () => {
  it('is released by nobody who is not its organization’s administrator, and not by its owner', async () => {
    const member = await accounts.county.hire('provider', 'administrator')
    await guess(accounts.newTab(), member, 5)
    const own = accounts.newTab()
    await accounts.enter(own, member)
    expect((await own.post(`/members/${member.memberId}/release`)).status).toBe(404)
    const police = accounts.newTab()
    await accounts.enter(police, await accounts.county.hire('police', 'administrator'))
    expect((await police.post(`/members/${member.memberId}/release`)).status).toBe(404)
    const stays = `update sign_in_guard set locked_at = null where member_id = $1`
    for (const actor of [{ ...member }, { kind: 'visitor', claim: member.email } as const])
      await expect(
        accounts.asActor(actor, async (tx) => {
          const { sql } = await import('kysely')
          await sql.raw(stays.replace('$1', `'${member.memberId}'`)).execute(tx.connection)
        }),
      ).rejects.toThrow('Only an administrator, or the operator, releases a locked account.')
    expect(await release(member)).toEqual({ id: member.memberId })
  })

  it('sends no link for a new password, and the links from before open nothing', async () => {
    const member = await accounts.county.hire('provider', 'provider')
    await firstSignIn(accounts, accounts.newTab(), member)
    await accounts.newTab().post('/lost-password', { email: member.email })
    const link = await accounts.linkTo(member.email)
    expect((await accounts.newTab().get(link)).status).toBe(200)
    await guess(accounts.newTab(), member, 5)
    expect((await accounts.newTab().get(link)).status).toBe(404)
    const before = (await accounts.lettersTo(member.email)).length
    await accounts.newTab().post('/lost-password', { email: member.email })
    expect(await accounts.lettersTo(member.email)).toHaveLength(before)
  })

  it('does not open by a passkey either, until it is released', async () => {
    const member = await accounts.county.hire('provider', 'provider')
    const key = authenticator({ origin: ORIGIN, rpId: 'localhost' })
    const challengeAt = async (tab: Tab, path: string): Promise<string> =>
      JSON.parse((await tab.post(path)).page).challenge
    const own = accounts.newTab()
    await accounts.enter(own, member)
    const passkey = key.make(await challengeAt(own, '/account/passkeys/challenge'))
    expect((await own.post('/account/passkeys', { name: 'Blue key', passkey })).status).toBe(303)
    const show = async () => {
      const tab = accounts.newTab()
      const shown = key.show(await challengeAt(tab, '/sign-in/passkey/challenge'))
      return (await tab.post('/sign-in/passkey', { passkey: shown })).status
    }
    await guess(accounts.newTab(), member, 5)
    expect(await show()).toBe(422)
    await release(member)
    expect(await show()).toBe(303)
  })
})
