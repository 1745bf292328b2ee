import type { KyselyPlugin } from 'kysely'
import { sql } from 'kysely'
import type pg from 'pg'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import type { JobQueue } from '#platform/jobs/open-jobs.ts'

/** What goes wrong once the given number of statements has run. */
export type Breakage = {
  readonly after: number
  /** `fault`: the work throws, as by a mistake in it. `lost`: the database ends the connection, as in a failover. */
  readonly how: 'fault' | 'lost'
}

export const BREAKS = 'it broke here'

export type Breaking = {
  readonly asActor: AsActor
  /** How many statements the last whole run of the work made. */
  readonly statements: () => number
  /** How often the work was begun. */
  readonly runs: () => number
}

/**
 * Runs transactions as the application does, and breaks the first one after a number of its statements. A connection
 * that is lost after the last statement is lost while it commits.
 */
export const breaking = (
  { asActor, queue, admin }: { asActor: AsActor; queue: Pick<JobQueue, 'enqueue'>; admin: pg.Pool },
  breakage?: Breakage,
): Breaking => {
  let runs = 0
  let statements = 0
  return {
    statements: () => statements,
    runs: () => runs,
    asActor: (actor, work) =>
      asActor(actor, async (tx) => {
        runs += 1
        statements = 0
        const backend = await backendOf(tx)
        const breakNow = async () => {
          if (runs > 1 || breakage?.after !== statements) return
          if (breakage.how === 'fault') throw new Error(BREAKS)
          await admin.query('select pg_terminate_backend($1, 5000)', [backend])
        }
        await breakNow()
        const counting: KyselyPlugin = {
          transformQuery: ({ node }) => node,
          transformResult: async ({ result }) => {
            statements += 1
            await breakNow()
            return result
          },
        }
        const connection = tx.connection.withPlugin(counting)
        return work({
          actor: tx.actor,
          connection,
          enqueue: (job, data, options) => queue.enqueue(connection, job.name, data, options),
        })
      }),
  }
}

const backendOf = async ({ connection }: Tx): Promise<number> => {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(connection)
  return rows[0]?.pid ?? 0
}
