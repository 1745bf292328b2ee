import { sql } from 'kysely'
import type { Lang } from '#design'
import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { MyRecordTables } from './my-record.table.ts'

const db = (tx: Tx) => tables<MyRecordTables>(tx)

/** A page of somebody's own closes by itself, sooner than a member's: it may be open on a borrowed phone. */
export const IDLE_LIMIT_MINUTES = 15
const ABSOLUTE_LIMIT_HOURS = 2

/** Starts a session; a second call with the same token changes nothing. @param covered opens behind the harmless page */
export const insertSession = (
  tx: Tx,
  session: { tokenHash: string; accessId: string; covered: boolean },
): Promise<unknown> =>
  sql`insert into person_session (token_hash, access_id, covered_at)
    values (${session.tokenHash}, ${session.accessId}, case when ${session.covered} then now() end)`.execute(
    db(tx),
  )

type OpenedSession = {
  accessId: Id<'person-access'>
  personId: Id<'person'>
  jurisdictionId: Id<'jurisdiction'>
  organizationId: Id<'organization'>
  language: Lang
  hasSafeWord: boolean
  coveredAt: Date | null
  timeZone: string
  jurisdictionName: string
}

/** Whose record a session shows, if it is alive. */
export const findSession = async (tx: Tx, tokenHash: string): Promise<OpenedSession | undefined> => {
  const { rows } = await sql<OpenedSession>`
    select * from open_person_session(${tokenHash},
      make_interval(mins => ${sql.lit(IDLE_LIMIT_MINUTES)}),
      make_interval(hours => ${sql.lit(ABSOLUTE_LIMIT_HOURS)}))`.execute(db(tx))
  return rows[0]
}

export const endSession = (tx: Tx, tokenHash: string): Promise<unknown> =>
  change(tx, tokenHash, { endedAt: sql`now()` })

/** From now on the session shows a harmless page. */
export const coverSession = (tx: Tx, tokenHash: string): Promise<unknown> =>
  change(tx, tokenHash, { coveredAt: sql`now()`, wordsTried: 0 })

export const uncoverSession = (tx: Tx, tokenHash: string): Promise<unknown> =>
  change(tx, tokenHash, { coveredAt: null, wordsTried: 0 })

/** Counts a word that was not the right one, and ends the session with the last that it may try. */
export const countWord = (tx: Tx, tokenHash: string, most: number): Promise<unknown> =>
  change(tx, tokenHash, {
    wordsTried: sql`words_tried + 1`,
    endedAt: sql`case when words_tried + 1 >= ${most} then now() end`,
  })

const change = (tx: Tx, tokenHash: string, values: Record<string, unknown>): Promise<unknown> =>
  db(tx)
    .updateTable('personSession')
    .set(values as never)
    .where('tokenHash', '=', tokenHash)
    .where('endedAt', 'is', null)
    .execute()
