import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/database/as-actor.ts'
import type { RecordRow } from './library.table.ts'
import type { ListRequest } from './oai-request.ts'
import { type SetKind, slug, splitSet } from './oai-sets.ts'
import type { LibraryRecord } from './record.ts'
import { recordOf } from './records.store.ts'
import { TERMS } from './thesaurus.ts'

export const LIST_SIZE = 100

const inSet: Readonly<Record<SetKind, (name: string) => RawBuilder<unknown>>> = {
  type: (name) => sql`regexp_replace(lower(type), '[^a-z0-9]+', '-', 'g') = ${name}`,
  evidence: (name) => sql`evidence = ${name}`,
  subject: (name) =>
    sql`subjects && ${TERMS.filter(({ term }) => slug(term) === name).map(({ term }) => term)}::text[]`,
}

const conditions = ({ from, until, set }: ListRequest): RawBuilder<unknown> => {
  const named = set === undefined ? undefined : splitSet(set)
  return sql.join(
    [
      sql`visibility = 'public'`,
      ...(from ? [sql`changed_at >= ${from}::timestamptz`] : []),
      ...(until ? [sql`changed_at < ${until}::timestamptz`] : []),
      ...(set === undefined ? [] : [named ? inSet[named.kind](named.name) : sql`false`]),
    ],
    sql` and `,
  )
}

export type OaiRecord = LibraryRecord & { readonly exactly: string }

/** The next records of a list, tombstones among them, in the order in which they last changed; one more than a page holds. */
export const selectListed = async (tx: Tx, list: ListRequest): Promise<OaiRecord[]> => {
  const { after } = list
  const { rows } = await sql<RecordRow & { exactly: string }>`
    select *, to_char(changed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as exactly
    from library_record where ${conditions(list)}
      ${after ? sql`and (changed_at, id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by changed_at, id limit ${LIST_SIZE + 1}`.execute(tx.connection)
  return rows.map((row) => ({ ...recordOf(row), exactly: row.exactly }))
}

export const countListed = async (tx: Tx, list: ListRequest): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from library_record where ${conditions(list)}`.execute(tx.connection)
  return rows[0]?.count ?? 0
}

/** A public record by its id, or its tombstone. */
export const selectListedOne = async (tx: Tx, id: string): Promise<LibraryRecord | undefined> => {
  const { rows } = await sql<RecordRow>`
    select * from library_record where id = ${id}::uuid and visibility = 'public'`.execute(tx.connection)
  return rows[0] && recordOf(rows[0])
}

/** When the first change of any record was, and which types there are. */
export const selectRepository = async (
  tx: Tx,
): Promise<{ readonly earliest: Date | null; readonly types: readonly string[] }> => {
  const { rows } = await sql<{ earliest: Date | null; types: string[] | null }>`
    select min(changed_at) as earliest, array_agg(distinct type order by type) as types
    from library_record where visibility = 'public'`.execute(tx.connection)
  return { earliest: rows[0]?.earliest ?? null, types: rows[0]?.types ?? [] }
}
