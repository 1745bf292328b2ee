import { type Insertable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { AuditRecordTable, AuditTables } from './audit.table.ts'

export const insertRecord = async (tx: Tx, row: Insertable<AuditRecordTable>): Promise<void> => {
  await tables<AuditTables>(tx).insertInto('auditRecord').values(row).execute()
}

export const makePartitions = async (tx: Tx, monthsAhead: number): Promise<number> => {
  const made = await sql<{ made: number }>`select audit_make_partitions(${monthsAhead}) as made`.execute(
    tx.connection,
  )
  return made.rows[0]?.made ?? 0
}

/** The chains in which records wait for a seal. */
export const listWaitingChains = async (tx: Tx): Promise<string[]> => {
  const rows = await tables<AuditTables>(tx)
    .selectFrom('auditWaiting')
    .select('chain')
    .distinct()
    .orderBy('chain')
    .execute()
  return rows.map((row) => row.chain)
}

/** Holds a chain for the rest of the transaction. */
export const lockChain = async (tx: Tx, chain: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('audit_seal ' || ${chain}, 0))`.execute(
    tx.connection,
  )
}

/**
 * Seals the oldest waiting records of a chain, at most `limit`, in one seal. A record that waits but is gone is sealed
 * with an empty hash, so that the loss itself is on record: verifying names it.
 *
 * @returns how many were sealed
 */
export const sealBatch = async (tx: Tx, chain: string, limit: number): Promise<number> => {
  const { rows } = await sql<{ records: number }>`
    with oldest as materialized (
      select record_at, record_id from audit_waiting
      where chain = ${chain} order by record_at, record_id limit ${limit}
    ), head as (
      select number, hash from audit_seal where chain = ${chain} order by number desc limit 1
    ), seal as (
      select ${chain}::uuid as chain, coalesce((select number from head), 0) + 1 as number,
        clock_timestamp() as sealed_at, coalesce((select hash from head), '') as previous_hash,
        array_agg(record_id order by record_at, record_id) as record_ids,
        array_agg(record_at order by record_at, record_id) as record_ats,
        array_agg(case when r.id is null then '' else audit_record_hash(r) end order by record_at, record_id)
          as record_hashes
      from oldest left join audit_record r on r.id = record_id and r.at = record_at
      having count(*) > 0
    ), emptied as (
      delete from audit_waiting w using oldest
      where w.chain = ${chain} and w.record_at = oldest.record_at and w.record_id = oldest.record_id
    )
    insert into audit_seal (chain, number, sealed_at, previous_hash, record_ids, record_ats, record_hashes, hash)
    select seal.*, audit_seal_hash(chain, number, sealed_at, previous_hash, record_ids, record_ats, record_hashes)
    from seal
    returning cardinality(record_ids) as records`.execute(tx.connection)
  return rows[0]?.records ?? 0
}
