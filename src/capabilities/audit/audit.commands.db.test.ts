import { Command } from 'commander'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { registerAuditCommands } from './audit.commands.ts'
import { record } from './record.ts'

let base: TestDatabase
let database: Database
const county = newId<'jurisdiction'>()
beforeAll(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, { enqueue: async () => undefined })
})
afterAll(async () => {
  await database.close()
  await base.drop()
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

/** Types a command, and gives what it said and how it ended. */
const type = async (...words: string[]) => {
  let said = ''
  const listen = (text: unknown) => {
    said += String(text)
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(listen)
  const program = new Command().exitOverride().configureOutput({ writeOut: listen, writeErr: listen })
  const context = vi.fn(async () => ({ asActor: database.asActor }))
  registerAuditCommands(program, context)
  for (const command of program.commands.flatMap((group) => [group, ...group.commands]))
    command.exitOverride().configureOutput({ writeOut: listen, writeErr: listen })
  process.exitCode = undefined
  await program.parseAsync(words, { from: 'user' }).catch((end: { exitCode?: number }) => {
    if (end.exitCode === undefined) throw end
    process.exitCode = end.exitCode
  })
  return { said, exitCode: process.exitCode, openedDatabase: context.mock.calls.length > 0 }
}

const write = () =>
  database.asActor({ kind: 'operator' }, (tx) =>
    record(tx, { action: 'referrals.send', outcome: 'done', jurisdictionId: county }),
  )

test('help needs no database', async () => {
  expect(await type('audit', 'verify', '--help')).toMatchObject({
    said: expect.stringContaining('Exit code 0: whole. 1: broken.'),
    openedDatabase: false,
  })
})

test('sealing says what it sealed', async () => {
  await write()
  await write()
  expect(await type('audit', 'seal')).toMatchObject({ said: 'Sealed 2 records in 1 seal.\n' })
  expect(await type('audit', 'seal')).toMatchObject({ said: 'Sealed 0 records in 0 seals.\n' })
})

test('a whole record ends with 0, in words and in JSON', async () => {
  const inWords = await type('audit', 'verify')
  expect(inWords.exitCode).toBe(0)
  expect(inWords.said).toMatch(
    /^The audit record is whole: 2 records in 1 seal\.\nChain .+: seal 1 is [0-9a-f]{64}\n$/,
  )
  const inJson = await type('audit', 'verify', '--json', '--chain', county.toUpperCase())
  expect(inJson.exitCode).toBe(0)
  expect(JSON.parse(inJson.said)).toEqual({ ok: true, records: 2, seals: 1, broken: null })
})

test('records that wait for their seal break nothing, in one chain or in all', async () => {
  await write()
  for (const words of [[], ['--chain', county]]) {
    const answer = await type('audit', 'verify', ...words)
    expect(answer.said).toContain('The audit record is whole: 2 records in 1 seal.')
    expect(answer.exitCode).toBe(0)
  }
  expect(await type('audit', 'seal')).toMatchObject({ said: 'Sealed 1 record in 1 seal.\n' })
})

test('a chain must be named by an id', async () => {
  const answer = await type('audit', 'verify', '--chain', 'harbor')
  expect(answer).toMatchObject({ exitCode: 1, openedDatabase: false })
  expect(answer.said).toContain('A chain is named by the id of its jurisdiction.')
})

test('a broken record ends with 1 and names what is broken', async () => {
  await base.admin.query(`begin; set local session_replication_role = replica;
    update audit_record set outcome = 'refused'; commit`)
  const inWords = await type('audit', 'verify')
  expect(inWords.exitCode).toBe(1)
  expect(inWords.said).toMatch(
    /^The audit record is broken\. Record .+ \(chain .+, seal 1\) was changed\.\n$/,
  )
  const inJson = await type('audit', 'verify', '--json')
  expect(inJson.exitCode).toBe(1)
  expect(JSON.parse(inJson.said)).toMatchObject({
    ok: false,
    broken: { what: 'changed-record', chain: county, seal: 1 },
  })
})
