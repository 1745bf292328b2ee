import type { Tx } from '#platform/database/as-actor.ts'
import { selectMemberNames, selectOrganizations } from './county.store.ts'

/** An organization as anybody may know it. */
export type OrganizationCard = Awaited<ReturnType<typeof selectOrganizations>>[number]

/** Organizations by id; one that does not exist is missing from the map. */
export const findOrganizations = async (
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OrganizationCard>> =>
  new Map(ids.length === 0 ? [] : (await selectOrganizations(tx, ids)).map((found) => [found.id, found]))

/** Names of members by id, of those whom the actor may see. */
export const findMemberNames = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map(ids.length === 0 ? [] : (await selectMemberNames(tx, ids)).map(({ id, name }) => [id, name]))
