import type { Tx } from '#platform/database/as-actor.ts'
import { findService } from './network.store.ts'

/** A listing with all that is known of it. */
export type Listing = NonNullable<Awaited<ReturnType<typeof findService>>>

/**
 * One service, whatever its status; undefined when there is none or the actor may not see it. Whoever is about to act
 * on it judges `status` and `organizationId` again here, because a page may have been open for an hour.
 */
export const getService = (tx: Tx, id: string): Promise<Listing | undefined> => findService(tx, id)
