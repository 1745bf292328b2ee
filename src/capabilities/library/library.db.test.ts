import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '#platform/database/as-actor.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { answerOai } from './answer-oai.ts'
import { EXPORTS } from './export-formats.ts'
import { exportRecords } from './export-records.ts'
import { fillLibrary } from './fill-library.ts'
import { harvest } from './harvest.ts'
import { type ImportChoices, type ImportReport, importRecords } from './import-records.ts'
import { readOaiAnswer } from './read-oai.ts'
import { removeRecord } from './records.store.ts'
import { recordsFor } from './records-for.ts'
import { searchLibrary } from './search-library.ts'
import { readSearch } from './search-query.ts'

const OPERATOR = { kind: 'operator' } as const
const VISITOR = { kind: 'visitor' } as const
const choices: ImportChoices = {
  ...{ onTrouble: 'nothing', onAlike: 'skip', visibility: 'public', rights: 'public-domain' },
}

let base: TestDatabase
let database: ReturnType<typeof openDatabase>
beforeAll(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, { enqueue: async () => {} })
  await fillLibrary(database.asActor)
})
afterAll(async () => {
  await database.close()
  await base.drop()
})

const counted = async (sql: string): Promise<number> => Number((await base.admin.query(sql)).rows[0].count)

const bring = async (name: string, content: string, change: Partial<ImportChoices> = {}) =>
  (await importRecords(
    OPERATOR,
    database.asActor,
    { name, open: () => Readable.from([Buffer.from(content)], { objectMode: false }) },
    { ...choices, ...change },
  )) as ImportReport

const search = (query: string) =>
  database.asActor(VISITOR, (tx) => searchLibrary(tx, readSearch(new URLSearchParams(query))))

const oai = (query: string) =>
  database.asActor(VISITOR, (tx) =>
    answerOai(
      tx,
      [...new URLSearchParams(query)],
      { url: 'https://library.example.org/oai', contact: 'a@b.c' },
      new Date(),
    ),
  )

test('the collection comes once, however often the program starts, and each record writes its change', async () => {
  await fillLibrary(database.asActor)
  expect(await counted('select count(*) from library_record')).toBe(234)
  expect(await counted(`select count(*) from library_change where kind = 'put'`)).toBe(234)
  expect(await counted(`select count(*) from library_record where ncj_number = '308164'`)).toBe(1)
})

test('counts beside the filters are those of SQL over the whole result', async () => {
  const { found } = await search('q=naloxone&type=report&type=guide')
  const words = `words @@ (websearch_to_tsquery('english', 'naloxone') || websearch_to_tsquery('simple', 'naloxone'))`
  const { rows } = await base.admin.query(
    `select subject as value, count(*)::int as count from library_record, unnest(subjects) as subject
     where ${words} and type in ('report', 'guide') group by subject order by count desc, value limit 30`,
  )
  expect(found.facets.subject).toEqual(rows)
  // What choosing another kind would leave does not hang on the kinds that are chosen.
  const all = await counted(`select count(*) from library_record where ${words} and type = 'journal article'`)
  expect(found.facets.type.find(({ value }) => value === 'journal article')?.count).toBe(all)
  expect(found.total).toBe(
    await counted(`select count(*) from library_record where ${words} and type in ('report', 'guide')`),
  )
})

test('what everybody may take out in any form comes in again as what the library has', async () => {
  for (const format of EXPORTS) {
    const file = await text(Readable.from(exportRecords(VISITOR, database.asActor, format)))
    const report = await bring(`all.${format.ending}`, file, { checkOnly: true })
    expect([format.ending, report.read, report.troubled, report.added]).toEqual([format.ending, 234, 0, 0])
    expect([format.ending, report.skipped]).toEqual([format.ending, 234])
  }
})

