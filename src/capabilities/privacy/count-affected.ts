import type { MemberActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { selectAffected, updateBreach } from './breach.store.ts'
import { recordBreach } from './record-breach.ts'

/**
 * Says how many people a breach affects, those too who are not on its list: who is told, and by when, hangs on it.
 *
 * @param count.mostInOneState how many of them live in the state that has the most; null while nobody knows
 * @returns `too-few`: more are on the list; `too-many`: more in one state than in all
 */
export const countAffected = (
  asActor: AsActor,
  actor: MemberActor,
  id: Id<'breach'>,
  { affected, mostInOneState }: { readonly affected: number; readonly mostInOneState: number | null },
): Promise<{ readonly counted: true } | Refusal<'too-few' | 'too-many' | 'not-open'>> =>
  asActor(actor, async (tx) => {
    if (mostInOneState !== null && mostInOneState > affected) return { refused: 'too-many' }
    if ((await selectAffected(tx, id)).length > affected) return { refused: 'too-few' }
    if (!(await updateBreach(tx, id, { affected, mostInOneState }))) return { refused: 'not-open' }
    await recordBreach(tx, 'privacy.count-affected', id, { affected })
    return { counted: true }
  })
