import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

export type TestDatabase = {
  /** Connections of the superuser, whom no policy binds: to arrange, and to look behind the scenes. */
  readonly admin: pg.Pool
  /** How the application signs in. */
  readonly app: pg.ClientConfig
  /** Removes the database, ending whatever is still connected to it. */
  readonly drop: () => Promise<void>
}

/**
 * A database of one's own, with every table; for tests called `*.db.test.ts`.
 *
 * @param options.filled with the invented county in it; otherwise there is not a row
 */
export const testDatabase = async ({ filled = false } = {}): Promise<TestDatabase> => {
  const server = inject('postgres')
  const database = `test_${randomBytes(8).toString('hex')}`
  const template = filled ? server.filledTemplate : server.template
  await asAdmin(server.admin, `create database ${database} template ${template}`)
  const admin = new pg.Pool({ ...server.admin, database, max: 4 })
  // Dropping the database may end these connections while they are still closing.
  admin.on('error', () => undefined)
  return {
    admin,
    app: { ...server.app, database },
    drop: async () => {
      await admin.end()
      await asAdmin(server.admin, `drop database ${database} with (force)`)
    },
  }
}

const asAdmin = async (connection: pg.ClientConfig, command: string): Promise<void> => {
  const client = new pg.Client(connection)
  await client.connect()
  await client.query(command).finally(() => client.end())
}
