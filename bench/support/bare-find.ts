import type pg from 'pg'
import type { Coordinates } from '#kernel/geo.ts'

export type Search = {
  readonly near: Coordinates
  readonly need: 'treatment' | 'moud' | 'shelter' | undefined
  readonly at: Date
  readonly zone: string
}

/**
 * The same answer in one prepared statement: the hundred nearest that are active, shown to everybody and help with the
 * need, through the need's own index; of these the ten that feel nearest for somebody with Medicaid, whole.
 */
const textFor = (need: Search['need']): string => `
with pool as (
  select id, position <-> earth_point($1, $2) as chord, payers, hours, $3 at time zone coalesce(time_zone, $4) as now
  from service
  where status = 'active' and shown_to = 'public' ${need ? `and needs @> '{${need}}'` : ''}
  order by position <-> earth_point($1, $2) fetch first 100 rows with ties
), nearest as (
  select *, 2 * 3958.7613 * asin(least(1, chord / 2)) as miles from pool order by chord, id limit 100
), best as (
  select id, miles, miles
    + case when payers is null then 5 when 'medicaid' = any (payers) then 0 when 'none' = any (payers) then 5 else 40 end
    + case when hours is null then 5 else coalesce((
        select min(case when opens < closes and closes - now::time <= '1 hour' then 2 else 0 end)
        from jsonb_to_recordset(hours) as span (days integer[], opens time, closes time)
        where extract(isodow from now) = any (days)
          and (opens = closes or (now::time >= opens and now::time < closes))), 10) end as felt
  from nearest order by felt, miles, id limit 10
)
select best.felt, best.miles, service.*, site.*, provider.name
from best
join service on service.id = best.id
join site on site.id = service.site_id
join provider on provider.id = service.provider_id
order by felt, miles, service.id`

/** The ids of the ten best, as the superuser, past every policy. */
export const bareFind = async (client: pg.Client, { near, need, at, zone }: Search): Promise<string[]> => {
  const { rows } = await client.query<unknown[]>({
    name: `find ${need}`,
    text: textFor(need),
    values: [near.latitude, near.longitude, at, zone],
    rowMode: 'array',
  })
  return rows.map((row) => String(row[2]))
}
