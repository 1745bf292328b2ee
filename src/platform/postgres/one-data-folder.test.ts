import { existsSync, globSync } from 'node:fs'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { launch } from '#tests/support/launcher.ts'
import { ask, ownDataFolder } from '#tests/support/own-data-folder.ts'
import { attachPostgres, startPostgres } from './start-postgres.ts'

const own = ownDataFolder()

describe('several at once', () => {
  test('a second application on the same data is refused in one sentence', async () => {
    await own.start()
    const second = launch('server', own.dataDir)
    expect(await second.ended).toBe(1)
    expect(second.said()).toBe(
      `Causeway is already running on the data in ${own.dataDir} (process ${process.pid} of Causeway). Stop it first, or set DATA_DIR to another folder.\n`,
    )
  })

  test('of two that are started together on an empty folder, one runs', async () => {
    const launchers = [launch('server', own.dataDir), launch('server', own.dataDir)]
    const outcomes = await Promise.allSettled(launchers.map(({ up }) => up))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    for (const { process } of launchers) process.kill('SIGTERM')
    await Promise.all(launchers.map(({ ended }) => ended))
    expect(await readdir(own.dataDir)).toEqual(['postgres', 'postgres-log', 'postgres-socket'])
  })

  test('a command works beside the application and leaves its database running', async () => {
    const application = await own.start()
    const command = await attachPostgres(own.options())
    expect(command.adopted).toBe(true)
    await command.stop()
    expect(await ask(application.appConnection, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('a command alone starts the database and stops it at its end', async () => {
    const command = await attachPostgres(own.options())
    expect(command.adopted).toBe(false)
    await command.stop()
    expect(existsSync(join(own.dataDir, 'postgres/postmaster.pid'))).toBe(false)
  })

  test('an application that stops does not cut off a running command, which then stops the database', async () => {
    const application = await own.start()
    const command = await attachPostgres(own.options())
    await application.stop()
    expect(await ask(command.adminConnection, 'select 1 as one')).toEqual([{ one: 1 }])
    await command.stop()
    expect(existsSync(join(own.dataDir, 'postgres/postmaster.pid'))).toBe(false)
  })

  test('a database that runs with other settings is restarted with ours', async () => {
    const killed = launch('server', own.dataDir)
    await killed.up
    killed.process.kill('SIGKILL')
    const next = await own.start(undefined, undefined, { work_mem: '5MB' })
    expect(next.adopted).toBe(false)
    expect(await ask(next.adminConnection, 'show work_mem')).toEqual([{ work_mem: '5MB' }])
  })
})

describe('the data folder', () => {
  test('a first start that was cut off half-way leaves nothing that looks finished', async () => {
    const cut = launch('server', own.dataDir)
    while (!existsSync(own.dataDir) || globSync(join(own.dataDir, '*.unfinished-*/base')).length === 0)
      await pause(5)
    cut.process.kill('SIGKILL')
    await cut.ended
    expect(await readdir(own.dataDir)).not.toContain('postgres')
    const { adminConnection } = await own.start()
    expect(await ask(adminConnection, 'select 1 as one')).toEqual([{ one: 1 }])
    expect((await readdir(own.dataDir)).filter((name) => name.includes('unfinished'))).toEqual([])
  })

  test('may have a path longer than a socket may have, with any characters in it', async () => {
    own.dataDir = own.within('Ünion County, "East" $HOME `x` \'s', 'd'.repeat(120))
    const { adminConnection } = await own.start()
    expect(Buffer.byteLength(`${adminConnection.host}/.s.PGSQL.5432`)).toBeLessThan(104)
    const [served] = await ask(adminConnection, 'show data_directory')
    expect(served.data_directory).toBe(join(own.dataDir, 'postgres'))
    await own.stop()
    await rm(String(adminConnection.host), { recursive: true })
  })

  test('made by another major version is refused in one sentence', async () => {
    const first = await own.start()
    await first.stop()
    await writeFile(join(own.dataDir, 'postgres/PG_VERSION'), '12\n')
    await expect(startPostgres(own.options())).rejects.toThrow('was made by PostgreSQL 12')
  })
})
