import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { updateStruck } from './case-page.store.ts'
import { insertEntry, selectCase } from './cases.store.ts'
import { type Need, type NeedState, needCode } from './needs.ts'

/** Something that is written into a case. */
export type NewEntry = { readonly id: Id<'case-entry'>; readonly caseId: Id<'case-file'> } & (
  | { readonly kind: 'goal' | 'note'; readonly words: string }
  | { readonly kind: 'goal-met'; readonly goalId: Id<'case-entry'> }
  | { readonly kind: 'need'; readonly need: Need; readonly state: NeedState; readonly words?: string }
  /** Spent of the flexible fund, in cents, and what for. */
  | { readonly kind: 'funds'; readonly amountCents: number; readonly words: string }
)

/** Writes a goal in the person's own words, a note, how a need stands, or what was spent; sent twice, it is one. */
export const addEntry = async (
  tx: Tx,
  actor: MemberActor,
  entry: NewEntry,
): Promise<{ readonly id: string } | Refusal<'not-known'>> => {
  const { id, caseId, kind } = entry
  if (!(await selectCase(tx, caseId))) return { refused: 'not-known' }
  const first = await insertEntry(tx, {
    ...{ id, caseId, kind, jurisdictionId: actor.jurisdictionId, organizationId: actor.organizationId },
    ...{ happenedAt: new Date(), recordedByMemberId: actor.memberId, channel: null, minutes: null },
    what: kind === 'need' ? needCode(entry.need, entry.state) : null,
    words: kind === 'goal-met' ? null : entry.words?.trim() || null,
    amountCents: kind === 'funds' ? entry.amountCents : null,
    aboutEntryId: kind === 'goal-met' ? entry.goalId : null,
  })
  if (first)
    await record(tx, {
      ...{ action: 'cases.add-entry', subjectKind: 'case-file', subjectIds: [caseId], outcome: 'done' },
      ...{ dataClasses: ['care-plan'], detail: { kind } },
    })
  return { id }
}

/**
 * Strikes an entry, or puts it back. It stays readable as struck.
 *
 * @returns false when it stood so already, or is none of this case
 */
export const strikeEntry = async (
  tx: Tx,
  actor: MemberActor,
  entry: { readonly id: string; readonly caseId: string; readonly isStruck: boolean },
): Promise<boolean> => {
  if (!(await updateStruck(tx, entry, entry.isStruck ? actor.memberId : undefined))) return false
  await record(tx, {
    ...{ action: entry.isStruck ? 'cases.strike' : 'cases.put-back', subjectKind: 'case-entry' },
    ...{ subjectIds: [entry.id], outcome: 'done', dataClasses: ['care-plan'] },
  })
  return true
}
