import type { MemberActor } from '#kernel/actor.ts'
import type { Day } from '#kernel/calendar-day.ts'
import { type Id, newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { insertNotice, selectBreaches } from './breach.store.ts'
import { noticesOwed, type Told } from './breach.ts'
import { recordBreach } from './record-breach.ts'

/**
 * Writes down that somebody was told of a breach, once and for good: it is the proof that the duty was met (164.414(b)).
 *
 * @param notice.on the day they were told, neither before the discovery nor after `today`
 * @returns `not-owed`: nobody has to tell them, or there is no such open breach; `told-before`
 */
export const noteBreachNotice = (
  asActor: AsActor,
  actor: MemberActor,
  id: Id<'breach'>,
  notice: { readonly told: Told; readonly on: Day; readonly how: string },
  today: Day,
): Promise<{ readonly noted: true } | Refusal<'incomplete' | 'not-owed' | 'told-before'>> =>
  asActor(actor, async (tx) => {
    const [breach] = await selectBreaches(tx, id)
    const { told, on, how } = notice
    if (!breach || breach.closedAt || !noticesOwed(breach).some((owed) => owed.told === told))
      return { refused: 'not-owed' }
    const fields = {
      ...(on < breach.discoveredOn ? { on: 'That is before it was discovered.' } : {}),
      ...(on > today ? { on: 'That day has not come yet.' } : {}),
      ...(how.trim() === '' ? { how: 'Write how, such as “first-class mail”.' } : {}),
    }
    if (Object.keys(fields).length > 0) return { refused: 'incomplete', fields }
    const isNew = await insertNotice(tx, {
      ...{ id: newId(), breachId: id, jurisdictionId: actor.jurisdictionId, told, toldOn: on },
      ...{ how: how.trim(), writtenByMemberId: actor.memberId },
    })
    if (!isNew) return { refused: 'told-before' }
    await recordBreach(tx, 'privacy.tell-of-breach', id, { told, on })
    return { noted: true }
  })
