import type pg from 'pg'
import type { Coordinates } from '#kernel/geo.ts'

export type Search = {
  readonly near: Coordinates
  readonly need: 'treatment' | 'moud' | 'shelter' | undefined
  /** Whether somebody of 34 with Medicaid and no ID has to be let in now, walking in. */
  readonly isForPerson: boolean
  readonly at: Date
  readonly zone: string
}

const isShutToday = `exists (
  select from closure c where c.service_id = pool.id and now::date between c.from_on and c.until_on)`

const isOpenNow = `exists (
  select from jsonb_to_recordset(hours) as span (days integer[], opens time, closes time)
  where extract(isodow from now) = any (days)
    and (opens = closes or (now::time >= opens and now::time < closes)))`

/** What is surely not for them is left out, and each question that is left counts as three miles. */
const PERSON = {
  where: `(payers is null or payers && '{medicaid,none}') and walk_in is distinct from false
    and needs_id is distinct from 'required' and 34 between coalesce(min_age, 0) and coalesce(max_age, 120)
    and ${isOpenNow} and not ${isShutToday}`,
  felt: `+ case when walk_in is null then 3 else 0 end + case when needs_id is null then 3 else 0 end
    + case when coalesce(min_age, max_age) is null then 3 else 0 end`,
}

const nearest = (need: Search['need'], count: number, and = ''): string => `
  select *, position <-> earth_point($1, $2) as chord, $3 at time zone coalesce(time_zone, $4) as now
  from service
  where status = 'active' and shown_to = 'public' ${need ? `and needs @> '{${need}}'` : ''} ${and}
  order by position <-> earth_point($1, $2) fetch first ${count} rows`

/**
 * The same answer in one prepared statement: the hundred nearest that are active, shown to everybody, help with the need,
 * and for a person let them in now (among the three thousand nearest), through the need's own index; of these the ten
 * that feel nearest for somebody with Medicaid, whole, with the newest word on their room.
 */
const textFor = ({ need, isForPerson }: Search): string => `
with pool as (${
  isForPerson
    ? `select * from (${nearest(need, 3000, 'and open_week is not null')} only) as pool where ${PERSON.where} order by chord fetch first 100 rows with ties`
    : `${nearest(need, 100)} with ties`
}), best as (
  select id, miles, miles
    + case when payers is null then 5 when 'medicaid' = any (payers) then 0 when 'none' = any (payers) then 5 else 40 end
    + case when hours is null then 5 when ${isShutToday} then 10 else coalesce((
        select min(case when opens < closes and closes - now::time <= '1 hour' then 2 else 0 end)
        from jsonb_to_recordset(hours) as span (days integer[], opens time, closes time)
        where extract(isodow from now) = any (days)
          and (opens = closes or (now::time >= opens and now::time < closes))), 10) end
    ${isForPerson ? PERSON.felt : ''} as felt
  from (select *, 2 * 3958.7613 * asin(least(1, chord / 2)) as miles from pool order by chord, id limit 100) as pool
  order by felt, miles, id limit 10
)
select best.felt, best.miles, service.*, site.*, provider.name, room.*
from best
join service on service.id = best.id
join site on site.id = service.site_id
join provider on provider.id = service.provider_id
left join lateral (
  select jsonb_agg(report) from unnest('{detox,residential,outpatient,moud-start,shelter,other}'::text[]) as kind
  cross join lateral (
    select * from capacity_report c where c.service_id = service.id and c.level = kind order by as_of desc limit 1) as report
) as room on true
order by felt, miles, service.id`

/** The ids of the ten best, as the superuser, past every policy. */
export const bareFind = async (client: pg.Client, search: Search): Promise<string[]> => {
  const { near, at, zone, need, isForPerson } = search
  const { rows } = await client.query<unknown[]>({
    name: `find ${need} ${isForPerson}`,
    text: textFor(search),
    values: [near.latitude, near.longitude, at, zone],
    rowMode: 'array',
  })
  return rows.map((row) => String(row[2]))
}
