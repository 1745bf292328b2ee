import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { hasPerson } from './consent.store.ts'

/** Whether the actor's organization entered this person itself: nobody else's people can be referred again. */
export const isOwnPerson = (tx: Tx, id: Id<'person'>): Promise<boolean> => hasPerson(tx, id)
