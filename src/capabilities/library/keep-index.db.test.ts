import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type TestDirectory, testDirectory } from '#tests/support/directory.ts'
import { indexPath, keepIndex, type LibraryIndex } from './keep-index.ts'
import type { Viewer } from './search/search-segments.ts'

const VISITOR: Viewer = { isMember: false, keepsLibrary: false, county: undefined }

let directory: TestDirectory
let folder: string
let index: LibraryIndex
const events: string[] = []

const open = () =>
  keepIndex({ asActor: directory.asActor, folder, log: (event) => events.push(event), pollMs: 20 })

beforeAll(async () => {
  directory = await testDirectory()
  folder = await mkdtemp(join(tmpdir(), 'causeway-index-'))
  await add('Naloxone in cars of the police')
  index = open()
  await index.caughtUp()
})
afterAll(async () => {
  await index.stop()
  await directory.close()
  await rm(folder, { recursive: true })
})

const add = async (title: string, facts: { visibility?: string; year?: string } = {}): Promise<string> => {
  const id = newId()
  await directory.base.admin.query(
    `insert into library_record (id, source, source_key, title, visibility, published_on, subjects)
     values ($1, 'file', $2, $3, $4, $5, '{Overdose}')`,
    [id, id, title, facts.visibility ?? 'public', facts.year ?? '2020'],
  )
  return id
}
const change = (id: string, title: string) =>
  directory.base.admin.query('update library_record set title = $2 where id = $1', [id, title])
const remove = (id: string) =>
  directory.base.admin.query('update library_record set deleted_at = now() where id = $1', [id])

const find = async (text: string, viewer = VISITOR) => {
  await index.caughtUp()
  return index.search({ text, viewer, size: 1000 })
}

describe('the index of the library', () => {
  test('follows what is added, changed and removed', async () => {
    const id = await add('Deflection at the front desk')
    expect((await find('deflected'))?.ids).toEqual([id])
    await change(id, 'Diversion at the front desk')
    expect((await find('deflected'))?.ids).toEqual([])
    expect((await find('diversions'))?.ids).toEqual([id])
    await remove(id)
    expect((await find('diversion'))?.ids).toEqual([])
  })

  test('does not pass over what is committed after what came later', async () => {
    const slow = await directory.base.admin.connect()
    const id = newId()
    await slow.query('begin')
    await slow.query(
      `insert into library_record (id, source, source_key, title) values ($1, 'file', $2, 'Slowly committed')`,
      [id, id],
    )
    const quick = await add('Quickly committed')
    expect((await find('committed'))?.ids).toEqual([quick])
    await slow.query('commit')
    slow.release()
    expect((await find('committed'))?.ids.toSorted()).toEqual([id, quick].toSorted())
  })

  test('counts nothing that somebody may not see', async () => {
    await add('Overtime of the night shift', { visibility: 'members', year: '1999' })
    const visitor = await find('overtime')
    expect([visitor?.total, visitor?.facets.year, visitor?.facets.subject]).toEqual([0, [], []])
    const member = await find('overtime', { ...VISITOR, isMember: true })
    expect([member?.total, member?.facets.year]).toEqual([1, [{ value: '1999', count: 1 }]])
  })

  test('goes on from its file after it died, and is built anew where the file is broken', async () => {
    await index.stop()
    const id = await add('Written while nobody looked')
    events.length = 0
    index = open()
    expect((await find('nobody looked'))?.ids).toEqual([id])
    expect(events).toEqual(['library-index-read'])

    await index.stop()
    const file = await readFile(indexPath(folder))
    file[file.length - 5] = (file[file.length - 5] as number) ^ 1
    await writeFile(indexPath(folder), file)
    events.length = 0
    index = open()
    expect((await find('nobody looked'))?.ids).toEqual([id])
    expect(events.slice(0, 2)).toEqual(['library-index-broken', 'library-index-building'])
  })

  test('says nothing until it is there, so that the database is asked', async () => {
    const late = keepIndex({
      asActor: directory.asActor,
      folder: undefined,
      log: () => undefined,
      pollMs: 20,
    })
    expect(await late.search({ text: 'naloxone', viewer: VISITOR })).toBeUndefined()
    await late.caughtUp()
    expect((await late.search({ text: 'naloxone', viewer: VISITOR }))?.total).toBe(1)
    await late.stop()
  })

  test('loses nothing of many changes at once, with deaths in between', async () => {
    const written = new Map<string, string>()
    const write = async (writer: number) => {
      const own: string[] = []
      for (let turn = 0; turn < 60; turn++) {
        const id = own[(turn * 7 + writer) % (own.length + 1)]
        if (id === undefined || turn % 3 === 0) {
          const title = `Storm ${writer} ${turn}`
          const added = await add(title)
          own.push(added)
          written.set(added, title)
        } else if (turn % 5 === 1) {
          await remove(id)
          written.delete(id)
        } else if (written.has(id)) {
          const title = `Storm ${writer} ${turn} again`
          await change(id, title)
          written.set(id, title)
        }
      }
    }
    let over = false
    const writing = Promise.all([1, 2, 3].map(write)).finally(() => {
      over = true
    })
    while (!over) {
      await new Promise((resolve) => setTimeout(resolve, 60))
      await index.stop()
      index = open()
    }
    await writing
    expect((await find('storm'))?.ids.toSorted()).toEqual([...written.keys()].sort())
    const again = [...written].filter(([, title]) => title.endsWith('again'))
    expect((await find('storm AND again'))?.ids.toSorted()).toEqual(again.map(([id]) => id).sort())
  })
})
