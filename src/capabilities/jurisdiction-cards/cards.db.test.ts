import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { OPERATOR, type TestDirectory, testDirectory } from '#tests/support/directory.ts'
import { insertEdition } from './cards.store.ts'
import { type CardChange, changeCard } from './change-card.ts'
import { fillCards } from './fill-cards.ts'
import { findCard, listCards, listHistory } from './list-cards.ts'
import { shippedEntries } from './shipped-cards.ts'

const TODAY = '2026-11-24'
const ARREST = 'good-samaritan.arrest'

let directory: TestDirectory
let manager: MemberActor
let officer: MemberActor
beforeAll(async () => {
  directory = await testDirectory()
  manager = await directory.hire('health-department', 'manager')
  officer = await directory.hire('police', 'officer')
  await fillCards(directory.asActor)
})
afterAll(() => directory.close())

const asVisitor = <Result>(work: Parameters<typeof directory.asActor<Result>>[1]) =>
  directory.asActor({ kind: 'visitor' }, work)

const arrestIn = async (state: string) =>
  (await asVisitor((tx) => findCard(tx, state, TODAY)))?.entries.get(ARREST)

const change = (facts: Partial<CardChange> = {}): CardChange => ({
  ...{ id: newId(), state: 'ME', field: ARREST, value: 'limited', source: '17-A M.R.S. § 1111-B' },
  ...{ reviewedOn: '2026-11-20', note: '' },
  ...facts,
})

const nextEdition = (edition: string, value: string) =>
  directory.asActor(OPERATOR, (tx) =>
    insertEdition(
      tx,
      edition,
      shippedEntries().map((entry) => ({
        ...entry,
        id: newId(),
        value: entry.state === 'ME' && entry.field === ARREST ? value : entry.value,
      })),
    ),
  )

test('cards are filled once an edition, however often the program starts', async () => {
  expect(await fillCards(directory.asActor)).toBe(0)
  const cards = await asVisitor((tx) => listCards(tx, '', TODAY))
  expect(cards).toHaveLength(51)
  expect(cards.reduce((sum, { reviewed }) => sum + reviewed, 0)).toBe(shippedEntries().length)
})

test('a state is found by a part of its name and by its letters', async () => {
  const found = async (text: string) =>
    (await asVisitor((tx) => listCards(tx, text, TODAY))).map(({ state }) => state)
  expect(await found('virginia')).toEqual(['VA', 'WV'])
  expect(await found('me')).toEqual(['ME'])
  expect(await found('Atlantis')).toEqual([])
})

describe('what a manager enters', () => {
  test('stands for everybody, over what was shipped, which stays in the history', async () => {
    const before = await arrestIn('ME')
    await changeCard(manager, directory.asActor, change(), TODAY)
    expect(await arrestIn('ME')).toMatchObject({ value: 'limited', reviewedOn: '2026-11-20' })
    const history = await asVisitor((tx) => listHistory(tx, 'ME', ARREST))
    expect(history.map(({ value }) => value)).toEqual(['limited', before?.value])
    expect(history[0]?.organizationName).toMatch(/^Organization/)
  })

  test('still stands after an update of the shipped cards, of which only what is new is kept', async () => {
    expect(await nextEdition('2027-06-01', 'not-protected')).toBe(1)
    expect((await arrestIn('ME'))?.value).toBe('limited')
    const history = await asVisitor((tx) => listHistory(tx, 'ME', ARREST))
    expect(history.map(({ edition }) => edition)).toEqual([null, '2027-06-01', '2026-11-24'])
  })

  test('is not taken back by an older program that starts again', async () => {
    expect(await fillCards(directory.asActor)).toBe(0)
  })

  test('sent twice is entered once', async () => {
    const twice = change({ value: 'protected' })
    await changeCard(manager, directory.asActor, twice, TODAY)
    await changeCard(manager, directory.asActor, twice, TODAY)
    const history = await asVisitor((tx) => listHistory(tx, 'ME', ARREST))
    expect(history.filter(({ id }) => id === twice.id)).toHaveLength(1)
  })

  test.each([
    ['value', { value: '' }],
    ['value', { value: 'whatever' }],
    ['source', { source: '' }],
    ['reviewed-on', { reviewedOn: undefined }],
    ['reviewed-on', { reviewedOn: '2026-11-25' }],
  ] as const)('needs a fitting %s: %o', async (field, facts) => {
    const done = await changeCard(manager, directory.asActor, change(facts), TODAY)
    expect(isRefusal(done) && Object.keys(done.fields ?? {})).toEqual([field])
  })
})

test('an officer changes no card, even where no page stands in between', async () => {
  await expect(changeCard(officer, directory.asActor, change(), TODAY)).rejects.toThrow(/row-level security/)
})

test('nobody changes or removes what a card has said', async () => {
  const { base } = directory
  const { rows } = await base.admin.query(
    `select privilege_type from information_schema.role_table_grants
     where table_name = 'card_entry' and grantee = 'causeway_app'`,
  )
  expect(rows.map((row) => row.privilege_type)).toEqual(['SELECT'])
})
