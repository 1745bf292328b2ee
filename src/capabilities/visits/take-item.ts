import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Day } from '#kernel/calendar-day.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type ItemRow, insertItem, selectItems, signDestruction } from './items.store.ts'

export type NewItem = {
  readonly id: string
  /** What it is: never whose. */
  readonly description: string
  readonly bagNumber: string
  readonly witnessMemberId: string
  readonly takenOn: Day
}

/**
 * Records something that was handed over, in its sealed bag, with a witness. It is kept by itself: with no visit, no
 * person and no charge, so that nobody can be found by it.
 */
export const takeItem = (
  asActor: AsActor,
  actor: MemberActor,
  item: NewItem,
): Promise<{ readonly noted: boolean } | Refusal<'bag-in-use' | 'own-witness'>> =>
  asActor<{ readonly noted: boolean } | Refusal<'bag-in-use' | 'own-witness'>>(actor, async (tx) => {
    const { jurisdictionId, organizationId, memberId } = actor
    if (item.witnessMemberId === memberId) return { refused: 'own-witness' }
    const written = await insertItem(tx, {
      ...{ ...item, jurisdictionId, organizationId, takenByMemberId: memberId },
    })
    if (written === 'taken') return { refused: 'bag-in-use' }
    if (written === 'new')
      await record(tx, {
        ...{ action: 'visits.take-item', subjectKind: 'surrendered-item', subjectIds: [item.id] },
        outcome: 'done',
      })
    return { noted: written === 'new' }
  })

/** Signs that an item was destroyed: two members do, each for themselves. @returns whether it was signed now */
export const destroyItem = (
  asActor: AsActor,
  actor: MemberActor,
  id: string,
): Promise<{ readonly signed: boolean }> =>
  asActor(actor, async (tx) => {
    const signed = await signDestruction(tx, id, actor.memberId)
    if (signed)
      await record(tx, {
        ...{ action: 'visits.destroy-item', subjectKind: 'surrendered-item', subjectIds: [id] },
        outcome: 'done',
      })
    return { signed }
  })

/** The evidence room of the actor's station. */
export const listItems = (
  asActor: AsActor,
  actor: MemberActor,
  page: { readonly limit: number; readonly offset: number },
): Promise<ItemRow[]> => asActor(actor, (tx) => selectItems(tx, page))
