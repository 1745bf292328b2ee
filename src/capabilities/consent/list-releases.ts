import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { type ReleaseLine, selectLinesFrom } from './release.store.ts'

export type { ReleaseLine }

/** The release lines that the actor's own organization obtained about a person, the newest first, ended ones too. */
export const listOwnReleases = async (tx: Tx, personId: Id<'person'>): Promise<ReleaseLine[]> =>
  'organizationId' in tx.actor ? selectLinesFrom(tx, personId, tx.actor.organizationId) : []
