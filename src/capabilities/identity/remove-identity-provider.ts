import { record } from '#audit'
import type { Actor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { deleteProvider, endSessionsThrough, findProviderOf } from './sign-on.store.ts'

/**
 * Ends an organization's single sign-on, and every session that was opened by it. Which account is whose is kept, for the
 * day on which the same provider comes back, such as with a new secret.
 */
export const removeIdentityProvider = (
  actor: Actor,
  asActor: AsActor,
  input: { jurisdictionId: Id<'jurisdiction'>; organizationId: Id<'organization'> },
): Promise<{ id: Id<'identity-provider'>; sessionsEnded: number } | Refusal<'no-such-provider'>> =>
  asActor(actor, async (tx) => {
    const provider = await findProviderOf(tx, input.organizationId)
    if (!provider) return { refused: 'no-such-provider' }
    const sessionsEnded = await endSessionsThrough(tx, provider.id)
    await deleteProvider(tx, provider.id)
    await record(tx, {
      action: 'identity.sign-on-removed',
      outcome: 'done',
      subjectKind: 'organization',
      subjectIds: [input.organizationId],
      jurisdictionId: input.jurisdictionId,
      detail: { provider: provider.id, sessionsEnded },
    })
    return { id: provider.id, sessionsEnded }
  })
