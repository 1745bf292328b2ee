import type pg from 'pg'
import { actorSettings } from '#platform/database/actor-settings.ts'
import type { Who } from './actors.ts'
import { keyColumns, type Row } from './row.ts'
import { wholeValues } from './world.ts'

export type Act = 'reads' | 'adds' | 'changes' | 'removes'
export const ACTS: readonly Act[] = ['reads', 'adds', 'changes', 'removes']

/** What one actor was seen to do with the rows of one table. */
export type Seen = Readonly<Record<Act, ReadonlySet<Row>>>

/** Says what it does once, for good: the only change of these tables that has a meaning. */
const CHANGES: Readonly<Record<string, string>> = {
  agreement: `ended_at = now(), ended_because = 'Over.'`,
  library_question: `answer = 'Yes.', answered_by = actor_member_id(), answered_at = now()`,
  referral: 'withdrawn_at = now()',
  release: `status = 'active'`,
  release_line: `revoked_at = now(), revoked_how = 'oral'`,
  release_restriction: 'lifted_at = now()',
  held_charge: `disposition = 'filed', disposed_by_member_id = actor_member_id()`,
  break_glass: `reviewed_at = now(), reviewed_by_member_id = actor_member_id(), finding = 'justified'`,
  referral_link: 'used_at = now()',
  visit: 'comfort_at = now()',
  visit_call: `answer = 'cannot', answered_at = now()`,
  surrendered_item: 'destroyed_at = now(), destroyed_by_member_id = actor_member_id()',
  capacity_link: 'revoked_at = now()',
  pathway_approval: `answer = 'yes', answered_by_member_id = actor_member_id(), answered_at = now()`,
  supply_lot: 'recalled_at = now(), recalled_by_member_id = actor_member_id()',
  restock_request: `answer = coalesce(answer, 'declined'), answered_by_member_id = coalesce(answered_by_member_id, actor_member_id()),
    answered_at = coalesce(answered_at, now()), arrived_at = case when answer = 'sent' then coalesce(arrived_at, now()) end`,
  litter_report: `taken_by_organization_id = actor_organization_id(), taken_by_member_id = actor_member_id(), taken_at = coalesce(taken_at, now())`,
  work_group_action: 'done_at = now()',
  training_session: 'closed_at = now()',
  training_setting: `changed_by_member_id = actor_member_id()`,
  training_completion: `revoked_at = now(), revoked_by_member_id = actor_member_id(), revoked_because = 'Wrong.'`,
  person_access: `revoked_at = now(), revoked_by = case actor_kind() when 'person' then 'person' else 'organization' end`,
}

const key = (table: string): string => `concat_ws('|', ${keyColumns(table).map((column) => `t.${column}`)})`

/**
 * Prepares a database for watching: tries are made by functions of a schema of their own, which do what the actor asks
 * and take it back, row by row.
 */
export const prepareWatch = async (admin: pg.ClientBase, rows: readonly Row[]): Promise<void> => {
  await admin.query(`
    create schema watch;
    grant usage on schema watch to causeway_app;
    create table watch.candidate (table_name text, place integer, key text, values jsonb);
    grant select on watch.candidate to causeway_app`)
  const whole = await wholeValues(admin, rows)
  for (const [place, row] of rows.entries())
    await admin.query(
      'insert into watch.candidate (table_name, place, key, values) values ($1, $2, $3, $4)',
      [row.table, place, row.key, whole.get(row)],
    )
  for (const table of new Set(rows.map((row) => row.table)))
    await admin.query(await tryFunctions(admin, table))
  await admin.query('grant execute on all functions in schema watch to causeway_app')
}

