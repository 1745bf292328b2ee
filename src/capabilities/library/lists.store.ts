import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { LibraryTables, ListItem, ListRow } from './library.table.ts'

export type ReadingList = Pick<
  ListRow,
  'id' | 'title' | 'about' | 'visibility' | 'items' | 'memberId' | 'jurisdictionId' | 'changedAt'
>

const shown = (tx: Tx) =>
  tables<LibraryTables>(tx)
    .selectFrom('libraryList')
    .select(['id', 'title', 'about', 'visibility', 'items', 'memberId', 'jurisdictionId', 'changedAt'])
    .where('removedAt', 'is', null)

/** Every list that the actor may see, by title. */
export const selectLists = (tx: Tx): Promise<ReadingList[]> => shown(tx).orderBy('title').limit(500).execute()

export const selectList = (tx: Tx, id: string): Promise<ReadingList | undefined> =>
  shown(tx).where('id', '=', id).executeTakeFirst()

/** The lists on which a record stands. */
export const selectListsOf = (tx: Tx, record: string): Promise<{ id: string; title: string }[]> =>
  tables<LibraryTables>(tx)
    .selectFrom('libraryList')
    .select(['id', 'title'])
    .where('removedAt', 'is', null)
    .where(sql<boolean>`items @> ${JSON.stringify([{ record }])}::jsonb`)
    .orderBy('title')
    .execute()

type NewList = {
  readonly id: string
  readonly title: string
  readonly about: string | null
  readonly visibility: 'public' | 'members'
  readonly items: readonly ListItem[]
}

/** @returns false when this very list was made before */
export const insertList = async (
  tx: Tx,
  { items, ...list }: NewList & { readonly jurisdictionId: string; readonly memberId: string },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tables<LibraryTables>(tx)
    .insertInto('libraryList')
    .values({ ...list, items: JSON.stringify(items) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** @returns false where there is none that the actor may change */
export const updateList = async (
  tx: Tx,
  { id, items, ...list }: NewList & { readonly removed?: boolean | undefined },
): Promise<boolean> => {
  const { removed, ...fields } = list
  const { numUpdatedRows } = await tables<LibraryTables>(tx)
    .updateTable('libraryList')
    .set({
      ...{ ...fields, items: JSON.stringify(items), changedAt: new Date() },
      ...(removed ? { removedAt: new Date() } : {}),
    })
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
