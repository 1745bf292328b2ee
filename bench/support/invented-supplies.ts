import type pg from 'pg'
import type { MemberActor } from '#kernel/actor.ts'

const HOLDERS = 500
const LOTS = 200

/**
 * Fills an organization's ledger: 500 holders, 200 lots, and so many events over three years, of which most are gone out
 * again. Every event runs the trigger that keeps the balances: nothing is put into them by hand.
 *
 * @param client signed in as the superuser; the policies are not what is measured
 */
export const addInventedSupplies = async (
  client: pg.Client,
  { jurisdictionId, organizationId, memberId }: MemberActor,
  events: number,
): Promise<void> => {
  const own = [jurisdictionId, organizationId, memberId]
  await client.query(
    `insert into supply_lot (id, jurisdiction_id, number, product, doses_per_kit, expires_on, organization_id, added_by_member_id)
     select md5('lot ' || n)::uuid, $1, 'BN-' || n, 'Nasal 4 mg', 2, current_date + n * 5 - 200, $2, $3
     from generate_series(1, ${LOTS}) n`,
    own,
  )
  await client.query(
    `insert into supply_holder (id, jurisdiction_id, organization_id, kind, name, contact, is_leave_behind)
     select md5('holder ' || n)::uuid, $1, $2, case when n <= 60 then 'site' else 'vehicle' end, 'Place ' || n,
       '207-555-0105', n % 10 = 0 from generate_series(1, ${HOLDERS}) n`,
    own.slice(0, 2),
  )
  // Ten thousand in a transaction: one for all of them would keep a million versions of the balances until its end.
  for (let done = 0; done < events; done += 10_000)
    await client.query(
      `insert into supply_event (id, jurisdiction_id, organization_id, kind, lot_id, from_holder_id, to_holder_id, kits,
         is_short, occurred_at, recorded_at, recorded_by_member_id)
       select gen_random_uuid(), $1, $2, case when out then 'damage' else 'receive' end,
         md5('lot ' || lot)::uuid, case when out then holder end, case when not out then holder end,
         1 + n % 5, out, now() - make_interval(secs => (${events} - n) * 94.6), now() - make_interval(secs => (${events} - n) * 94.6), $3
       from (select n, n % 2 = 1 and n % 40 <> 1 as out, 1 + (n / 2) * 7 % ${LOTS} as lot,
           md5('holder ' || 1 + (n / 2) * 31 % ${HOLDERS})::uuid as holder
         from generate_series($4::int, $5::int) n) as e`,
      [...own, done + 1, Math.min(done + 10_000, events)],
    )
  await client.query('vacuum analyze')
}

/** Balances that differ from the sum of their events, and events of which no balance knows. */
export const countWrongBalances = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query<{ wrong: number }>(
    `with recomputed as (
       select holder, lot_id, sum(kits)::int as kits from (
         select to_holder_id as holder, lot_id, kits from supply_event where to_holder_id is not null
         union all
         select from_holder_id, lot_id, -kits from supply_event where from_holder_id is not null) as e
       group by holder, lot_id)
     select count(*)::int as wrong from recomputed r
     full join supply_balance b on b.holder_id = r.holder and b.lot_id = r.lot_id
     where r.kits is distinct from b.kits`,
  )
  return rows[0]?.wrong ?? -1
}
