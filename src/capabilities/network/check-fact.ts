import { record } from '#audit'
import type { Actor } from '#kernel/actor.ts'
import { dayAt } from '#kernel/calendar-day.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { CheckSource, Fact } from './profile.ts'
import { insertFactCheck, mayTell } from './told.store.ts'

export type CheckedFact = {
  /** Made by whoever checks: sent twice, it is one check. */
  readonly id: string
  readonly serviceId: string
  readonly fact: Fact
  /** False: it was found wrong, and whoever keeps the listing has to mend it. */
  readonly holds: boolean
  readonly source: Extract<CheckSource, 'member' | 'phone' | 'website'>
  readonly zone: string
}

/** Writes down that somebody has just looked whether a fact of a listing is still true. */
export const checkFact = (
  asActor: AsActor,
  actor: Actor,
  { id, serviceId, fact, holds, source, zone }: CheckedFact,
): Promise<{ checked: boolean } | Refusal<'no-such-service'>> =>
  asActor<{ checked: boolean } | Refusal<'no-such-service'>>(actor, async (tx) => {
    if (!(await mayTell(tx, serviceId))) return { refused: 'no-such-service' }
    const byMember = actor.kind === 'member' ? actor.memberId : null
    const checkedOn = dayAt(new Date(), zone)
    const checked = await insertFactCheck(tx, { id, serviceId, fact, holds, checkedOn, source, byMember })
    if (checked)
      await record(tx, {
        action: 'network.fact-checked',
        outcome: 'done',
        subjectKind: 'service',
        subjectIds: [serviceId],
        detail: { fact, holds, source },
      })
    return { checked }
  })
