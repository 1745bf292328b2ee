import { type Insertable, type Selectable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { TaskEnd } from './case.ts'
import type { CaseTables } from './cases.table.ts'

const db = (tx: Tx) => tables<CaseTables>(tx)

export type TaskRow = Selectable<CaseTables['caseTask']>

/** @returns how many were not there before */
export const insertTasks = async (
  tx: Tx,
  tasks: readonly Insertable<CaseTables['caseTask']>[],
): Promise<number> => {
  if (tasks.length === 0) return 0
  const written = await db(tx)
    .insertInto('caseTask')
    .values([...tasks])
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return Number(written.numInsertedOrUpdatedRows)
}

export const selectTask = (tx: Tx, id: string): Promise<TaskRow | undefined> =>
  db(tx).selectFrom('caseTask').selectAll().where('id', '=', id).executeTakeFirst()

/** @returns false when it had ended, or the actor may not see it */
export const endTaskRow = async (
  tx: Tx,
  id: string,
  ended: Exclude<TaskEnd, 'with-case'>,
  memberId: string,
): Promise<boolean> => {
  const changed = await db(tx)
    .updateTable('caseTask')
    .set({ ended, endedAt: sql<Date>`now()`, endedByMemberId: memberId })
    .where('id', '=', id)
    .where('ended', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** @returns false when it is open */
export const reopenTaskRow = async (tx: Tx, id: string): Promise<boolean> => {
  const changed = await db(tx)
    .updateTable('caseTask')
    .set({ ended: null, endedAt: null, endedByMemberId: null })
    .where('id', '=', id)
    .where('ended', 'is not', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Ends what is open in a case together with it. */
export const endTasksWithCase = async (tx: Tx, caseId: string, memberId: string): Promise<void> => {
  await db(tx)
    .updateTable('caseTask')
    .set({ ended: 'with-case', endedAt: sql<Date>`now()`, endedByMemberId: memberId })
    .where('caseId', '=', caseId)
    .where('ended', 'is', null)
    .execute()
}

/** Brings back what ended with the case, and nothing that somebody had done. */
export const bringTasksBack = async (tx: Tx, caseId: string): Promise<void> => {
  await db(tx)
    .updateTable('caseTask')
    .set({ ended: null, endedAt: null, endedByMemberId: null })
    .where('caseId', '=', caseId)
    .where('ended', '=', 'with-case')
    .execute()
}

export const updateTask = async (
  tx: Tx,
  id: string,
  change: { readonly dueAt: Date } | { readonly assignedMemberId: string },
): Promise<void> => {
  await db(tx).updateTable('caseTask').set(change).where('id', '=', id).where('ended', 'is', null).execute()
}

/** Gives what one member has to do in a case, and what nobody has, to another. */
export const reassignTasks = async (
  tx: Tx,
  caseId: string,
  from: string | null,
  to: string | null,
): Promise<void> => {
  await db(tx)
    .updateTable('caseTask')
    .set({ assignedMemberId: to })
    .where('caseId', '=', caseId)
    .where('ended', 'is', null)
    .where((or) =>
      from === null
        ? or('assignedMemberId', 'is', null)
        : or.or([or('assignedMemberId', 'is', null), or('assignedMemberId', '=', from)]),
    )
    .execute()
}
