import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { hasPerson, insertPerson } from './person.store.ts'

/**
 * Enters a person for the actor's organization, or finds one that it entered before. Says nothing about who it is.
 *
 * @param options.isNew false: only one whom it entered before. Somebody whom nobody entered and somebody whom others did are
 *   then the same no, by the same query
 * @returns false when the id is another organization's: nobody else's people can be referred
 */
export const addPerson = async (
  tx: Tx,
  id: Id<'person'>,
  { isNew = true }: { readonly isNew?: boolean } = {},
): Promise<boolean> => {
  if (tx.actor.kind !== 'member' && tx.actor.kind !== 'token')
    throw new Error('Only members and organizations enter people.')
  const { jurisdictionId, organizationId } = tx.actor
  return (isNew && (await insertPerson(tx, { id, jurisdictionId, organizationId }))) || hasPerson(tx, id)
}
