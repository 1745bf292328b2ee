import { sql } from 'kysely'
import type { Coordinates } from '#kernel/geo.ts'
import type { Tx } from '#platform/database/as-actor.ts'

/** A place that somebody could call, in as many words as a list needs. */
export type CallablePlace = {
  readonly serviceId: string
  readonly providerName: string
  readonly serviceName: string
  readonly city: string
  readonly phone: string | null
  readonly verifiedOn: string | null
  readonly mayChange: boolean
}

/** As far as people are driven; what lies beyond is another county's to call. */
const REACH_MILES = 60
const EARTH_RADIUS_MILES = 3958.8
/** The straight line through a sphere of radius 1, as positions are compared. */
const REACH = 2 * Math.sin(REACH_MILES / EARTH_RADIUS_MILES / 2)

/** The nearest places that the actor may write down what they hear of, nearest first. */
export const listCallable = async (
  tx: Tx,
  { latitude, longitude }: Coordinates,
  limit: number,
): Promise<CallablePlace[]> =>
  (
    await sql<CallablePlace>`
      select s.id as service_id, p.name as provider_name, s.name as service_name, site.city, s.phone,
        s.verified_on::text as verified_on, actor_keeps_listing(s.organization_id) as may_change
      from service s join provider p on p.id = s.provider_id join site on site.id = s.site_id
      where s.status = 'active'
        and (actor_calls_places() or actor_keeps_listing(s.organization_id))
        and s.position <-> earth_point(${latitude}::double precision, ${longitude}::double precision) <= ${REACH}
      order by s.position <-> earth_point(${latitude}::double precision, ${longitude}::double precision), s.id
      limit ${limit}`.execute(tx.connection)
  ).rows
