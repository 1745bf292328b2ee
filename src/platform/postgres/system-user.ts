import { statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { CannotStart } from './cannot-start.ts'
import { run } from './run.ts'

/** An account of the operating system. */
export type SystemUser = { readonly name: string; readonly uid: number; readonly gid: number }

/**
 * The account that runs this process.
 * @throws CannotStart where the operating system has no such accounts, or has none for this process
 */
export const currentUser = (): SystemUser => {
  if (!process.getuid)
    throw new CannotStart(
      'The bundled PostgreSQL runs on Linux and macOS. Set DATABASE_URL to use another server.',
    )
  try {
    const { username, uid, gid } = userInfo()
    return { name: username, uid, gid }
  } catch {
    throw new CannotStart(
      `The user id ${process.getuid()} has no entry in the system's list of users, which PostgreSQL needs. Add one, or run as another user.`,
    )
  }
}

/**
 * The account that PostgreSQL runs as: our own, unless we are root, which PostgreSQL refuses. Then it is the owner of
 * the data, if there is one, or the system's `postgres`, or a system account `causeway`, made when it is missing.
 *
 * @param folders whose owner is asked for, the first that exists deciding
 * @throws CannotStart when no account can be found or made
 */
export const databaseUser = async (folders: readonly string[]): Promise<SystemUser> => {
  const me = currentUser()
  if (me.uid !== 0) return me
  const owner = folders.map(ownerOf).find((uid) => uid !== undefined)
  if (owner) return byUid(me, owner)
  return (
    (await byName(me, 'postgres')) ??
    (await byName(me, 'causeway')) ??
    (await makeAccount(me)) ??
    refuse('Root cannot run PostgreSQL, and no system user could be made. Add one called “causeway”.')
  )
}

const ownerOf = (folder: string): number | undefined => statSync(folder, { throwIfNoEntry: false })?.uid

const byUid = async (me: SystemUser, uid: number): Promise<SystemUser> => {
  const { code, output } = await run('id', ['-un', String(uid)], me)
  const user = code === 0 ? await byName(me, output) : undefined
  return user ?? refuse(`The data folder belongs to the user id ${uid}, which this system does not know.`)
}

const byName = async (me: SystemUser, name: string): Promise<SystemUser | undefined> => {
  const [uid, gid] = await Promise.all([run('id', ['-u', name], me), run('id', ['-g', name], me)])
  if (uid.code !== 0 || gid.code !== 0) return undefined
  return { name, uid: Number(uid.output), gid: Number(gid.output) }
}

const makeAccount = async (root: SystemUser): Promise<SystemUser | undefined> => {
  const home = ['--home-dir', '/nonexistent', '--no-create-home', '--shell', '/usr/sbin/nologin']
  await run('useradd', ['--system', '--user-group', ...home, 'causeway'], root).catch(() => undefined)
  return byName(root, 'causeway')
}

const refuse = (message: string): never => {
  throw new CannotStart(message)
}
