import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import type { Throwaway } from './throwaway.ts'

/** As many as the national list has. */
const LISTED = 14_027
const INVENTED = 100_000

/** Where the invented list puts its places, when no real one is given. */
const TOWNS = [
  ['Bangor', 'ME', '04401', 44.8, -68.77],
  ['Boston', 'MA', '02118', 42.34, -71.07],
  ['Philadelphia', 'PA', '19134', 39.99, -75.11],
  ['Baltimore', 'MD', '21223', 39.29, -76.65],
  ['Huntington', 'WV', '25701', 38.41, -82.44],
  ['Dayton', 'OH', '45402', 39.76, -84.19],
  ['Chicago', 'IL', '60624', 41.88, -87.72],
  ['Louisville', 'KY', '40203', 38.24, -85.76],
  ['Atlanta', 'GA', '30318', 33.79, -84.44],
  ['Miami', 'FL', '33128', 25.78, -80.2],
  ['Houston', 'TX', '77003', 29.75, -95.34],
  ['Albuquerque', 'NM', '87102', 35.08, -106.65],
  ['Denver', 'CO', '80205', 39.76, -104.97],
  ['Phoenix', 'AZ', '85004', 33.45, -112.07],
  ['Los Angeles', 'CA', '90013', 34.04, -118.24],
  ['Seattle', 'WA', '98104', 47.6, -122.33],
] as const

/** Writes a list in SAMHSA's format of invented places, thick in towns and thin around them. */
const inventList = async (folder: string): Promise<string> => {
  const rows = ['name1,name2,street1,street2,city,state,zip,zip4,county,latitude,longitude']
  for (let number = 0; number < LISTED; number++) {
    const [city, state, zip, latitude, longitude] = TOWNS[number % TOWNS.length] as (typeof TOWNS)[number]
    const away = (Math.random() - 0.5) ** 3 * 12
    const place = `${(latitude + away).toFixed(6)},${(longitude + Math.random() * away).toFixed(6)}`
    rows.push(`Harbor Light ${number},,${number} Main Street,,${city},${state},${zip},,,${place}`)
  }
  const file = join(folder, 'invented-list.csv')
  await writeFile(file, `${rows.join('\n')}\n`)
  return file
}

/** Imports the national list by the operator's command. @returns how long that takes, in seconds */
export const importList = async (installation: Throwaway, file: string | undefined): Promise<number> => {
  const list = file ?? (await inventList(installation.folder))
  const began = performance.now()
  await installation.command('import', 'samhsa', list)
  return (performance.now() - began) / 1000
}

/**
 * Adds services around those that are listed, as thick as they are: with hours, payers and needs of every kind, some
 * closed, some not shown to everybody; a tenth say each day whether they have room, some are shut for the week.
 */
export const addInvented = (admin: pg.Client): Promise<unknown> =>
  admin.query(`
    create temporary table around as
      select number, 'ffffffff-0000-7000-8000-' || lpad(to_hex(number), 12, '0') as tail, near.*,
        near.latitude + (random() - 0.5) * 0.1 as there, near.longitude + (random() - 0.5) * 0.1 as along
      from generate_series(1, ${INVENTED}) as number
      join (select row_number() over () as place, count(*) over () as places, city, county, state, zip, latitude,
          longitude, time_zone from site where latitude between 19 and 71) near
        on place = 1 + (number::bigint * 7919) % places;
    insert into provider (id, name) select overlay(tail placing 'a' from 1)::uuid, 'Open Door ' || number from around;
    insert into site (id, provider_id, street, city, county, state, zip, latitude, longitude, time_zone)
      select overlay(tail placing 'b' from 1)::uuid, overlay(tail placing 'a' from 1)::uuid, number || ' Side Street',
        city, county, state, zip, there, along, time_zone from around;
    insert into service (id, provider_id, site_id, name, needs, payers, walk_in, needs_id, min_age, max_age, hours, status,
        visibility)
      select overlay(tail placing 'c' from 1)::uuid, overlay(tail placing 'a' from 1)::uuid,
        overlay(tail placing 'b' from 1)::uuid, 'Program ' || number,
        (array['{treatment}', '{treatment}', '{treatment}', '{treatment,moud}', '{treatment,moud}', '{treatment}',
          '{recovery-support}', '{harm-reduction}', '{shelter}', '{other}'])[1 + number % 10]::text[],
        (array[null, null, '{medicaid,private}', '{medicaid,medicare,private,none}', '{private}'])[1 + number % 5]::text[],
        (array[null, null, true, false])[1 + number / 3 % 4], (array[null, 'required', 'not-needed'])[1 + number / 7 % 3],
        (array[null, 18, 12])[1 + number / 11 % 3], (array[null, null, 25])[1 + number / 13 % 3],
        case number % 7
          when 0 then '[{"days": [1, 2, 3, 4, 5], "opens": "08:00", "closes": "17:00"}]'::jsonb
          when 1 then '[{"days": [1, 3, 5], "opens": "09:30", "closes": "19:00"}]'::jsonb
          when 2 then '[{"days": [1, 2, 3, 4, 5, 6, 7], "opens": "00:00", "closes": "00:00"}]'::jsonb
        end,
        case when number % 41 = 0 then 'inactive' else 'active' end,
        case when number % 37 = 0 then 'partners' when number % 97 = 0 then 'hidden' else 'public' end
      from around;
    insert into capacity_report (id, service_id, level, open, is_open, as_of, channel)
      select gen_random_uuid(), overlay(tail placing 'c' from 1)::uuid, 'detox', 1 + number % 4, true,
        '2026-11-24T20:00Z'::timestamptz - day * interval '1 day', 'link'
      from around cross join generate_series(0, 9) as day where number % 10 = 0;
    insert into closure (id, service_id, from_on, until_on)
      select gen_random_uuid(), overlay(tail placing 'c' from 1)::uuid, '2026-11-23', '2026-11-29'
      from around where number % 50 = 0;
    analyze`)
