import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { hasPerson, insertPerson } from './person.store.ts'

/**
 * Enters a person for the actor's organization, or finds one that it entered before. Says nothing about who it is.
 *
 * @param options.isNew false: only one whom it entered before. Somebody whom nobody entered and somebody whom others did are
 *   then the same no, by the same query
 * @returns false when the organization did not enter this person: nobody else's people can be referred
 * @throws the database's unique violation when the person is to be new and the id is in use, whoever entered them
 */
export const addPerson = async (
  tx: Tx,
  id: Id<'person'>,
  { isNew = true }: { readonly isNew?: boolean } = {},
): Promise<boolean> => {
  if (tx.actor.kind !== 'member' && tx.actor.kind !== 'token')
    throw new Error('Only members and organizations enter people.')
  if (!isNew) return hasPerson(tx, id)
  const { jurisdictionId, organizationId } = tx.actor
  await insertPerson(tx, { id, jurisdictionId, organizationId })
  return true
}
