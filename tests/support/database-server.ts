import { globSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '#platform/database/as-actor.ts'
import { attachPostgres } from '#platform/postgres/start-postgres.ts'
import { fillDemonstration } from '../../src/app/demo/fill-demonstration.ts'
import { prepareDatabase } from '../../src/app/prepare-database.ts'

export type TestServer = {
  readonly admin: pg.ClientConfig
  readonly app: pg.ClientConfig
  /** A database with every table and no rows, to be cloned. */
  readonly template: string
  /** The same with the invented county in it. */
  readonly filledTemplate: string
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestServer
  }
}

/** Several times faster than a server that must outlive the machine. */
const THROWAWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  // The wall is watched in one transaction, which touches every table and index as everybody.
  max_locks_per_transaction: '1024',
  full_page_writes: 'off',
  max_connections: '200',
}

const TEMPLATE = 'causeway_template'
const FILLED = 'causeway_filled'

/** One server for a whole run of the tests, with every migration applied once. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 'causeway-tests-'))
  // Run as root, the server has an account of its own, which must come through.
  await chmod(folder, 0o711)
  const postgres = await attachPostgres({
    dataDir: folder,
    settings: THROWAWAY,
    log: () => undefined,
    ...chosenBinaries(),
  })
  const { adminConnection: admin, appConnection: app } = postgres
  const stop = async () => {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await makeTemplates(postgres)
  } catch (fault) {
    await stop()
    throw fault
  }
  project.provide('postgres', { admin, app, template: TEMPLATE, filledTemplate: FILLED })
  return stop
}

const makeTemplates = async ({
  adminConnection: admin,
  appConnection: app,
}: Awaited<ReturnType<typeof attachPostgres>>): Promise<void> => {
  const client = new pg.Client(admin)
  await client.connect()
  try {
    await client.query(`create database ${TEMPLATE}`)
    await prepareDatabase({ ...admin, database: TEMPLATE })
    await client.query(`create database ${FILLED} template ${TEMPLATE}`)
    const database = openDatabase({ ...app, database: FILLED }, { enqueue: async () => {} })
    await fillDemonstration(database.asActor).finally(database.close)
    // A clone can be made only while nobody is connected.
    for (const made of [TEMPLATE, FILLED])
      await client.query(`alter database ${made} allow_connections false`)
  } finally {
    await client.end()
  }
}

/** CAUSEWAY_TEST_POSTGRES=system takes the newest PostgreSQL of the system instead of the bundled one. */
const chosenBinaries = (): { binaries?: string } => {
  const choice = process.env.CAUSEWAY_TEST_POSTGRES ?? 'embedded'
  if (choice === 'embedded') return {}
  const version = (path: string) => Number(path.split('/').at(-2))
  const newest = globSync('/usr/lib/postgresql/*/bin').sort((a, b) => version(b) - version(a))[0]
  if (choice !== 'system' || !newest)
    throw new Error(
      `CAUSEWAY_TEST_POSTGRES is “embedded” or “system”, and “system” needs /usr/lib/postgresql. It is “${choice}”.`,
    )
  return { binaries: newest }
}
