import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { hasPerson } from './person.store.ts'

/**
 * Whether the actor's own organization entered this person: somebody whom nobody entered and somebody whom others did are
 * the same no, by the same query.
 */
export const isOwnPerson = (tx: Tx, id: Id<'person'>): Promise<boolean> => hasPerson(tx, id)
