import { sql } from 'kysely'
import type { Tx } from '#platform/database/as-actor.ts'
import type { RootKind } from './hsds.table.ts'
import type { Facts, Kind } from './objects.ts'

export type NewRecord = { readonly kind: Kind; readonly number: number; readonly facts: Facts }
export type NewLink = {
  readonly parentKind: RootKind
  readonly parent: string
  readonly kind: Kind
  readonly id: string
  readonly isNear: boolean
}

/** Rows travel as one JSON text a statement: a thousand of them cost one round trip. */
const BATCH = 1000

const batches = function* <Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += BATCH) yield rows.slice(from, from + BATCH)
}

/** Writes records, and what belongs to what anew. `onBatch` is told how many were written more. */
export const writeRecords = async (
  tx: Tx,
  records: readonly NewRecord[],
  linksOf: (record: NewRecord) => readonly NewLink[],
  onBatch: (count: number) => void,
): Promise<void> => {
  for (const batch of batches(records)) {
    const rows = batch.map(({ kind, number, facts: { id, ...facts } }) => ({ kind, id, number, facts }))
    const links = batch.flatMap(linksOf).map(({ parentKind, parent, kind, id, isNear }) => ({
      parent_kind: parentKind,
      parent,
      kind,
      id,
      is_near: isNear,
    }))
    await sql`
      with given as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (kind text, id uuid, number integer, facts jsonb)
      ), unlinked as (
        delete from hsds_link l using given g where l.kind = g.kind and l.id = g.id
      )
      insert into hsds_record (kind, id, number, facts) select kind, id, number, facts from given
      on conflict (kind, id) do update set facts = excluded.facts, number = excluded.number, updated_at = now()
    `.execute(tx.connection)
    await sql`
      insert into hsds_link (parent_kind, parent, kind, id, is_near)
      select parent_kind, parent, kind, id, bool_or(is_near)
      from jsonb_to_recordset(${JSON.stringify(links)}::jsonb)
        as row (parent_kind text, parent uuid, kind text, id uuid, is_near boolean)
      group by 1, 2, 3, 4`.execute(tx.connection)
    onBatch(batch.length)
  }
}

/** Finds out what belongs to what the directory keeps, for everything that belongs to one of these. */
export const settleRecords = async (tx: Tx, touched: readonly string[]): Promise<void> => {
  for (const batch of batches(touched)) await sql`select hsds_settle(${batch}::uuid[])`.execute(tx.connection)
}
