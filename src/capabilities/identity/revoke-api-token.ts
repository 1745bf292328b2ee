import { record } from '#audit'
import type { Actor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { revokeApiToken as revoke } from './api-token.store.ts'

/** From this moment the token opens nothing. */
export const revokeApiToken = async (
  actor: Actor,
  asActor: AsActor,
  tokenId: Id<'api-token'>,
): Promise<{ id: Id<'api-token'> } | Refusal<'no-such-token'>> =>
  asActor(actor, async (tx) => {
    const token = await revoke(tx, tokenId)
    if (!token) return { refused: 'no-such-token' }
    await record(tx, {
      action: 'identity.token-revoked',
      outcome: 'done',
      subjectKind: 'api-token',
      subjectIds: [tokenId],
      jurisdictionId: token.jurisdictionId,
    })
    return { id: tokenId }
  })
