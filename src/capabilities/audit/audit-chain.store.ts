import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { AuditTables } from './audit.table.ts'

export type SealFacts = {
  readonly number: number
  readonly records: number
  readonly previousHash: string
  readonly hash: string
  /** Whether the hash is that of what the seal says. */
  readonly holds: boolean
}

/** Every chain that has seals or waiting records. */
export const listChains = async (tx: Tx): Promise<string[]> => {
  const chains = tables<AuditTables>(tx)
  const rows = await chains
    .selectFrom('auditSeal')
    .select('chain')
    .union(chains.selectFrom('auditWaiting').select('chain'))
    .orderBy('chain')
    .execute()
  return rows.map((row) => row.chain)
}

export const countSeals = async (tx: Tx, chain: string | undefined): Promise<number> => {
  const row = await tables<AuditTables>(tx)
    .selectFrom('auditSeal')
    .select((count) => count.fn.countAll<string>().as('seals'))
    .$if(chain !== undefined, (seals) => seals.where('chain', '=', chain as string))
    .executeTakeFirstOrThrow()
  return Number(row.seals)
}

/** The next seals of a chain after a number, each with its hash computed anew. */
export const listSeals = async (
  tx: Tx,
  chain: string,
  after: number,
  limit: number,
): Promise<SealFacts[]> => {
  const { rows } = await sql<SealFacts>`
    select number::float8 as number, cardinality(record_ids) as records,
      encode(previous_hash, 'hex') as previous_hash, encode(hash, 'hex') as hash,
      hash = audit_seal_hash(chain, number, sealed_at, previous_hash, record_ids, record_ats, record_hashes) as holds
    from audit_seal where chain = ${chain} and number > ${after} order by audit_seal.number limit ${limit}`.execute(
    tx.connection,
  )
  return rows
}

/** The first record under these seals of a chain that is gone or no longer says what was sealed. */
export const findBrokenRecord = async (
  tx: Tx,
  chain: string,
  seals: { first: number; last: number },
): Promise<{ seal: number; record: string; at: Date; isGone: boolean } | undefined> => {
  // Looked up one by one: a planner that guessed wrong would read the whole record again for each page of seals.
  const { rows } = await sql<{ seal: number; record: string; at: Date; isGone: boolean }>`
    select s.number::float8 as seal, sealed.id as record, sealed.at, found.hash is null as is_gone
    from audit_seal s
    cross join unnest(s.record_ids, s.record_ats, s.record_hashes) with ordinality as sealed (id, at, hash, place)
    left join lateral (
      select audit_record_hash(r) as hash from audit_record r
      where r.id = sealed.id and r.at = sealed.at offset 0) found on true
    where s.chain = ${chain} and s.number between ${seals.first} and ${seals.last}
      and found.hash is distinct from sealed.hash
    order by s.number, sealed.place limit 1`.execute(tx.connection)
  return rows[0]
}

/** The first record that waits for its seal but is gone. */
export const findLostWaiting = async (
  tx: Tx,
  chain: string | undefined,
): Promise<{ chain: string; record: string; at: Date } | undefined> => {
  const { rows } = await sql<{ chain: string; record: string; at: Date }>`
    select w.chain, w.record_id as record, w.record_at as at
    from audit_waiting w
    where (${chain ?? null}::uuid is null or w.chain = ${chain ?? null})
      and not exists (select from audit_record r where r.id = w.record_id and r.at = w.record_at)
    order by w.chain, w.record_at, w.record_id limit 1`.execute(tx.connection)
  return rows[0]
}

/** The first day of each month for which there are records, oldest first. */
export const listMonths = async (tx: Tx): Promise<Date[]> => {
  const { rows } = await sql<{ month: Date }>`
    select to_timestamp(right(relname, 7) || ' +00', 'YYYY_MM TZH') as month
    from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = 'audit_record'::regclass order by relname`.execute(tx.connection)
  return rows.map((row) => row.month)
}

/** The first record of a span of time, older than `settledFor`, that neither a seal covers nor waits for one. */
export const findUnsealed = async (
  tx: Tx,
  span: { from: Date; until: Date },
  settledFor: string,
  chain: string | undefined,
): Promise<{ chain: string; record: string; at: Date } | undefined> => {
  // Sets and not joins: their cost does not hang on what the planner knows of a queue that was full a minute ago.
  const { rows } = await sql<{ chain: string; record: string; at: Date }>`
    with uncovered as materialized (
      select r.at, r.id from audit_record r
      where r.at >= ${span.from} and r.at < ${span.until} and r.at < now() - ${settledFor}::interval
        and (${chain ?? null}::uuid is null or audit_chain(r.jurisdiction_id) = ${chain ?? null})
      except
      select sealed.at, sealed.id
      from audit_seal s cross join unnest(s.record_ats, s.record_ids) as sealed (at, id)
      where s.last_at >= ${span.from} and s.first_at < ${span.until}
      except
      select w.record_at, w.record_id from audit_waiting w
      where w.record_at >= ${span.from} and w.record_at < ${span.until}
      order by 1, 2 limit 1
    )
    select audit_chain(r.jurisdiction_id) as chain, r.id as record, r.at
    from uncovered join audit_record r on r.id = uncovered.id and r.at = uncovered.at`.execute(tx.connection)
  return rows[0]
}
