import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { selectHolders } from './release.store.ts'

/** An organization that holds a release, and whom of those it knows the release is about. */
export type Holder = {
  readonly fromOrganizationId: Id<'organization'>
  readonly personIds: readonly Id<'person'>[]
}

/**
 * Who has an active release that was signed with this name; nobody, unless the actor opened an emergency for the name
 * (42 CFR 2.51), by the database's clock.
 */
export const findHolders = (tx: Tx, personName: string): Promise<Holder[]> => selectHolders(tx, personName)
