import { sql } from 'kysely'
import type { Tx } from '#platform/database/as-actor.ts'
import type { AskedRow } from './find-alike.ts'

/** A listing near a row, at its address or under its phone. */
export type Neighbour = {
  readonly row: number
  readonly serviceId: string
  readonly providerName: string
  readonly siteName: string | null
  readonly addressKey: string | null
  readonly phoneKey: string | null
  readonly latitude: number | null
  readonly longitude: number | null
}

/** Of which rows the directory knows the name and address already; those are joined, and no question. */
export const listKnownKeys = async (tx: Tx, keys: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ matchKey: string }>`
    select match_key from site_listing where match_key = any(${keys}::text[])`.execute(tx.connection)
  return new Set(rows.map(({ matchKey }) => matchKey))
}

const NEAREST = 3

/** The listings, of those that the actor may see, at a row's address, under its phone, or nearest to it. */
export const listNeighbours = async (tx: Tx, rows: readonly AskedRow[]): Promise<readonly Neighbour[]> => {
  const asked = JSON.stringify(
    rows.map(({ row, addressKey, phoneKey, latitude, longitude }) => ({
      row,
      address_key: addressKey,
      phone_key: phoneKey,
      latitude,
      longitude,
    })),
  )
  const { rows: found } = await sql<Neighbour>`
    with asked as materialized (
      select * from jsonb_to_recordset(${asked}::jsonb)
        as one (row integer, address_key text, phone_key text, latitude double precision, longitude double precision)
    ), meant as (
      select asked.row, s.id from asked join site on site.address_key = asked.address_key
        join service s on s.site_id = site.id
      union select asked.row, s.id from asked join service s on s.phone_key = asked.phone_key
      union select asked.row, near.id from asked cross join lateral (
        select s.id from service s where s.position is not null
        order by s.position <-> earth_point(asked.latitude, asked.longitude) limit ${sql.lit(NEAREST)}
      ) near where asked.latitude is not null
    )
    select meant.row, s.id as service_id, provider.name as provider_name, site.name as site_name,
      site.address_key, s.phone_key, site.latitude, site.longitude
    from meant join service s on s.id = meant.id join site on site.id = s.site_id
      join provider on provider.id = s.provider_id
    order by meant.row, s.id`.execute(tx.connection)
  return found
}
