import { spawn } from 'node:child_process'
import type { SystemUser } from './system-user.ts'

export type Outcome = { readonly code: number; readonly output: string }

/**
 * Runs a program to its end, as `user` (a change of user needs root), and gives its exit code and everything it wrote.
 *
 * The environment is made from nothing: PGDATA, PGOPTIONS, LD_PRELOAD and their like, set for some other program,
 * must not reach the server that holds the data.
 *
 * @param folder working directory; the default exists for every user
 * @throws when there is no such program
 */
export const run = (
  program: string,
  args: readonly string[],
  user: SystemUser,
  folder = '/',
): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const identity = process.getuid?.() === user.uid ? {} : { uid: user.uid, gid: user.gid }
    const child = spawn(program, args, {
      cwd: folder,
      env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...identity,
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output: output.trim() }))
  })
