import { createHash } from 'node:crypto'
import pg from 'pg'
import { getConstructionPlans } from 'pg-boss'
import { migrate } from '#platform/database/migrate.ts'
import { migrationsFolder } from '#platform/database/migrations-folder.ts'
import { JOBS_SCHEMA, LEAVE_JOBS } from '#platform/jobs/leave-jobs.ts'
import { prepareJobs } from '#platform/jobs/prepare-jobs.ts'
import { QUEUES } from './jobs.ts'

/**
 * Brings a database to what this version of the application needs. `connection` signs in as the database's owner.
 */
export const prepareDatabase = async (
  connection: pg.ClientConfig,
  log?: (line: string) => void,
): Promise<void> => {
  await migrate({ connection, folder: migrationsFolder(), ...(log ? { log } : {}) })
  await unlessRecorded(connection, 'jobs', wantedQueues, () => prepareJobs(connection, QUEUES))
}

/** Changes with the queue's own schema and with the list of queues: looking at each takes a second or two. */
const wantedQueues = createHash('sha256')
  .update(getConstructionPlans(JOBS_SCHEMA))
  .update(LEAVE_JOBS)
  .update(JSON.stringify(QUEUES))
  .digest('hex')

/**
 * Does work unless the ledger of migrations says that it was done for this very state. Work that is cut off leaves no
 * entry, and is done again.
 */
const unlessRecorded = async (
  connection: pg.ClientConfig,
  name: string,
  state: string,
  work: () => Promise<void>,
): Promise<void> => {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const found = await client.query('select from migration where name = $1 and sha256 = $2', [name, state])
    if (found.rowCount) return
    await work()
    await client.query(
      `insert into migration (name, sha256) values ($1, $2)
       on conflict (name) do update set sha256 = excluded.sha256, applied_at = now()`,
      [name, state],
    )
  } finally {
    await client.end()
  }
}
