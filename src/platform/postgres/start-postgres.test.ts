import { existsSync, globSync, readFileSync } from 'node:fs'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { launch, openFolder } from '#tests/support/launcher.ts'
import { attachPostgres, type RunningPostgres, startPostgres } from './start-postgres.ts'

const system = globSync('/usr/lib/postgresql/*/bin').sort().at(-1)
const versions = [
  { name: 'the bundled PostgreSQL', binaries: undefined },
  ...(system ? [{ name: `the PostgreSQL in ${system}`, binaries: system }] : []),
]

let folder: Awaited<ReturnType<typeof openFolder>>
let dataDir: string
const running: RunningPostgres[] = []

beforeEach(async () => {
  folder = await openFolder()
  dataDir = join(folder.path, 'data')
})

afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.stop()
  // Whatever a failed test left running still holds its folder, and is stopped by the last one to leave it.
  if (existsSync(join(dataDir, 'postgres/postmaster.pid')))
    await (await attachPostgres({ dataDir, log: () => undefined })).stop()
  await folder.remove()
})

const options = (binaries?: string, lines: string[] = []) => ({
  dataDir,
  ...(binaries ? { binaries } : {}),
  log: (line: string) => lines.push(line),
})

const start = async (binaries?: string, lines?: string[]) => {
  const postgres = await startPostgres(options(binaries, lines))
  running.push(postgres)
  return postgres
}

