import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import type { PgBoss } from 'pg-boss'

export const JOBS_SCHEMA = 'pgboss'

// pg-boss writes a job with a long statement, which would be parsed and planned anew for each: three jobs of a referral
// took as long as all its other rows together. A function of each queue keeps that very statement and its plan.

const nameOf = (queue: string): string => `leave ${queue}`

/** The SQL that makes the function by which jobs of this queue are left. */
export const leavingFunction = async (boss: PgBoss, queue: string): Promise<string> => {
  let statement = ''
  // What pg-boss would send; its one parameter is a text of JSON.
  const executeSql = async (text: string) => {
    statement = text
    return { rows: [{ id: '' }] }
  }
  await boss.send(queue, {}, { db: { executeSql } })
  return `
    create or replace function ${JOBS_SCHEMA}.${pg.escapeIdentifier(nameOf(queue))}(jobs text)
      returns setof uuid language plpgsql as $leave$
    begin
      return query ${statement};
    end
    $leave$;`
}

/** Has pg-boss leave a job of this queue by the queue's function, in an open transaction. */
export const leavingIn = (tx: Kysely<unknown>, queue: string) => ({
  executeSql: async (_statement: string, [jobs]: unknown[] = []) =>
    sql<{ id: string }>`select id from ${sql.id(JOBS_SCHEMA, nameOf(queue))}(${jobs}) as id`.execute(tx),
})
