import { existsSync, globSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { launch } from '#tests/support/launcher.ts'
import { ask, ownDataFolder } from '#tests/support/own-data-folder.ts'

const system = globSync('/usr/lib/postgresql/*/bin').sort().at(-1)
const versions = [
  { name: 'the bundled PostgreSQL', binaries: undefined },
  ...(system ? [{ name: `the PostgreSQL in ${system}`, binaries: system }] : []),
]

const own = ownDataFolder()

describe.each(versions)('with $name', ({ binaries }) => {
  test('a new folder gets a database, safe defaults and a login that owns nothing', async () => {
    const postgres = await own.start(binaries)
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
    const first = await own.start(binaries)
    await ask(first.adminConnection, 'create table kept (id int); insert into kept values (7)')
    await first.stop()
    expect(existsSync(join(own.dataDir, 'postgres/postmaster.pid'))).toBe(false)
    await expect(ask(first.adminConnection, 'select 1')).rejects.toThrow('ENOENT')
    const second = await own.start(binaries)
    expect(await ask(second.adminConnection, 'select id from kept')).toEqual([{ id: 7 }])
  })

  test('an application that is killed leaves its database running, and the next one adopts it', async () => {
    const killed = launch('server', own.dataDir, { binaries })
    await killed.up
    const server = own.postmaster()
    killed.process.kill('SIGKILL')
    const next = await own.start(binaries)
    expect(next.adopted).toBe(true)
    expect(own.postmaster()).toBe(server)
    await next.stop()
    expect(existsSync(join(own.dataDir, 'postgres/postmaster.pid'))).toBe(false)
  })

  test('a killed PostgreSQL comes back by itself with every write that was acknowledged', async () => {
    const lines: string[] = []
    const { adminConnection } = await own.start(binaries, lines)
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
    process.kill(own.postmaster(), 'SIGKILL')
    await writing
    while (lines.at(-1) !== 'PostgreSQL is back') await pause(50)
    const rows = await ask(adminConnection, 'select id from written')
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged))
  })

  test('a stale lock that names a living process does not keep the database down', async () => {
    const killed = launch('server', own.dataDir, { binaries })
    await killed.up
    killed.process.kill('SIGKILL')
    process.kill(own.postmaster(), 'SIGKILL')
    const lock = join(own.dataDir, 'postgres/postmaster.pid')
    await writeFile(lock, readFileSync(lock, 'utf8').replace(/^\d+/, String(process.pid)))
    await writeFile(join(own.dataDir, 'postgres-socket/.s.PGSQL.5432.lock'), `${process.pid}\n`)
    const next = await own.start(binaries)
    expect(next.adopted).toBe(false)
    expect(await ask(next.adminConnection, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})
