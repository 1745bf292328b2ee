import { readFileSync, readlinkSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { DataFolder } from './data-folder.ts'
import { run } from './run.ts'
import { PORT, replaceFile } from './settings.ts'
import { currentUser, type SystemUser } from './system-user.ts'

/** Whether any process has this number, whosever it is. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The process that PostgreSQL's lock file names, if it lives and is a server of this data directory. */
export const serverProcess = async (data: DataFolder): Promise<number | undefined> => {
  const pid = await namedIn(join(data.cluster, 'postmaster.pid'))
  return pid !== undefined && (await serves(pid, data)) ? pid : undefined
}

/** Larger than any process number, which end at 2^22. */
const NOBODY = 2_147_483_646

/**
 * Makes lock files harmless that a dead server left behind and that name the number of some living process. After a
 * restart of the machine, and in containers always, numbers come again soon; PostgreSQL would then refuse to start.
 *
 * The file is not removed but made to name nobody: its other lines let PostgreSQL notice that parts of the old server
 * still hold its shared memory.
 */
export const releaseStaleLocks = async (data: DataFolder, user: SystemUser): Promise<void> => {
  const files = [join(data.cluster, 'postmaster.pid'), join(data.sockets, `.s.PGSQL.${PORT}.lock`)]
  for (const file of files) {
    const pid = await namedIn(file)
    if (pid === undefined || !isAlive(pid) || (await serves(pid, data))) continue
    const [first, ...rest] = (await readFile(file, 'utf8')).split('\n')
    // Unless another launcher has started a server in this very moment.
    if (Number(first) === pid) await replaceFile(file, [NOBODY, ...rest].join('\n'), user)
  }
}

const namedIn = async (file: string): Promise<number | undefined> => {
  const text = await readFile(file, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'ENOENT') throw fault
    return ''
  })
  // PostgreSQL writes a negative number for a server in single-user mode.
  return Math.abs(Number.parseInt(text, 10)) || undefined
}

/** A PostgreSQL server works in its data directory, which tells it from every other process, and from other servers. */
const serves = async (pid: number, data: DataFolder): Promise<boolean> => {
  if (process.platform !== 'linux') {
    const { output } = await run('ps', ['-p', String(pid), '-o', 'comm='], currentUser())
    return basename(output) === 'postgres'
  }
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === data.cluster &&
      readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
    )
  } catch {
    // Gone, or somebody else's, which a server of our data cannot be.
    return false
  }
}
