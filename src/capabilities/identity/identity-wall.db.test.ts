import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { type TestCounty, type TestMember, testCounty } from '#tests/support/county.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'

let base: TestDatabase
let database: Database
let county: TestCounty
let officer: TestMember
let administrator: TestMember
let provider: TestMember

beforeAll(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, { enqueue: async () => {} })
  county = await testCounty(database.asActor)
  officer = await county.hire('police', 'officer')
  administrator = await county.hire('police', 'administrator')
  provider = await county.hire('provider', 'provider')
})
afterAll(async () => {
  await database.close()
  await base.drop()
})

/** Runs SQL under the policies, past all that the application would check first. */
const as = (actor: Actor, statement: ReturnType<typeof sql>) =>
  database.asActor(actor, async ({ connection }) => {
    const { rows, numAffectedRows } = await statement.execute(connection)
    return { rows, changed: Number(numAffectedRows ?? 0) }
  })
const visitor = (claim?: string): Actor => ({ kind: 'visitor', ...(claim ? { claim } : {}) })
const refused = /row-level security|permission denied/

describe('the database itself', () => {
  it('shows a visitor no member, credential, session or token', async () => {
    for (const table of ['member', 'credential', 'session', 'api_token'])
      expect((await as(visitor(), sql`select * from ${sql.table(table)}`)).rows).toEqual([])
  })

  it('shows a visitor who holds up an address that one account, to read and not to change', async () => {
    const holder = visitor(officer.email)
    expect((await as(holder, sql`select id from member`)).rows).toEqual([{ id: officer.memberId }])
    expect((await as(holder, sql`select member_id from credential`)).rows).toHaveLength(1)
    expect((await as(holder, sql`update credential set totp_secret = 'mine'`)).changed).toBe(0)
    expect((await as(holder, sql`update member set roles = '{administrator}'`)).changed).toBe(0)
  })

  it('lets nobody start a session for somebody else', async () => {
    const start = sql`insert into session (token_hash, member_id, second_factor_at)
      values ('hash', ${provider.memberId}, now())`
    for (const actor of [visitor('hash'), visitor(provider.email), officer, administrator])
      await expect(as(actor, start)).rejects.toThrow(refused)
  })

  it('lets nobody hand a session on, or say that it has shown its second factor', async () => {
    await as(officer, sql`insert into session (token_hash, member_id) values ('half', ${officer.memberId})`)
    for (const change of [sql`second_factor_at = now()`, sql`member_id = ${provider.memberId}`])
      for (const actor of [visitor('half'), officer])
        await expect(as(actor, sql`update session set ${change}`)).rejects.toThrow(refused)
  })

  it('keeps credentials from colleagues and administrators', async () => {
    expect((await as(administrator, sql`select member_id from credential`)).rows).toEqual([
      { memberId: administrator.memberId },
    ])
    const change = sql`update credential set password_hash = 'x' where member_id = ${officer.memberId}`
    expect((await as(administrator, change)).changed).toBe(0)
  })

  it('lets administrators make accounts at home, and none across the wall', async () => {
    const account = (organization: string) => sql`
      insert into member (id, jurisdiction_id, organization_id, name, email, roles)
      values (${newId()}, ${county.id}, ${organization}, 'New', ${`${newId()}@example.org`}, '{provider}')`
    expect((await as(administrator, account(county.police))).changed).toBe(1)
    await expect(as(administrator, account(county.provider))).rejects.toThrow(refused)
    await expect(as(officer, account(county.police))).rejects.toThrow(refused)
  })

  it('lets no member change the flags by which the wall judges (P2-001)', async () => {
    const change = sql`update organization set is_criminal_justice = false`
    for (const actor of [officer, administrator]) expect((await as(actor, change)).changed).toBe(0)
  })

  it('lets no member call a county invented', async () => {
    const change = sql`update jurisdiction set is_demo = true`
    for (const actor of [visitor('demo'), officer, administrator])
      expect((await as(actor, change)).changed).toBe(0)
  })

  it('keeps a member in the county of their organization', async () => {
    const elsewhere = await testCounty(database.asActor)
    const move = sql`update member set jurisdiction_id = ${elsewhere.id} where id = ${officer.memberId}`
    await expect(as({ kind: 'operator' }, move)).rejects.toThrow(/foreign key/)
  })

  it('lets administrators make tokens for their own organization only', async () => {
    const token = (organization: string) => sql`
      insert into api_token (id, jurisdiction_id, organization_id, name, token_hash, roles, expires_at)
      values (${newId()}, ${county.id}, ${organization}, 'Records', ${newId()}, '{provider}', now() + interval '1 day')`
    expect((await as(administrator, token(county.police))).changed).toBe(1)
    await expect(as(administrator, token(county.provider))).rejects.toThrow(refused)
    expect((await as(provider, sql`select id from api_token`)).rows).toEqual([])
  })
})
