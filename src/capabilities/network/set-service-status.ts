import { record } from '#audit'
import type { Actor } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { Status } from './listing.ts'
import { setStatus } from './network.store.ts'

/**
 * Closes a service, for a while or for good, or opens it again. From that moment no search finds a closed one, and no
 * referral to it is taken.
 */
export const setServiceStatus = (
  actor: Actor,
  asActor: AsActor,
  { serviceId, status }: { readonly serviceId: string; readonly status: Status },
): Promise<{ status: Status } | Refusal<'no-such-service'>> =>
  asActor<{ status: Status } | Refusal<'no-such-service'>>(actor, async (tx) => {
    if (!(await setStatus(tx, serviceId, status))) return { refused: 'no-such-service' }
    await record(tx, {
      action: 'network.service-status-set',
      outcome: 'done',
      subjectKind: 'service',
      subjectIds: [serviceId],
      detail: { status },
    })
    return { status }
  })
