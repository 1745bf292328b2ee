import { sql } from 'kysely'
import type { Coordinates } from '#kernel/geo.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { NetworkTables } from './network.table.ts'

/** The names that counties use for places: the actor's own county's, or those of all where the actor has none. */
export const listPlaces = (tx: Tx): Promise<({ name: string } & Coordinates)[]> =>
  tables<NetworkTables>(tx)
    .selectFrom('place')
    .select(['name', 'latitude', 'longitude'])
    .$if('jurisdictionId' in tx.actor, (query) =>
      query.where('jurisdictionId', '=', 'jurisdictionId' in tx.actor ? tx.actor.jurisdictionId : ''),
    )
    .execute()

/**
 * Towns of a name in which the directory has sites, with the middle of those sites: only sites with a service that the
 * actor sees, because a town alone may give away a hidden one.
 */
export const listTowns = async (
  tx: Tx,
  city: string,
  state: string | undefined,
): Promise<({ city: string; state: string; sites: number } & Coordinates)[]> => {
  const { rows } = await sql<{ city: string; state: string; sites: number } & Coordinates>`
    select min(city) as city, state, count(*)::integer as sites,
      percentile_cont(0.5) within group (order by latitude) as latitude,
      percentile_cont(0.5) within group (order by longitude) as longitude
    from site
    where city_key = lower(${city}) and latitude is not null
      and exists (select from service where service.site_id = site.id)
      ${state ? sql`and state = ${state}` : sql``}
    group by state
    order by sites desc, state`.execute(tx.connection)
  return rows
}
