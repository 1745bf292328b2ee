import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { Choice, KeptFinding } from './import.ts'
import type { ImportTables } from './imports.table.ts'

const db = (tx: Tx) => tables<ImportTables>(tx)

/** What looking through a file found, kept a batch at a time. */
export const forgetFindings = async (tx: Tx, importId: string): Promise<void> => {
  await db(tx).deleteFrom('importFinding').where('importId', '=', importId).execute()
  await db(tx).deleteFrom('importAlike').where('importId', '=', importId).execute()
}

/** @param from how many are kept already */
export const insertFindings = async (
  tx: Tx,
  importId: string,
  from: number,
  findings: readonly KeptFinding[],
): Promise<void> => {
  if (findings.length === 0) return
  await sql`
    insert into import_finding (import_id, number, row, kind, place, field, says, cells)
    select ${importId}, ${from} + number, row, kind, place, field, says, cells
    from rows from (jsonb_to_recordset(${JSON.stringify(findings)}::jsonb)
      as (row integer, kind text, place text, field text, says text, cells jsonb))
      with ordinality as one (row, kind, place, field, says, cells, number)
    on conflict do nothing`.execute(tx.connection)
}

export const listFindings = (
  tx: Tx,
  importId: string,
  { kinds, most, after }: { kinds: readonly string[]; most: number; after: number },
): Promise<KeptFinding[]> =>
  db(tx)
    .selectFrom('importFinding')
    .select(['row', 'kind', 'place', 'field', 'says', 'cells'])
    .where('importId', '=', importId)
    .where('kind', 'in', [...kinds])
    .orderBy('number')
    .limit(most)
    .offset(after)
    .execute()

export type NewAlike = Omit<ImportTables['importAlike'], 'importId'>

export const insertAlike = async (tx: Tx, importId: string, rows: readonly NewAlike[]): Promise<void> => {
  if (rows.length === 0) return
  const given = rows.map(({ serviceId, ...row }) => ({ ...row, service_id: serviceId }))
  await sql`
    insert into import_alike (import_id, row, key, place, address, phone, service_id, reasons, feet, choice)
    select ${importId}, row, key, place, address, phone, service_id, reasons, feet, choice
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as one (row integer, key text, place text, address text,
      phone text, service_id uuid, reasons text[], feet integer, choice text)
    on conflict do nothing`.execute(tx.connection)
}

export type AlikeRow = {
  readonly row: number
  readonly place: string
  readonly address: string
  readonly phone: string | null
  readonly reasons: ImportTables['importAlike']['reasons']
  readonly feet: number | null
  readonly choice: Choice
  readonly serviceId: string
  /** Of the listing, as the reader sees it; null when it went or is not theirs to see. */
  readonly theirName: string | null
  readonly theirAddress: string | null
  readonly theirPhone: string | null
}

export const listAlike = async (
  tx: Tx,
  importId: string,
  { most, after }: { most: number; after: number },
): Promise<readonly AlikeRow[]> => {
  const { rows } = await sql<AlikeRow>`
    select a.row, a.place, a.address, a.phone, a.reasons, a.feet, a.choice, a.service_id,
      concat_ws(', ', p.name, site.name) as their_name,
      concat_ws(', ', site.street, site.city, site.state || ' ' || site.zip) as their_address, s.phone as their_phone
    from import_alike a
    left join listed_service s on s.service_at_location_id = a.service_id
    left join listed_site site on site.id = s.site_id
    left join listed_provider p on p.id = s.provider_id
    where a.import_id = ${importId}
    order by a.row limit ${most} offset ${after}`.execute(tx.connection)
  return rows
}

export const setChoices = async (
  tx: Tx,
  importId: string,
  choices: readonly { readonly row: number; readonly choice: Choice }[],
): Promise<void> => {
  await sql`
    update import_alike a set choice = given.choice
    from jsonb_to_recordset(${JSON.stringify(choices)}::jsonb) as given (row integer, choice text)
    where a.import_id = ${importId} and a.row = given.row`.execute(tx.connection)
}

export const setEveryChoice = (tx: Tx, importId: string, choice: Choice) =>
  db(tx).updateTable('importAlike').set({ choice }).where('importId', '=', importId).execute()

/** What was decided, where it is not that both are kept. */
export const listChoices = (tx: Tx, importId: string) =>
  db(tx)
    .selectFrom('importAlike')
    .select(['row', 'key', 'serviceId', 'choice'])
    .where('importId', '=', importId)
    .where('choice', '<>', 'both')
    .execute()
