import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Accounts,
  carriedBy,
  firstSignIn,
  OWN_PASSWORD,
  openAccounts,
  secretOn,
} from '#tests/support/accounts.ts'
import type { TestMember } from '#tests/support/county.ts'
import type { Tab } from '#tests/support/tab.ts'

const NEXT_PASSWORD = 'seven slow ferries home'

let accounts: Accounts
let keeper: TestMember

beforeAll(async () => {
  accounts = await openAccounts()
  keeper = await accounts.county.hire('provider', 'administrator')
})
afterAll(() => accounts.close())

/** Somebody who is signed in, with the secret of their phone. */
const settled = async (): Promise<{ member: TestMember; tab: Tab; secret: string }> => {
  const member = await accounts.county.hire('provider', 'provider')
  const tab = accounts.newTab()
  return { member, tab, secret: await firstSignIn(accounts, tab, member) }
}

const codesOn = (page: string): string[] =>
  [...page.matchAll(/<strong class="code"><span>(\w+)<\/span> <span>(\w+)<\/span> <\/strong>/g)].map(
    ([, one, other]) => `${one} ${other}`,
  )

const atCode = async ({ email }: TestMember, password = OWN_PASSWORD): Promise<Tab> => {
  const tab = accounts.newTab()
  expect((await tab.post('/sign-in', { email, password })).to).toBe('/second-factor')
  return tab
}

