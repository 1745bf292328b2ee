import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import type { TaskKind } from './case.ts'
import { insertTasks } from './tasks.store.ts'

/** What somebody of the actor's organization is to do by when. */
export type NewTask = {
  /** Made by whoever asks, or derived from what it is for: asked twice, it is one. */
  readonly id: Id<'case-task'>
  readonly kind: TaskKind
  /** What is to be done, at most 200 letters. */
  readonly title: string
  readonly dueAt: Date
  /** Left out: whoever of the organization comes first. */
  readonly assignedMemberId?: Id<'member'> | undefined
  readonly caseId?: Id<'case-file'> | undefined
  /** Without a case: whom or what it is about, and the page that shows it, as a path. */
  readonly about?: string | undefined
  readonly href?: string | undefined
}

/**
 * Puts tasks on the queue of the actor's organization. One whose id is in use stays as it is.
 *
 * @throws the database's refusal when the case is not one of the actor's organization
 */
export const addTasks = async (tx: Tx, actor: MemberActor, tasks: readonly NewTask[]): Promise<void> => {
  const { jurisdictionId, organizationId, memberId } = actor
  const added = await insertTasks(
    tx,
    tasks.map(({ id, kind, title, dueAt, assignedMemberId, caseId, about, href }) => ({
      ...{ id, jurisdictionId, organizationId, kind, title, dueAt, addedByMemberId: memberId },
      ...{ caseId: caseId ?? null, about: about ?? null, href: href ?? null },
      assignedMemberId: assignedMemberId ?? null,
    })),
  )
  if (added === 0) return
  await record(tx, {
    ...{ action: 'cases.add-task', subjectKind: 'case-task', subjectIds: tasks.map(({ id }) => id) },
    ...{ outcome: 'done', dataClasses: ['care-plan'] },
  })
}

/** Puts one task on the queue of the actor's organization; see `addTasks`. */
export const addTask = (tx: Tx, actor: MemberActor, task: NewTask): Promise<void> =>
  addTasks(tx, actor, [task])
