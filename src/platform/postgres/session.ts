import pg from 'pg'
import { LOGIN_ROLE, OWNER_ROLE, PORT } from './settings.ts'

/** How to sign in to a database over its socket. */
export const connectionTo = (sockets: string, role: string, database: string) =>
  ({ host: sockets, port: PORT, user: role, database, ssl: false }) as const satisfies pg.ClientConfig

/** First halves of our advisory locks' names; the numbers have no meaning but to differ from other programs'. */
const LOCKS = 0x0c_a5_e3_a4
const LOCK = { presence: 1, server: 2, setUp: 3 } as const

/**
 * Our standing session with the server. PostgreSQL releases its locks when this process ends, however it ends, so that
 * no lock can be left behind.
 */
export type Session = {
  /** Resolves when the session ends that nobody closed. */
  readonly lost: Promise<void>
  readonly isOpen: () => boolean
  readonly dataDirectory: () => Promise<string>
  /** Joins those who use the server; false when its last user is just stopping it. */
  readonly join: () => Promise<boolean>
  /** Claims the right to stop the server: true when nobody else uses it. */
  readonly claimStop: () => Promise<boolean>
  /** Claims to be the one application that works on this database; otherwise gives the process that is. */
  readonly claimServer: () => Promise<true | { heldBy: string }>
  /** Makes the database and the roles, once. */
  readonly setUp: () => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Opens a session, in the database `postgres`, so that the application's own database stays free to be replaced.
 * @throws what `pg` throws when the server is not there, not ready or does not let us in
 */
export const openSession = async (sockets: string): Promise<Session> => {
  const client = new pg.Client({
    ...connectionTo(sockets, OWNER_ROLE, 'postgres'),
    application_name: `process ${process.pid} of Causeway`,
    connectionTimeoutMillis: 5000,
  })
  let open = true
  const lost = new Promise<void>((resolve) => {
    client.on('error', () => {})
    client.on('end', () => {
      open = false
      resolve()
    })
  })
  await client.connect()
  const take = async (how: string, key: number): Promise<boolean> => {
    const { rows } = await client.query<{ taken: boolean }>(`select ${how}(${LOCKS}, ${key}) as taken`)
    return rows[0]?.taken === true
  }
  return {
    lost,
    isOpen: () => open,
    dataDirectory: async () => {
      const { rows } = await client.query<{ data_directory: string }>('show data_directory')
      return rows[0]?.data_directory ?? ''
    },
    join: () => take('pg_try_advisory_lock_shared', LOCK.presence),
    claimStop: () => take('pg_try_advisory_lock', LOCK.presence),
    claimServer: async () =>
      (await take('pg_try_advisory_lock', LOCK.server)) || { heldBy: await holderOf(client, LOCK.server) },
    setUp: () => setUp(client),
    close: () => client.end(),
  }
}

const holderOf = async (client: pg.Client, key: number): Promise<string> => {
  const { rows } = await client.query<{ application_name: string }>(
    `select application_name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and classid = ${LOCKS} and objid = ${key} and granted`,
  )
  return rows[0]?.application_name ?? 'another process'
}

const setUp = async (client: pg.Client): Promise<void> => {
  await client.query(`select pg_advisory_lock(${LOCKS}, ${LOCK.setUp})`)
  const has = async (query: string) => (await client.query(query)).rows.length > 0
  if (!(await has(`select from pg_roles where rolname = '${LOGIN_ROLE}'`)))
    await client.query(
      `create role ${LOGIN_ROLE} login inherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls`,
    )
  if (!(await has(`select from pg_database where datname = '${OWNER_ROLE}'`)))
    await client.query(`create database ${OWNER_ROLE}`)
  // Without an access list of its own, a database is open to every role.
  if (await has(`select from pg_database where datname in ('${OWNER_ROLE}', 'postgres') and datacl is null`))
    await client.query(`
      revoke all on database postgres, ${OWNER_ROLE} from public;
      grant connect on database ${OWNER_ROLE} to ${LOGIN_ROLE};`)
  await client.query(`select pg_advisory_unlock(${LOCKS}, ${LOCK.setUp})`)
}
