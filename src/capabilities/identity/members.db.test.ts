import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Accounts, firstSignIn, openAccounts } from '#tests/support/accounts.ts'
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

describe('the members of an organization', () => {
  it('are its own and nobody else’s, found by name, work or address', async () => {
    const mine = await accounts.county.hire('provider', 'provider')
    const theirs = await accounts.county.hire('police', 'officer')
    const all = (await office.get('/members')).page
    expect(all).toContain(mine.email)
    expect(all).not.toContain(theirs.email)
    const found = (await office.get(`/members?q=${encodeURIComponent(mine.email)}`)).page
    expect(found).toContain(mine.email)
    expect(found).not.toContain(keeper.email)
    // What is a wildcard to the database is a letter to people.
    expect((await office.get('/members?q=%25')).page).toContain('Nobody is called that here')
    expect((await office.get(`/members/${theirs.memberId}`)).status).toBe(404)
  })

  it('stand twenty-five on a page', async () => {
    await accounts.base.admin.query(
      `insert into member (id, jurisdiction_id, organization_id, name, email, roles)
       select gen_random_uuid(), $1, $2, 'Page filler ' || n, 'filler-' || n || '@x.example', '{provider}'
       from generate_series(1, 30) n`,
      [keeper.jurisdictionId, keeper.organizationId],
    )
    const pages = [await office.get('/members?q=filler'), await office.get('/members?q=filler&page=2')]
    expect(pages.map(({ page }) => page.match(/id="member-/g)?.length)).toEqual([25, 5])
    expect(pages[0]?.page).toContain('href="/members?q=filler&amp;page=2"')
  })

  it('change their roles from their next page on, and the record says from what to what (CJ-5)', async () => {
    const member = await accounts.county.hire('provider', 'provider')
    const answer = await office.post(`/members/${member.memberId}`, {
      ...{ name: 'Ida Quist', title: 'Lead', roles: 'case-manager' },
    })
    expect(answer.to).toBe(`/members/${member.memberId}?said=changed`)
    expect((await accounts.auditOf('identity.member-changed')).at(-1)).toMatchObject({
      member: keeper.memberId,
      subjects: [member.memberId],
      detail: { from: 'provider', to: 'case-manager' },
    })
    const refused = await office.post(`/members/${member.memberId}`, { name: '', title: 'Kept', roles: '' })
    expect(refused.status).toBe(422)
    expect(refused.page).toContain('value="Kept"')
    expect(refused.page).toContain('Choose at least one role')
  })

  it('are not oneself: nobody gives themselves a role (CJ-6)', async () => {
    const own = { name: 'Me', title: '', roles: 'officer' }
    expect((await office.post(`/members/${keeper.memberId}`, own)).status).toBe(404)
    expect((await office.get(`/members/${keeper.memberId}`)).page).toContain('This is your own account.')
  })

  it('are closed at once wherever they are signed in, and opened again as they were (ASVS 7.4.2)', async () => {
    const member = await accounts.county.hire('provider', 'provider')
    const tab = accounts.newTab()
    await firstSignIn(accounts, tab, member)
    expect((await office.post(`/members/${member.memberId}/close`)).to).toContain('said=closed')
    expect(await accounts.isSignedIn(tab)).toBe(false)
    const back = { email: member.email, password: 'four quiet harbor seals' }
    expect((await accounts.newTab().post('/sign-in', back)).status).toBe(422)
    expect((await office.get('/members?show=closed')).page).toContain(member.email)
    expect((await office.post(`/members/${member.memberId}/open`)).to).toContain('said=opened')
    expect((await accounts.newTab().post('/sign-in', back)).to).toBe('/second-factor')
  })

  it('are signed out everywhere when a phone is lost, and stay members (ASVS 7.4.5)', async () => {
    const member = await accounts.county.hire('provider', 'provider')
    const tab = accounts.newTab()
    await accounts.enter(tab, member)
    await office.post(`/members/${member.memberId}/sign-out`)
    expect(await accounts.isSignedIn(tab)).toBe(false)
    expect((await office.get(`/members/${member.memberId}`)).page).toContain('Sign out everywhere')
  })
})

describe('an account that nobody has used for ninety days', () => {
  const agedBy = (member: TestMember, days: number) =>
    accounts.base.admin.query(
      `update member set created_at = now() - make_interval(days => $2) where id = $1`,
      [member.memberId, days],
    )
  const isClosed = async (member: TestMember) =>
    (await accounts.base.admin.query('select disabled_at from member where id = $1', [member.memberId]))
      .rows[0].disabled_at !== null

  it('is closed by itself; one that was used, or opened again lately, is not (CJ-5)', async () => {
    const [unused, used, again, young] = [
      await accounts.county.hire('provider', 'provider'),
      await accounts.county.hire('provider', 'provider'),
      await accounts.county.hire('provider', 'provider'),
      await accounts.county.hire('provider', 'provider'),
    ]
    await accounts.enter(accounts.newTab(), used)
    for (const member of [unused, used, again]) await agedBy(member, 91)
    await agedBy(young, 89)
    await office.post(`/members/${again.memberId}/close`)
    await office.post(`/members/${again.memberId}/open`)
    await accounts.jobNamed('close-unused')?.run({} as never)
    const closed = []
    for (const member of [unused, used, again, young]) closed.push(await isClosed(member))
    expect(closed).toEqual([true, false, false, false])
    expect((await accounts.auditOf('identity.member-disabled')).at(-1)).toMatchObject({
      subjects: [unused.memberId],
      detail: { because: 'unused' },
    })
  })
})
