import type { KyselyPlugin } from 'kysely'
import { sql } from 'kysely'
import type pg from 'pg'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'

/** What goes wrong once the given number of statements has run. */
export type Breakage = {
  readonly after: number
  /**
   * `fault`: the work throws instead of asking the next, as by a mistake in it. `lost`: the database ends the connection
   * when it has answered that many, as in a failover.
   * A function: somebody else does something then, as far as they come before the work goes on.
   */
  readonly how: 'fault' | 'lost' | (() => Promise<unknown>)
}

/** As long as somebody else is waited for who may themselves be waiting for this transaction. */
const PATIENCE_MS = 60

export const BREAKS = 'it broke here'

export type Breaking = {
  readonly asActor: AsActor
  /** How many statements the last whole run of the work made. */
  readonly statements: () => number
  /** For the answers of how many of them it waited. */
  readonly waitedFor: () => number
  /** How often the work was begun. */
  readonly runs: () => number
}

/**
 * Runs transactions as the application does, and breaks the first one after a number of its statements. A connection
 * that is lost after the last statement is lost while the jobs are left, or, where there are none, while it commits.
 */
export const breaking = (
  { asActor, admin }: { asActor: AsActor; admin: pg.Pool },
  breakage?: Breakage,
): Breaking => {
  let runs = 0
  let statements = 0
  let answered = 0
  let waitedFor = 0
  return {
    statements: () => statements,
    waitedFor: () => waitedFor,
    runs: () => runs,
    asActor: (actor, work) =>
      asActor(actor, async (tx) => {
        runs += 1
        statements = 0
        answered = 0
        const backend = await backendOf(tx)
        const throwNow = () => {
          if (runs === 1 && breakage?.how === 'fault' && breakage.after === statements)
            throw new Error(BREAKS)
        }
        const breakNow = async () => {
          if (runs > 1 || !breakage || breakage.how === 'fault' || breakage.after !== answered) return
          if (breakage.how !== 'lost')
            return Promise.race([breakage.how(), new Promise((resume) => setTimeout(resume, PATIENCE_MS))])
          await admin.query('select pg_terminate_backend($1, 5000)', [backend])
        }
        await breakNow()
        const counting: KyselyPlugin = {
          transformQuery: ({ node }) => {
            throwNow()
            statements += 1
            return node
          },
          transformResult: async ({ result }) => {
            answered += 1
            await breakNow()
            return result
          },
        }
        const connection = tx.connection.withPlugin(counting)
        const done = await work({ ...tx, connection })
        waitedFor = answered
        throwNow()
        return done
      }),
  }
}

const backendOf = async ({ connection }: Tx): Promise<number> => {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(connection)
  return rows[0]?.pid ?? 0
}
