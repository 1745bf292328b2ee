import type { AsActor } from '#platform/database/as-actor.ts'
import { insertEdition } from './cards.store.ts'
import { EDITION, shippedEntries } from './shipped-cards.ts'

/**
 * Brings the cards of this program into the database. Done once an edition, however often the program starts; what a
 * county entered stands, and an older program beside a newer one takes nothing back.
 *
 * @returns how many fields say something new
 */
export const fillCards = (asActor: AsActor): Promise<number> =>
  asActor({ kind: 'operator' }, (tx) => insertEdition(tx, EDITION, shippedEntries()))
