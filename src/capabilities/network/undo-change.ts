import type { Actor } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { writeChange } from './change-listing.ts'
import { hasChange, holdService, listChanges } from './keeping.store.ts'

export type UndoRefusal = Refusal<'no-such-service' | 'not-the-last'>

/** What was added cannot be taken back, only closed; and what an undo did is undone by doing it again. */
export const isUndoable = ({ what, undoes }: { what: readonly string[]; undoes: string | null }): boolean =>
  undoes === null && !what.includes('added')

/**
 * Takes back the last change of a listing: it says again what it said before. Only the last, because an earlier one may
 * be what a later one stands on.
 *
 * @param undo.id made by whoever takes it back: sent twice, it is taken back once
 */
export const undoChange = (
  asActor: AsActor,
  actor: Actor,
  { id, serviceId, changeId }: { readonly id: string; readonly serviceId: string; readonly changeId: string },
): Promise<{ undone: readonly string[] } | UndoRefusal> =>
  asActor<{ undone: readonly string[] } | UndoRefusal>(actor, async (tx) => {
    const before = await holdService(tx, serviceId)
    if (!before) return { refused: 'no-such-service' }
    if (await hasChange(tx, id)) return { undone: [] }
    const [last] = await listChanges(tx, serviceId, 1)
    if (!last || last.id !== changeId || !isUndoable(last)) return { refused: 'not-the-last' }
    await writeChange(tx, { id, serviceId, before, set: last.before, changed: last.what, undoes: last.id })
    return { undone: last.what }
  })
