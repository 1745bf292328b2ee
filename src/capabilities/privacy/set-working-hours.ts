import { record } from '#audit'
import { findOrganizations } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import type { Hours } from '#kernel/hours.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { FIND_UNUSUAL_ACCESS, type FindWork } from './find-unusual-access.ts'
import { deleteWorkingHours, insertWorkingHours, selectWorkingHours } from './privacy.store.ts'

/** When organizations of the county work, by their id; those without hours work at any hour. */
export const listWorkingHours = (asActor: AsActor, actor: MemberActor): Promise<ReadonlyMap<string, Hours>> =>
  asActor(actor, (tx) => selectWorkingHours(tx, actor.jurisdictionId))

/**
 * Says when the members of an organization work.
 *
 * @param hours undefined: at any hour
 * @returns `not-found` for an organization that does not take part in the actor's county
 */
export const setWorkingHours = (
  asActor: AsActor,
  actor: MemberActor,
  organizationId: Id<'organization'>,
  hours: Hours | undefined,
): Promise<{ readonly set: true } | Refusal<'not-found'>> =>
  asActor(actor, async (tx) => {
    const organization = (await findOrganizations(tx, [organizationId])).get(organizationId)
    if (organization?.jurisdictionId !== actor.jurisdictionId) return { refused: 'not-found' }
    await deleteWorkingHours(tx, organizationId)
    if (hours)
      await insertWorkingHours(tx, {
        organizationId,
        jurisdictionId: actor.jurisdictionId,
        hours,
        setByMemberId: actor.memberId,
      })
    tx.enqueue<FindWork>(FIND_UNUSUAL_ACCESS, { jurisdictionId: actor.jurisdictionId })
    await record(tx, {
      action: 'privacy.set-hours',
      subjectKind: 'organization',
      subjectIds: [organizationId],
      outcome: 'done',
      detail: { anyHour: hours === undefined },
    })
    return { set: true }
  })
