import type pg from 'pg'

/**
 * The schema as text that a person can review and that PostgreSQL of every supported version gives alike: extensions,
 * functions, and each table and view with its columns, constraints, indexes, triggers, grants, policies and comments. The jobs'
 * own schema and the parts of partitioned tables are left out.
 */
export const dumpSchema = async (admin: Pick<pg.ClientBase, 'query'>): Promise<string> => {
  const lines = async (query: string): Promise<string[]> =>
    (await admin.query<{ line: string }>(`select line from (${query}) listed`)).rows.map(({ line }) => line)
  const tables = await admin.query<{ oid: number; name: string }>(
    `select oid, relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and not relispartition
     order by relname`,
  )
  const blocks = [HEADER, await lines(EXTENSIONS), ...(await lines(FUNCTIONS)).map((text) => [text])]
  for (const { oid, name } of tables.rows) blocks.push(await tableBlock(lines, oid, name))
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`
}

const HEADER = [
  '-- The schema that the migrations make, written by tests/schema.db.test.ts (UPDATE=1). To be read, not to be run.',
]

const tableBlock = async (
  lines: (query: string) => Promise<string[]>,
  oid: number,
  name: string,
): Promise<string[]> => {
  const inside = [...(await lines(columnsOf(oid))), ...(await lines(constraintsOf(oid)))]
  const [partition] = await lines(partitionOf(oid))
  const [kind = 'table', options] = await lines(kindOf(oid))
  const block = [`create ${kind} ${name}${options ?? ''} (`, inside.join(',\n'), `)${partition ?? ''};`]
  for (const part of [indexesOf, triggersOf, rightsOf, policiesOf, commentsOf])
    block.push(...(await lines(part(oid))))
  return block
}

const EXTENSIONS = `
  select 'create extension ' || quote_ident(extname) || ';' as line from pg_extension
  where extname <> 'plpgsql' order by extname`

const isOurs = (catalog: string, oid: string): string =>
  `not exists (select from pg_depend where classid = '${catalog}'::regclass and objid = ${oid} and deptype = 'e')`

const FUNCTIONS = `
  select pg_get_functiondef(p.oid) || ';'
    || coalesce((
      select string_agg(chr(10) || format('grant execute on function %s to %s;', p.oid::regprocedure,
        case grantee when 0 then 'public' else grantee::regrole::text end), '' order by grantee)
      from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) where grantee <> p.proowner), '')
    || coalesce(chr(10) || format('comment on function %s is %L;', p.oid::regprocedure, obj_description(p.oid, 'pg_proc')), '')
    as line
  from pg_proc p
  where pronamespace = 'public'::regnamespace and ${isOurs('pg_proc', 'p.oid')}
  order by p.oid::regprocedure::text`

const columnsOf = (table: number): string => `
  select '  ' || quote_ident(attname) || ' ' || format_type(atttypid, atttypmod)
    || coalesce(' collate ' || nullif(nullif(attcollation, 0)::regcollation::text, '"default"'), '')
    || case when attnotnull then ' not null' else '' end
    || case attgenerated
         when 's' then ' generated always as (' || pg_get_expr(adbin, adrelid) || ') stored'
         else coalesce(' default ' || pg_get_expr(adbin, adrelid), '')
       end as line
  from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = ${table} and attnum > 0 and not attisdropped order by attnum`

// Version 18 also keeps "not null" as constraints; they stand at their columns.
const constraintsOf = (table: number): string => `
  select '  constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid) as line
  from pg_constraint where conrelid = ${table} and contype in ('p', 'u', 'f', 'c', 'x')
  order by position(contype in 'pufcx'), conname`

// What a view reads is not here: each version of PostgreSQL writes it in its own way.
const kindOf = (table: number): string => `
  select line from (
    select 1 as place, case relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end as line
    from pg_class where oid = ${table}
    union all
    select 2, ' with (' || array_to_string(reloptions, ', ') || ')' from pg_class
    where oid = ${table} and relkind in ('v', 'm') and reloptions is not null
  ) parts order by place`

const partitionOf = (table: number): string =>
  `select ' partition by ' || pg_get_partkeydef(${table}) as line where pg_get_partkeydef(${table}) is not null`

const indexesOf = (table: number): string => `
  select pg_get_indexdef(indexrelid) || ';' as line from pg_index
  where indrelid = ${table} and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
  order by indexrelid::regclass::text`

const triggersOf = (table: number): string => `
  select pg_get_triggerdef(oid) || ';' as line from pg_trigger
  where tgrelid = ${table} and not tgisinternal order by tgname`

/** Rights to the whole table, then those to some columns. */
const rightsOf = (table: number): string => `
  select line from (
    select 1 as place, '' as word, format('grant %s on %s to %s;',
      lower(string_agg(privilege_type, ', ' order by privilege_type)), ${table}::regclass, grantee::regrole) as line
    from pg_class, aclexplode(relacl) where oid = ${table} and grantee not in (0, relowner) group by grantee
    union all
    select 2, privilege_type, format('grant %s (%s) on %s to %s;',
      lower(privilege_type), string_agg(quote_ident(attname), ', ' order by attnum), attrelid::regclass, grantee::regrole)
    from pg_attribute, aclexplode(attacl) where attrelid = ${table} and not attisdropped group by attrelid, grantee, privilege_type
  ) rights order by place, word, line`

const policiesOf = (table: number): string => `
  select line from (
    select 1 as place, '' as name, format('alter table %s%s%s row level security;', oid::regclass,
      case when relrowsecurity then ' enable' else ' disable' end,
      case when relforcerowsecurity then ', force' else ', no force' end) as line
    from pg_class where oid = ${table} and relkind in ('r', 'p')
    union all
    select 2, polname, format('create policy %s on %s for %s to %s', polname, polrelid::regclass,
        case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
        (select string_agg(role::regrole::text, ', ') from unnest(polroles) role))
      || coalesce(chr(10) || '  using ' || pg_get_expr(polqual, polrelid), '')
      || coalesce(chr(10) || '  with check ' || pg_get_expr(polwithcheck, polrelid), '') || ';'
      || coalesce(chr(10) || format('comment on policy %s on %s is %L;', polname, polrelid::regclass,
        obj_description(oid, 'pg_policy')), '')
    from pg_policy where polrelid = ${table}
  ) policies order by place, name`

const commentsOf = (table: number): string => `
  select line from (
    select objsubid, format('comment on %s is %L;', case objsubid
      when 0 then 'table ' || objoid::regclass
      else 'column ' || objoid::regclass || '.' || (
        select quote_ident(attname) from pg_attribute where attrelid = objoid and attnum = objsubid)
      end, description) as line
    from pg_description where classoid = 'pg_class'::regclass and objoid = ${table}
  ) comments order by objsubid`
