import pg from 'pg'
import { type MigrationFile, readMigrations } from './migration-files.ts'

const LEDGER = `
  create table if not exists migration (
    name text primary key,
    sha256 text not null,
    applied_at timestamptz not null default now()
  );
  comment on table migration is 'Each migration that has run, with the hash of its text.'`

/** Any number will do, as long as no other part of the application takes the same lock. */
const MIGRATION_LOCK = 7_236_511

/**
 * Brings a database up to date. Each file runs once, in one transaction; several processes may call this at once,
 * and a call with nothing to do changes nothing.
 *
 * @throws when a file that has already run was edited: migrations only go forward
 */
export const migrate = async (options: {
  connection: pg.ClientConfig
  folder: string
  log?: (line: string) => void
}): Promise<{ applied: string[] }> => {
  const files = readMigrations(options.folder)
  const client = new pg.Client(options.connection)
  await client.connect()
  try {
    const applied: string[] = []
    for (const file of files) {
      if (await applyOnce(client, file)) {
        applied.push(file.name)
        options.log?.(`migrated ${file.name}`)
      }
    }
    return { applied }
  } finally {
    await client.end()
  }
}

const applyOnce = async (client: pg.Client, file: MigrationFile): Promise<boolean> => {
  await client.query('begin')
  try {
    await client.query(`select pg_advisory_xact_lock(${MIGRATION_LOCK})`)
    await client.query(LEDGER)
    const found = await client.query<{ sha256: string }>('select sha256 from migration where name = $1', [
      file.name,
    ])
    const before = found.rows[0]
    if (before && before.sha256 !== file.sha256)
      throw new Error(`${file.name} was changed after it had run. Put it back, and add a new migration.`)
    if (!before) {
      await client.query(file.sql)
      await client.query('insert into migration (name, sha256) values ($1, $2)', [file.name, file.sha256])
    }
    await client.query('commit')
    return !before
  } catch (fault) {
    await client.query('rollback')
    throw fault
  }
}
