import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { putOff } from './queue.ts'
import { selectTask, updateTask } from './tasks.store.ts'

/** Puts a task off by days from now, or back by as many; false when it has ended or the actor may not see it. */
export const moveTask = async (tx: Tx, id: string, days: number, now: Date): Promise<boolean> => {
  const task = await selectTask(tx, id)
  if (!task || task.ended) return false
  const dueAt = days > 0 ? putOff(task.dueAt, now, days) : new Date(task.dueAt.getTime() + days * 86_400_000)
  await updateTask(tx, id, { dueAt })
  await record(tx, {
    ...{ action: 'cases.move-task', subjectKind: 'case-task', subjectIds: [id], outcome: 'done' },
    ...{ dataClasses: ['care-plan'], detail: { days } },
  })
  return true
}

/** Takes a task on, whoever had it; false when it has ended or the actor may not see it. */
export const takeTask = async (tx: Tx, actor: MemberActor, id: string): Promise<boolean> => {
  const task = await selectTask(tx, id)
  if (!task || task.ended) return false
  await updateTask(tx, id, { assignedMemberId: actor.memberId })
  await record(tx, {
    ...{ action: 'cases.take-task', subjectKind: 'case-task', subjectIds: [id], outcome: 'done' },
    dataClasses: ['care-plan'],
  })
  return true
}
