import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { importFindtreatment } from './import-findtreatment.ts'
import { importSamhsa } from './import-samhsa.ts'
import { readFindtreatment } from './read-findtreatment.ts'
import { readSamhsaList } from './read-samhsa-list.ts'

const OPERATOR: Actor = { kind: 'operator' }
const EXAMPLES = join(import.meta.dirname, 'examples')

/** Names of every direction, height and intent; what is stored must be these very texts. */
const NAMES = [
  'Ελπίδα',
  'Надежда',
  '希望之家',
  '희망의 집',
  'بيت الأمل',
  'בית התקווה',
  'आशा घर',
  'ความหวัง',
  'Ñandú & Çelik',
  'e\u0301clair and \u00e9clair',
  '🛟 Life ring 👩🏽‍⚕️',
  '𝒞𝒶𝓊𝓈ℯ𝓌𝒶𝓎',
  'İstanbul ıssız',
  'ﬁrst ﬂoor',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  "'; drop table service; --",
  '{"a":1}',
  '{{7*7}}',
  '=HYPERLINK("http://example.org")',
  '%s%n',
  '../../etc/passwd',
  '\\u0000',
  'null',
  '-',
  '.',
] as const

let base: TestDatabase
let database: Database
let folder: string
beforeEach(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, { enqueue: async () => {} })
  folder = await mkdtemp(join(tmpdir(), 'hostile-'))
})
afterEach(async () => {
  await database.close()
  await base.drop()
  await rm(folder, { recursive: true })
})

const file = async (content: string | Buffer) => {
  const path = join(folder, 'list')
  await writeFile(path, content)
  return path
}
const names = async () =>
  (await base.admin.query('select name from provider order by name')).rows.map(({ name }) => name)
const count = async (table: string) =>
  (await base.admin.query(`select count(*)::int as count from ${table}`)).rows[0].count

const HEADER = 'name1,name2,street1,street2,city,state,zip,zip4,county,latitude,longitude'
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
const row = (name: string, number: number) =>
  `${cell(name)},,${number} Made Up Street,,Charlottesville,VA,22903,,Albemarle,38.03,-78.48`

describe('a list of names in every script and with markup', () => {
  it('from SAMHSA is stored letter by letter, and once', async () => {
    const path = await file([HEADER, ...NAMES.map(row), ''].join('\n'))
    for (const created of [NAMES.length, 0]) {
      const list = await readSamhsaList(path)
      if (isRefusal(list)) throw new Error(list.explanation)
      expect(await importSamhsa(OPERATOR, database.asActor, list)).toMatchObject({ created, updated: 0 })
    }
    expect(new Set(await names())).toEqual(new Set(NAMES))
  })

  it('from FindTreatment.gov is stored letter by letter, and once', async () => {
    const [example] = JSON.parse(await readFile(join(EXAMPLES, 'findtreatment.json'), 'utf8')).rows
    const rows = NAMES.map((name, number) => ({
      ...example,
      frid: `f-${number}`,
      name1: name,
      name2: '',
      street1: `${number} Made Up Street`,
      phone: name,
    }))
    const path = await file(JSON.stringify({ rows }))
    for (const created of [NAMES.length, 0]) {
      const list = await readFindtreatment(path)
      if (isRefusal(list)) throw new Error(list.explanation)
      expect(await importFindtreatment(OPERATOR, database.asActor, list)).toMatchObject({
        created,
        updated: 0,
      })
    }
    expect(new Set(await names())).toEqual(new Set(NAMES))
    expect(await count('service')).toBe(NAMES.length)
  })
})

