import { sql } from 'kysely'
import type { Tx } from '#platform/database/as-actor.ts'

/**
 * Puts a new token in place of a session's old one and notes that a second factor was shown now. The session ends when
 * it would have ended before: its beginning stays. Whether the old one was alive.
 */
export const renewSession = async (tx: Tx, hashes: { old: string; new: string }): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    with ended as (
      update session set ended_at = now() where token_hash = ${hashes.old} and ended_at is null
      returning member_id, created_at, identity_provider_id)
    insert into session (token_hash, member_id, created_at, identity_provider_id, second_factor_at)
    select ${hashes.new}, member_id, created_at, identity_provider_id, now() from ended`.execute(
    tx.connection,
  )
  return numAffectedRows === 1n
}