test('a wrong row is told with its line, and nothing is written, or the others are', async () => {
  const file =
    'Title,Year,DOI\nA first work,2020,10.1000/one\n,2021,\nA third,soon,10.1000/three\nA fourth,2022,\n'
  const refused = await bring('works.csv', file)
  expect(refused.findings).toEqual([
    { line: 3, field: 'title', says: 'Say what the work is called.' },
    { line: 4, field: 'publishedOn', says: 'Write a year, 2019, or a day, 2019-04-30.' },
  ])
  expect(refused).toMatchObject({ written: false, added: 0, troubled: 2 })
  expect(await counted(`select count(*) from library_record where source = 'file'`)).toBe(0)
  expect(await bring('works.csv', file, { onTrouble: 'go-on' })).toMatchObject({ written: true, added: 2 })
  const again = await bring('works.csv', file, { onTrouble: 'go-on' })
  expect(again).toMatchObject({ added: 0, skipped: 2 })
  expect(again.alike.map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'doi'],
    [5, 'title-and-year'],
  ])
})

test('another library takes over what is there, goes on where it was cut off, and hears of what is gone', async () => {
  const asked: string[] = []
  const source = 'https://library.example.org/oai'
  const answers = async (address: string | URL | Request) => {
    const url = new URL(String(address))
    asked.push(url.search)
    if (asked.length === 2) return new Response('gone away', { status: 500 })
    return new Response(await oai(url.search))
  }
  const fetched = globalThis.fetch
  globalThis.fetch = answers as typeof fetch
  try {
    const request = { url: source, set: 'evidence-strong', rights: 'unknown' } as const
    const wanted = await counted(`select count(*) from library_record where evidence = 'strong'`)
    const all = { ...request, set: '' }
    expect(await harvest(database.asActor, all)).toMatchObject({ refused: 'no-repository' })
    expect(asked[1]).toContain('resumptionToken')
    expect(await counted(`select count(*) from library_record where source = '${source}'`)).toBe(100)
    const first = await harvest(database.asActor, request)
    expect(first).toMatchObject({ read: wanted })
    const [{ id }] = (
      await base.admin.query(
        `select id from library_record where source = 'starter' and evidence = 'strong' order by id limit 1`,
      )
    ).rows
    expect(await database.asActor(OPERATOR, (tx) => removeRecord(tx, id))).toBe(true)
    expect(await harvest(database.asActor, request)).toMatchObject({ added: 0, removed: 1 })
    expect(asked.at(-1)).toContain('from=')
    expect(
      await oai(`verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:library.example.org:${id}`),
    ).toContain('status="deleted"')
  } finally {
    globalThis.fetch = fetched
  }
})

test('lists of OAI-PMH are whole however they are cut, and each mistake has its name', async () => {
  const seen = new Set<string>()
  let query = 'verb=ListRecords&metadataPrefix=oai_dc'
  for (;;) {
    const answer = readOaiAnswer(await oai(query))
    for (const { identifier } of answer?.records ?? []) seen.add(identifier)
    if (!answer?.token) break
    query = `verb=ListRecords&resumptionToken=${answer.token}`
  }
  expect(seen.size).toBe(await counted(`select count(*) from library_record where visibility = 'public'`))
  const wrong = {
    badVerb: 'verb=Nothing',
    badArgument: 'verb=ListRecords&metadataPrefix=oai_dc&from=2020-01-01&until=2020-01-01T00:00:00Z',
    badResumptionToken: 'verb=ListRecords&resumptionToken=none',
    cannotDisseminateFormat: 'verb=ListRecords&metadataPrefix=marc',
    idDoesNotExist: 'verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:x:y',
    noRecordsMatch: 'verb=ListIdentifiers&metadataPrefix=oai_dc&until=1999-01-01',
  }
  for (const [code, query] of Object.entries(wrong))
    expect(await oai(query)).toContain(`<error code="${code}">`)
})

test('a practice leads to the works behind it, the best evidence first', async () => {
  const records = await database.asActor(VISITOR, (tx) => recordsFor(tx, 'medication-treatment'))
  expect(records).toHaveLength(3)
  expect(records[0]?.evidence).toBe('strong')
})
