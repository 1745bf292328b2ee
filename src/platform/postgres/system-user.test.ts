import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { launch, openFolder } from '#tests/support/launcher.ts'
import { defaultDataDir } from './data-folder.ts'
import { run } from './run.ts'
import { attachPostgres } from './start-postgres.ts'
import { currentUser, databaseUser } from './system-user.ts'

const isRoot = process.getuid?.() === 0
const nobody = { uid: 65_534, gid: 65_534 }

/** A checkout in root's own home can be read by nobody else. */
const othersCanRun = async () => {
  const user = { name: 'nobody', ...nobody }
  return (await run(process.execPath, [join(import.meta.dirname, 'cannot-start.ts')], user)).code === 0
}

let folder: Awaited<ReturnType<typeof openFolder>>
beforeEach(async () => {
  folder = await openFolder()
})
afterEach(() => folder.remove())

test.runIf(isRoot)(
  'as root, PostgreSQL runs as another account, and the data lies outside of /root',
  async () => {
    expect((await databaseUser([])).uid).not.toBe(0)
    expect(defaultDataDir()).toBe(process.env.DATA_DIR ?? '/var/lib/causeway')
  },
)

test.runIf(!isRoot)('as anybody else, PostgreSQL runs as the same account', async () => {
  expect(await databaseUser([])).toEqual(currentUser())
})

test.runIf(isRoot)(
  'data where the account of PostgreSQL cannot come is refused in one sentence',
  async () => {
    await chmod(folder.path, 0o700)
    const { ended, said } = launch('server', join(folder.path, 'data'))
    expect(await ended).toBe(1)
    expect(said()).toMatch(/^PostgreSQL runs as the system user “\w+”, who cannot enter .*\n$/)
  },
)

describe.runIf(isRoot && (await othersCanRun()))('an ordinary user', () => {
  test('runs it as themselves, and root may use it too', async () => {
    await chmod(folder.path, 0o777)
    const dataDir = join(folder.path, 'data')
    const launched = launch('server', dataDir, { as: nobody })
    expect(await launched.up).toMatchObject({ adopted: false })
    const command = await attachPostgres({ dataDir, log: () => undefined })
    expect(command.adopted).toBe(true)
    await command.stop()
    launched.process.kill('SIGTERM')
    expect(await launched.ended).toBe(0)
  })

  test('is told in one sentence that the data belongs to another', async () => {
    const dataDir = join(folder.path, 'data')
    const own = await attachPostgres({ dataDir, log: () => undefined })
    const { ended, said } = launch('server', dataDir, { as: nobody })
    expect(await ended).toBe(1)
    expect(said()).toMatch(
      /^The database in .* belongs to the user id \d+, and this is “nobody”\. Run as .*\n$/,
    )
    await own.stop()
  })

  test('is told in one sentence that the data folder is not theirs to write', async () => {
    await mkdir(join(folder.path, 'data'))
    const { ended, said } = launch('server', join(folder.path, 'data'), { as: nobody })
    expect(await ended).toBe(1)
    expect(said()).toMatch(/^The user “nobody” may not write to the data folder .*\n$/)
  })
})
