import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach } from 'vitest'
import { attachPostgres, type RunningPostgres, startPostgres } from '#platform/postgres/start-postgres.ts'
import { openFolder } from './launcher.ts'

/** A data folder of its own for each test of a file, with whatever the test started in it stopped at its end. */
export const ownDataFolder = () => {
  let folder: Awaited<ReturnType<typeof openFolder>>
  const running: RunningPostgres[] = []
  const own = {
    /** Where the data is to be; a test may put it elsewhere within its folder. */
    dataDir: '',
    within: (...path: string[]) => join(folder.path, ...path),
    options: (binaries?: string, lines: string[] = []) => ({
      dataDir: own.dataDir,
      ...(binaries ? { binaries } : {}),
      log: (line: string) => lines.push(line),
    }),
    start: async (binaries?: string, lines?: string[], settings?: Record<string, string>) => {
      const postgres = await startPostgres({ ...own.options(binaries, lines), ...(settings && { settings }) })
      running.push(postgres)
      return postgres
    },
    stop: async () => running.pop()?.stop(),
    postmaster: () => Number.parseInt(readFileSync(join(own.dataDir, 'postgres/postmaster.pid'), 'utf8'), 10),
  }
  beforeEach(async () => {
    folder = await openFolder()
    own.dataDir = own.within('data')
  })
  afterEach(async () => {
    for (const postgres of running.splice(0)) await postgres.stop()
    // Whatever a failed test left running still holds its folder, and is stopped by the last one to leave it.
    if (existsSync(join(own.dataDir, 'postgres/postmaster.pid')))
      await (await attachPostgres(own.options())).stop()
    await folder.remove()
  })
  return own
}

/** Asks a server once, over a connection of its own. */
export const ask = async (connection: pg.ClientConfig, query: string) => {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(query)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}
