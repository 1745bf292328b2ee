import type { MemberActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import {
  deleteAffected,
  insertAffected,
  selectAffected,
  selectBreaches,
  updateBreach,
} from './breach.store.ts'
import { listPeopleTold } from './read-ledger.ts'
import { recordBreach } from './record-breach.ts'

/** Whom the ledger names: all of whom an organization was told anything in a time. */
export type ToldSpan = { readonly toOrganizationId: string; readonly from: Date; readonly before: Date }

/**
 * Puts everybody on the list of a breach of whom an organization was told anything in a time, as the ledger has it. The
 * number of people affected becomes no smaller than the list.
 *
 * @returns how many were not on the list before; `nobody-told`: the ledger names nobody for it
 */
export const addToldPeople = (
  asActor: AsActor,
  actor: MemberActor,
  id: Id<'breach'>,
  span: ToldSpan,
): Promise<{ readonly added: number } | Refusal<'nobody-told' | 'not-open'>> =>
  asActor(actor, async (tx) => {
    const [breach] = await selectBreaches(tx, id)
    if (!breach || breach.closedAt) return { refused: 'not-open' }
    const told = await listPeopleTold(tx, actor, span)
    if (told.length === 0) return { refused: 'nobody-told' }
    const by = { breachId: id, jurisdictionId: actor.jurisdictionId, addedByMemberId: actor.memberId }
    const added = await insertAffected(tx, told, by)
    const listed = (await selectAffected(tx, id)).length
    if (listed > (breach.affected ?? 0)) await updateBreach(tx, id, { affected: listed })
    await recordBreach(tx, 'privacy.list-affected', id, { added })
    return { added }
  })

/** Takes somebody off the list of a breach that is open; who is not on it stays off it. */
export const removeAffected = (
  asActor: AsActor,
  actor: MemberActor,
  id: Id<'breach'>,
  personId: Id<'person'>,
): Promise<void> =>
  asActor(actor, async (tx) => {
    await deleteAffected(tx, id, personId)
    await recordBreach(tx, 'privacy.list-affected', id, { removed: 1 })
  })
