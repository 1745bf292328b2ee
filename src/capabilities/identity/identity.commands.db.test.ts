import { randomBytes } from 'node:crypto'
import { Command } from 'commander'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { registerIdentityCommands } from './identity.commands.ts'

let base: TestDatabase
let database: Database

beforeAll(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, { enqueue: async () => {} })
})
afterAll(async () => {
  await database.close()
  await base.drop()
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

/** Types a command, and reads what it wrote. */
const type = async (...words: string[]) => {
  const [out, err] = [[] as string[], [] as string[]]
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0)
  const opened = vi.fn(async () => ({ asActor: database.asActor, keys: { signOn: randomBytes(32) } }))
  const program = new Command('causeway').exitOverride()
  registerIdentityCommands(program, opened)
  const everyCommand = (command: Command): void => {
    command.exitOverride()
    command.commands.forEach(everyCommand)
  }
  everyCommand(program)
  let thrown: unknown
  await program.parseAsync(words, { from: 'user' }).catch((fault) => {
    thrown = fault
  })
  const exitCode = process.exitCode ?? 0
  vi.restoreAllMocks()
  process.exitCode = undefined
  const lines = out.join('').trim().split('\n')
  return {
    out: lines,
    last: lines.at(-1) ?? '',
    err: err.join(''),
    exitCode,
    opened: opened.mock.calls.length,
    thrown,
  }
}

const county = (name: string, timeZone = 'America/New_York') =>
  type(
    'county',
    'add',
    '--name',
    name,
    '--state',
    'me',
    '--time-zone',
    timeZone,
    '--latitude',
    '43.7',
    '--longitude',
    '-70.3',
  )
const organization = (name: string, inCounty: string, ...more: string[]) =>
  type('organization', 'add', '--county', inCounty, '--name', name, '--kind', 'police', ...more)
const member = (email: string, ...more: string[]) =>
  type(
    'member',
    'add',
    '--organization',
    'Pierpoint Police',
    '--name',
    'Officer T. Reyes',
    '--email',
    email,
    ...more,
  )

describe('whoever runs Causeway', () => {
  it('sets up a county, an organization, a member and a token, and is told each secret once', async () => {
    expect((await county('Harbor County')).out[0]).toMatch(/^Added Harbor County \([0-9a-f-]{36}\)\.$/)
    expect((await organization('Pierpoint Police', 'harbor county', '--no-criminal-justice')).exitCode).toBe(
      0,
    )
    const reyes = await member('T.Reyes@pierpoint.example', '--role', 'officer, trainer', '--json')
    const { id, firstPassword } = JSON.parse(reyes.last)
    expect(reyes.out[0]).toContain(firstPassword)
    const token = await type(
      ...['token', 'add', '--organization', 'Pierpoint Police', '--name', 'Records', '--role', 'officer'],
      ...['--days', '30', '--json'],
    )
    expect(JSON.parse(token.last).token).toMatch(/^cwt_/)
    expect((await type('token', 'revoke', '--id', JSON.parse(token.last).id)).exitCode).toBe(0)

    const { rows } = await base.admin.query(
      `select m.id, m.email, m.roles, o.is_criminal_justice, o.is_part2_program, j.state from member m
       join organization o on o.id = m.organization_id join jurisdiction j on j.id = m.jurisdiction_id`,
    )
    expect(rows).toEqual([
      {
        id,
        email: 't.reyes@pierpoint.example',
        roles: ['officer', 'trainer'],
        is_criminal_justice: false,
        is_part2_program: false,
        state: 'ME',
      },
    ])
    const audit = await base.admin.query('select action, actor_kind from audit_record order by at')
    expect(audit.rows.map(({ action }) => action)).toEqual([
      'identity.county-added',
      'identity.organization-added',
      'identity.member-added',
      'identity.token-made',
      'identity.token-revoked',
    ])
    expect(new Set(audit.rows.map(({ actor_kind }) => actor_kind))).toEqual(new Set(['operator']))
  })

  it('disables an account, and lets another begin again', async () => {
    const disabled = await type('member', 'disable', '--email', 't.reyes@pierpoint.example')
    expect(disabled.out).toEqual(['Disabled t.reyes@pierpoint.example. Every session of it has ended.'])
    const reset = await type('member', 'reset', '--email', 't.reyes@pierpoint.example', '--json')
    expect(reset.out[0]).toContain(JSON.parse(reset.last).firstPassword)
  })

  it.each([
    ['a second county of a name', () => county('HARBOR COUNTY'), 'a county of that name already'],
    ['a time zone that is none', () => county('Elm County', 'Elm/Time'), 'is no time zone'],
    ['a county that is not there', () => organization('Elm Police', 'Elm County'), 'no county of that name'],
    [
      'an organization twice',
      () => organization('pierpoint police', 'Harbor County'),
      'of that name already',
    ],
    [
      'an address twice',
      () => member('t.reyes@pierpoint.example', '--role', 'officer'),
      'with that address already',
    ],
    [
      'an organization that is not there',
      () =>
        type(
          'member',
          'add',
          '--organization',
          'Elm',
          '--name',
          'A',
          '--email',
          'a@b.example',
          '--role',
          'officer',
        ),
      'no organization of that name',
    ],
    ['an account that is not there', () => type('member', 'reset', '--email', 'a@b.example'), 'no account'],
    [
      'a token that is not there',
      () => type('token', 'revoke', '--id', '019ab000-0000-7000-8000-000000000001'),
      'no such token',
    ],
  ])('is refused %s, with the reason and exit code 1', async (_, command, reason) => {
    const { exitCode, err, thrown } = await command()
    expect([exitCode, thrown]).toEqual([1, undefined])
    expect(err).toContain(reason)
  })

  it('says which county is meant where two have an organization of a name', async () => {
    await county('Bay County')
    await organization('Pierpoint Police', 'Bay County')
    const unclear = await member('two@pierpoint.example', '--role', 'officer')
    expect([unclear.exitCode, unclear.err]).toEqual([1, expect.stringContaining('Say which with --county')])
    expect(
      (await member('two@pierpoint.example', '--role', 'officer', '--county', 'Bay County')).exitCode,
    ).toBe(0)
  })

  it.each([
    [
      'member',
      'add',
      '--organization',
      'Pierpoint Police',
      '--name',
      'A',
      '--email',
      'a@b.example',
      '--role',
      'chief',
    ],
    ['member', 'disable', '--email', 'not an address'],
    ['member', 'disable'],
    ['token', 'revoke', '--id', '7'],
    [
      'county',
      'add',
      '--name',
      'X',
      '--state',
      'Maine',
      '--time-zone',
      'UTC',
      '--latitude',
      '1',
      '--longitude',
      '1',
    ],
    ['organization', 'add', '--county', 'Harbor County', '--name', 'X', '--kind', 'navy'],
  ])('is told of a mistake before any database is opened: %s %s', async (...words) => {
    const { opened, thrown } = await type(...words)
    expect(opened).toBe(0)
    expect(thrown).toMatchObject({ exitCode: 1, code: expect.stringMatching(/^commander\./) })
  })

  it.each([
    'county add',
    'organization add',
    'member add',
    'member disable',
    'member reset',
    'token add',
    'token revoke',
  ])('reads the help of %s without a database', async (command) => {
    const { out, opened } = await type(...command.split(' '), '--help')
    expect(opened).toBe(0)
    expect(out.join('\n')).toContain('--json')
  })
})
