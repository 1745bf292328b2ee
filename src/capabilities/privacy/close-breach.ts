import type { MemberActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { selectBreaches, selectNotices, updateBreach } from './breach.store.ts'
import { noticesOwed } from './breach.ts'
import { recordBreach } from './record-breach.ts'

/**
 * Closes a breach for good, once it is assessed and everybody was told who has to be; nothing of it changes afterwards.
 *
 * @param note what was learned, and what is different now
 */
export const closeBreach = (
  asActor: AsActor,
  actor: MemberActor,
  id: Id<'breach'>,
  note: string,
  now: Date,
): Promise<
  | { readonly closed: true }
  | Refusal<'note-missing' | 'not-assessed' | 'not-counted' | 'notices-missing' | 'not-open'>
> =>
  asActor(actor, async (tx) => {
    const [breach] = await selectBreaches(tx, id)
    if (!breach || breach.closedAt) return { refused: 'not-open' }
    if (!breach.finding) return { refused: 'not-assessed' }
    const told = (await selectNotices(tx, [id])).map((notice) => notice.told)
    const owed = noticesOwed(breach)
    if (owed.length > 0 && breach.affected === null) return { refused: 'not-counted' }
    if (owed.some((notice) => !told.includes(notice.told))) return { refused: 'notices-missing' }
    if (note.trim() === '') return { refused: 'note-missing' }
    const closing = { closingNote: note.trim(), closedByMemberId: actor.memberId, closedAt: now }
    if (!(await updateBreach(tx, id, closing))) return { refused: 'not-open' }
    await recordBreach(tx, 'privacy.close-breach', id)
    return { closed: true }
  })
