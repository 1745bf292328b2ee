import { stat } from 'node:fs/promises'
import { Command } from 'commander'
import { zipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { idOf, inventedTables } from '#tests/support/hsds-directory.ts'
import { filesOfHsds } from '#tests/support/hsds-files.ts'
import { registerHsdsCommands } from './hsds.commands.ts'

let base: TestDatabase
let database: Database
let files: Awaited<ReturnType<typeof filesOfHsds>>
beforeAll(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, { enqueue: async () => {} })
  files = await filesOfHsds()
})
afterAll(async () => {
  await database.close()
  await base.drop()
  await files.remove()
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
  const program = new Command().exitOverride()
  registerHsdsCommands(program, async () => ({
    asActor: database.asActor,
    asImport: async () => ({ asActor: database.asActor, importId: 'its-id' }),
  }))
  process.exitCode = undefined
  await program.parseAsync(words, { from: 'user' })
  return { ...said, exitCode: process.exitCode }
}
const records = async () =>
  (await base.admin.query('select count(*)::int as count from hsds_record')).rows[0].count

test.each([
  [
    'a zip that is cut short',
    'cut.zip',
    () => zipSync({ 'services.csv': new Uint8Array(9999) }).slice(0, 60),
    'unreadable',
  ],
  ['a zip without tables', 'photos.zip', () => zipSync({ 'photo.jpg': new Uint8Array(9) }), 'empty'],
  [
    'a table without ids',
    'noid.zip',
    () => zipSync({ 'services.csv': Buffer.from('name\nDetox\n') }),
    'wrong-columns',
  ],
  [
    'a table that is not text',
    'latin.zip',
    () => zipSync({ 'services.csv': Uint8Array.of(0x69, 0x64, 0x0a, 0xe9) }),
    'not-text',
  ],
  ['something else', 'page.html', () => '<!doctype html>', 'unreadable'],
  ['JSON of something else', 'other.json', () => '{"colour":"blue"}', 'wrong-shape'],
  ['nothing', 'nothing.json', () => '[]', 'empty'],
  [
    'more bad rows than good',
    'bad.json',
    () => '[{"id":"1","name":"A","status":"active"}]',
    'too-many-bad-rows',
  ],
])('%s is refused, and nothing is written', async (_, name, content, refused) => {
  const { out, err, exitCode } = await type('import', 'hsds', await files.write(name, content()), '--json')
  expect([JSON.parse(out).refused, exitCode]).toEqual([refused, 1])
  expect(err).toContain('Nothing was written.')
  expect(await records()).toBe(0)
})

test('each row that cannot be used is told with its table and line, and the others are taken', async () => {
  const tables = inventedTables()
  const phones = [
    ...(tables.phones ?? []),
    { id: 'x', number: '1' },
    { id: idOf('late'), number: '', type: 'fax' },
  ]
  const { out, exitCode } = await type('import', 'hsds', await files.zip('some.zip', { ...tables, phones }))
  expect(exitCode).toBeUndefined()
  expect(out).toContain('phones.csv, line 4: phone id: “x” is not a UUID.')
  expect(out).toContain('phones.csv, line 5: phone number: It has to be there.')
  expect(out).toMatch(/Read 32 rows: 30 objects created, 0 updated, 0 unchanged\. 2 services at a site/)
  const again = await type('import', 'hsds', await files.zip('again.zip', tables), '--json')
  expect(JSON.parse(again.out)).toEqual({
    read: 30,
    created: 0,
    updated: 0,
    unchanged: 30,
    findable: 0,
    leftOut: 0,
  })
})

test('an import leaves a trace of who did it and what it did', async () => {
  const { rows } = await base.admin.query(
    `select detail from audit_record where action = 'hsds.import' order by at limit 1`,
  )
  expect(rows[0].detail).toMatchObject({ created: 30, findable: 2 })
})

test('an export is written whole or not at all, and never over another file', async () => {
  const file = `${files.folder}/out.zip`
  const { out } = await type('export', 'hsds', file, '--json')
  expect(JSON.parse(out)).toMatchObject({ service: 1, location: 2, phone: 2 })
  expect((await stat(file)).size).toBeGreaterThan(1000)
  for (const [name, says] of [
    [file, 'is there already'],
    [`${files.folder}/out.xlsx`, '.zip (tables) or .json'],
  ] as const) {
    const { err, exitCode } = await type('export', 'hsds', name)
    expect(err).toContain(says)
    expect(exitCode).toBe(2)
  }
})
