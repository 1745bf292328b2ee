import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRefusal } from '#kernel/refusal.ts'
import { type FindtreatmentList, readFindtreatment } from './read-findtreatment.ts'

const EXAMPLE = join(import.meta.dirname, 'examples', 'findtreatment.json')

let folder: string
let example: { rows: Record<string, unknown>[] }
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'findtreatment-'))
  example = JSON.parse(await readFile(EXAMPLE, 'utf8'))
})
afterAll(() => rm(folder, { recursive: true }))

const readText = async (content: string | Buffer) => {
  const path = join(folder, 'answer.json')
  await writeFile(path, content)
  return readFindtreatment(path)
}
const readRows = (rows: unknown[]) =>
  readText(JSON.stringify({ page: 1, totalPages: 1, recordCount: rows.length, rows }))
const accepted = (answer: Awaited<ReturnType<typeof readText>>): FindtreatmentList => {
  if (isRefusal(answer)) throw new Error(`${answer.refused}: ${answer.explanation}`)
  return answer
}

describe('an answer of FindTreatment.gov', () => {
  it('is read with its page', async () => {
    const list = accepted(await readFindtreatment(EXAMPLE))
    expect(list).toMatchObject({ read: 5, page: 1, totalPages: 3, findings: [] })
    expect(list.facilities[0]).toMatchObject({
      findtreatmentId: 'invented-1',
      phone: '434-555-0101',
      intakePhones: ['434-555-0102'],
      hotline: null,
      website: 'https://example.org/',
      facts: {
        needs: ['treatment', 'moud'],
        payers: ['medicaid', 'private', 'none'],
        languages: ['Spanish'],
      },
    })
  })

  it('keeps every code as it came, also those that nobody uses yet', async () => {
    const [first] = accepted(await readFindtreatment(EXAMPLE)).facilities
    expect(first?.codes).toEqual({ typeFacility: 'SA', services: example.rows[0]?.services })
    expect(JSON.stringify(first?.codes)).toContain('Smoking not permitted')
  })

  it('links to web pages only', async () => {
    const list = accepted(await readFindtreatment(EXAMPLE))
    expect(list.facilities[4]?.website).toBeNull()
    const website = async (text: unknown) =>
      accepted(await readRows([{ ...example.rows[0], website: text }])).facilities[0]?.website
    expect(await website('www.example.org/help')).toBe('https://www.example.org/help')
    expect(await website('data:text/html,hello')).toBeNull()
    expect(await website('not an address')).toBeNull()
    expect(await website(null)).toBeNull()
  })

  it('takes one listing once, and tells copies from rows that differ', async () => {
    const [first] = example.rows
    const list = accepted(await readRows([first, { ...first }, { ...first, phone: '434-555-0199' }]))
    expect(list.facilities).toHaveLength(1)
    expect(list.findings.map(({ kind, line }) => [kind, line])).toEqual([
      ['duplicate', 2],
      ['merged', 3],
    ])
  })

  it('leaves out rows that are no facilities, with their number', async () => {
    const list = accepted(
      await readRows([
        ...example.rows,
        { ...example.rows[0], frid: 'x', latitude: '0', longitude: '0' },
        'text',
      ]),
    )
    expect(list.findings.map(({ kind, line }) => [kind, line])).toEqual([
      ['skipped', 6],
      ['skipped', 7],
    ])
  })
})

describe('a file that is no such answer', () => {
  it.each([
    ['no JSON', 'name1,name2\n'],
    ['cut off', '{"page": 1, "rows": [{"name1": "Harbor'],
    ['something else', '{"results": []}'],
    ['a list', '[{"name1": "Harbor Light"}]'],
    ['nothing', ''],
  ])('is refused: %s', async (_, content) => {
    const answer = await readText(content)
    expect(answer).toMatchObject({ refused: 'wrong-shape', explanation: expect.stringContaining('"rows"') })
  })

  it('is refused when it holds no rows, or rows of something else', async () => {
    expect(await readRows([])).toMatchObject({ refused: 'empty' })
    expect(await readRows([{ id: 1 }, { id: 2 }])).toMatchObject({ refused: 'too-many-bad-rows' })
  })

  it('is refused when it is not a text in UTF-8', async () => {
    expect(await readText(Buffer.from('{"rows": ["caf\xe9"]}', 'latin1'))).toMatchObject({
      refused: 'not-text',
    })
  })
})
