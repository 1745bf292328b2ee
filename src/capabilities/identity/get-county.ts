import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { selectCounty } from './county.store.ts'

/** A county's own settings. Times are in seconds; the zone is an IANA name. */
export type County = NonNullable<Awaited<ReturnType<typeof selectCounty>>>

/** @throws when there is no such county */
export const getCounty = async (tx: Tx, id: Id<'jurisdiction'>): Promise<County> => {
  const county = await selectCounty(tx, id)
  if (!county) throw new Error('The county of this record is missing.')
  return county
}