describe('a SAMHSA list that is cut off', () => {
  it('anywhere is read up to there: whole rows are stored, and the rest comes with the whole file', async () => {
    const whole = await readFile(join(EXAMPLES, 'samhsa-list.csv'))
    for (const share of [0.3, 0.5, 0.77]) {
      const cut = await readSamhsaList(await file(whole.subarray(0, Math.floor(whole.length * share))))
      if (isRefusal(cut)) throw new Error(cut.explanation)
      await importSamhsa(OPERATOR, database.asActor, cut)
    }
    const list = await readSamhsaList(join(EXAMPLES, 'samhsa-list.csv'))
    if (isRefusal(list)) throw new Error(list.explanation)
    await importSamhsa(OPERATOR, database.asActor, list)
    expect(await count('site')).toBe(20)
  })

  it('in the middle of a row names that row', async () => {
    const cut = await readSamhsaList(await file(`${HEADER}\n${row('Whole', 1)}\nHarbor Light,,12 Dock Str`))
    if (isRefusal(cut)) throw new Error(cut.explanation)
    expect(cut.findings).toEqual([
      expect.objectContaining({ kind: 'skipped', line: 3, place: 'Harbor Light' }),
    ])
  })

  it('in the middle of a letter is no text', async () => {
    const bytes = Buffer.from(`${HEADER}\n${row('希望', 1)}\n希`)
    expect(await readSamhsaList(await file(bytes.subarray(0, bytes.length - 1)))).toMatchObject({
      refused: 'not-text',
    })
  })
})

describe('an answer of FindTreatment.gov that cannot be stored', () => {
  const NUL = '\u0000'
  const HALF = '\ud83d'
  const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

  it.each([
    ['a NUL in a phone number', (good: object) => ({ ...good, phone: `434${NUL}555` })],
    ['a NUL in a code', (good: object) => ({ ...good, services: [{ f1: NUL, f2: 'SA', f3: 'x' }] })],
    ['half a letter in a name', (good: object) => ({ ...good, name1: HALF })],
    ['half a letter in a code', (good: object) => ({ ...good, services: [{ f1: HALF, f2: 'SA', f3: 'x' }] })],
    ['a number of a thousand letters', (good: object) => ({ ...good, phone: '5'.repeat(1000) })],
    [
      'an address of ten thousand',
      (good: object) => ({ ...good, website: `https://example.org/${'a'.repeat(10_000)}` }),
    ],
    ['coordinates in the sea', (good: object) => ({ ...good, latitude: '33.2', longitude: '-75.9' })],
    ['coordinates of nothing', (good: object) => ({ ...good, latitude: '0', longitude: '0' })],
    ['coordinates swapped', (good: object) => ({ ...good, latitude: '-78.48', longitude: '38.03' })],
  ])('for %s loses that row and says which, and keeps the others', async (_, spoil) => {
    const { rows } = JSON.parse(await readFile(join(EXAMPLES, 'findtreatment.json'), 'utf8'))
    const bad = spoil({ ...rows[0], frid: 'bad' })
    const list = await readFindtreatment(await file(JSON.stringify({ rows: [...rows, bad] })))
    if (isRefusal(list)) throw new Error(list.explanation)
    expect(list.findings).toEqual([expect.objectContaining({ kind: 'skipped', line: rows.length + 1 })])
    expect(await importFindtreatment(OPERATOR, database.asActor, list)).toMatchObject({ created: 3 })
  })

  it('for codes nested beyond all reason stores what is flat', async () => {
    const { rows } = JSON.parse(await readFile(join(EXAMPLES, 'findtreatment.json'), 'utf8'))
    const text = JSON.stringify({
      rows: [{ ...rows[0], services: [{ f1: 'a', f2: 'SA', f3: 'b', f4: '@' }] }],
    })
    const list = await readFindtreatment(await file(text.replace('"@"', deep(50_000))))
    if (isRefusal(list)) throw new Error(list.explanation)
    expect(await importFindtreatment(OPERATOR, database.asActor, list)).toMatchObject({ created: 1 })
    const { rows: stored } = await base.admin.query('select source_codes from service')
    expect(stored[0].source_codes.services).toEqual([{ f1: 'a', f2: 'SA', f3: 'b' }])
  })

  it('that is a gigabyte is refused before a fifth of it is read', async () => {
    const path = await file('{"rows": [')
    const handle = await open(path, 'r+')
    await handle.truncate(1_000_000_000)
    await handle.close()
    let bytes = 0
    const answer = await readFindtreatment(path, (more) => {
      bytes += more
    })
    expect(answer).toMatchObject({ refused: 'too-long' })
    expect(bytes).toBeLessThan(200_000_000)
  })
})
