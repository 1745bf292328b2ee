import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { insertSetAside } from './privacy.store.ts'
import type { UnusualRule } from './unusual-access.ts'

/** Which unusual access, as `listUnusualAccess` names it. */
export type WhichAccess = {
  readonly rule: UnusualRule
  readonly memberId: string
  readonly about: string
}

/**
 * Sets unusual access aside, with what the privacy officer found, for good. Set aside twice, the first note stays.
 *
 * @returns refusals: `note-missing`; `own-access`, because nobody judges what they did themselves
 */
export const setAsideAccess = (
  asActor: AsActor,
  actor: MemberActor,
  which: WhichAccess,
  note: string,
): Promise<{ readonly setAside: boolean } | Refusal<'note-missing' | 'own-access'>> =>
  asActor(actor, async (tx) => {
    if (note.trim() === '') return { refused: 'note-missing' }
    if (which.memberId === actor.memberId) return { refused: 'own-access' }
    const setAside = await insertSetAside(tx, {
      id: newId(),
      jurisdictionId: actor.jurisdictionId,
      rule: which.rule,
      memberId: which.memberId,
      about: which.about,
      note: note.trim(),
      setAsideByMemberId: actor.memberId,
    })
    await record(tx, {
      action: 'privacy.set-aside',
      subjectKind: 'member',
      subjectIds: [which.memberId],
      outcome: setAside ? 'done' : 'refused',
      dataClasses: ['ledger'],
      detail: { rule: which.rule, about: which.about },
    })
    return { setAside }
  })
