import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { IdentityTables } from './identity.table.ts'

const db = (tx: Tx) => tables<IdentityTables>(tx)

/** Whose session a browser held that ended by itself; undefined when somebody ended it, or there was none. */
export const findLapsedSession = (tx: Tx, tokenHash: string) =>
  db(tx)
    .selectFrom('session')
    .where('tokenHash', '=', tokenHash)
    .where('endedAt', 'is', null)
    .where('createdAt', '>', sql<Date>`now() - interval '1 day'`)
    .select('memberId')
    .executeTakeFirst()

/** Parks a form for at most an hour; parking it once more changes nothing. */
export const insertParkedForm = (
  tx: Tx,
  row: { keyHash: string; memberId: Id<'member'>; sealed: string; minutes: number },
) =>
  db(tx)
    .insertInto('parkedForm')
    .values({
      keyHash: row.keyHash,
      memberId: row.memberId,
      sealed: row.sealed,
      expiresAt: sql`now() + make_interval(mins => ${row.minutes})`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const findParkedForm = (tx: Tx, keyHash: string) =>
  db(tx)
    .selectFrom('parkedForm')
    .where('keyHash', '=', keyHash)
    .where('expiresAt', '>', sql<Date>`now()`)
    .select('sealed')
    .executeTakeFirst()

export const deleteParkedForm = (tx: Tx, keyHash: string) =>
  db(tx).deleteFrom('parkedForm').where('keyHash', '=', keyHash).execute()

export const deleteExpiredForms = (tx: Tx) =>
  db(tx).deleteFrom('parkedForm').where('expiresAt', '<=', sql<Date>`now()`).execute()
