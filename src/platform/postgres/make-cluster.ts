import { existsSync, readFileSync } from 'node:fs'
import { lchown, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { CannotStart } from './cannot-start.ts'
import type { DataFolder } from './data-folder.ts'
import { isAlive } from './lock-files.ts'
import { run } from './run.ts'
import { OWNER_ROLE } from './settings.ts'
import { currentUser, type SystemUser } from './system-user.ts'

/**
 * Makes PostgreSQL's data directory unless it is there. It is made under another name and renamed when it is complete,
 * so that a crash half-way leaves nothing that looks finished.
 *
 * @throws CannotStart when it cannot be made, or is there and belongs to another major version
 */
export const makeCluster = async (
  data: DataFolder,
  binaries: Binaries,
  user: SystemUser,
  log: (line: string) => void,
): Promise<void> => {
  if (!existsSync(join(data.cluster, 'PG_VERSION'))) {
    log(`making a new database in ${data.root}`)
    await removeUnfinished(data)
    await make(data, binaries, user)
  }
  const made = readFileSync(join(data.cluster, 'PG_VERSION'), 'utf8').trim()
  if (made !== String(binaries.major))
    throw new CannotStart(
      `The data in ${data.cluster} was made by PostgreSQL ${made}, and this is PostgreSQL ${binaries.version}. Start it with the version that made it, or restore a backup into an empty folder.`,
    )
}

const UNFINISHED = '.unfinished-'

const make = async (data: DataFolder, binaries: Binaries, user: SystemUser): Promise<void> => {
  const unfinished = `${data.cluster}${UNFINISHED}${process.pid}`
  await mkdir(unfinished, { mode: 0o700 })
  if (user.uid !== currentUser().uid) await lchown(unfinished, user.uid, user.gid)
  const args = [
    '-D',
    '.',
    '-U',
    OWNER_ROLE,
    '-E',
    'UTF8',
    '--data-checksums',
    '--auth=peer',
    ...locale(binaries),
  ]
  const { code, output } = await run(join(binaries.folder, 'initdb'), args, user, unfinished)
  if (code !== 0) {
    await rm(unfinished, { recursive: true, force: true })
    throw new CannotStart(`The database could not be made in ${data.root}: ${output}`)
  }
  try {
    await rename(unfinished, data.cluster)
  } catch (fault) {
    await rm(unfinished, { recursive: true, force: true })
    // Another launcher may have been faster. Anything else in that place is not ours to remove.
    if (!existsSync(join(data.cluster, 'PG_VERSION')))
      throw new CannotStart(
        `${data.cluster} is in the way of a new database (${(fault as Error).message}). Move it away.`,
      )
  }
  const parent = await open(dirname(data.cluster), 'r')
  await parent.sync().finally(() => parent.close())
}

/**
 * PostgreSQL 17 brings its own C.UTF-8, whose order of letters never changes under an index when the system's
 * library is upgraded. Full-text search still asks the system what a letter is; macOS lacks C.UTF-8.
 */
const locale = ({ major }: Binaries): string[] => {
  const system =
    process.platform === 'darwin' ? ['--locale=C', '--lc-ctype=en_US.UTF-8'] : ['--locale=C.UTF-8']
  return major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...system] : system
}

const removeUnfinished = async (data: DataFolder): Promise<void> => {
  const start = `${basename(data.cluster)}${UNFINISHED}`
  const parent = dirname(data.cluster)
  for (const name of await readdir(parent))
    if (name.startsWith(start) && !isAlive(Number(name.slice(start.length))))
      await rm(join(parent, name), { recursive: true, force: true, ...STILL_WRITTEN_TO })
}

/** A killed launcher's `initdb` lives on for a moment, and fills the folder that is being emptied. */
const STILL_WRITTEN_TO = { maxRetries: 20, retryDelay: 50 }
