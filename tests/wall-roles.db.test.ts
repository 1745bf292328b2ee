import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'

let base: TestDatabase
let login: pg.Client
beforeAll(async () => {
  base = await testDatabase()
  login = new pg.Client(base.app)
  await login.connect()
})
afterAll(async () => {
  await login.end()
  await base.drop()
})

const names = async (query: string): Promise<string[]> =>
  (await base.admin.query<{ name: string }>(query)).rows.map(({ name }) => name)

const TABLES = `pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`

describe('the roles of the application', () => {
  test('have no power of their own', async () => {
    const { rows } = await base.admin.query(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin
       from pg_roles where rolname in ('causeway_app', 'causeway_login') order by rolname`,
    )
    const powers = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
    }
    expect(rows).toEqual([
      { rolname: 'causeway_app', ...powers, rolcanlogin: false },
      { rolname: 'causeway_login', ...powers, rolcanlogin: true },
    ])
  })

  test('own nothing', async () => {
    const owned = await names(
      `select classid::regclass::text as name from pg_shdepend
       where refobjid in ('causeway_app'::regrole, 'causeway_login'::regrole) and deptype = 'o'`,
    )
    expect(owned).toEqual([])
  })

  test('can become nobody else', async () => {
    const memberships = await names(
      `select member::regrole || ' in ' || roleid::regrole as name from pg_auth_members
       where member in ('causeway_app'::regrole, 'causeway_login'::regrole)`,
    )
    expect(memberships).toEqual(['causeway_login in causeway_app'])
    const others = await names(
      `select rolname as name from pg_roles where rolname not in ('causeway_app', 'causeway_login')`,
    )
    expect(others.length).toBeGreaterThan(0)
    for (const other of others)
      await expect(login.query(`set role ${pg.escapeIdentifier(other)}`), other).rejects.toThrow(
        'permission denied',
      )
  })

  test.each([
    'create table mine (id int)',
    'create schema mine',
    'create function mine() returns int language sql as $$ select 1 $$',
    'set session_replication_role = replica',
    'alter table referral disable row level security',
    'alter policy referral_own on referral using (true)',
    'grant causeway_app to causeway_login with admin option',
    `select pg_read_file('postgresql.conf')`,
    `copy referral to program 'cat'`,
  ])('may not: %s', async (statement) => {
    for (const role of ['causeway_login', 'causeway_app']) {
      await login.query(`begin; set local role ${role}`)
      await expect(login.query(statement), role).rejects.toThrow(/permission denied|^must /)
      await login.query('rollback')
    }
  })
})

test('a query outside asActor meets no rows, in any table', async () => {
  const tables = await names(`select oid::regclass::text as name from ${TABLES} order by 1`)
  await base.admin.query(
    `insert into jurisdiction (id, name, state, time_zone, latitude, longitude)
     values (gen_random_uuid(), 'Harbor County', 'ME', 'America/New_York', 43, -70)`,
  )
  const met: string[] = []
  for (const table of tables) {
    const found = await login.query(`select from ${table} limit 1`).catch((fault: { code?: string }) => {
      expect(fault.code, table).toBe('42501')
      return { rowCount: 0 }
    })
    if (found.rowCount) met.push(table)
  }
  expect(met).toEqual([])
})

/** Tables in which nothing about anybody is kept. */
const WITHOUT_POLICIES = ['migration']

test('policies are asked in every table and every part of one, of its owner too', async () => {
  const bare = await names(
    `select oid::regclass::text as name from ${TABLES} and not (relrowsecurity and relforcerowsecurity) order by 1`,
  )
  expect(bare).toEqual(WITHOUT_POLICIES)
})

test('every policy is for the application alone, and says why it is there', async () => {
  const odd = await names(
    `select polname as name from pg_policy
     where polroles <> array['causeway_app'::regrole::oid] or obj_description(oid, 'pg_policy') is null`,
  )
  expect(odd).toEqual([])
})

test('a policy opens something; two stand in front of all the others of their table', async () => {
  const restrictive = await names('select polname as name from pg_policy where not polpermissive order by 1')
  expect(restrictive).toEqual(['referral_to_bound', 'release_line_attested'])
})

test('every table says what it holds', async () => {
  const silent = await names(
    `select oid::regclass::text as name from ${TABLES} and not relispartition and obj_description(oid, 'pg_class') is null`,
  )
  expect(silent).toEqual([])
})

const OURS = `pg_proc p where pronamespace = 'public'::regnamespace
  and not exists (select from pg_depend where objid = p.oid and deptype = 'e')`

test('one function acts with the rights of the owner, and what it does is make months', async () => {
  const definers = await names(`select p.oid::regprocedure::text as name from ${OURS} and prosecdef`)
  expect(definers).toEqual(['audit_make_partitions(integer)'])
  const { rows } = await base.admin.query(
    `select proconfig from pg_proc where proname = 'audit_make_partitions'`,
  )
  expect(rows).toEqual([{ proconfig: ['search_path=public, pg_temp'] }])
})

test('there are no schemas beside ours and that of the jobs, whose rows hold ids', async () => {
  const schemas = await names(
    `select nspname as name from pg_namespace where nspname !~ '^(pg_|information_schema$)' order by 1`,
  )
  expect(schemas).toEqual(['pgboss', 'public'])
})
