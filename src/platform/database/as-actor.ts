import type { Kysely } from 'kysely'
import pg from 'pg'
import type { Actor } from '#kernel/actor.ts'
import type { Enqueue } from '../jobs/job.ts'
import type { LeftJob } from '../jobs/leave-jobs.ts'
import type { JobQueue } from '../jobs/open-jobs.ts'
import { actorSettings } from './actor-settings.ts'
import { gatheringSocket } from './gathering-socket.ts'
import { isPassing } from './passing-faults.ts'
import { type NameOf, noNames, queryNames } from './query-names.ts'
import { servingClient } from './serving-client.ts'

/**
 * An open transaction that runs as one actor. Queries are made from it only in a capability's store,
 * through `tables<OwnTables>(tx)`.
 */
export type Tx = {
  readonly actor: Actor
  readonly connection: Kysely<unknown>
  /** Leaves work to be done if this transaction commits. */
  readonly enqueue: Enqueue
  /**
   * Takes writes on whose answer nothing else hangs: nobody waits for them, so that they travel together with the end of
   * the transaction. When one fails nothing of the transaction is kept, and `asActor` throws its fault.
   */
  readonly leave: (writes: readonly Promise<unknown>[]) => void
}

/**
 * Runs `work` in one transaction as `actor`; commits when it returns, rolls back when it throws.
 *
 * @param options.atOnce `work` asks all its queries without waiting for the first, and leaves no jobs: the end of the
 *   transaction then travels with them, which halves what a short one costs. A query that comes later is refused.
 */
export type AsActor = <Result>(
  actor: Actor,
  work: (tx: Tx) => Promise<Result>,
  options?: { readonly atOnce?: boolean },
) => Promise<Result>

/** The transaction seen as the tables that a store owns. */
export const tables = <Tables>(tx: Tx): Kysely<Tables> => tx.connection as unknown as Kysely<Tables>

export type Database = { readonly asActor: AsActor; readonly close: () => Promise<void> }

// A date is a day on a calendar; node-postgres would make it midnight in the server's own zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day)

const RETRY_FOR_MS = 30_000
/**
 * Opens the application's pool of connections.
 *
 * A transaction that fails because the database went away, moved or broke a deadlock is run again as a whole for up
 * to 30 seconds, which outlasts a failover. A commit that failed is in doubt (it may have happened), so whatever runs
 * here must be harmless when it runs twice: writes carry ids made by the caller.
 *
 * @param options.behindPooler a pooler may give each transaction another connection, so that none keeps its queries
 */
export const openDatabase = (
  connection: pg.PoolConfig,
  queue: Pick<JobQueue, 'enqueue'>,
  { behindPooler = false }: { behindPooler?: boolean } = {},
): Database => {
  // What a transaction asks at once travels at once: half of what a short query costs is sending and waiting.
  const pool = new pg.Pool({ max: 10, ...connection, pipeline: true, stream: gatheringSocket })
  // Without a listener, a connection that the server drops while idle would end the process.
  pool.on('error', () => {})
  const nameOf = behindPooler ? noNames : queryNames()
  const asActor: AsActor = async (actor, work, { atOnce = false } = {}) => {
    const giveUpAt = Date.now() + RETRY_FOR_MS
    for (let pause = 50; ; pause = Math.min(pause * 2, 1000)) {
      try {
        return await runOnce(pool, nameOf, queue, actor, work, atOnce)
      } catch (fault) {
        if (!isPassing(fault) || pool.ended || Date.now() + pause > giveUpAt) throw fault
        await new Promise((resume) => setTimeout(resume, pause))
      }
    }
  }
  return { asActor, close: () => pool.end() }
}

const runOnce = async <Result>(
  pool: pg.Pool,
  nameOf: NameOf,
  queue: Pick<JobQueue, 'enqueue'>,
  actor: Actor,
  work: (tx: Tx) => Promise<Result>,
  atOnce: boolean,
): Promise<Result> => {
  const client = await pool.connect()
  let broken: Error | undefined
  const noteBroken = (fault: Error) => {
    broken = fault
  }
  client.on('error', noteBroken)
  const { query, connection, causeOf, end, commit } = servingClient(client, nameOf)
  let ended: Promise<void> | undefined
  // Queued before anything is written, so that it runs after the work has asked and before the socket sends.
  if (atOnce)
    process.nextTick(() => {
      ended = commit()
      ended.catch(() => {})
    })
  // Not waited for, so that the first query goes with it. When it fails, so does every query behind it.
  const settings = actorSettings(actor)
  const begun = Promise.all([query('begin'), query(settings.text, settings.values)])
  try {
    const jobs: LeftJob[] = []
    const enqueue: Enqueue = ({ name }, data, options) => {
      jobs.push({ name, data, ...options })
    }
    const writes: Promise<unknown>[] = []
    let unsent: { fault: unknown } | undefined
    const leave: Tx['leave'] = (more) => {
      for (const write of more)
        write.catch((fault) => {
          unsent ??= { fault }
        })
      writes.push(...more)
    }
    const result = await work({ actor, connection, enqueue, leave })
    // What was left has yet to be sent: the end must not come before it, nor where the database never heard of it.
    if (writes.length > 0) await new Promise<void>(process.nextTick)
    if (unsent) throw unsent.fault
    // The jobs and the end travel together; where the jobs cannot be left, PostgreSQL makes the end a rollback.
    const left = jobs.length > 0 ? queue.enqueue(query, jobs) : undefined
    await Promise.all([begun, ...writes, left, ended ?? commit()])
    return result
  } catch (failed) {
    end()
    const fault = causeOf(failed)
    if (isPassing(fault)) broken ??= fault as Error
    else await client.query('rollback').catch(noteBroken)
    throw fault
  } finally {
    client.off('error', noteBroken)
    client.release(broken)
  }
}
