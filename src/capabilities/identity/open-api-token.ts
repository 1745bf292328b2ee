import type { Actor, Trace } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { findApiToken } from './api-token.store.ts'
import { tokenHash } from './secret-token.ts'

type TracedToken = Extract<Actor, { kind: 'token' }> & { readonly trace: Trace }

/** As whom a system with this API token acts; undefined when the token opens nothing (any more). */
export const openApiToken = async (
  trace: Trace,
  asActor: AsActor,
  token: string,
): Promise<TracedToken | undefined> => {
  const claim = tokenHash(token)
  const found = await asActor({ kind: 'visitor', claim, trace }, (tx) => findApiToken(tx, claim), {
    atOnce: true,
  })
  if (!found) return undefined
  const { id: tokenId, organizationId, jurisdictionId, roles } = found
  return { kind: 'token', tokenId, organizationId, jurisdictionId, roles, trace }
}
