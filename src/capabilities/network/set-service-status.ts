import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { changeListing } from './change-listing.ts'
import type { Status } from './listing.ts'

/**
 * Closes a service, for a while or for good, or opens it again. From that moment no search finds a closed one, and no
 * referral to it is taken.
 *
 * @param input.id made by whoever does it: sent twice, it is one change
 */
export const setServiceStatus = async (
  actor: Actor,
  asActor: AsActor,
  {
    serviceId,
    status,
    id = newId(),
    zone = 'UTC',
  }: {
    readonly serviceId: string
    readonly status: Status
    readonly id?: string
    readonly zone?: string
  },
): Promise<{ status: Status } | Refusal<'no-such-service'>> => {
  const done = await changeListing(asActor, actor, { id, serviceId, zone, set: () => ({ status }) })
  return isRefusal(done) ? { refused: 'no-such-service' } : { status }
}
