import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { keyColumns, type Row } from '../wall/row.ts'
import type { Answer } from './opened-world.ts'

/** Finds in a text what was planted in a world: the rows of which it says something, by table. */
export type Markers = {
  /** @param path where it was got */
  readonly in: (answer: Pick<Answer, 'text' | 'during'>, path: string) => readonly Found[]
  readonly count: number
}

/** A marker and the rows that hold it. An id is in the row that it names and in each that refers to it. */
export type Found = { readonly marker: string; readonly rows: readonly Row[] }

type DataClasses = { tables: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> }

const { tables } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../docs/security/data-classes.json'), 'utf8'),
) as DataClasses

/** The data class of what a table says. */
export const classOf = (table: string): string =>
  Object.keys(tables[table] ?? {}).find((name) => name !== 'reference') ?? 'none'

/** Words of the program's own, not of a person, in columns without a list of what they may hold. */
const OURS =
  /^(action|basis|channel|kind|job|outcome|source|transport|.*_(kind|version|language|hash|sha256))$/

type Column = { name: string; type: string }

const columnsOf = async (admin: pg.ClientBase, table: string): Promise<Column[]> =>
  (
    await admin.query<Column>(
      `select attname as name, format_type(atttypid, null) as type from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
      [table],
    )
  ).rows

const keySql = (table: string): string => `concat_ws('|', ${keyColumns(table).map((name) => `t.${name}`)})`

/** Texts become what is found nowhere else; moments keep their minute, and dates their order, roughly. */
const PLANTED: Readonly<Record<string, (column: string, table: string) => string>> = {
  text: (column, table) =>
    `${column} = 'Mk' || substr(md5('${table}.${column} ' || ${keySql(table)}), 1, 10)`,
  'timestamp with time zone': (column, table) =>
    `${column} = date_trunc('minute', ${column}) + ('x' || substr(md5('${table}.${column} ' || ${keySql(table)}), 1, 5))::bit(20)::int % 600000 * interval '1 ms'`,
}

/** Writes into every row about a person what cannot be mistaken for another's. As superuser, with triggers asleep. */
export const plantMarkers = async (admin: pg.ClientBase): Promise<void> => {
  await admin.query(`set session_replication_role = replica`)
  for (const table of Object.keys(tables))
    for (const { name, type } of await columnsOf(admin, table)) {
      const planted = PLANTED[type]
      if (!planted || OURS.test(name) || name === 'form_text') continue
      await admin
        .query(`update ${table} t set ${planted(name, table)} where ${name} is not null`)
        // A column that takes only some words, or a key: what it says is found by the other columns of its row.
        .catch((fault: { code?: string }) => {
          if (!fault.code?.startsWith('23')) throw fault
        })
    }
  await admin.query(
    `update release t set form_text = text, form_sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')
     from (select id, form_text || ' Mk' || substr(md5('form ' || id), 1, 10) as text from release) as r where r.id = t.id`,
  )
  await admin.query(`set session_replication_role = default`)
}

/** Reads back everything that only one person's rows hold. */
export const readMarkers = async (admin: pg.ClientBase, rows: readonly Row[]): Promise<Markers> => {
  const holders = new Map<string, Set<Row>>()
  const hold = (marker: string, row: Row) =>
    holders.set(marker, (holders.get(marker) ?? new Set<Row>()).add(row))
  for (const table of Object.keys(tables)) {
    const found = await admin.query<{ key: string; values: Record<string, unknown> }>(
      `select ${keySql(table)} as key, to_jsonb(t) as values from ${table} t`,
    )
    const byKey = new Map(
      rows.filter((row) => row.table === table && row.exists).map((row) => [row.key, row]),
    )
    for (const { key, values } of found.rows) {
      const row = byKey.get(key)
      if (row) for (const marker of markersIn(values)) hold(marker, row)
    }
  }
  for (const shared of sharedIds(rows)) holders.delete(shared)
  const pattern = /Mk[0-9a-f]{10}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]{8,12}Z/g
  return {
    count: holders.size,
    in: ({ text, during: [from, until] }, path) =>
      [...new Set(text.match(pattern))].flatMap((marker) => {
        const held = holders.get(marker)
        if (!held) return []
        if (MOMENT.test(marker)) {
          const at = Date.parse(marker)
          if (SHOWS_MOMENTS.test(path) || (at >= from && at <= until)) return []
        }
        return [{ marker, rows: [...held] }]
      }),
  }
}

/**
 * The design's examples, and the sessions and accounts of members, are full of moments around now, one of which may be one
 * of ours by chance; and so may now itself, which clocks are sent with.
 */
const SHOWS_MOMENTS = /^\/(design|account|members)\b/
const MOMENT = /^\d{4}-\d\d-\d\dT/

const markersIn = (values: Record<string, unknown>): string[] =>
  Object.values(values)
    .flat()
    .filter((value) => typeof value === 'string')
    .flatMap((value) => {
      if (/^\d{4}-\d\d-\d\dT.*\.\d+\+00:00$/.test(value)) return [new Date(value).toISOString()]
      if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)) return [value]
      return value.match(/Mk[0-9a-f]{10}/g) ?? []
    })

/** Ids of organizations, members and places are in many rows and say nothing about one person. */
const sharedIds = (rows: readonly Row[]): string[] =>
  rows
    .filter(({ table }) => !(table in tables))
    .flatMap(({ values }) => [String(values.id), String(values.member_id)])
