import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import type { DataFolder } from './data-folder.ts'
import { currentUser, type SystemUser } from './system-user.ts'

/** The socket's number; with no network port open it only names the socket's file. */
export const PORT = 5432

/** PostgreSQL's superuser, who owns the database, and the role that the application signs in with. */
export const OWNER_ROLE = 'causeway'
export const LOGIN_ROLE = 'causeway_login'

const quoted = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

const lines = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name} = ${quoted(value)}\n`)
    .join('')

/**
 * The text of postgresql.conf. Two starts that need the same server give the same text.
 * @param extra settings by PostgreSQL's own names, which win over ours
 */
export const serverSettings = (
  data: DataFolder,
  { version }: Binaries,
  extra: Readonly<Record<string, string>>,
): string => `# PostgreSQL ${version}. Written by Causeway at each start: make changes with ALTER SYSTEM, which are kept.

# Nobody comes in over the network, and only the owner of the socket's folder comes in through it.
${lines({
  listen_addresses: '',
  port: String(PORT),
  // The inner quotes keep a comma in the path from being read as two folders.
  unix_socket_directories: `"${data.sockets.replaceAll('"', '""')}"`,
  unix_socket_permissions: '0700',
})}
# A small machine shared with other programs.
${lines({
  max_connections: '60',
  shared_buffers: '64MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  max_wal_size: '512MB',
  huge_pages: 'off',
  jit: 'off',
  random_page_cost: '1.1',
})}
# What was acknowledged is on the disk.
${lines({ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' })}
# A week of logs, a file a day. The server's log must not become a second, unguarded record of people: neither
# statements nor the values in them are written.
${lines({
  logging_collector: 'on',
  log_directory: data.logs,
  log_filename: '%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_file_mode: '0600',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_statement: 'none',
  log_line_prefix: '%m [%p] %q%a ',
  log_checkpoints: 'off',
  cluster_name: 'causeway',
  timezone: 'UTC',
  log_timezone: 'UTC',
})}${Object.keys(extra).length > 0 ? `\n# Asked for at this start.\n${lines(extra)}` : ''}`

const ACCESS = `# Written by Causeway at each start.
# No passwords: the kernel says which account of this machine is asking, and pg_ident.conf says who that may be.
local all         all           peer map=causeway
local replication ${OWNER_ROLE} peer map=causeway
`

/** Those who may come in: the account that runs PostgreSQL, and ours, which differs from it when we are root. */
const identities = (user: SystemUser): string => {
  const names = [...new Set([user.name, currentUser().name])]
  const line = (name: string, role: string) => `causeway "${name.replaceAll('"', '""')}" ${role}\n`
  return `# Written by Causeway at each start.\n${names
    .flatMap((name) => [line(name, OWNER_ROLE), line(name, LOGIN_ROLE)])
    .join('')}`
}

/** Writes down who may come in. A running server heeds it after `pg_ctl reload`. */
export const writeAccess = async (data: DataFolder, user: SystemUser): Promise<void> => {
  await replaceFile(join(data.cluster, 'pg_hba.conf'), ACCESS, user)
  await replaceFile(join(data.cluster, 'pg_ident.conf'), identities(user), user)
}

const settingsFile = (data: DataFolder) => join(data.cluster, 'postgresql.conf')

export const writeSettings = (data: DataFolder, text: string, user: SystemUser): Promise<void> =>
  replaceFile(settingsFile(data), text, user)

export const readSettings = (data: DataFolder): Promise<string> => readFile(settingsFile(data), 'utf8')

/** In one step, and never through a link that PostgreSQL's account might have laid there: we may be root. */
export const replaceFile = async (path: string, text: string, user: SystemUser): Promise<void> => {
  const fresh = `${path}.new-${process.pid}`
  await rm(fresh, { force: true })
  const handle = await open(fresh, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    if (user.uid !== currentUser().uid) await handle.chown(user.uid, user.gid)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(fresh, path)
}
