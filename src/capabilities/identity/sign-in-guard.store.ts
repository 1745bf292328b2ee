import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { AccountTables } from './account.table.ts'

const db = (tx: Tx) => tables<AccountTables>(tx)

/**
 * Counts a failure against a member, in one statement, so that tries made at once are all counted. An id of nobody
 * costs the same and changes nothing.
 *
 * @param limit how many within how many minutes lock the account
 * @returns whether this failure locked it
 */
export const addFailure = async (
  tx: Tx,
  memberId: Id<'member'>,
  limit: { failures: number; minutes: number },
): Promise<boolean> => {
  const since = sql`now() - make_interval(mins => ${limit.minutes})`
  const { rows } = await sql<{ locksNow: boolean }>`
    insert into sign_in_guard as g (member_id, failures)
    select id, array[now()] from member where id = ${memberId}
    on conflict (member_id) do update set
      failures = array(select f from unnest(g.failures || now()) f where f > ${since}),
      locked_at = case when g.locked_at is null
        and (select count(*) from unnest(g.failures) f where f > ${since}) + 1 >= ${limit.failures}
        then now() else g.locked_at end
    returning locked_at is not distinct from now() as locks_now`.execute(tx.connection)
  return rows[0]?.locksNow === true
}

/** What went well ends the count. A locked account stays locked. */
export const clearFailures = (tx: Tx, memberId: Id<'member'>) =>
  db(tx)
    .updateTable('signInGuard')
    .set({ failures: sql`'{}'` })
    .where('memberId', '=', memberId)
    .where(sql<boolean>`failures <> '{}'`)
    .execute()

/** Whether an account is locked. The row is held until the transaction ends, so that no try slips in beside it. */
export const isLocked = async (tx: Tx, memberId: Id<'member'>): Promise<boolean> => {
  const found = await db(tx)
    .selectFrom('signInGuard')
    .where('memberId', '=', memberId)
    .where('lockedAt', 'is not', null)
    .select('memberId')
    .forUpdate()
    .executeTakeFirst()
  return found !== undefined
}

/** Releases a locked account. Whether it was locked until now. */
export const releaseLock = async (tx: Tx, memberId: Id<'member'>): Promise<boolean> => {
  const { numUpdatedRows } = await db(tx)
    .updateTable('signInGuard')
    .set({ failures: sql`'{}'`, lockedAt: null })
    .where('memberId', '=', memberId)
    .where('lockedAt', 'is not', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** From now on a member's password opens nothing, until they have chosen another. */
export const voidPassword = (tx: Tx, memberId: Id<'member'>) =>
  db(tx)
    .insertInto('signInGuard')
    .values({ memberId, passwordVoidAt: sql`now()` })
    .onConflict((conflict) => conflict.column('memberId').doUpdateSet({ passwordVoidAt: sql`now()` }))
    .execute()

/** A new password was chosen: it opens the account again. */
export const allowPassword = (tx: Tx, memberId: Id<'member'>) =>
  db(tx)
    .updateTable('signInGuard')
    .set({ passwordVoidAt: null })
    .where('memberId', '=', memberId)
    .where('passwordVoidAt', 'is not', null)
    .execute()
