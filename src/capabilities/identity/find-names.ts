import type { Tx } from '#platform/database/as-actor.ts'
import { selectMembers, selectOrganizations } from './county.store.ts'

/** An organization as anybody may know it. */
export type OrganizationCard = Awaited<ReturnType<typeof selectOrganizations>>[number]

/** Organizations by id; one that does not exist is missing from the map. */
export const findOrganizations = async (
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OrganizationCard>> =>
  new Map(ids.length === 0 ? [] : (await selectOrganizations(tx, ids)).map((found) => [found.id, found]))

/** A member as their county may know them. */
export type MemberCard = Awaited<ReturnType<typeof selectMembers>>[number]

/** Members by id, of those whom the actor may see. */
export const findMembers = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, MemberCard>> =>
  new Map(ids.length === 0 ? [] : (await selectMembers(tx, ids)).map((found) => [found.id, found]))
