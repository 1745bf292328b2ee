import { type Insertable, type Selectable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { DiversionTables } from './diversions.table.ts'

const db = (tx: Tx) => tables<DiversionTables>(tx)

export type MeetingRow = Selectable<DiversionTables['workGroupMeeting']>
export type ActionRow = Selectable<DiversionTables['workGroupAction']>

/** @returns false when this meeting was written before */
export const insertMeeting = async (
  tx: Tx,
  meeting: Insertable<DiversionTables['workGroupMeeting']>,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('workGroupMeeting')
    .values(meeting)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return written.numInsertedOrUpdatedRows === 1n
}

export const selectMeetings = (tx: Tx, limit: number): Promise<MeetingRow[]> =>
  db(tx).selectFrom('workGroupMeeting').selectAll().orderBy('heldAt', 'desc').limit(limit).execute()

export const selectMeeting = (tx: Tx, id: string): Promise<MeetingRow | undefined> =>
  db(tx).selectFrom('workGroupMeeting').selectAll().where('id', '=', id).executeTakeFirst()

/** @returns false when this action was noted before */
export const insertAction = async (
  tx: Tx,
  action: Insertable<DiversionTables['workGroupAction']>,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('workGroupAction')
    .values(action)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return written.numInsertedOrUpdatedRows === 1n
}

/** What is open first, by its day. */
export const selectActions = (tx: Tx, meetingId: string): Promise<ActionRow[]> =>
  db(tx)
    .selectFrom('workGroupAction')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy(sql`done_at is not null`)
    .orderBy('dueOn')
    .orderBy('id')
    .execute()

/** @returns false when it was done before, or is not of this meeting */
export const endAction = async (tx: Tx, meetingId: string, id: string): Promise<boolean> => {
  const changed = await db(tx)
    .updateTable('workGroupAction')
    .set({ doneAt: sql<Date>`now()` })
    .where('id', '=', id)
    .where('meetingId', '=', meetingId)
    .where('doneAt', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
