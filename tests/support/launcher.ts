import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunningPostgres } from '#platform/postgres/start-postgres.ts'

export type Launcher = {
  readonly process: ChildProcess
  /** What the launched process says when its server is up; rejects when it ends before. */
  readonly up: Promise<Pick<RunningPostgres, 'adminConnection' | 'appConnection' | 'adopted'>>
  /** What it has written to standard error so far. */
  readonly said: () => string
  /** Resolves with the exit code when the process has ended. */
  readonly ended: Promise<number | null>
}

/** Starts PostgreSQL from a process of its own, which a test may kill. `as` needs root. */
export const launch = (
  role: 'server' | 'command',
  dataDir: string,
  { binaries, as }: { binaries?: string | undefined; as?: { uid: number; gid: number } } = {},
): Launcher => {
  const script = join(import.meta.dirname, 'launch-postgres.ts')
  const child = spawn(process.execPath, [script, role, dataDir, ...(binaries ? [binaries] : [])], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...as,
  })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const up = Promise.race([
    once(child.stdout, 'data').then(([line]) => JSON.parse(String(line))),
    ended.then(() => Promise.reject(new Error(said))),
  ])
  // A test that does not care how it ends may leave this unanswered.
  up.catch(() => undefined)
  return { process: child, up, said: () => said, ended }
}

/** A folder that every user may pass through, as PostgreSQL's own account must when the tests run as root. */
export const openFolder = async (): Promise<{ path: string; remove: () => Promise<void> }> => {
  const path = await mkdtemp(join(tmpdir(), 'causeway-'))
  await chmod(path, 0o711)
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }) }
}
