import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { VisitTables } from './visits.table.ts'

const db = (tx: Tx) => tables<VisitTables>(tx)

export type VisitRow = Selectable<VisitTables['visit']>
export type CallRow = Selectable<VisitTables['visitCall']>

/** @returns false when it was opened before */
export const insertVisit = async (tx: Tx, visit: Insertable<VisitTables['visit']>): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('visit')
    .values(visit)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows) > 0
}

/** A visit that the actor may see. Kept from changing until the end of the transaction when it is to be written. */
export const selectVisit = (tx: Tx, id: string): Promise<VisitRow | undefined> =>
  db(tx).selectFrom('visit').selectAll().where('id', '=', id).executeTakeFirst()

/** What was noted of the actor's station and of those to which its angels were called, the newest first. */
export const selectVisits = (tx: Tx, { since, limit }: { since: Date; limit: number }): Promise<VisitRow[]> =>
  db(tx)
    .selectFrom('visit')
    .selectAll()
    .where('openedAt', '>=', since)
    .orderBy('openedAt', 'desc')
    .limit(limit)
    .execute()

/** @returns false when somebody noted the same first, or it ended */
export const updateVisit = async (
  tx: Tx,
  id: string,
  unless:
    | 'comfortAt'
    | 'hospitalAt'
    | 'fitAt'
    | 'promiseAt'
    | 'itemsAt'
    | 'decidedAt'
    | 'overriddenAt'
    | 'endedAt',
  changes: Updateable<VisitTables['visit']>,
): Promise<boolean> => {
  const changed = await db(tx)
    .updateTable('visit')
    .set(changes)
    .where('id', '=', id)
    .where(unless, 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** What the database's clock says now, for what is noted. */
export const NOW = sql<Date>`now()`

export const insertCall = async (tx: Tx, call: Insertable<VisitTables['visitCall']>): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('visitCall')
    .values(call)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows) > 0
}

export const selectCalls = (tx: Tx, visitIds: readonly string[]): Promise<CallRow[]> =>
  visitIds.length === 0
    ? Promise.resolve([])
    : db(tx)
        .selectFrom('visitCall')
        .selectAll()
        .where('visitId', 'in', visitIds)
        .orderBy('calledAt')
        .execute()

/** @returns false when it was answered before, or is not the actor's */
export const updateAnswer = async (
  tx: Tx,
  id: string,
  changes: Pick<Updateable<VisitTables['visitCall']>, 'answer' | 'minutes'>,
): Promise<boolean> => {
  const changed = await db(tx)
    .updateTable('visitCall')
    .set({ ...changes, answeredAt: NOW })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** @returns false when it was said before, or whoever was called did not say that they come */
export const updateHere = async (
  tx: Tx,
  id: string,
  by: 'hereSaidByStationAt' | 'hereSaidByAngelAt',
): Promise<boolean> => {
  const changed = await db(tx)
    .updateTable('visitCall')
    .set({ [by]: NOW })
    .where('id', '=', id)
    .where(by, 'is', null)
    .where('answer', '=', 'coming')
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** The Angel table of a county for a quarter that is over; exact, and not to be shown before small counts are withheld. */
export type VisitCounts = {
  readonly visits: number
  readonly urgent: number
  readonly families: number
  readonly met: number
  readonly people: number
  readonly offered: number
  readonly entered: number
  readonly retained: number
}

export const selectVisitCounts = async (tx: Tx, quarterBegins: string): Promise<VisitCounts | undefined> =>
  (await sql<VisitCounts>`select * from count_visits(${quarterBegins}::date)`.execute(tx.connection)).rows[0]
