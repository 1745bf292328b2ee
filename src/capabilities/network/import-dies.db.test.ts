import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isRefusal } from '#kernel/refusal.ts'
import { type AsActor, type Database, openDatabase } from '#platform/database/as-actor.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { OPERATOR } from '#tests/support/directory.ts'
import { importFindtreatment } from './import-findtreatment.ts'
import { importSamhsa } from './import-samhsa.ts'
import { readFindtreatment } from './read-findtreatment.ts'
import { readSamhsaList } from './read-samhsa-list.ts'

const EXAMPLES = join(import.meta.dirname, 'examples')

let base: TestDatabase
let database: Database
beforeEach(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, { enqueue: async () => {} })
})
afterEach(async () => {
  await database.close()
  await base.drop()
})

const samhsa = async (asActor: AsActor) => {
  const list = await readSamhsaList(join(EXAMPLES, 'samhsa-list.csv'))
  if (isRefusal(list)) throw new Error(list.explanation)
  return importSamhsa(OPERATOR, asActor, list)
}
const findtreatment = async (asActor: AsActor) => {
  const list = await readFindtreatment(join(EXAMPLES, 'findtreatment.json'))
  if (isRefusal(list)) throw new Error(list.explanation)
  return importFindtreatment(OPERATOR, asActor, list)
}

const everything = async () =>
  (
    await base.admin.query(
      `select 'service' as of, to_jsonb(s) as row from service s union all
       select 'site', to_jsonb(s) from site s union all select 'provider', to_jsonb(p) from provider p union all
       select 'site_listing', to_jsonb(l) from site_listing l union all
       select 'service_word', to_jsonb(w) from service_word w union all
       select 'audit_record', to_jsonb(a) from audit_record a order by 1, 2`,
    )
  ).rows

/** From now on the connection is lost as soon as a table holds more than so many rows, or one of them is changed. */
const arrangeDeath = (table: string, { rows = 0, at = 'insert' } = {}) =>
  base.admin.query(`
    create function die() returns trigger language plpgsql security definer as $$
    begin
      if (select count(*) from ${table}) > ${rows} then perform pg_terminate_backend(pg_backend_pid()); end if;
      return null;
    end $$;
    create trigger die after ${at} on ${table} for each row execute function die()`)

/** Runs an import as it runs once; what would otherwise be tried again is its death. */
const once = async (run: (asActor: AsActor) => Promise<unknown>): Promise<unknown> => {
  let runs = 0
  return run((actor, work) =>
    database.asActor(actor, (tx) => {
      if (runs++ > 0) throw new Error('It died.')
      return work(tx)
    }),
  )
}

describe("an import of SAMHSA's list", () => {
  it.each([
    ['provider', 5],
    ['site', 10],
    ['site_listing', 15],
    ['service', 19],
    ['service_word', 60],
    ['audit_record', 0],
  ])('leaves nothing when it dies while writing %s', async (table, rows) => {
    await arrangeDeath(table, { rows })
    await expect(once(samhsa)).rejects.toThrow('It died.')
    expect(await everything()).toEqual([])
  })

  it('leaves all as it was when it dies over what it wrote before', async () => {
    await samhsa(database.asActor)
    await base.admin.query(`update site set city = 'Elsewhere'`)
    const before = await everything()
    await arrangeDeath('site', { at: 'update' })
    await expect(once(samhsa)).rejects.toThrow('It died.')
    expect(await everything()).toEqual(before)
  })
})

describe('an import of FindTreatment.gov', () => {
  it.each([
    ['provider', 1],
    ['site', 2],
    ['site_listing', 3],
    ['service', 4],
    ['service_word', 20],
    ['audit_record', 0],
  ])('leaves nothing when it dies while writing %s', async (table, rows) => {
    await arrangeDeath(table, { rows })
    await expect(once(findtreatment)).rejects.toThrow('It died.')
    expect(await everything()).toEqual([])
  })

  it.each(['site', 'service'])(
    'leaves the list that was there when it dies while joining a %s with it',
    async (table) => {
      await samhsa(database.asActor)
      const before = await everything()
      await arrangeDeath(table, { at: 'update' })
      await expect(once(findtreatment)).rejects.toThrow('It died.')
      expect(await everything()).toEqual(before)
    },
  )

  it('that died is whole when it is run again', async () => {
    await arrangeDeath('service', { rows: 3 })
    await expect(once(findtreatment)).rejects.toThrow('It died.')
    await base.admin.query('drop function die() cascade')
    expect(await findtreatment(database.asActor)).toMatchObject({ created: 3, servicesAdded: 5 })
    const whole = await everything()
    await findtreatment(database.asActor)
    expect((await everything()).filter(({ of }) => of !== 'audit_record')).toEqual(
      whole.filter(({ of }) => of !== 'audit_record'),
    )
  })
})
