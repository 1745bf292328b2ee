import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Accounts, firstSignIn, OWN_PASSWORD, openAccounts } from '#tests/support/accounts.ts'
import { registerIdentityCommands } from './identity.commands.ts'

let accounts: Accounts
beforeAll(async () => {
  accounts = await openAccounts()
})
afterAll(() => accounts.close())
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

/** Types a command, and reads what it wrote. */
const type = async (...words: string[]) => {
  const [out, err] = [[] as string[], [] as string[]]
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0)
  const program = new Command('causeway').exitOverride()
  registerIdentityCommands(program, async () => ({
    asActor: accounts.asActor,
    keys: { signOn: randomBytes(32) },
  }))
  await program.parseAsync(words, { from: 'user' })
  const exitCode = process.exitCode ?? 0
  vi.restoreAllMocks()
  process.exitCode = undefined
  return { out: out.join(''), err: err.join(''), exitCode }
}

const write = (text: string): string => {
  const path = join(tmpdir(), `notice-${randomBytes(6).toString('hex')}.txt`)
  writeFileSync(path, text)
  return path
}

describe('whoever runs Causeway', () => {
  it('releases an organization’s only administrator, whom nobody else could (CJ-1)', async () => {
    const { email } = await accounts.county.hire('provider', 'administrator')
    expect((await type('member', 'release', '--email', email)).err).toBe('That account is not locked.\n')
    for (let time = 0; time < 5; time++)
      await accounts.newTab().post('/sign-in', { email, password: 'not the password' })
    const released = await type('member', 'release', '--email', email.toUpperCase(), '--json')
    expect(released.out).toMatch(/^Released .*\.\n\{"id":"[\w-]{36}"\}\n$/)
    expect((await type('member', 'release', '--email', 'nobody@x.example')).exitCode).toBe(1)
  })

  it('opens a closed account again', async () => {
    const { email } = await accounts.county.hire('provider', 'provider')
    await type('member', 'disable', '--email', email)
    expect((await type('member', 'enable', '--email', email)).out).toBe(
      `Opened the account of ${email} again.\n`,
    )
    expect((await type('member', 'enable', '--email', email)).err).toBe('That account is open already.\n')
    expect((await type('member', 'enable', '--email', 'nobody@x.example')).err).toContain('no account')
  })

  it('lets somebody begin again with neither lock nor recovery codes of before (ASVS 6.4.4)', async () => {
    const member = await accounts.county.hire('provider', 'provider')
    const tab = accounts.newTab()
    await firstSignIn(accounts, tab, member)
    await tab.post('/account/recovery-codes')
    for (let time = 0; time < 5; time++)
      await accounts.newTab().post('/sign-in', { email: member.email, password: 'not the password' })
    const reset = await type('member', 'reset', '--email', member.email, '--json')
    const { firstPassword } = JSON.parse(reset.out.trim().split('\n').at(-1) ?? '')
    expect(
      (await accounts.newTab().post('/sign-in', { email: member.email, password: firstPassword })).to,
    ).toBe('/enrol-code')
    const { rowCount } = await accounts.base.admin.query('select from recovery_code where member_id = $1', [
      member.memberId,
    ])
    expect(rowCount).toBe(0)
  })

  it('sets the county’s own words before signing in; each session keeps which it agreed to (CJ-4)', async () => {
    const member = await accounts.county.hire('provider', 'provider')
    const { rows } = await accounts.base.admin.query<{ name: string }>(
      'select name from jurisdiction where id = $1',
      [member.jurisdictionId],
    )
    const county = rows[0]?.name ?? ''
    const agreed = async () => {
      const tab = accounts.newTab()
      await tab.post('/sign-in', { email: member.email, password: OWN_PASSWORD })
      const { rows: kept } = await accounts.base.admin.query(
        'select notice from session where member_id = $1 order by created_at desc limit 1',
        [member.memberId],
      )
      return kept[0].notice
    }
    await firstSignIn(accounts, accounts.newTab(), member)
    expect(await agreed()).toBe('2026-11')
    expect((await accounts.newTab().get('/sign-in')).page).toContain('This system is restricted.')

    const set = await type('county', 'notice', '--county', county, '--file', write('Harbor’s words.\n\nTwo.'))
    expect(set.out).toContain('Whoever signs in agrees to this notice')
    const { page } = await accounts.newTab().get('/sign-in')
    expect(page).toContain('<p>Harbor’s words.</p><p>Two.</p>')
    expect(page).not.toContain('This system is restricted.')
    expect(await agreed()).toBe('county-1')
    await type('county', 'notice', '--county', county, '--file', write('Newer words.'))
    expect(await agreed()).toBe('county-2')
    expect(await accounts.auditOf('identity.notice-set')).toMatchObject([
      { detail: { version: 1 } },
      { detail: { version: 2 } },
    ])
  })

  it.each([
    ['an empty file', () => write(' \n'), 'The file is empty.'],
    ['a file as long as a law', () => write('x'.repeat(4001)), 'at most 4000 characters'],
    ['a file that is not there', () => '/nowhere/at/all', 'There is no such file'],
  ])('sets no notice from %s', async (_, file, why) => {
    const answer = await type('county', 'notice', '--county', 'Elm County', '--file', file())
    expect([answer.exitCode, answer.err]).toEqual([1, expect.stringContaining(why)])
  })

  it('sets no notice for a county that is not there', async () => {
    const answer = await type('county', 'notice', '--county', 'Elm County', '--file', write('Words.'))
    expect(answer.err).toContain('no county of that name')
  })
})
