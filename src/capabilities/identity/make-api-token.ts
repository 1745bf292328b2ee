import { record } from '#audit'
import type { Actor, Role } from '#kernel/actor.ts'
import { type Id, newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { insertApiToken } from './api-token.store.ts'
import { newSecretToken, tokenHash } from './secret-token.ts'

/** What an API token begins with, so that scanners for leaked secrets know one when they see it. */
export const API_TOKEN_PREFIX = 'cwt_'
/** A token that nobody renews ends by itself. */
export const API_TOKEN_MAX_DAYS = 366

export type NewApiToken = {
  readonly jurisdictionId: Id<'jurisdiction'>
  readonly organizationId: Id<'organization'>
  /** What holds it: "Records system, night export". */
  readonly name: string
  readonly roles: readonly Role[]
  /** Whole days from now. */
  readonly days: number
}

/** Makes a token for another system of one organization. The token itself is given once and kept nowhere. */
export const makeApiToken = async (
  actor: Actor,
  asActor: AsActor,
  { days, roles, ...token }: NewApiToken,
): Promise<{ id: Id<'api-token'>; token: string; expiresAt: Date } | Refusal<'expiry-out-of-range'>> => {
  if (!Number.isInteger(days) || days < 1 || days > API_TOKEN_MAX_DAYS)
    return { refused: 'expiry-out-of-range' }
  const id = newId<'api-token'>()
  const secret = API_TOKEN_PREFIX + newSecretToken()
  const expiresAt = new Date(Date.now() + days * 86_400_000)
  await asActor(actor, async (tx) => {
    await insertApiToken(tx, { id, ...token, roles: [...roles], expiresAt, tokenHash: tokenHash(secret) })
    await record(tx, {
      action: 'identity.token-made',
      outcome: 'done',
      subjectKind: 'api-token',
      jurisdictionId: token.jurisdictionId,
      subjectIds: [id],
      detail: { roles: roles.join('+'), expiresAt: expiresAt.toISOString() },
    })
  })
  return { id, token: secret, expiresAt }
}
