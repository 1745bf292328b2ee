import { createHash } from 'node:crypto'
import { constants, existsSync, realpathSync } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { CannotStart } from './cannot-start.ts'
import { run } from './run.ts'
import { currentUser, type SystemUser } from './system-user.ts'

/** Where everything of one database lies. */
export type DataFolder = {
  /** The folder given as DATA_DIR, with symbolic links followed. */
  readonly root: string
  /** PostgreSQL's own data directory; `postgres` may be a link to another disk, and is followed. */
  readonly cluster: string
  /** Holds the socket: the only way in. */
  readonly sockets: string
  readonly logs: string
  /** Copies of the bundled binaries, where the originals cannot be used in place. */
  readonly binaries: string
}

/**
 * Where Causeway keeps its data unless told otherwise: DATA_DIR, or /var/lib/causeway for root (whose own folders the
 * unprivileged user that runs PostgreSQL cannot enter), or `data` in the project for everybody else.
 */
export const defaultDataDir = (): string => {
  if (process.env.DATA_DIR) return resolve(process.env.DATA_DIR)
  return process.getuid?.() === 0 ? '/var/lib/causeway' : join(projectFolder(), 'data')
}

const projectFolder = (): string => {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder)
  return folder
}

/** `sun_path` holds 104 bytes on macOS and 108 on Linux, with the closing zero; the shorter serves both. */
const LONGEST_SOCKET_PATH = 103
const SOCKET_NAME = '.s.PGSQL.5432'

/** The places inside a data folder; nothing is made. */
export const dataFolder = (dataDir: string): DataFolder => {
  const root = realPath(resolve(dataDir))
  const near = join(root, 'postgres-socket')
  const fits = Buffer.byteLength(join(near, SOCKET_NAME)) <= LONGEST_SOCKET_PATH
  return {
    root,
    cluster: realPath(join(root, 'postgres')),
    sockets: fits ? near : farSockets(root),
    logs: join(root, 'postgres-log'),
    binaries: join(root, 'postgres-binaries'),
  }
}

/** Two names of one folder must lead to one socket, also while the folder's last parts are still to be made. */
const realPath = (path: string): string =>
  existsSync(path) || path === dirname(path)
    ? realpathSync(path)
    : join(realPath(dirname(path)), basename(path))

const farSockets = (root: string): string => {
  const parent = process.getuid?.() === 0 && existsSync('/run') ? '/run' : '/tmp'
  return join(parent, `causeway-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`)
}

/**
 * Makes the data folder and those folders in it that `user`, who runs PostgreSQL, writes to.
 * @throws CannotStart when we may not make them, or `user` cannot reach them
 */
export const makeDataFolder = async (folder: DataFolder, user: SystemUser): Promise<void> => {
  try {
    // Root's data folder may be passed through, since PostgreSQL's account must, but not listed.
    await mkdir(folder.root, { recursive: true, mode: currentUser().uid === user.uid ? 0o700 : 0o711 })
    await own(folder.sockets, user)
    await own(folder.logs, user)
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw fault
    throw new CannotStart(
      `The user “${currentUser().name}” may not write to the data folder ${folder.root}. Set DATA_DIR to a folder of theirs.`,
    )
  }
  const { code } = await run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder.logs], user)
  if (code !== 0)
    throw new CannotStart(
      `PostgreSQL runs as the system user “${user.name}”, who cannot enter ${folder.root}. Set DATA_DIR to a folder that everybody may pass through; /var/lib/causeway is usual.`,
    )
}

/**
 * Everything goes through one handle: in a folder that others may write to, such as /tmp, the name could be made to
 * mean something else between two steps, and we may be root.
 */
const own = async (path: string, user: SystemUser): Promise<void> => {
  const made = await mkdir(path, { mode: 0o700 }).then(
    () => true,
    (fault: NodeJS.ErrnoException) => {
      if (fault.code !== 'EEXIST') throw fault
      return false
    },
  )
  const handle = await open(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW).catch(
    () => refuseForeign(path, user),
  )
  try {
    if (made) await handle.chown(user.uid, user.gid)
    const { uid, mode } = await handle.stat()
    if (uid !== user.uid) refuseForeign(path, user)
    if ((mode & 0o777) !== 0o700) await handle.chmod(0o700)
  } finally {
    await handle.close()
  }
}

const refuseForeign = (path: string, user: SystemUser): never => {
  throw new CannotStart(
    `${path} must be a folder that belongs to the user “${user.name}”. Move it away and start again.`,
  )
}
