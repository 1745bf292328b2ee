import type pg from 'pg'
import type { Scenario } from './scenarios.ts'

type Column = { table: string; column: string }

/** Takes people and their referrals out of a world, with every row that names them, as if they had never been met. */
export const forget = async (admin: pg.ClientBase, scenarios: readonly Scenario[]): Promise<void> => {
  if (scenarios.length === 0) return
  const ids = scenarios.flatMap(({ referral, person, line }) => [
    referral,
    person,
    ...(line ? [line.id] : []),
  ])
  const { rows } = await admin.query<Column>(
    `select relname as table, attname as column from pg_attribute join pg_class on attrelid = pg_class.oid
     where relkind in ('r', 'p') and not relispartition and relnamespace = 'public'::regnamespace
       and (attname in ('referral_id', 'person_id', 'release_line_id')
         or (attname = 'id' and relname in ('referral', 'person')))`,
  )
  await admin.query('set session_replication_role = replica')
  for (const { table, column } of rows)
    await admin.query(`delete from ${table} where ${column} = any($1)`, [ids])
  await admin.query('delete from disclosure where person_ids && $1::uuid[]', [ids])
  await admin.query('set session_replication_role = default')
}
