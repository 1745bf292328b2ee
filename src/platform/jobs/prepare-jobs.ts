import pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { QueueSettings } from './job.ts'
import { JOBS_SCHEMA, LEAVE_JOBS } from './leave-jobs.ts'

const RETRY_DELAY_S = 5
const RETRY_DELAY_MAX_S = 3600

/**
 * Makes the queue's schema and one queue for each kind of job, as the owner of the database, and lets the
 * application's role use them. Safe to call again and by several processes at once.
 */
export const prepareJobs = async (
  connection: pg.ClientConfig,
  jobs: readonly QueueSettings[],
): Promise<void> => {
  const boss = new PgBoss({
    ...(connection as object),
    schema: JOBS_SCHEMA,
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  await boss.start()
  for (const job of jobs) {
    const options = {
      retryLimit: job.retries,
      retryDelay: RETRY_DELAY_S,
      retryBackoff: true,
      retryDelayMax: RETRY_DELAY_MAX_S,
      deleteAfterSeconds: 7 * 24 * 3600,
    }
    if (await boss.getQueue(job.name)) await boss.updateQueue(job.name, options)
    else await boss.createQueue(job.name, options)
  }
  await boss.stop({ graceful: false })
  const client = new pg.Client(connection)
  await client.connect()
  try {
    // One text, hence one transaction: two processes that replace a function at once would fail each other.
    await client.query(`
      select pg_advisory_xact_lock(hashtextextended('prepare jobs', 0));
      ${LEAVE_JOBS}
      grant usage on schema ${JOBS_SCHEMA} to causeway_app;
      grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to causeway_app;
      grant execute on all functions in schema ${JOBS_SCHEMA} to causeway_app;`)
  } finally {
    await client.end()
  }
}
