import type pg from 'pg'
import { COUNTY, ORGANIZATIONS } from '../../src/app/demo/organizations.ts'

const ORGANIZATIONS_IN_ALL = 10

/**
 * Fills the demonstration county with cases of ten organizations, what happened in them, and tasks, all of the coordinator's
 * own open within the week. Written past triggers and foreign keys: a million by the front door would take an hour.
 *
 * @returns the case that holds as many events as asked
 */
export const addCases = async (
  admin: pg.Client,
  count: { entries: number; cases: number; inOneCase: number; ownTasks: number; coordinatorId: string },
): Promise<string> => {
  await admin.query('set session_replication_role = replica')
  await admin.query(
    `insert into organization (id, jurisdiction_id, name, kind, is_criminal_justice, is_part2_program)
     select uuidv7(), $1, 'Case workers ' || n, 'case-management', false, true from generate_series(2, $2) as n`,
    [COUNTY.id, ORGANIZATIONS_IN_ALL],
  )
  await admin.query(
    `create temp table invented as
     select n, uuidv7() as id, uuidv7() as person_id, place.ids[1 + n % $2] as organization_id
     from generate_series(0, $1 - 1) as n,
       (select array[$3::uuid] || array_agg(id) as ids from organization where name like 'Case workers %') place`,
    [count.cases, ORGANIZATIONS_IN_ALL, ORGANIZATIONS.navigators.id],
  )
  await admin.query('analyze invented')
  await admin.query(
    `insert into person (id, jurisdiction_id, organization_id) select person_id, $1, organization_id from invented`,
    [COUNTY.id],
  )
  await admin.query(
    `insert into case_file (id, jurisdiction_id, organization_id, person_id, opened_by_member_id, opened_at, status,
       case_manager_id, last_contact_at)
     select id, $1, organization_id, person_id, $2, now() - interval '90 days', 'active', $2, now() - interval '3 days'
     from invented`,
    [COUNTY.id, count.coordinatorId],
  )
  await admin.query(
    `insert into case_identity (case_id, jurisdiction_id, organization_id, called, born_on, phone, sounds)
     select id, $1, organization_id, 'Sam ' || n, date '1950-01-01' + n % 20000, '207-555-0199', array['S' || n]
     from invented`,
    [COUNTY.id],
  )
  await admin.query(
    `insert into case_entry (id, case_id, jurisdiction_id, organization_id, kind, happened_at, recorded_by_member_id,
       channel, minutes, words)
     select uuidv7(), file.id, $1, file.organization_id, 'contact', now() - e * interval '1 min', $2, 'call', 10,
       'Asked how it goes, and what comes next.'
     from generate_series(1, $3) as e join invented file on file.n = e % $4`,
    [COUNTY.id, count.coordinatorId, count.entries - count.inOneCase, count.cases],
  )
  const { rows } = await admin.query<{ id: string }>('select id from invented where n = 0')
  const [one] = rows
  if (!one) throw new Error('No case was made.')
  await admin.query(
    `insert into case_entry (id, case_id, jurisdiction_id, organization_id, kind, happened_at, recorded_by_member_id,
       channel, minutes, words)
     select uuidv7(), $1, $2, $3, 'contact', now() - e * interval '1 hour', $4, 'call', 10, 'Asked how it goes.'
     from generate_series(1, $5) as e`,
    [one.id, COUNTY.id, ORGANIZATIONS.navigators.id, count.coordinatorId, count.inOneCase],
  )
  await admin.query(
    `insert into case_task (id, jurisdiction_id, organization_id, case_id, kind, title, due_at, assigned_member_id,
       added_by_member_id)
     select uuidv7(), $1, $2, file.id, 'follow-up', '30-day follow-up', now() + (t - 500) * interval '3 min', $3, $3
     from generate_series(1, $4) as t
     join (select id, row_number() over (order by n) as place from invented where organization_id = $2) file
       on file.place = 1 + t % ($5::integer / $6::integer)`,
    [
      COUNTY.id,
      ORGANIZATIONS.navigators.id,
      count.coordinatorId,
      count.ownTasks,
      count.cases,
      ORGANIZATIONS_IN_ALL,
    ],
  )
  await admin.query('set session_replication_role = origin')
  await admin.query('vacuum analyze')
  return one.id
}