describe('recovery codes (ID-7)', () => {
  it('are ten, shown once, and kept as hashes', async () => {
    const { member, tab } = await settled()
    const codes = codesOn((await tab.post('/account/recovery-codes')).page)
    expect(new Set(codes).size).toBe(10)
    expect((await tab.get('/account/recovery-codes')).page).not.toContain(codes[0])
    const { rows } = await accounts.base.admin.query(
      'select code_hash from recovery_code where member_id = $1',
      [member.memberId],
    )
    expect(rows).toHaveLength(10)
    for (const { code_hash: hash } of rows) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('open the account once each, in place of the phone, and its owner is told (ASVS 6.5.1)', async () => {
    const { member, tab } = await settled()
    const [code = ''] = codesOn((await tab.post('/account/recovery-codes')).page)
    const first = await atCode(member)
    expect((await first.post('/second-factor', { recovery: code.toUpperCase() })).status).toBe(303)
    expect(await accounts.isSignedIn(first)).toBe(true)
    const second = await (await atCode(member)).post('/second-factor', { recovery: code })
    expect(second.status).toBe(422)
    expect(second.page).toContain('That is none of your recovery codes, or it was used already.')
    expect((await first.get('/account')).page).toContain('9 of them are left.')
    expect((await accounts.lettersTo(member.email)).map(({ subject }) => subject)).toContain(
      'A recovery code of your Causeway account was used',
    )
    expect((await accounts.auditOf('identity.second-factor-shown')).at(-2)).toMatchObject({
      outcome: 'done',
      detail: { by: 'recovery-code' },
    })
  })

  it('stand for the phone at step-up too, once each', async () => {
    const { member, tab } = await settled()
    const [code = ''] = codesOn((await tab.post('/account/recovery-codes')).page)
    await accounts.base.admin.query(
      `update session set second_factor_at = now() - interval '1 hour' where member_id = $1`,
      [member.memberId],
    )
    expect((await tab.get('/account/phone')).to).toMatch(/^\/step-up/)
    const wrong = await tab.post('/step-up', { recovery: 'aaaaa bbbbb' })
    expect([wrong.status, wrong.page.includes('That is none of your recovery codes')]).toEqual([422, true])
    expect((await tab.post('/step-up', { recovery: code, returnTo: '/desk' })).to).toBe('/desk')
    expect((await tab.get('/account/phone')).status).toBe(200)
    expect((await tab.post('/step-up', { recovery: code })).status).toBe(422)
    const [, shown] = (await accounts.auditOf('identity.stepped-up')).slice(-3)
    expect(shown).toMatchObject({ outcome: 'done', detail: { by: 'recovery-code' } })
  })

  it('of which two requests bring the same one at once, let one in', async () => {
    const { member, tab } = await settled()
    const [code = ''] = codesOn((await tab.post('/account/recovery-codes')).page)
    const tabs = [await atCode(member), await atCode(member)]
    const answers = await Promise.all(tabs.map((one) => one.post('/second-factor', { recovery: code })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422])
  })

  it('that are new end the ones from before', async () => {
    const { member, tab } = await settled()
    const [old = ''] = codesOn((await tab.post('/account/recovery-codes')).page)
    await tab.post('/account/recovery-codes')
    expect((await (await atCode(member)).post('/second-factor', { recovery: old })).status).toBe(422)
  })

  it('open nobody else’s account', async () => {
    const [one, other] = [await settled(), await settled()]
    const [code = ''] = codesOn((await one.tab.post('/account/recovery-codes')).page)
    await other.tab.post('/account/recovery-codes')
    expect((await (await atCode(other.member)).post('/second-factor', { recovery: code })).status).toBe(422)
  })
})

describe('a lost password', () => {
  it('is replaced by a link to the account’s address and a code; the link alone is not enough (ASVS 6.4.3)', async () => {
    const { member, tab, secret } = await settled()
    await accounts.newTab().post('/lost-password', { email: member.email })
    const link = await accounts.linkTo(member.email)
    const fresh = accounts.newTab()
    const without = await fresh.post(link, { password: NEXT_PASSWORD })
    expect(without.status).toBe(422)
    const weak = await fresh.post(link, { password: 'short', code: accounts.nextCode(secret) })
    expect(weak.page).toContain('Use at least 12 characters')
    const done = await fresh.post(link, { password: NEXT_PASSWORD, code: accounts.nextCode(secret) })
    expect([done.status, done.to]).toEqual([303, '/desk'])
    expect(await accounts.isSignedIn(fresh)).toBe(true)
    expect(await accounts.isSignedIn(tab)).toBe(false)
    expect((await fresh.get(link)).status).toBe(404)
    await atCode(member, NEXT_PASSWORD)
    expect((await accounts.lettersTo(member.email)).at(-1)?.subject).toBe(
      'Your Causeway password was changed',
    )
  })

  it('is replaced with a recovery code where the phone is lost too', async () => {
    const { member, tab } = await settled()
    const [code = ''] = codesOn((await tab.post('/account/recovery-codes')).page)
    await accounts.newTab().post('/lost-password', { email: member.email })
    const link = await accounts.linkTo(member.email)
    const fresh = accounts.newTab()
    expect((await fresh.post(link, { password: NEXT_PASSWORD, recovery: code })).status).toBe(303)
  })

  it('is asked for alike with an address of nobody, and nothing is sent there (ASVS 6.3.8)', async () => {
    const { member } = await settled()
    const pages = []
    for (const email of [member.email, 'nobody-at-all@harbor.example'])
      pages.push((await accounts.newTab().post('/lost-password', { email })).page)
    expect(pages[0]).toBe(pages[1])
    expect(await accounts.lettersTo('nobody-at-all@harbor.example')).toEqual([])
  })

  it('has a link that ends after half an hour, and works once for whoever comes first', async () => {
    const { member, secret } = await settled()
    await accounts.newTab().post('/lost-password', { email: member.email })
    const link = await accounts.linkTo(member.email)
    await accounts.base.admin.query(
      `update account_link set created_at = created_at - interval '30 minutes', expires_at = now() where member_id = $1`,
      [member.memberId],
    )
    expect((await accounts.newTab().get(link)).status).toBe(404)
    const late = await accounts
      .newTab()
      .post(link, { password: NEXT_PASSWORD, code: accounts.nextCode(secret) })
    expect(late.status).toBe(404)
  })

  it('fills nobody’s box: three links in a quarter of an hour', async () => {
    const { member } = await settled()
    for (let time = 0; time < 3; time++)
      expect((await accounts.newTab().post('/lost-password', { email: member.email })).status).toBe(200)
    expect((await accounts.newTab().post('/lost-password', { email: member.email })).status).toBe(429)
  })
})

describe('an administrator', () => {
  const office = async () => {
    const tab = accounts.newTab()
    await accounts.enter(tab, keeper)
    return tab
  }

  it('has a member choose a new password when it may be in other hands; until then it opens nothing (CJ-15)', async () => {
    const { member, tab, secret } = await settled()
    const done = await (await office()).post(`/members/${member.memberId}/new-password`)
    expect(done.to).toBe(`/members/${member.memberId}?said=new-password`)
    expect(await accounts.isSignedIn(tab)).toBe(false)
    const refused = await accounts.newTab().post('/sign-in', { email: member.email, password: OWN_PASSWORD })
    expect([refused.status, refused.to]).toEqual([403, ''])
    expect(refused.page).toContain('asks you to choose a new password')
    const fresh = accounts.newTab()
    const answer = await fresh.post(await accounts.linkTo(member.email), {
      password: NEXT_PASSWORD,
      code: accounts.nextCode(secret),
    })
    expect(answer.status).toBe(303)
    await atCode(member, NEXT_PASSWORD)
  })

  it('lets somebody who lost everything begin again, by a link to their address alone (ASVS 6.4.4)', async () => {
    const { member, tab, secret } = await settled()
    const [old = ''] = codesOn((await tab.post('/account/recovery-codes')).page)
    await (await office()).post(`/members/${member.memberId}/begin-again`)
    expect(await accounts.isSignedIn(tab)).toBe(false)
    const link = await accounts.linkTo(member.email)
    const fresh = accounts.newTab()
    const { page } = await fresh.get(link)
    const done = await fresh.post(link, {
      sealed: carriedBy(page),
      code: accounts.nextCode(secretOn(page)),
      password: NEXT_PASSWORD,
    })
    expect(done.to).toBe('/account/recovery-codes?returnTo=%2Fdesk')
    const half = await atCode(member, NEXT_PASSWORD)
    expect((await half.post('/second-factor', { code: accounts.nextCode(secret) })).status).toBe(422)
    expect((await half.post('/second-factor', { recovery: old })).status).toBe(422)
    const code = accounts.nextCode(secretOn(page))
    expect((await half.post('/second-factor', { code })).status).toBe(303)
    expect((await accounts.auditOf('identity.begin-again-allowed')).at(-1)).toMatchObject({
      member: keeper.memberId,
      subjects: [member.memberId],
    })
  })

  it('never sees the link, and can do neither with their own account nor with another organization’s', async () => {
    const tab = await office()
    const { member } = await settled()
    await tab.post(`/members/${member.memberId}/begin-again`)
    expect((await tab.get(`/members/${member.memberId}?said=begin-again`)).page).not.toContain('account-link')
    const officer = await accounts.county.hire('police', 'officer')
    for (const id of [keeper.memberId, officer.memberId, crypto.randomUUID(), 'nothing'])
      for (const act of ['begin-again', 'new-password', 'close', 'sign-out'])
        expect((await tab.post(`/members/${id}/${act}`)).status).toBe(404)
  })
})

describe('a member', () => {
  it('changes the password with the one they have; other sessions end (ASVS 6.2.3, 7.4.3)', async () => {
    const { member, tab, secret } = await settled()
    const other = await atCode(member)
    await other.post('/second-factor', { code: accounts.nextCode(secret) })
    const wrong = await tab.post('/account/password', { current: 'not it', password: NEXT_PASSWORD })
    expect(wrong.page).toContain('That is not the password you have.')
    const same = await tab.post('/account/password', { current: OWN_PASSWORD, password: OWN_PASSWORD })
    expect(same.page).toContain('That is the one you have.')
    const done = await tab.post('/account/password', { current: OWN_PASSWORD, password: NEXT_PASSWORD })
    expect(done.to).toBe('/account?said=password-changed')
    expect([await accounts.isSignedIn(tab), await accounts.isSignedIn(other)]).toEqual([true, false])
    await atCode(member, NEXT_PASSWORD)
  })

  it('sets up another phone; codes of the one before count no more', async () => {
    const { member, tab, secret } = await settled()
    const { page } = await tab.get('/account/phone')
    const next = secretOn(page)
    expect(next).not.toBe(secret)
    const wrong = await tab.post('/account/phone', { sealed: carriedBy(page), code: '000000' })
    expect(secretOn(wrong.page)).toBe(next)
    const done = await tab.post('/account/phone', { sealed: carriedBy(page), code: accounts.nextCode(next) })
    expect(done.to).toBe('/account?said=phone-changed')
    const half = await atCode(member)
    expect((await half.post('/second-factor', { code: accounts.nextCode(secret) })).status).toBe(422)
    expect((await half.post('/second-factor', { code: accounts.nextCode(next) })).status).toBe(303)
  })

  it('sees where they are signed in, and ends one session or all but this (ASVS 7.5.2)', async () => {
    const { member, tab, secret } = await settled()
    const others: Tab[] = []
    for (let time = 0; time < 3; time++) {
      const one = await atCode(member)
      await one.post('/second-factor', { code: accounts.nextCode(secret) })
      others.push(one)
    }
    const { page } = await tab.get('/account')
    const ids = [...page.matchAll(/name="id" value="([\w-]+)"/g)].map(([, id = '']) => id)
    expect(ids).toHaveLength(3)
    expect(page).toContain('This one')
    await tab.post('/account/sessions/end', { id: ids[0] ?? '' })
    const alive = async () => {
      const states = []
      for (const one of others) states.push(await accounts.isSignedIn(one))
      return states.filter(Boolean).length
    }
    expect(await alive()).toBe(2)
    await tab.post('/account/sessions/end-others')
    expect([await alive(), await accounts.isSignedIn(tab)]).toEqual([0, true])
    const { rows } = await accounts.base.admin.query('select id from session where member_id = $1', [
      keeper.memberId,
    ])
    expect(rows.length).toBeGreaterThan(0)
    await tab.post('/account/sessions/end', { id: rows[0].id })
    const { rowCount } = await accounts.base.admin.query(
      'select from session where id = $1 and ended_at is null',
      [rows[0].id],
    )
    expect(rowCount).toBe(1)
  })
})
