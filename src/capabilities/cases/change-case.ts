import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { changeStanding, type Outcome, type Status, tasksAfter } from './case.ts'
import { insertEntry, selectCaseToChange, updateCase } from './cases.store.ts'
import { bringTasksBack, endTasksWithCase } from './tasks.store.ts'

/**
 * Changes how a case stands: taken up, in the wind, closed with an outcome, opened again. Closing ends the tasks that are
 * open; opening it again brings those back, with the times they had.
 */
export const changeCase = async (
  tx: Tx,
  actor: MemberActor,
  to: {
    readonly caseId: Id<'case-file'>
    readonly status: Status
    readonly outcome?: Outcome | undefined
    readonly words?: string | undefined
  },
): Promise<{ readonly status: Status } | Refusal<'not-known' | 'no-such-step' | 'outcome-missing'>> => {
  const file = await selectCaseToChange(tx, to.caseId)
  if (!file) return { refused: 'not-known' }
  // Pressed twice: it stands so already.
  if (file.status === to.status) return { status: file.status }
  const changed = changeStanding({ status: file.status, outcome: file.outcome ?? undefined }, to)
  if (isRefusal(changed)) return changed
  const now = new Date()
  await updateCase(tx, file.id, {
    ...{ status: changed.status, statusAt: now, outcome: changed.outcome ?? null },
  })
  const tasks = tasksAfter(file.status, changed.status)
  if (tasks === 'end') await endTasksWithCase(tx, file.id, actor.memberId)
  if (tasks === 'bring-back') await bringTasksBack(tx, file.id)
  await insertEntry(tx, {
    ...{ id: newId(), caseId: file.id, jurisdictionId: file.jurisdictionId, kind: 'status' },
    ...{ organizationId: file.organizationId, happenedAt: now, recordedByMemberId: actor.memberId },
    ...{ what: changed.outcome ?? changed.status, words: to.words?.trim() || null },
    ...{ channel: null, minutes: null, amountCents: null, aboutEntryId: null },
  })
  await record(tx, {
    ...{ action: 'cases.change', subjectKind: 'case-file', subjectIds: [file.id], outcome: 'done' },
    ...{ dataClasses: ['care-plan', 'enrolled'], detail: { from: file.status, to: changed.status } },
  })
  return { status: changed.status }
}
