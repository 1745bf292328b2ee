import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { registerAuditCommands } from './audit.commands.ts'
import { publicKeyPem, signingKey } from './checkpoint.ts'
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
const type = (...words: string[]) => typeWith(seed, ...words)

const seed = Buffer.alloc(32, 7)
const typeWith = async (checkpoints: Buffer, ...words: string[]) => {
  let said = ''
  const listen = (text: unknown) => {
    said += String(text)
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(listen)
  vi.spyOn(process.stderr, 'write').mockImplementation(listen)
  const program = new Command().exitOverride().configureOutput({ writeOut: listen, writeErr: listen })
  const context = vi.fn(async () => ({ asActor: database.asActor, keys: { checkpoints } }))
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

describe('checkpoints', () => {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-checkpoints-'))
  const file = join(folder, 'kept.jsonl')

  test('are printed, or added to a file, and later proven to be in the chain', async () => {
    await write()
    const printed = await type('audit', 'checkpoint')
    const [line, ...others] = printed.said.trim().split('\n')
    expect(others).toEqual([])
    expect(JSON.parse(line ?? '')).toMatchObject({ chain: county, seal: 3, records: 4 })
    const added = await type('audit', 'checkpoint', '--out', file)
    expect(added.said).toBe(`Added 1 checkpoint to ${file}. Keep it where this server cannot change it.\n`)
    await write()
    await type('audit', 'checkpoint', '--out', file)
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(2)
    const all = await type('audit', 'checkpoint', '--all')
    expect(all.said).toBe(readFileSync(file, 'utf8'))
    const verified = await type('audit', 'verify', '--checkpoints', file)
    expect(verified.exitCode).toBe(0)
    expect(verified.said).toContain('It still holds 2 checkpoints signed before.')
  })

  test('that were changed since are not believed', async () => {
    const forged = join(folder, 'forged.jsonl')
    writeFileSync(forged, readFileSync(file, 'utf8').replaceAll('"records":4', '"records":3'))
    const answer = await type('audit', 'verify', '--checkpoints', forged)
    expect(answer.exitCode).toBe(1)
    expect(answer.said).toMatch(/^The checkpoint of \S+ for chain \S+ was forged or changed\.\n$/)
    writeFileSync(forged, 'not one\n')
    expect((await type('audit', 'verify', '--checkpoints', forged)).said).toBe(
      `Line 1 of ${forged} is no checkpoint.\n`,
    )
  })

  test('that cannot be read or written are named, and nothing else is said', async () => {
    const nowhere = join(folder, 'no', 'such.jsonl')
    expect(await type('audit', 'verify', '--checkpoints', nowhere)).toMatchObject({
      exitCode: 1,
      said: `${nowhere} cannot be read: ENOENT\n`,
    })
    expect(await type('audit', 'verify', '--checkpoints', file, '--public-key', nowhere)).toMatchObject({
      exitCode: 1,
      said: `${nowhere} cannot be read: ENOENT\n`,
    })
    expect(await type('audit', 'checkpoint', '--out', nowhere)).toMatchObject({
      exitCode: 1,
      said: `${nowhere} cannot be written: ENOENT\n`,
    })
  })

  test('of an earlier secret need its public key', async () => {
    const later = Buffer.alloc(32, 9)
    const refused = await typeWith(later, 'audit', 'verify', '--checkpoints', file)
    expect(refused.exitCode).toBe(1)
    expect(refused.said).toContain(
      'which is not this installation’s. Name it with --public-key.'.replace('’', "'"),
    )
    const pem = join(folder, 'earlier.pem')
    writeFileSync(pem, (await type('audit', 'public-key')).said)
    expect(readFileSync(pem, 'utf8')).toBe(publicKeyPem(signingKey(seed)))
    const believed = await typeWith(later, 'audit', 'verify', '--checkpoints', file, '--public-key', pem)
    expect(believed.exitCode).toBe(0)
    writeFileSync(pem, 'no key')
    const noKey = await type('audit', 'verify', '--checkpoints', file, '--public-key', pem)
    expect(noKey).toMatchObject({ exitCode: 1, said: `${pem} holds no Ed25519 public key in PEM.\n` })
  })
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
