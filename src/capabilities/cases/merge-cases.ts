import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { selectCaseIds } from './case-page.store.ts'
import {
  type CaseRow,
  type IdentityRow,
  insertEntry,
  selectCaseToChange,
  selectIdentity,
  updateCase,
} from './cases.store.ts'
import { selectDoubles } from './doubles.store.ts'

const MOST_SHOWN = 5

/** Cases of the actor's organization that may be of the same person; of others nothing is looked at, and nothing can be told. */
export const findDoubles = (asActor: AsActor, actor: MemberActor, caseId: string): Promise<IdentityRow[]> =>
  asActor(actor, async (tx) => {
    const identity = await selectIdentity(tx, caseId)
    const found = identity ? await selectDoubles(tx, identity, MOST_SHOWN) : []
    if (found.length > 0)
      await record(tx, {
        ...{ action: 'cases.find-doubles', subjectKind: 'case-file', outcome: 'seen' },
        ...{ subjectIds: found.map((one) => one.caseId), dataClasses: ['identity'] },
      })
    return found
  })

const bothOf = async (
  tx: Tx,
  one: string,
  other: string,
): Promise<readonly [CaseRow, CaseRow] | undefined> => {
  // In one order, so that two who merge the same two cases never wait for each other.
  const found = new Map<string, CaseRow>()
  for (const id of [one, other].sort()) {
    const file = await selectCaseToChange(tx, id)
    if (file) found.set(id, file)
  }
  const [first, second] = [found.get(one), found.get(other)]
  return first && second ? [first, second] : undefined
}

/**
 * Keeps one case under another of the same person. Nothing moves: what happened and what is due show in the one that is kept, and
 * `partCases` undoes it.
 */
export const mergeCases = async (
  tx: Tx,
  actor: MemberActor,
  { keptId, mergedId }: { readonly keptId: string; readonly mergedId: string },
): Promise<{ readonly keptId: string } | Refusal<'not-known' | 'merged-before'>> => {
  if (keptId === mergedId) return { refused: 'not-known' }
  const both = await bothOf(tx, keptId, mergedId)
  if (!both) return { refused: 'not-known' }
  const [kept, merged] = both
  if (merged.mergedIntoId === kept.id) return { keptId }
  const under = await selectCaseIds(tx, mergedId)
  if (kept.mergedIntoId || merged.mergedIntoId || under.length > 1) return { refused: 'merged-before' }
  await updateCase(tx, mergedId, { mergedIntoId: keptId })
  await say(tx, actor, kept, 'merged')
  return { keptId }
}

/** Lets a case that was kept under another stand by itself again, as it was. */
export const partCases = async (
  tx: Tx,
  actor: MemberActor,
  { keptId, mergedId }: { readonly keptId: string; readonly mergedId: string },
): Promise<{ readonly mergedId: string } | Refusal<'not-known'>> => {
  const both = await bothOf(tx, keptId, mergedId)
  if (both?.[1].mergedIntoId !== keptId) return { refused: 'not-known' }
  await updateCase(tx, mergedId, { mergedIntoId: null })
  await say(tx, actor, both[0], 'parted')
  return { mergedId }
}

const say = async (tx: Tx, actor: MemberActor, kept: CaseRow, kind: 'merged' | 'parted'): Promise<void> => {
  await insertEntry(tx, {
    ...{ id: newId(), caseId: kept.id, jurisdictionId: kept.jurisdictionId, kind },
    ...{ organizationId: kept.organizationId, happenedAt: new Date(), recordedByMemberId: actor.memberId },
    ...{ what: null, words: null, channel: null, minutes: null, amountCents: null, aboutEntryId: null },
  })
  await record(tx, {
    ...{ action: kind === 'merged' ? 'cases.merge' : 'cases.part', subjectKind: 'case-file' },
    ...{ subjectIds: [kept.id], outcome: 'done', dataClasses: ['identity', 'care-plan'] },
  })
}
