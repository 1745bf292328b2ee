import type { Tx } from '#platform/database/as-actor.ts'
import { selectColleagues } from './county.store.ts'

/** Somebody who works at an organization now. */
export type Colleague = Awaited<ReturnType<typeof selectColleagues>>[number]

/** Who works at these organizations of the actor's county, by name; accounts that are closed are left out. */
export const listColleagues = async (tx: Tx, organizationIds: readonly string[]): Promise<Colleague[]> =>
  organizationIds.length === 0 ? [] : selectColleagues(tx, organizationIds)
