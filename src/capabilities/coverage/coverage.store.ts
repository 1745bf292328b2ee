import { sql } from 'kysely'
import type { Tx } from '#platform/database/as-actor.ts'
import type { CoverageKind, CoveringPlace } from './coverage.ts'

/** What each kind asks of a listing. Unknown counts as none that is known. */
const ASKS = sql`array_remove(array[
    case when medicines @> '{methadone}' or moud && '{methadone:start-same-day,methadone:continue,methadone:accept-on}'
      then 'methadone' end,
    case when moud @> '{buprenorphine:start-same-day}' then 'same-day-buprenorphine' end,
    case when settings @> '{detox}' or asam_levels && '{1-WM,2-WM,3.2-WM,3.7-WM,4-WM}' then 'detox' end,
    case when offers @> '{syringe-exchange}' then 'syringe-program' end,
    case when offers @> '{naloxone}' then 'naloxone' end,
    case when offers @> '{syringe-disposal}' then 'disposal' end], null)`

type Box = Readonly<Record<'south' | 'north' | 'west' | 'east', number>>

/** Who offers something of each kind in a box of degrees, of those that the actor is shown. */
export const listCovering = async (tx: Tx, { south, north, west, east }: Box): Promise<CoveringPlace[]> => {
  const { rows } = await sql<CoveringPlace & { kinds: CoverageKind[] }>`
    select city, zip, latitude, longitude, ${ASKS} as kinds from listed_offer
    where latitude between ${south} and ${north} and longitude between ${west} and ${east}
      and cardinality(${ASKS}) > 0
    order by service_id`.execute(tx.connection)
  return rows
}

export type MappedPlace = {
  readonly city: string
  readonly zip: string
  readonly latitude: number
  readonly longitude: number
}

/** Where the services of a state are, for one need or all, of those that the actor is shown. */
export const listMapped = async (tx: Tx, state: string, need: string | undefined): Promise<MappedPlace[]> => {
  const { rows } = await sql<MappedPlace>`
    select city, zip, latitude, longitude from listed_offer
    where state = ${state} and latitude is not null
      ${need ? sql`and needs @> array[${need}]::text[]` : sql``}
    order by service_id`.execute(tx.connection)
  return rows
}
