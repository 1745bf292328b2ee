import type pg from 'pg'
import { keepPartitions } from '#audit'
import { deriveKeys, type Keys, keptSecret } from '#platform/config/keys.ts'
import type { Config } from '#platform/config/read-config.ts'
import { type AsActor, openDatabase } from '#platform/database/as-actor.ts'
import { type JobQueue, openJobs } from '#platform/jobs/open-jobs.ts'
import { CannotStart } from '#platform/postgres/cannot-start.ts'
import { defaultDataDir } from '#platform/postgres/data-folder.ts'
import { attachPostgres, startPostgres } from '#platform/postgres/start-postgres.ts'
import { lastFirst } from './last-first.ts'
import { prepareDatabase } from './prepare-database.ts'

export type Storage = {
  readonly asActor: AsActor
  readonly queue: Pick<JobQueue, 'work'>
  readonly keys: Keys
  /** Where what is derived from the database may be kept. */
  readonly folder: string
  /** Stops jobs, then the pool, then PostgreSQL. */
  readonly close: () => Promise<void>
}

/**
 * Opens the database as it has to be for this version: starts or joins the bundled PostgreSQL, or connects to
 * DATABASE_URL, then migrates, and opens the queue and the pool.
 *
 * @param options.as `server`: the one application on this data, which works jobs off; `command`: beside it
 * @throws CannotStart
 */
export const openStorage = async (options: {
  config: Config
  as: 'server' | 'command'
  say: (line: string) => void
  onFault: (fault: unknown) => void
}): Promise<Storage> => {
  const { config, as, say, onFault } = options
  const closing = lastFirst()
  try {
    const { owner, app, stop } = await connect(options)
    closing.add(stop)
    await prepareDatabase(owner, say)
    const queue = await openJobs(app, { works: as === 'server', onFault })
    const { asActor, close } = openDatabase({ ...app, max: config.databaseConnections }, queue, {
      behindPooler: config.databaseUrl !== undefined,
    })
    closing.add(close)
    closing.add(queue.stop)
    await keepPartitions(asActor)
    const keys = deriveKeys(config.secret ?? secretIn(config))
    return { asActor, queue, keys, folder: dataDirOf(config), close: closing.run }
  } catch (fault) {
    await closing.run().catch(onFault)
    throw config.databaseUrl && isUnreachable(fault) ? unreachable(fault) : fault
  }
}

type Connections = { owner: pg.ClientConfig; app: pg.ClientConfig; stop: () => Promise<void> }

const connect = async ({
  config,
  as,
  say,
}: {
  config: Config
  as: 'server' | 'command'
  say: (line: string) => void
}): Promise<Connections> => {
  if (config.databaseUrl)
    return {
      owner: { connectionString: config.databaseOwnerUrl ?? config.databaseUrl },
      app: { connectionString: config.databaseUrl },
      stop: async () => undefined,
    }
  const open = as === 'server' ? startPostgres : attachPostgres
  const postgres = await open({ dataDir: dataDirOf(config), log: say })
  return { owner: postgres.adminConnection, app: postgres.appConnection, stop: postgres.stop }
}

const dataDirOf = (config: Config): string => config.dataDir ?? defaultDataDir()

const secretIn = (config: Config): string => {
  const folder = dataDirOf(config)
  try {
    return keptSecret(folder)
  } catch (fault) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(fault))) throw fault
    throw new CannotStart(
      `The installation's secret cannot be kept in ${folder}. Set DATA_DIR to a folder that may be written to, or set CAUSEWAY_SECRET.`,
    )
  }
}

const codeOf = (fault: unknown): string => String((fault as { code?: unknown } | undefined)?.code)

/** Network, name, certificate and sign-in faults, and a database that does not exist. */
const isUnreachable = (fault: unknown): boolean =>
  /^(E[A-Z]+|28\w{3}|3D000|57P03)$/.test(codeOf(fault)) || /SSL|terminated/i.test(String(fault))

const unreachable = (fault: unknown): CannotStart =>
  new CannotStart(
    `The database of DATABASE_URL cannot be reached: ${fault instanceof Error ? fault.message || codeOf(fault) : fault}`,
  )
