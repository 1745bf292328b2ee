import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { insertEntry, selectCaseToChange, updateCase } from './cases.store.ts'
import { listCaseManagers } from './list-cases.ts'
import { reassignTasks } from './tasks.store.ts'

/**
 * Gives a case to a member of the organization, or to nobody. What the one before had to do in it goes along, so that nothing
 * stays with somebody who has left.
 */
export const setCaseManager = async (
  tx: Tx,
  actor: MemberActor,
  to: { readonly caseId: string; readonly memberId: string | undefined },
): Promise<{ readonly caseId: string } | Refusal<'not-known' | 'not-a-colleague'>> => {
  const file = await selectCaseToChange(tx, to.caseId)
  if (!file) return { refused: 'not-known' }
  const next = to.memberId ?? null
  if (file.caseManagerId === next) return { caseId: file.id }
  const colleagues = await listCaseManagers(tx, actor.organizationId)
  if (next !== null && !colleagues.some(({ id }) => id === next)) return { refused: 'not-a-colleague' }
  await updateCase(tx, file.id, { caseManagerId: next })
  await reassignTasks(tx, file.id, file.caseManagerId, next)
  await insertEntry(tx, {
    ...{ id: newId(), caseId: file.id, jurisdictionId: file.jurisdictionId, kind: 'manager' },
    ...{ organizationId: file.organizationId, happenedAt: new Date(), recordedByMemberId: actor.memberId },
    ...{ what: next === null ? 'nobody' : 'somebody', words: null, channel: null, minutes: null },
    ...{ amountCents: null, aboutEntryId: null },
  })
  await record(tx, {
    ...{ action: 'cases.set-manager', subjectKind: 'case-file', subjectIds: [file.id], outcome: 'done' },
    dataClasses: ['care-plan'],
  })
  return { caseId: file.id }
}
