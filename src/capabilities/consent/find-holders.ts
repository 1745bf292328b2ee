import type { Tx } from '#platform/database/as-actor.ts'
import { selectHolders } from './release.store.ts'
import { selectNamed } from './release-lines.store.ts'

/** An organization that has to do with people by their releases, and with whom of those who were asked about. */
export type Holder = { readonly organizationId: string; readonly personIds: readonly string[] }

/**
 * Who has to do with people by what was signed, as far as the actor may know.
 *
 * @param of.named who has an active release that was signed with this name; nobody, unless the actor opened an emergency
 *   for the name (42 CFR 2.51), by the database's clock
 * @param of.personIds whom the releases of these people name as discloser or recipient, ended ones too
 */
export const findHolders = async (
  tx: Tx,
  of: { readonly named: string } | { readonly personIds: readonly string[] },
): Promise<Holder[]> => {
  if ('named' in of) return selectHolders(tx, of.named)
  return of.personIds.length === 0 ? [] : selectNamed(tx, of.personIds)
}
