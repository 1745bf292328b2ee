import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { AuditTables } from './audit.table.ts'
import type { Checkpoint } from './checkpoint.ts'

/** A chain's youngest seal, how many records are sealed up to it, and whether that has a checkpoint. */
export type Head = Pick<Checkpoint, 'chain' | 'seal' | 'hash' | 'records'> & { readonly isSigned: boolean }

/** The head of every chain. Records are counted from the last checkpoint on, so that this stays quick for years. */
export const selectHeads = async (tx: Tx): Promise<Head[]> => {
  const { rows } = await sql<Head>`
    with chain as (select distinct chain from audit_seal)
    select chain.chain, head.number::float8 as seal, encode(head.hash, 'hex') as hash,
      (coalesce(last.records, 0) + since.records)::float8 as records,
      coalesce(last.seal_number = head.number, false) as is_signed
    from chain
    cross join lateral (
      select number, hash from audit_seal where chain = chain.chain order by number desc limit 1) head
    left join lateral (
      select seal_number, records from audit_checkpoint
      where chain = chain.chain order by seal_number desc limit 1) last on true
    cross join lateral (
      select coalesce(sum(cardinality(record_ids)), 0) as records from audit_seal
      where chain = chain.chain and number > coalesce(last.seal_number, 0) and number <= head.number) since
    order by chain.chain`.execute(tx.connection)
  return rows
}

/** Writes a checkpoint unless one of the same seal is there. */
export const insertCheckpoint = async (tx: Tx, checkpoint: Checkpoint): Promise<void> => {
  await tables<AuditTables>(tx)
    .insertInto('auditCheckpoint')
    .values({
      chain: checkpoint.chain,
      sealNumber: String(checkpoint.seal),
      sealHash: Buffer.from(checkpoint.hash, 'hex'),
      records: String(checkpoint.records),
      at: new Date(checkpoint.at),
      keyId: checkpoint.key,
      signature: Buffer.from(checkpoint.signature, 'base64url'),
    })
    .onConflict((conflict) => conflict.columns(['chain', 'sealNumber']).doNothing())
    .execute()
}

/**
 * The checkpoints that the actor may see, oldest first.
 * @param only `latest`: the youngest of each chain
 */
export const selectCheckpoints = async (tx: Tx, only?: 'latest'): Promise<Checkpoint[]> => {
  const rows = await tables<AuditTables>(tx)
    .selectFrom('auditCheckpoint')
    .selectAll()
    .$if(only === 'latest', (all) => all.distinctOn('chain').orderBy('chain').orderBy('sealNumber', 'desc'))
    .$if(only !== 'latest', (all) => all.orderBy('at').orderBy('chain'))
    .execute()
  return rows.map((row) => ({
    chain: row.chain,
    seal: Number(row.sealNumber),
    hash: row.sealHash.toString('hex'),
    records: Number(row.records),
    at: row.at.toISOString(),
    key: row.keyId,
    signature: row.signature.toString('base64url'),
  }))
}
