import { type Insertable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { DirectoryImport, ImportState } from './import.ts'
import type { ImportTables } from './imports.table.ts'

const db = (tx: Tx) => tables<ImportTables>(tx)

/** Adds an import, once. */
export const insertImport = (tx: Tx, row: Insertable<ImportTables['directoryImport']>) =>
  db(tx)
    .insertInto('directoryImport')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()

const COLUMNS = [
  'id',
  'kind',
  'fileName',
  'bytes',
  'jurisdictionId',
  'organizationId',
  'byMember',
  'state',
  'done',
  'total',
  'mapping',
  'found',
  'counts',
  'takenBack',
  'trouble',
  'createdAt',
  'finishedAt',
  'undoneAt',
] as const

export const findImport = (tx: Tx, id: string): Promise<DirectoryImport | undefined> =>
  db(tx)
    .selectFrom('directoryImport')
    .select([...COLUMNS])
    .where('id', '=', id as DirectoryImport['id'])
    .executeTakeFirst() as Promise<DirectoryImport | undefined>

/** The newest first. */
export const listImports = (tx: Tx, { most, after }: { most: number; after: number }) =>
  db(tx)
    .selectFrom('directoryImport')
    .select([...COLUMNS])
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(most)
    .offset(after)
    .execute() as Promise<DirectoryImport[]>

export type ImportChange = {
  readonly [Key in 'mapping' | 'found' | 'counts' | 'takenBack']?: object | null
} & {
  readonly state?: ImportState
  readonly done?: number
  readonly total?: number
  readonly trouble?: string | null
  readonly finishedAt?: Date
  readonly undoneAt?: Date
  readonly undoneBy?: DirectoryImport['byMember']
}

/** Changes an import that is in one of these states. Whether it was. */
export const changeImport = async (
  tx: Tx,
  id: string,
  from: readonly ImportState[],
  { mapping, found, counts, takenBack, ...rest }: ImportChange,
): Promise<boolean> => {
  const json = Object.fromEntries(
    Object.entries({ mapping, found, counts, takenBack }).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value === null ? null : JSON.stringify(value)]],
    ),
  )
  const { numUpdatedRows } = await db(tx)
    .updateTable('directoryImport')
    .set({ ...json, ...rest })
    .where('id', '=', id as DirectoryImport['id'])
    .where('state', 'in', [...from])
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export const dropImport = async (tx: Tx, id: string): Promise<boolean> => {
  const { numDeletedRows } = await db(tx)
    .deleteFrom('directoryImport')
    .where('id', '=', id as DirectoryImport['id'])
    .where('state', 'in', ['columns', 'checked', 'refused'])
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** Which of these services at a site the directory has. */
export const listKnownIds = async (tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`
    select service_at_location_id as id from listed_service
    where service_at_location_id = any (${ids}::uuid[])`.execute(tx.connection)
  return new Set(rows.map(({ id }) => id))
}

export const insertPart = (tx: Tx, importId: string, number: number, bytes: Buffer) =>
  db(tx)
    .insertInto('importPart')
    .values({ importId, number, bytes })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const findPart = async (tx: Tx, importId: string, number: number): Promise<Buffer | undefined> =>
  (
    await db(tx)
      .selectFrom('importPart')
      .select('bytes')
      .where('importId', '=', importId)
      .where('number', '=', number)
      .executeTakeFirst()
  )?.bytes

export const dropParts = (tx: Tx, importId: string) =>
  db(tx).deleteFrom('importPart').where('importId', '=', importId).execute()

/** Takes an import in hand: from here on the tables note what is written. False while another import writes. */
export const beginImport = async (tx: Tx, importId: string): Promise<boolean> => {
  const { rows } = await sql<{ begun: boolean }>`select import_begin(${importId}) as begun`.execute(
    tx.connection,
  )
  return rows[0]?.begun === true
}

/** Lets an undo look again at what an earlier one left. */
export const forgetWhy = (tx: Tx, importId: string) =>
  db(tx)
    .updateTable('importRow')
    .set({ keptBecause: null })
    .where('importId', '=', importId)
    .where('keptBecause', 'is not', null)
    .execute()

export const countRows = async (tx: Tx, importId: string): Promise<number> => {
  const { count } = await db(tx)
    .selectFrom('importRow')
    .select((expression) => expression.fn.countAll<string>().as('count'))
    .where('importId', '=', importId)
    .where('part', 'not like', 'links:%')
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The parts of the directory that an import wrote to: what is said of places first, then services, sites, providers. */
export const listParts = async (tx: Tx, importId: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ part: string }>`
    select part from (select distinct part from import_row where import_id = ${importId}) as one
    where part not like 'links:%'
    order by array_position(array['service', 'site', 'provider'], part) nulls first, part`.execute(
    tx.connection,
  )
  return rows.map(({ part }) => part)
}

export type Undone = {
  readonly removed: number
  readonly restored: number
  readonly lookedAt: number
  readonly lastId: string | null
}

/** Takes some rows of one part of an import back. @param after the last one that was looked at */
export const undoSome = async (
  tx: Tx,
  importId: string,
  { part, after, most }: { part: string; after: string | null; most: number },
): Promise<Undone> => {
  const { rows } = await sql<Undone>`
    select removed, restored, looked_at, last_id
    from import_undo_some(${importId}, ${part}, ${after}::uuid, ${most})`.execute(tx.connection)
  return rows[0] as Undone
}

export const forgetNames = (tx: Tx, importId: string) =>
  sql`select import_forget_names(${importId})`.execute(tx.connection)

export type LeftRow = {
  readonly part: string
  readonly id: string
  readonly because: 'changed' | 'in-use'
  /** Null where the reader may not see it, or it is no listing. */
  readonly name: string | null
  readonly serviceId: string | null
}

/** What undoing left, by the names that whoever asks may see. */
export const listLeft = async (
  tx: Tx,
  importId: string,
  { most, after }: { most: number; after: number },
): Promise<readonly LeftRow[]> => {
  const { rows } = await sql<LeftRow>`
    select r.part, r.id, r.kept_because as because,
      coalesce(provider.name, site.name, site.street,
        (select p.name || ', ' || s.name from listed_provider p where p.id = s.provider_id)) as name,
      s.service_at_location_id as service_id
    from import_row r
    left join listed_service s on r.part = 'service' and s.service_at_location_id = r.id
    left join listed_site site on r.part = 'site' and site.id = r.id
    left join listed_provider provider on r.part = 'provider' and provider.id = r.id
    where r.import_id = ${importId} and r.kept_because is not null
    order by array_position(array['service', 'site', 'provider'], r.part), r.id
    limit ${most} offset ${after}`.execute(tx.connection)
  return rows
}

export const keepMapping = (tx: Tx, row: Insertable<ImportTables['importMapping']>) =>
  db(tx)
    .insertInto('importMapping')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['jurisdictionId', 'name'])
        .doUpdateSet({ columns: row.columns, byMember: row.byMember, updatedAt: sql`now()` }),
    )
    .execute()

/** The newest first. */
export const listMappings = (tx: Tx) =>
  db(tx)
    .selectFrom('importMapping')
    .select(['id', 'name', 'columns'])
    .orderBy('updatedAt', 'desc')
    .limit(50)
    .execute()
