import { type Insertable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { CardEntry, CardTables } from './cards.table.ts'

type NewEntry = Insertable<CardTables['cardEntry']>

/** As PostgreSQL reads it from JSON. */
type ShippedEntry = Readonly<
  Record<'id' | 'state' | 'field' | 'value' | 'source' | 'as_of' | 'confidence', string>
> & {
  readonly note: string | null
}

/** What stands of a field comes first: the newest that was entered by hand, and without one the newest edition. */
const STANDS_FIRST = sql`(edition is null) desc, edition desc, entered_at desc, id desc`

/** The entries that stand: of one state, or of all. */
export const selectCurrent = (tx: Tx, state?: string): Promise<CardEntry[]> =>
  tables<CardTables>(tx)
    .selectFrom('cardEntry')
    .distinctOn(['state', 'field'])
    .selectAll()
    .$if(state !== undefined, (query) => query.where('state', '=', state as string))
    .orderBy('state')
    .orderBy('field')
    .orderBy(STANDS_FIRST)
    .execute()

/** All that a field has ever said; what stands comes first. */
export const selectHistory = (tx: Tx, state: string, field: string): Promise<CardEntry[]> =>
  tables<CardTables>(tx)
    .selectFrom('cardEntry')
    .selectAll()
    .where('state', '=', state)
    .where('field', '=', field)
    .orderBy(STANDS_FIRST)
    .execute()

/** @returns false when this very entry was written before */
export const insertEntry = async (tx: Tx, entry: NewEntry): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tables<CardTables>(tx)
    .insertInto('cardEntry')
    .values(entry)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Writes those entries of an edition that say something new: what the same or a later edition said stays as it is. */
export const insertEdition = async (
  tx: Tx,
  edition: string,
  entries: readonly ShippedEntry[],
): Promise<number> => {
  const { numAffectedRows } = await sql`
    insert into card_entry (id, state, field, value, source, as_of, confidence, note, edition)
    select new.id, new.state, new.field, new.value, new.source, new.as_of, new.confidence, new.note, ${edition}::date
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as new (
      id uuid, state text, field text, value text, source text, as_of text, confidence text, note text)
    left join lateral (
      select * from card_entry
      where state = new.state and field = new.field and edition is not null
      order by edition desc limit 1) as old on true
    where old.id is null or (old.edition < ${edition}::date
      and (new.value, new.source, new.as_of, new.confidence, new.note)
        is distinct from (old.value, old.source, old.as_of, old.confidence, old.note))
    on conflict (id) do nothing`.execute(tx.connection)
  return Number(numAffectedRows ?? 0n)
}
