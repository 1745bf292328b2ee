import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { type TestDirectory, testDirectory } from '#tests/support/directory.ts'
import type { Change } from './change.ts'
import { beginDraft, editDraft, undoDraft } from './edit-draft.ts'
import { findPathway, listPublished, liveOn } from './list-pathways.ts'
import { makePathway } from './make-pathway.ts'
import { endPathway, publishPathway } from './publish-pathway.ts'

const TODAY = '2026-11-24'

let directory: TestDirectory
let manager: MemberActor
let officer: MemberActor
let id: string
beforeAll(async () => {
  directory = await testDirectory()
  manager = await directory.hire('health-department', 'manager')
  officer = await directory.hire('police', 'officer')
})
afterAll(() => directory.close())

const make = async (source = 'lead-social-contact') => {
  const pathwayId = newId()
  await makePathway(directory.asActor, manager, { id: pathwayId, source }, TODAY)
  return pathwayId
}

const publish = (pathwayId: string, from: string, revision = 1, versionId = newId()) =>
  publishPathway(directory.asActor, manager, pathwayId, { id: versionId, revision, from }, TODAY)

const rename = (name: string): Change => ({
  ...{ part: 'about', newItem: 'n-1', act: 'save' },
  fields: { name: [name], kind: ['officer-prevention'], begins: ['An officer meets a person.'] },
})

const edit = (revision: number, change: Change, by = manager) =>
  editDraft(directory.asActor, by, id, revision, change)

const read = async (pathwayId = id, by = manager) => directory.asActor(by, (tx) => findPathway(tx, pathwayId))

describe('a draft', () => {
  test('sent twice is made once, and each change is its next revision', async () => {
    id = newId()
    const from = { id, source: 'lead-social-contact' }
    await makePathway(directory.asActor, manager, from, TODAY)
    await makePathway(directory.asActor, manager, from, TODAY)
    expect(await edit(1, rename('Walk along'))).toEqual({ revision: 2 })
    expect((await read())?.draft?.definition.name).toBe('Walk along')
  })

  test('keeps what somebody else was quicker to change', async () => {
    expect(await edit(1, rename('Too late'))).toEqual({ refused: 'changed-since' })
    expect((await read())?.draft?.definition.name).toBe('Walk along')
  })

  test('takes back a step, and then stands as before', async () => {
    expect(await undoDraft(directory.asActor, manager, id, 2)).toEqual({ undone: true })
    expect((await read())?.draft?.definition.name).toBe('LEAD social contact')
    expect(await undoDraft(directory.asActor, manager, id, 1)).toEqual({ undone: false })
  })

  test('says at its field what is too long, and changes nothing', async () => {
    const long = await edit(1, rename('x'.repeat(81)))
    expect(isRefusal(long) && long.fields).toEqual({ name: 'Use at most 80 letters.' })
  })

  test('is nothing to an officer, who is told of no draft and edits none', async () => {
    expect((await read(id, officer))?.draft).toBeUndefined()
    expect(await edit(1, rename('Mine'), officer)).toEqual({ refused: 'not-found' })
    const made = { id: newId(), source: 'angel' }
    await expect(makePathway(directory.asActor, officer, made, TODAY)).rejects.toThrow(/row-level security/)
  })

  test('in which something is wrong is not published', async () => {
    const [{ id: question } = { id: '' }] = (await read())?.draft?.definition.questions ?? []
    await edit(1, { part: 'questions', item: question, newItem: 'n-1', act: 'remove', fields: {} })
    expect(await publish(id, TODAY, 2)).toEqual({ refused: 'has-faults' })
    await undoDraft(directory.asActor, manager, id, 2)
  })
})

describe('a version', () => {
  test('holds from its day on, and what held before stays word for word', async () => {
    const versionId = newId()
    expect(await publish(id, TODAY, 1, versionId)).toEqual({ number: 1 })
    expect(await publish(id, TODAY, 1, versionId)).toEqual({ number: 1 })
    const first = (await read())?.versions[0]?.definition
    await beginDraft(directory.asActor, manager, id, TODAY)
    await edit(1, rename('Walk along'))
    expect(await publish(id, '2026-12-01', 2)).toEqual({ number: 2 })
    const published = await directory.asActor(officer, listPublished)
    const names = (day: string) => liveOn(published, day).map(({ name }) => name)
    expect([names(TODAY), names('2026-12-01')]).toEqual([['LEAD social contact'], ['Walk along']])
    expect((await read())?.versions.find(({ number }) => number === 1)?.definition).toEqual(first)
  })

  test('begins on no day that is over, nor before the one that it follows', async () => {
    await beginDraft(directory.asActor, manager, id, TODAY)
    for (const from of ['2026-11-23', '2026-11-30'])
      expect(isRefusal(await publish(id, from)) && true, from).toBe(true)
  })

  test('is changed and removed by nobody', async () => {
    const { rows } = await directory.base.admin.query(
      `select privilege_type from information_schema.role_table_grants
       where table_name = 'pathway_version' and grantee = 'causeway_app' order by 1`,
    )
    expect(rows.map((row) => row.privilege_type)).toEqual(['INSERT', 'SELECT'])
  })
})

test('a pathway ends after its last day, and goes on when it is said', async () => {
  const ending = await make('angel')
  await publish(ending, TODAY)
  const live = async (day: string) =>
    liveOn(await directory.asActor(officer, listPublished), day).some(({ pathwayId }) => pathwayId === ending)
  await endPathway(directory.asActor, manager, ending, TODAY, TODAY)
  expect([await live(TODAY), await live('2026-11-25')]).toEqual([true, false])
  await endPathway(directory.asActor, manager, ending, null, TODAY)
  expect(await live('2026-11-25')).toBe(true)
  expect(isRefusal(await endPathway(directory.asActor, officer, ending, TODAY, TODAY))).toBe(true)
})

test('a copy is a draft of its own', async () => {
  const copy = await make(id)
  expect((await read(copy))?.draft?.definition.name).toBe('LEAD social contact (copy)')
  expect((await read(copy))?.versions).toEqual([])
})
