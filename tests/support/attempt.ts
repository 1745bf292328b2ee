import pg from 'pg'
import type { Actor } from '#kernel/actor.ts'
import { actorSettings } from '#platform/database/actor-settings.ts'

/** Runs one statement of raw SQL with the rights that the application would have for this actor, and takes it back. */
export const attempt = async (
  connection: pg.ClientConfig,
  actor: Actor,
  statement: string,
  values: readonly unknown[] = [],
): Promise<pg.QueryResult> => {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('begin')
    await client.query(actorSettings(actor))
    return await client.query(statement, [...values])
  } finally {
    await client.end()
  }
}

/** The statement and values that insert a row, its names as in the database. */
export const insertOf = (table: string, row: Readonly<Record<string, unknown>>): [string, unknown[]] => {
  const names = Object.keys(row)
  const marks = names.map((_, index) => `$${index + 1}`)
  return [`insert into ${table} (${names}) values (${marks})`, Object.values(row)]
}
