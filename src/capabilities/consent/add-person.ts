import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { insertPerson } from './consent.store.ts'

/** Enters a person for the actor's organization. Says nothing about who it is; harmless when repeated. */
export const addPerson = async (tx: Tx, id: Id<'person'>): Promise<void> => {
  if (tx.actor.kind !== 'member' && tx.actor.kind !== 'token')
    throw new Error('Only members and organizations enter people.')
  await insertPerson(tx, {
    id,
    jurisdictionId: tx.actor.jurisdictionId,
    organizationId: tx.actor.organizationId,
  })
}
