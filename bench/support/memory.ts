import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The process ended, or this system has no such file.
    return ''
  }
}

const parentOf = (pid: number): number => Number(/\) \w (\d+)/.exec(textOf(`/proc/${pid}/stat`))?.[1])

/** The processes of an installation: the server, and PostgreSQL with all that it started. */
const processesOf = (server: number, folder: string): number[] => {
  const postgres = Number(textOf(join(folder, 'postgres/postmaster.pid')).split('\n')[0])
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  return [server, postgres, ...all.filter((pid) => parentOf(pid) === postgres)]
}

/** The memory of an installation in MB: what several processes share counts once (PSS). Linux only. */
export const megabytes = (server: number, folder: string): number =>
  processesOf(server, folder)
    .map((pid) => Number(/^Pss:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024)
    .reduce((sum, one) => sum + one, 0)
