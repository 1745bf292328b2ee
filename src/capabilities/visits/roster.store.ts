import { type Selectable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { VisitTables } from './visits.table.ts'

const db = (tx: Tx) => tables<VisitTables>(tx)

export type RosterRow = Selectable<VisitTables['angelRoster']>

/** Whom the actor can call, or who of their program can be called, in order. */
export const selectRoster = (tx: Tx): Promise<RosterRow[]> =>
  db(tx).selectFrom('angelRoster').selectAll().orderBy('place').orderBy('savedAt').execute()

type Own = Pick<RosterRow, 'memberId' | 'jurisdictionId' | 'organizationId' | 'phone' | 'hours' | 'awayUntil'>

/** Puts the actor on the roster, at its end, or changes when they can be called. */
export const upsertOwn = async (tx: Tx, own: Own): Promise<void> => {
  const { phone, hours, awayUntil, memberId } = own
  const changed = await db(tx)
    .updateTable('angelRoster')
    .set({ phone, hours, awayUntil, savedAt: sql<Date>`now()` })
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  if (changed.numUpdatedRows > 0n) return
  await db(tx)
    .insertInto('angelRoster')
    .values({ ...own, place: sql<number>`(select coalesce(max(place), 0) + 1 from angel_roster)` as never })
    .onConflict((conflict) => conflict.column('memberId').doNothing())
    .execute()
}

export const deleteOwn = async (tx: Tx, memberId: string): Promise<boolean> =>
  (await db(tx).deleteFrom('angelRoster').where('memberId', '=', memberId).executeTakeFirst())
    .numDeletedRows > 0n

export const updatePlace = async (tx: Tx, memberId: string, place: number): Promise<void> => {
  await db(tx).updateTable('angelRoster').set({ place }).where('memberId', '=', memberId).execute()
}
