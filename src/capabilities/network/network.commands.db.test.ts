import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { registerNetworkCommands } from './network.commands.ts'

const EXAMPLES = join(import.meta.dirname, 'examples')
const SAMHSA = join(EXAMPLES, 'samhsa-list.csv')

let base: TestDatabase
let database: Database
let folder: string
beforeAll(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, { enqueue: async () => {} })
  folder = await mkdtemp(join(tmpdir(), 'import-'))
})
afterAll(async () => {
  await database.close()
  await base.drop()
  await rm(folder, { recursive: true })
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

/** Types a command, and gives what it said and how it ended. */
const type = async (...words: string[]) => {
  const said = { out: '', err: '' }
  const listen = (stream: 'out' | 'err') => (text: unknown) => {
    said[stream] += String(text)
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(listen('out'))
  vi.spyOn(process.stderr, 'write').mockImplementation(listen('err'))
  const context = vi.fn(async () => ({
    asImport: async () => ({ asActor: database.asActor, importId: 'its-id' }),
  }))
  const program = new Command()
    .exitOverride()
    .configureOutput({ writeOut: listen('out'), writeErr: listen('err') })
  registerNetworkCommands(program, context)
  const override = (command: Command): void => {
    command.exitOverride().configureOutput({ writeOut: listen('out'), writeErr: listen('err') })
    command.commands.forEach(override)
  }
  override(program)
  process.exitCode = undefined
  await program.parseAsync(words, { from: 'user' }).catch((end: { exitCode?: number }) => {
    if (end.exitCode === undefined) throw end
    process.exitCode = end.exitCode
  })
  return { ...said, exitCode: process.exitCode, openedDatabase: context.mock.calls.length > 0 }
}

const sites = async () => (await base.admin.query('select count(*)::int as count from site')).rows[0].count

test('help says how rows are counted, and needs no database', async () => {
  const { out, openedDatabase } = await type('import', 'samhsa', '--help')
  expect(out).toContain('Every row is one of created, updated, unchanged, duplicates and skipped.')
  expect(out).toContain('1: the file was refused')
  expect(openedDatabase).toBe(false)
})

test('a refused file ends with 1, says why, and opens no database', async () => {
  const path = join(folder, 'wrong.csv')
  await writeFile(path, 'facility,zip\nHarbor Light,22902\n')
  const answer = await type('import', 'samhsa', path, '--json')
  expect(answer).toMatchObject({ exitCode: 1, openedDatabase: false })
  expect(answer.err).toContain('expected the columns')
  expect(answer.err).toContain('Nothing was written.')
  expect(JSON.parse(answer.out)).toMatchObject({ refused: 'wrong-columns' })
})

test('a file that is not there ends with 2', async () => {
  const answer = await type('import', 'findtreatment', join(folder, 'nowhere.json'))
  expect(answer).toMatchObject({ exitCode: 2, openedDatabase: false })
  expect(answer.err).toContain('nowhere.json')
})

test('a report that cannot be written stops the import before it begins', async () => {
  const answer = await type('import', 'samhsa', SAMHSA, '--report', join(folder, 'no', 'such', 'folder.csv'))
  expect(answer).toMatchObject({ exitCode: 2, openedDatabase: false })
})

test('an import says what it did in words, with a report of every finding', async () => {
  const report = join(folder, 'report.csv')
  const { out, exitCode } = await type('import', 'samhsa', SAMHSA, '--report', report)
  expect(exitCode).toBeUndefined()
  expect(out).toContain('4 ZIP codes that had lost their leading zeros')
  expect(out).toContain('line 2: Harbor Light Center. 4101 is 04101.')
  expect(out).toContain('and 1 more')
  expect(out).toContain(
    'Read 22 rows: 20 sites created, 0 updated, 0 unchanged, 2 duplicates, 0 left out. 5 repairs.',
  )
  const lines = (await readFile(report, 'utf8')).trim().split('\r\n')
  expect(lines).toHaveLength(1 + 4 + 1 + 2 + 1 + 1)
  expect(lines[1]).toBe('2,zip,"Harbor Light Center","4101 is 04101."')
  expect(await sites()).toBe(20)
})

test('an import again says in JSON that nothing changed', async () => {
  const { out, err } = await type('import', 'samhsa', SAMHSA, '--json')
  expect(JSON.parse(out)).toMatchObject({
    read: 22,
    created: 0,
    updated: 0,
    unchanged: 20,
    skipped: 0,
    duplicates: 2,
    repaired: 5,
  })
  expect(err).toBe('')
})

test('an answer that is one page of several says so', async () => {
  const { out } = await type('import', 'findtreatment', join(EXAMPLES, 'findtreatment.json'))
  expect(out).toContain('Read 5 rows: 2 sites created, 3 updated')
  expect(out).toContain('one page of 3')
})

test('a name that would move the cursor or run in a spreadsheet does neither', async () => {
  const path = join(folder, 'odd.csv')
  const report = join(folder, 'odd-report.csv')
  await writeFile(
    path,
    `${(await readFile(SAMHSA, 'utf8')).split('\n')[0]}\n=1+1\u202E,,1 St,,Portland,ME,4101,,Cumberland,43.66,-70.26\n`,
  )
  const { out } = await type('import', 'samhsa', path, '--report', report)
  expect(out).toContain('line 2: =1+1 . 4101')
  expect(await readFile(report, 'utf8')).toContain('"\'=1+1')
})
