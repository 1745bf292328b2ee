import { randomBytes } from 'node:crypto'
import { Command } from 'commander'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { testCounty } from '#tests/support/county.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { type OpenIdProvider, openIdProvider } from '#tests/support/openid-provider.ts'
import { registerSignOnCommands } from './sign-on.commands.ts'

let base: TestDatabase
let database: Database
let there: OpenIdProvider
let organization: string
let email: string
const keys = { signOn: randomBytes(32) }

beforeAll(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, { enqueue: async () => {} })
  const county = await testCounty(database.asActor)
  email = (await county.hire('provider', 'provider')).email
  const { rows } = await base.admin.query<{ name: string }>('select name from organization where id = $1', [
    county.provider,
  ])
  organization = rows[0]?.name ?? ''
  there = await openIdProvider('https://causeway.example.gov/sign-on/callback')
})
afterAll(async () => {
  await database.close()
  await base.drop()
  await there.close()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  process.exitCode = undefined
})

/** Types `causeway sign-on …`, and reads what it wrote. */
const type = async (...words: string[]) => {
  const [out, err] = [[] as string[], [] as string[]]
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0)
  const program = new Command('causeway')
  registerSignOnCommands(program, async () => ({ asActor: database.asActor, keys }))
  await program.parseAsync(['sign-on', ...words], { from: 'user' })
  const exitCode = process.exitCode ?? 0
  process.exitCode = undefined
  vi.restoreAllMocks()
  return {
    out: out.join(''),
    err: err.join(''),
    last: out.join('').trim().split('\n').at(-1) ?? '',
    exitCode,
  }
}

const add = (...more: string[]) =>
  type('add', '--organization', organization, '--issuer', there.issuer, '--client-id', 'causeway', ...more)

describe('whoever runs Causeway', () => {
  it('sets up single sign-on, sees it, links a member, and ends it', async () => {
    vi.stubEnv('CAUSEWAY_CLIENT_SECRET', there.clientSecret)
    const added = await add('--amr', 'mfa, hwk', '--domain', 'Harbor.example', '--json')
    expect(added.out).toContain(`can sign in at ${there.issuer}.`)
    expect(JSON.parse(added.last)).toEqual({ id: expect.any(String) })
    expect((await add()).err).toContain('has single sign-on already')

    const listed = await type('list', '--json')
    expect(listed.out).toContain(`${organization}: ${there.issuer} as causeway; second factor: mfa, hwk`)
    expect(JSON.parse(listed.last).providers).toMatchObject([{ emailDomains: ['harbor.example'] }])
    expect(listed.out).not.toContain(there.clientSecret)

    expect((await type('link', '--email', email, '--subject', 'one')).out).toBe(`Linked ${email}.\n`)
    expect((await type('link', '--email', email, '--subject', 'two')).err).toContain('linked already')
    expect((await type('unlink', '--email', email)).out).toBe(`Unlinked ${email}.\n`)
    expect((await type('unlink', '--email', email)).exitCode).toBe(1)

    expect((await type('remove', '--organization', organization)).out).toContain('Removed. 0 sessions ended.')
    expect((await type('list')).out).toBe('No organization has single sign-on.\n')
    expect((await type('remove', '--organization', organization)).err).toContain('has no single sign-on')
  })

  it('is told what is wrong in a sentence, and never asked to type a secret', async () => {
    vi.stubEnv('CAUSEWAY_CLIENT_SECRET', '')
    const secretless = await add()
    expect([secretless.exitCode, secretless.err]).toEqual([
      1,
      'Set CAUSEWAY_CLIENT_SECRET to the secret that the provider gave you.\n',
    ])
    vi.stubEnv('CAUSEWAY_CLIENT_SECRET', there.clientSecret)
    expect((await add('--issuer', `${there.issuer}/`)).err).toContain('calls itself by another name')
    expect((await add('--issuer', 'http://127.0.0.1:9')).err).toContain('Nobody answers at that issuer')
    expect((await add('--issuer', `${there.issuer}/other`)).err).toContain('is no OpenID provider')
    expect((await add('--organization', 'Nowhere')).err).toContain('no organization of that name')
    expect((await type('link', '--email', 'nobody@example.org', '--subject', 'x')).err).toContain(
      'no account',
    )
  })

  it('is told when no evidence of a second factor was named', async () => {
    vi.stubEnv('CAUSEWAY_CLIENT_SECRET', there.clientSecret)
    expect((await add()).out).toContain('everybody shows a code of Causeway as well')
  })
})
