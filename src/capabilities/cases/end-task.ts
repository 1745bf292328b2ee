import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { endTaskRow, reopenTaskRow } from './tasks.store.ts'

/**
 * Ends a task of the actor's organization, done or dropped.
 *
 * @returns false when somebody had ended it, or the actor may not see it
 */
export const endTask = async (
  tx: Tx,
  actor: MemberActor,
  id: Id<'case-task'>,
  ended: 'done' | 'dropped',
): Promise<boolean> => {
  if (!(await endTaskRow(tx, id, ended, actor.memberId))) return false
  await record(tx, {
    ...{ action: 'cases.end-task', subjectKind: 'case-task', subjectIds: [id], outcome: 'done' },
    ...{ dataClasses: ['care-plan'], detail: { ended } },
  })
  return true
}

/** Takes the end of a task back: it is due again as it was. */
export const reopenTask = async (tx: Tx, id: Id<'case-task'>): Promise<boolean> => {
  if (!(await reopenTaskRow(tx, id))) return false
  await record(tx, {
    ...{ action: 'cases.reopen-task', subjectKind: 'case-task', subjectIds: [id], outcome: 'done' },
    dataClasses: ['care-plan'],
  })
  return true
}
