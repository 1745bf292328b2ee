import type pg from 'pg'
import { migrate } from '#platform/database/migrate.ts'
import { migrationsFolder } from '#platform/database/migrations-folder.ts'
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
  await prepareJobs(connection, QUEUES)
}