const columnsFor = async (admin: pg.ClientBase, table: string, right: string): Promise<string[]> => {
  const { rows } = await admin.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity <> 'a'
       and has_column_privilege('causeway_app', attrelid, attnum, $2) order by attnum`,
    [table, right],
  )
  return rows.map(({ name }) => name)
}

const mayRemove = async (admin: pg.ClientBase, table: string): Promise<boolean> => {
  const { rows } = await admin.query<{ may: boolean }>(
    `select has_table_privilege('causeway_app', $1, 'delete') as may`,
    [table],
  )
  return rows[0]?.may === true
}

/** The columns of a table that the application may write when a row is there. */
export const changeableColumns = (admin: pg.ClientBase, table: string): Promise<string[]> =>
  columnsFor(admin, table, 'update')

/** Whoever reaches no row at all reaches none of them one by one, which is true of most. */
const allTogether = (statement: string): string => `
      begin
        ${statement};
        get diagnostics touched = row_count;
        raise exception using errcode = case when touched > 0 then 'WA001' else 'WA000' end;
      exception when others then
        if sqlstate = 'WA000' then
          return verdicts;
        end if;
      end;`

const tryFunctions = async (admin: pg.ClientBase, table: string): Promise<string> => {
  const added = await columnsFor(admin, table, 'insert')
  const [changed] = await columnsFor(admin, table, 'update')
  // What is granted to nobody is refused before any row is looked at, whichever it is: one is tried.
  // The whole row is written where a default would hide what was asked; a table without the right refuses any column.
  const columns = added.length > 0 ? added : keyColumns(table)
  const given = columns.filter((column) => column !== 'position')
  const change = CHANGES[table] ?? `${changed ?? keyColumns(table)[0]} = ${changed ?? keyColumns(table)[0]}`
  const isTarget = keyColumns(table)
    .map((column) => `t.${column} = target.${column}`)
    .join(' and ')
  const attempt = (name: string, isGranted: boolean, statement: string, together = '') => `
    create function watch.${name}_${table}() returns jsonb language plpgsql as $try$
    declare
      candidate record;
      target public.${table}%rowtype;
      touched bigint;
      raised_in text;
      verdicts jsonb := '{}';
    begin
      ${together}
      for candidate in select * from watch.candidate where table_name = '${table}' order by place limit ${isGranted ? 'null' : '1'} loop
        target := jsonb_populate_record(null::public.${table}, candidate.values);
        begin
          ${statement};
          get diagnostics touched = row_count;
          raise exception using errcode = case when touched > 0 then 'WA001' else 'WA000' end;
        exception when others then
          get stacked diagnostics raised_in = pg_exception_context;
          verdicts := verdicts || jsonb_build_object(candidate.place,
            jsonb_build_array(sqlstate, sqlerrm, raised_in));
        end;
      end loop;
      return verdicts;
    end $try$;`
  return [
    `create function watch.reads_${table}() returns text[] language plpgsql as $try$
    begin
      return array(select ${key(table)} from public.${table} t);
    exception when insufficient_privilege then return '{}';
    end $try$;`,
    attempt(
      'adds',
      added.length > 0,
      `insert into public.${table} (${given}) select ${given.map((column) => `t.${column}`)}
       from (select target.*) t`,
    ),
    attempt(
      'changes',
      changed !== undefined,
      `update public.${table} t set ${change} where ${isTarget}`,
      allTogether(`update public.${table} set ${change}`),
    ),
    attempt(
      'removes',
      await mayRemove(admin, table),
      `delete from public.${table} t where ${isTarget}`,
      allTogether(`delete from public.${table}`),
    ),
  ].join('')
}

/** Runs something as an actor, and takes back whatever it did. */
export const asWho = async <Result>(
  client: pg.ClientBase,
  who: Who,
  run: () => Promise<Result>,
): Promise<Result> => {
  await client.query('savepoint who')
  try {
    await client.query(who.actor ? actorSettings(who.actor) : 'set local role causeway_app')
    await client.query(`set local statement_timeout = '60s'`)
    return await run()
  } finally {
    await client.query('rollback to savepoint who')
  }
}

/** Watches one actor at one table. The client is in a transaction, and `rows` are those that were prepared. */
export const watch = (
  client: pg.ClientBase,
  who: Who,
  table: string,
  rows: readonly Row[],
  acts: readonly Act[] = ACTS,
): Promise<Seen> =>
  asWho(client, who, async () => {
    // All in one statement: the way to the database and back took longer than the looking.
    const { rows: answers } = await client.query<
      { [act in Exclude<Act, 'reads'>]?: Verdicts } & { reads?: string[] }
    >(`select ${acts.map((act) => `watch.${act}_${table}() as ${act}`)}`)
    const answer = answers[0] ?? {}
    const keys = new Set(answer.reads)
    const tried = (act: Exclude<Act, 'reads'>) => past(answer[act], rows)
    return {
      reads: new Set(rows.filter((row) => row.table === table && row.exists && keys.has(row.key))),
      adds: tried('adds'),
      changes: new Set([...tried('changes')].filter(({ exists }) => exists)),
      removes: new Set([...tried('removes')].filter(({ exists }) => exists)),
    }
  })

/**
 * Past the wall, a try may still meet a key that is taken or a check: those are no part of it. A trigger that looks for
 * a row which the actor may not see is, and so is a reference to something that is not as the row says.
 */
const isPast = (state: string, message: string, raisedIn: string): boolean => {
  if (state === 'WA001') return true
  if (state === 'WA000' || state === '42501' || state === '23503') return false
  if (!state.startsWith('23')) throw new Error(`${state} ${message}`)
  return !/PL\/pgSQL function (?!watch\.)/.test(raisedIn)
}

/** By the place of a row: the state in which a try of it ended, what was said, and by whom. */
type Verdicts = Record<string, [state: string, message: string, raisedIn: string]>

const past = (verdicts: Verdicts | undefined, rows: readonly Row[]): ReadonlySet<Row> =>
  new Set(
    Object.entries(verdicts ?? {})
      .filter(([, verdict]) => isPast(...verdict))
      .map(([place]) => rows[Number(place)] as Row),
  )
