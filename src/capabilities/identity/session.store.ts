import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import { alive } from './identity.store.ts'
import type { IdentityTables } from './identity.table.ts'

const db = (tx: Tx) => tables<IdentityTables>(tx)

/**
 * Puts a new token in place of a session's old one and notes that a second factor was shown now. The session ends when
 * it would have ended before: its beginning stays. Whether the old one was alive.
 */
export const renewSession = async (tx: Tx, hashes: { old: string; new: string }): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    with ended as (
      update session set ended_at = now() where token_hash = ${hashes.old} and ended_at is null
      returning member_id, created_at, identity_provider_id, device, notice)
    insert into session (token_hash, member_id, created_at, identity_provider_id, device, notice, second_factor_at)
    select ${hashes.new}, member_id, created_at, identity_provider_id, device, notice, now() from ended`.execute(
    tx.connection,
  )
  return numAffectedRows === 1n
}

/** Narrows a session to a few pages. Whether it was open until now. */
export const narrowSession = async (
  tx: Tx,
  tokenHash: string,
  { within, back }: { within: readonly string[]; back: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await db(tx)
    .updateTable('session')
    .set({ handedOverWithin: [...within], handedOverBack: back })
    .where('tokenHash', '=', tokenHash)
    .where('handedOverWithin', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** The sessions of a member that are alive, the one seen last first. */
export const listAliveSessions = (tx: Tx, memberId: Id<'member'>, tokenHash: string) =>
  db(tx)
    .selectFrom('session')
    .where('memberId', '=', memberId)
    .where('secondFactorAt', 'is not', null)
    .where(alive)
    .select(['id', 'device', 'createdAt', 'lastSeenAt'])
    .select(sql<boolean>`token_hash = ${tokenHash}`.as('isThis'))
    .orderBy('lastSeenAt', 'desc')
    .execute()

/** Ends one session of a member. Whether it was alive until now. */
export const endSessionNamed = async (tx: Tx, memberId: Id<'member'>, id: string): Promise<boolean> => {
  const { numUpdatedRows } = await db(tx)
    .updateTable('session')
    .set({ endedAt: sql`now()` })
    .where('memberId', '=', memberId)
    .where(sql<boolean>`id::text = ${id}`)
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Ends every session of a member but one; how many. */
export const endOtherSessions = async (
  tx: Tx,
  memberId: Id<'member'>,
  tokenHash: string,
): Promise<number> => {
  const { numUpdatedRows } = await db(tx)
    .updateTable('session')
    .set({ endedAt: sql`now()` })
    .where('memberId', '=', memberId)
    .where('tokenHash', '<>', tokenHash)
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
