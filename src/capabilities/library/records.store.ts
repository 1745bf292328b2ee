import { type SqlBool, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { LibraryTables, RecordRow } from './library.table.ts'
import type { NewRecord } from './new-record.ts'
import type { LibraryRecord } from './record.ts'

const KEY_COLUMNS = {
  ...{ id: 'uuid', jurisdiction_id: 'uuid', visibility: 'text', source: 'text', source_key: 'text' },
} as const

const WORK_COLUMNS = {
  ...{ title: 'text', authors: 'text[]', published_on: 'text', journal: 'text', publisher: 'text' },
  ...{
    sponsor: 'text',
    grant_number: 'text',
    type: 'text',
    format: 'text',
    length: 'text',
    language: 'text',
  },
  ...{ country: 'text', subjects: 'text[]', audience: 'text', abstract: 'text', finding: 'text' },
  ...{ useful_for: 'text', design: 'text', evidence: 'text', evidence_reason: 'text', ncj_number: 'text' },
  ...{ doi: 'text', pmid: 'text', url: 'text', rights: 'text', rights_note: 'text' },
} as const

const COLUMNS = { ...KEY_COLUMNS, ...WORK_COLUMNS }
const named = Object.keys(COLUMNS).join(', ')
const works = Object.keys(WORK_COLUMNS)
const INTO = sql.raw(`library_record as old (${named})`)
const FROM = sql.raw(named)
const SHAPE = sql.raw(
  Object.entries(COLUMNS)
    .map(([name, type]) => `${name} ${type}`)
    .join(', '),
)
const SET = sql.raw(works.map((name) => `${name} = excluded.${name}`).join(', '))
const IS_NEW = sql.raw(
  `(${works.map((name) => `old.${name}`).join(', ')}) is distinct from (${works.map((name) => `excluded.${name}`).join(', ')})`,
)

const snake = (record: NewRecord): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  )

/**
 * Writes records in one statement, however many. One that its source brought before is changed where the source says
 * something new; one that was removed comes back.
 */
export const upsertRecords = async (
  tx: Tx,
  records: readonly NewRecord[],
): Promise<{ added: number; changed: number }> => {
  const { rows } = await sql<{ isAdded: boolean }>`
    insert into ${INTO}
    select ${FROM} from jsonb_to_recordset(${JSON.stringify(records.map(snake))}::jsonb) as brought (${SHAPE})
    on conflict (jurisdiction_id, source, source_key) do update set ${SET}, deleted_at = null
    where ${IS_NEW} or old.deleted_at is not null
    returning (xmax = 0) as is_added`.execute(tx.connection)
  const added = rows.filter(({ isAdded }) => isAdded).length
  return { added, changed: rows.length - added }
}

/** Puts a record's place in the library's own words: what the database keeps besides is left out. */
export const recordOf = ({
  titleKey,
  words,
  source,
  sourceKey,
  linkFailures,
  addedAt,
  ...record
}: RecordRow) => record as LibraryRecord

/** @returns undefined where there is none that the actor may see, or it was removed */
export const selectRecord = async (tx: Tx, id: string): Promise<LibraryRecord | undefined> => {
  const [record] = await selectRecords(tx, [id])
  return record
}

/** In the order in which they were asked for; those that the actor may not see, or that were removed, are left out. */
export const selectRecords = async (tx: Tx, ids: readonly string[]): Promise<LibraryRecord[]> => {
  if (ids.length === 0) return []
  const rows = await tables<LibraryTables>(tx)
    .selectFrom('libraryRecord')
    .selectAll()
    .where('id', 'in', [...ids])
    .where('deletedAt', 'is', null)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, recordOf(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The next records in the order of their ids, which no change disturbs; the first after an empty text. */
export const selectAfter = async (tx: Tx, after: string, limit: number): Promise<LibraryRecord[]> => {
  const rows = await tables<LibraryTables>(tx)
    .selectFrom('libraryRecord')
    .selectAll()
    .where('deletedAt', 'is', null)
    .$if(after !== '', (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(recordOf)
}

/** Leaves a tombstone: what names the record, and none of what it said. */
export const removeRecord = async (tx: Tx, id: string): Promise<boolean> => {
  const { numUpdatedRows } = await tables<LibraryTables>(tx)
    .updateTable('libraryRecord')
    .set({
      ...{ deletedAt: sql<Date>`now()`, authors: [], abstract: null, finding: null, usefulFor: null },
      ...{ evidenceReason: null, rightsNote: null },
    })
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .where(mayKeep)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Of the actor's own county, or anything for the operator and the application: the policy says it too. */
const mayKeep = sql<SqlBool>`(jurisdiction_id = actor_jurisdiction_id() or actor_kind() in ('operator', 'job'))`
