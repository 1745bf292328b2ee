import { record } from '#audit'
import { findMembers } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { findVersion } from '#pathways'
import type { AsActor } from '#platform/database/as-actor.ts'
import {
  selectCaseIds,
  selectEntries,
  selectEntryCounts,
  selectOpenTasks,
  selectPlan,
} from './case-page.store.ts'
import { type CaseRow, type EntryRow, type IdentityRow, selectCase, selectIdentity } from './cases.store.ts'
import { listCaseManagers } from './list-cases.ts'
import { type NeedNow, needsNow } from './needs.ts'
import type { TaskRow } from './tasks.store.ts'

export type Entry = EntryRow & { readonly by: string }
export type Goal = {
  readonly id: string
  readonly words: string
  readonly at: Date
  readonly metAt: Date | undefined
}

/** A case with all that its page shows. */
export type ReadCase = {
  readonly file: CaseRow
  readonly identity: IdentityRow
  readonly pathway: string | undefined
  readonly caseManager: string | undefined
  readonly managers: readonly { readonly id: string; readonly name: string }[]
  readonly tasks: readonly (TaskRow & { readonly assignedTo: string | undefined })[]
  readonly goals: readonly Goal[]
  readonly needs: readonly NeedNow[]
  readonly entries: readonly Entry[]
  readonly entryCount: number
  readonly spentCents: number
  /** Cases of the same person that are kept under this one. */
  readonly merged: readonly string[]
}

export const ENTRIES_PAGE = 30

/**
 * One case of the actor's organization; undefined where there is none that the actor may see. The reading is in the audit
 * record before it is shown.
 *
 * @param page of what happened, counted from 1
 */
export const readCase = (
  asActor: AsActor,
  actor: MemberActor,
  caseId: string,
  page = 1,
): Promise<ReadCase | undefined> =>
  asActor(actor, async (tx) => {
    const [file, identity, caseIds] = await Promise.all([
      selectCase(tx, caseId),
      selectIdentity(tx, caseId),
      selectCaseIds(tx, caseId),
    ])
    if (!file || !identity) return undefined
    await record(tx, {
      ...{ action: 'cases.read', subjectKind: 'case-file', subjectIds: caseIds, outcome: 'seen' },
      dataClasses: ['identity', 'care-plan'],
    })
    const [entries, counts, plan, tasks, managers, version] = await Promise.all([
      selectEntries(tx, caseIds, { limit: ENTRIES_PAGE, offset: (page - 1) * ENTRIES_PAGE }),
      selectEntryCounts(tx, caseIds),
      selectPlan(tx, caseIds),
      selectOpenTasks(tx, caseIds),
      listCaseManagers(tx, actor.organizationId),
      file.pathwayVersionId ? findVersion(tx, file.pathwayVersionId) : undefined,
    ])
    const named = [
      file.caseManagerId,
      ...entries.map(({ recordedByMemberId }) => recordedByMemberId),
      ...tasks.map(({ assignedMemberId }) => assignedMemberId),
    ]
    const names = await findMembers(tx, [...new Set(named.filter((id) => id !== null))])
    const nameOf = (id: string | null) => (id ? names.get(id)?.name : undefined)
    return {
      ...{ file, identity, managers },
      pathway: version?.definition.name,
      caseManager: nameOf(file.caseManagerId),
      tasks: tasks.map((task) => ({ ...task, assignedTo: nameOf(task.assignedMemberId) })),
      goals: goalsOf(plan),
      needs: needsNow(plan),
      entries: entries.map((entry) => ({ ...entry, by: nameOf(entry.recordedByMemberId) ?? 'A member' })),
      entryCount: counts.entries,
      spentCents: counts.spentCents,
      merged: caseIds.slice(1),
    }
  })

const goalsOf = (plan: readonly EntryRow[]): Goal[] =>
  plan
    .filter(({ kind }) => kind === 'goal')
    .map(({ id, words, happenedAt }) => ({
      ...{ id, words: words ?? '', at: happenedAt },
      metAt: plan.find((entry) => entry.kind === 'goal-met' && entry.aboutEntryId === id)?.happenedAt,
    }))
