import { type Insertable, type Selectable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { VisitTables } from './visits.table.ts'

const db = (tx: Tx) => tables<VisitTables>(tx)

export type ItemRow = Selectable<VisitTables['surrenderedItem']>

/** @returns `taken` when the number is on another bag of this station */
export const insertItem = async (
  tx: Tx,
  item: Insertable<VisitTables['surrenderedItem']>,
): Promise<'new' | 'known' | 'taken'> => {
  const written = await db(tx)
    .insertInto('surrenderedItem')
    .values(item)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (Number(written.numInsertedOrUpdatedRows) > 0) return 'new'
  const same = await db(tx)
    .selectFrom('surrenderedItem')
    .select('id')
    .where('id', '=', item.id)
    .executeTakeFirst()
  return same ? 'known' : 'taken'
}

/** Of the actor's station: what is still kept first, then what was destroyed, the newest first. */
export const selectItems = (tx: Tx, page: { limit: number; offset: number }): Promise<ItemRow[]> =>
  db(tx)
    .selectFrom('surrenderedItem')
    .selectAll()
    .orderBy(sql`second_at is not null`)
    .orderBy('takenOn', 'desc')
    .orderBy('bagNumber')
    .limit(page.limit)
    .offset(page.offset)
    .execute()

/** Signs for the destruction: the first, or as another member the second. @returns whether it was signed */
export const signDestruction = async (tx: Tx, id: string, memberId: string): Promise<boolean> => {
  const second = await db(tx)
    .updateTable('surrenderedItem')
    .set({ secondAt: sql<Date>`now()`, secondMemberId: memberId })
    .where('id', '=', id)
    .where('destroyedByMemberId', '<>', memberId)
    .where('secondAt', 'is', null)
    .executeTakeFirst()
  if (second.numUpdatedRows > 0n) return true
  const first = await db(tx)
    .updateTable('surrenderedItem')
    .set({ destroyedAt: sql<Date>`now()`, destroyedByMemberId: memberId })
    .where('id', '=', id)
    .where('destroyedAt', 'is', null)
    .executeTakeFirst()
  return first.numUpdatedRows > 0n
}
