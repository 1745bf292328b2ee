import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { findBinaries } from './binaries.ts'
import { CannotStart } from './cannot-start.ts'
import { makeDataFolder } from './data-folder.ts'
import { releaseStaleLocks } from './lock-files.ts'
import { makeCluster } from './make-cluster.ts'
import type { Place } from './place.ts'
import { run } from './run.ts'
import { readSettings, replaceFile, serverSettings, writeAccess, writeSettings } from './settings.ts'

/** Recovery after a crash replays what was not yet in place; pg_ctl's own minute can be too short for that. */
const START_WITHIN_S = 600
const STOP_WITHIN_S = 120

/** What PostgreSQL says while an older server's processes are still ending, or when another launcher is faster. */
const PASSING = /shared memory block .* is still in use|lock file ".*" (already exists|is empty)/

/**
 * Starts the server and waits until it lets clients in, making whatever is missing first.
 * @returns false when it could not start for a reason that passes: ask again
 * @throws CannotStart with what PostgreSQL said, when it could not start for another reason
 */
export const startServer = async (place: Place): Promise<boolean> => {
  const { data, user, log } = place
  await makeDataFolder(data, user)
  const binaries = await findBinaries(place.binaries, data, user)
  await makeCluster(data, binaries, user, log)
  await writeSettings(data, serverSettings(data, binaries, place.settings), user)
  await writeAccess(data, user)
  await releaseStaleLocks(data, user)
  const startLog = join(data.logs, 'start.log')
  await replaceFile(startLog, '', user)
  // pg_ctl hands its arguments to a shell. Working in the data directory keeps the path out of them.
  const args = [
    'start',
    '-s',
    '-w',
    '-t',
    String(START_WITHIN_S),
    '-D',
    '.',
    '-l',
    relative(data.cluster, startLog),
  ]
  const { code, output } = await run(join(binaries.folder, 'pg_ctl'), args, user, data.cluster)
  if (code === 0) return true
  const said = await readFile(startLog, 'utf8')
  if (PASSING.test(said)) return false
  throw new CannotStart(
    `PostgreSQL does not start on the data in ${data.root}. ${output}\n${said}${await lastWords(place)}`.trim(),
  )
}

/** The end of the newest daily log, where PostgreSQL writes once it is under way. */
const lastWords = async ({ data }: Place): Promise<string> => {
  const today = `${new Date().toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' })}.log`
  if (!(await readdir(data.logs)).includes(today)) return ''
  return (await readFile(join(data.logs, today), 'utf8')).trimEnd().split('\n').slice(-5).join('\n')
}

/** Ends every session and stops the server, which leaves its files complete. */
export const stopServer = async ({ data, user, binaries }: Place): Promise<void> => {
  const { folder } = await findBinaries(binaries, data, user)
  const args = ['stop', '-s', '-m', 'fast', '-w', '-t', String(STOP_WITHIN_S), '-D', '.']
  const { code, output } = await run(join(folder, 'pg_ctl'), args, user, data.cluster)
  if (code !== 0 && existsSync(join(data.cluster, 'postmaster.pid')))
    throw new Error(`PostgreSQL did not stop: ${output}`)
}

/** Whether the server that runs was started with other settings, or by another version, than ours would be. */
export const isOutdated = async ({ data, user, binaries, settings }: Place): Promise<boolean> => {
  const ours = serverSettings(data, await findBinaries(binaries, data, user), settings)
  return ours !== (await readSettings(data))
}
