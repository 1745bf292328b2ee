import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { attachPostgres } from '#platform/postgres/start-postgres.ts'

export type Throwaway = {
  readonly folder: string
  /** Starts the built server as people do; resolves when it says where it is. */
  readonly start: () => Promise<Server>
  /** Runs an operator's command and gives the last line that it prints, which has to be JSON. */
  readonly command: (...words: string[]) => Promise<unknown>
  /** How the application signs in to its database. */
  readonly application: pg.ClientConfig
  /** Signs in to the server's database as its superuser, whom no policy binds. */
  readonly signIn: (options?: pg.ClientConfig) => Promise<pg.Client>
  readonly remove: () => Promise<void>
}

export type Server = {
  readonly address: string
  readonly process: ChildProcess
  readonly stop: () => Promise<void>
}

/**
 * An installation in a folder of its own, with the settings of production and with what is written on the disk before
 * it counts. Nothing of the user's is touched.
 */
export const throwaway = async (...serverOptions: string[]): Promise<Throwaway> => {
  const folder = await mkdtemp(join(tmpdir(), 'causeway-bench-'))
  // PostgreSQL's own account, which it has where we are root, must come through.
  await chmod(folder, 0o711)
  const dist = join(import.meta.dirname, '..')
  const env = { PATH: process.env.PATH, PORT: '0', DATA_DIR: folder }
  const postgres = await attachPostgres({ dataDir: folder, log: (line) => console.error(line) })
  const running = new Set<Server>()

  const start = async (): Promise<Server> => {
    const child = spawn(process.execPath, [join(dist, 'server.js'), ...serverOptions], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const server = {
      address: await addressOf(child),
      process: child,
      stop: async () => {
        running.delete(server)
        child.kill('SIGTERM')
        await once(child, 'close')
      },
    }
    running.add(server)
    return server
  }

  return {
    folder,
    start,
    application: postgres.appConnection,
    command: async (...words) => {
      const run = promisify(execFile)
      const { stdout } = await run(process.execPath, [join(dist, 'cli.js'), ...words, '--json'], { env })
      return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
    },
    signIn: async (options = {}) => {
      const client = new pg.Client({ ...postgres.adminConnection, ...options })
      await client.connect()
      return client
    },
    remove: async () => {
      for (const server of running) await server.stop()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk) => {
      said += chunk
      const found = /Causeway is at (\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    child.once('close', () => reject(new Error(said)))
  })
