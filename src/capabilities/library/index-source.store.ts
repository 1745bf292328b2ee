import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { LibraryTables, RecordRow } from './library.table.ts'
import type { IndexRecord } from './search/index-build.ts'

const some = (...texts: (string | null)[]): string[] => texts.filter((text) => text !== null)

/** A record as the index takes it. Everything is indexed; whose words may be shown is for the page to say. */
const asIndexed = (row: IndexedRow): IndexRecord => ({
  id: row.id,
  fields: {
    title: [row.title],
    author: row.authors,
    publisher: some(row.publisher, row.journal, row.sponsor),
    subject: row.subjects,
    abstract: some(row.abstract, row.finding, row.usefulFor),
    number: some(row.ncjNumber, row.doi, row.grantNumber),
  },
  facets: {
    year: row.year === null ? [] : [String(row.year).padStart(4, '0')],
    type: [row.type],
    subject: row.subjects,
    publisher: some(row.publisher),
    audience: some(row.audience),
    language: [row.language],
    evidence: some(row.evidence),
    visibility: [row.visibility],
    county: some(row.jurisdictionId),
  },
})

const COLUMNS = [
  ...([
    'id',
    'title',
    'authors',
    'publisher',
    'journal',
    'sponsor',
    'subjects',
    'abstract',
    'finding',
  ] as const),
  ...(['usefulFor', 'ncjNumber', 'doi', 'grantNumber', 'year', 'type', 'audience', 'language'] as const),
  ...(['evidence', 'visibility', 'jurisdictionId'] as const),
] as const satisfies readonly (keyof RecordRow)[]
type IndexedRow = Pick<RecordRow, (typeof COLUMNS)[number]>

const records = (tx: Tx) =>
  tables<LibraryTables>(tx).selectFrom('libraryRecord').select(COLUMNS).where('deletedAt', 'is', null)

/** The next records in the order of their ids, from the one after `after`. */
export const recordsAfter = async (
  tx: Tx,
  after: string | undefined,
  most: number,
): Promise<IndexRecord[]> => {
  const query = records(tx).orderBy('id').limit(most)
  return (await (after === undefined ? query : query.where('id', '>', after)).execute()).map(asIndexed)
}

/** Those of these records that are there, as they are now. */
export const recordsWith = async (tx: Tx, ids: readonly string[]): Promise<IndexRecord[]> =>
  ids.length === 0 ? [] : (await records(tx).where('id', 'in', ids).execute()).map(asIndexed)

export const countRecords = async (tx: Tx): Promise<number> => {
  const { count } = await tables<LibraryTables>(tx)
    .selectFrom('libraryRecord')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Which transactions can still bring changes: none before `oldest`; none yet has the number `next`. */
export type Horizon = { readonly oldest: bigint; readonly next: bigint }

export const readHorizon = async (tx: Tx): Promise<Horizon> => {
  const { rows } = await sql<{ oldest: string; next: string }>`
    select pg_snapshot_xmin(now)::text as oldest, pg_snapshot_xmax(now)::text as next
    from pg_current_snapshot() as now`.execute(tx.connection)
  return { oldest: BigInt(rows[0]?.oldest ?? 0), next: BigInt(rows[0]?.next ?? 0) }
}

export type Change = { readonly seq: string; readonly xid: bigint; readonly recordId: string }

/** Changes of transactions from `cursor` on, as far as they are over; at most `most` of them. */
export const changesFrom = async (tx: Tx, cursor: bigint, most: number): Promise<Change[]> => {
  const rows = await tables<LibraryTables>(tx)
    .selectFrom('libraryChange')
    .select(['seq', 'xid', 'recordId'])
    .where(sql<boolean>`xid >= ${cursor.toString()}::xid8`)
    .orderBy('xid')
    .orderBy('seq')
    .limit(most)
    .execute()
  return rows.map(({ seq, xid, recordId }) => ({ seq, xid: BigInt(xid), recordId }))
}
