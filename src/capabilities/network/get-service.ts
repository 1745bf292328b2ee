import type { Tx } from '#platform/database/as-actor.ts'
import { findService, selectOffer } from './network.store.ts'

/** A listing with all that is known of it. */
export type Listing = NonNullable<Awaited<ReturnType<typeof findService>>>

/**
 * One service, whatever its status; undefined when there is none or the actor may not see it.
 */
export const getService = (tx: Tx, id: string): Promise<Listing | undefined> => findService(tx, id)

/** Who offers a service, whether it is active, and with what it helps. */
export type Offer = NonNullable<Awaited<ReturnType<typeof selectOffer>>>

/**
 * What decides whether a service can be asked; undefined when there is none or the actor may not see it. Whoever is
 * about to ask judges it again here, because a page may have been open for an hour.
 */
export const findOffer = (tx: Tx, id: string): Promise<Offer | undefined> => selectOffer(tx, id)
