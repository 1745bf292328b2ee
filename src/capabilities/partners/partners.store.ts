import { sql } from 'kysely'
import type { Coordinates } from '#kernel/geo.ts'
import type { Tx } from '#platform/database/as-actor.ts'

export type SyringeProgram = {
  readonly serviceId: string
  readonly providerName: string
  readonly serviceName: string
  readonly offers: string[] | null
  readonly phone: string | null
  readonly street: string | null
  readonly city: string
  readonly state: string
  readonly zip: string
  readonly latitude: number | null
  readonly longitude: number | null
}

/**
 * Programs that give out syringes, and harm-reduction programs of which nobody has said what they give: of those that the
 * actor is shown, those that may be nearest to a place. Degrees stand for miles here, so more are read than are shown.
 */
export const listSyringePrograms = async (
  tx: Tx,
  near: Coordinates | undefined,
  count: number,
): Promise<SyringeProgram[]> => {
  const { rows } = await sql<SyringeProgram>`
    select service_id, provider_name, service_name, offers, phone, street, city, state, zip, latitude, longitude
    from listed_offer
    where needs @> '{harm-reduction}'
      and (offers @> '{syringe-exchange}' or offers is null and is_harm_reduction_program(needs))
    order by ${
      near
        ? sql`power(latitude - ${near.latitude}, 2)
            + power((longitude - ${near.longitude}) * cosd(${near.latitude}), 2) nulls last`
        : sql`state, city`
    }, service_id
    fetch first ${sql.lit(count)} rows only`.execute(tx.connection)
  return rows
}