const ask = async (connection: pg.ClientConfig, query: string) => {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(query)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

const postmaster = () => Number.parseInt(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10)

describe.each(versions)('with $name', ({ binaries }) => {
  test('a new folder gets a database, safe defaults and a login that owns nothing', async () => {
    const postgres = await start(binaries)
    expect(postgres.adopted).toBe(false)
    const [settings] = await ask(
      postgres.adminConnection,
      `select current_setting('fsync') fsync, current_setting('data_checksums') checksums,
        current_setting('listen_addresses') addresses, current_setting('server_encoding') encoding,
        lower('ÅÖ') lower, 'b' > 'C' as "byCodePoint"`,
    )
    expect(settings).toEqual({
      fsync: 'on',
      checksums: 'on',
      addresses: '',
      encoding: 'UTF8',
      lower: 'åö',
      byCodePoint: true,
    })
    const [login] = await ask(
      postgres.appConnection,
      'select current_user as name, rolsuper, rolbypassrls, rolcreatedb, rolinherit from pg_roles where rolname = current_user',
    )
    expect(login).toEqual({
      name: 'causeway_login',
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolinherit: true,
    })
    await expect(ask({ ...postgres.appConnection, database: 'postgres' }, 'select 1')).rejects.toThrow(
      'permission denied',
    )
  })

  test('stopping leaves no server, and the next start finds what was written', async () => {
    const first = await start(binaries)
    await ask(first.adminConnection, 'create table kept (id int); insert into kept values (7)')
    await first.stop()
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false)
    await expect(ask(first.adminConnection, 'select 1')).rejects.toThrow('ENOENT')
    const second = await start(binaries)
    expect(await ask(second.adminConnection, 'select id from kept')).toEqual([{ id: 7 }])
  })

  test('an application that is killed leaves its database running, and the next one adopts it', async () => {
    const killed = launch('server', dataDir, { binaries })
    await killed.up
    const server = postmaster()
    killed.process.kill('SIGKILL')
    const next = await start(binaries)
    expect(next.adopted).toBe(true)
    expect(postmaster()).toBe(server)
    await next.stop()
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false)
  })

  test('a killed PostgreSQL comes back by itself with every write that was acknowledged', async () => {
    const lines: string[] = []
    const { adminConnection } = await start(binaries, lines)
    await ask(adminConnection, 'create table written (id int primary key)')
    const acknowledged: number[] = []
    const write = async () => {
      const client = new pg.Client(adminConnection)
      client.on('error', () => undefined)
      await client.connect()
      for (let id = 0; ; id++) {
        await client.query('insert into written values ($1)', [id])
        acknowledged.push(id)
      }
    }
    const writing = write().catch(() => undefined)
    while (acknowledged.length < 50) await pause(5)
    process.kill(postmaster(), 'SIGKILL')
    await writing
    while (lines.at(-1) !== 'PostgreSQL is back') await pause(50)
    const rows = await ask(adminConnection, 'select id from written')
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged))
  })

  test('a stale lock that names a living process does not keep the database down', async () => {
    const killed = launch('server', dataDir, { binaries })
    await killed.up
    killed.process.kill('SIGKILL')
    process.kill(postmaster(), 'SIGKILL')
    const lock = join(dataDir, 'postgres/postmaster.pid')
    await writeFile(lock, readFileSync(lock, 'utf8').replace(/^\d+/, String(process.pid)))
    await writeFile(join(dataDir, 'postgres-socket/.s.PGSQL.5432.lock'), `${process.pid}\n`)
    const next = await start(binaries)
    expect(next.adopted).toBe(false)
    expect(await ask(next.adminConnection, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('several at once', () => {
  test('a second application on the same data is refused in one sentence', async () => {
    await start()
    const second = launch('server', dataDir)
    expect(await second.ended).toBe(1)
    expect(second.said()).toBe(
      `Causeway is already running on the data in ${dataDir} (process ${process.pid} of Causeway). Stop it first, or set DATA_DIR to another folder.\n`,
    )
  })

  test('of two that are started together on an empty folder, one runs', async () => {
    const launchers = [launch('server', dataDir), launch('server', dataDir)]
    const outcomes = await Promise.allSettled(launchers.map(({ up }) => up))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    for (const { process } of launchers) process.kill('SIGTERM')
    await Promise.all(launchers.map(({ ended }) => ended))
    expect(await readdir(dataDir)).toEqual(['postgres', 'postgres-log', 'postgres-socket'])
  })

  test('a command works beside the application and leaves its database running', async () => {
    const application = await start()
    const command = await attachPostgres(options())
    expect(command.adopted).toBe(true)
    await command.stop()
    expect(await ask(application.appConnection, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('a command alone starts the database and stops it at its end', async () => {
    const command = await attachPostgres(options())
    expect(command.adopted).toBe(false)
    await command.stop()
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false)
  })

  test('an application that stops does not cut off a running command, which then stops the database', async () => {
    const application = await start()
    const command = await attachPostgres(options())
    await application.stop()
    expect(await ask(command.adminConnection, 'select 1 as one')).toEqual([{ one: 1 }])
    await command.stop()
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false)
  })

  test('a database that runs with other settings is restarted with ours', async () => {
    const killed = launch('server', dataDir)
    await killed.up
    killed.process.kill('SIGKILL')
    const next = await startPostgres({ ...options(), settings: { work_mem: '5MB' } })
    running.push(next)
    expect(next.adopted).toBe(false)
    expect(await ask(next.adminConnection, 'show work_mem')).toEqual([{ work_mem: '5MB' }])
  })
})

describe('the data folder', () => {
  test('a first start that was cut off half-way leaves nothing that looks finished', async () => {
    const cut = launch('server', dataDir)
    while (!existsSync(dataDir) || globSync(join(dataDir, '*.unfinished-*/base')).length === 0) await pause(5)
    cut.process.kill('SIGKILL')
    await cut.ended
    expect(await readdir(dataDir)).not.toContain('postgres')
    const { adminConnection } = await start()
    expect(await ask(adminConnection, 'select 1 as one')).toEqual([{ one: 1 }])
    expect((await readdir(dataDir)).filter((name) => name.includes('unfinished'))).toEqual([])
  })

  test('may have a path longer than a socket may have, with any characters in it', async () => {
    dataDir = join(folder.path, 'Ünion County, "East" $HOME `x` \'s', 'd'.repeat(120))
    const { adminConnection } = await start()
    expect(Buffer.byteLength(`${adminConnection.host}/.s.PGSQL.5432`)).toBeLessThan(104)
    const [served] = await ask(adminConnection, 'show data_directory')
    expect(served.data_directory).toBe(join(dataDir, 'postgres'))
    await running.pop()?.stop()
    await rm(String(adminConnection.host), { recursive: true })
  })

  test('made by another major version is refused in one sentence', async () => {
    const first = await start()
    await first.stop()
    await writeFile(join(dataDir, 'postgres/PG_VERSION'), '12\n')
    await expect(startPostgres(options())).rejects.toThrow('was made by PostgreSQL 12')
  })
})
