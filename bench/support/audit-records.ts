import type pg from 'pg'

/**
 * Adds records such as a county of 500 members leaves, up to now and a second and a half apart, all of them waiting for
 * their seal. One in ten belongs to no county.
 *
 * @param client signed in as the superuser, who may leave out the triggers that would take most of the time
 */
export const addAuditRecords = async (client: pg.Client, county: string, records: number): Promise<void> => {
  await client.query(`do $$
    declare month date;
    begin
      for month in select generate_series(date_trunc('month', now() - make_interval(secs => ${records} * 1.5)),
          date_trunc('month', now()) - interval '1 day', '1 month')::date loop
        execute format('create table audit_record_%s partition of audit_record for values from (%L) to (%L)',
          to_char(month, 'YYYY_MM'), month::text || ' 00:00+00', (month + interval '1 month')::date::text || ' 00:00+00');
      end loop;
    end $$`)
  await client.query('begin; set local session_replication_role = replica')
  await client.query(
    `insert into audit_record (id, at, jurisdiction_id, actor_kind, member_id, organization_id, action, subject_kind,
       subject_ids, outcome, data_classes, detail, request_id, source)
     select gen_random_uuid(), now() - make_interval(secs => n * 1.5), case when n % 10 > 0 then $1::uuid end, 'member',
       md5('member ' || n % 500)::uuid, md5('organization ' || n % 40)::uuid,
       (array['referrals.list', 'referrals.read', 'network.find', 'identity.sign-in'])[1 + n % 4], 'referral',
       array(select md5(n || ' ' || k)::uuid from generate_series(1, 1 + n % 5) k), 'seen', '{handoff,identity}',
       '{"rows": 5, "page": 1}', md5('request ' || n)::uuid::text, '10.0.' || n % 250 || '.7'
     from generate_series(1, $2::integer) n`,
    [county, records],
  )
  await client.query(
    'insert into audit_waiting (chain, record_at, record_id) select audit_chain(jurisdiction_id), at, id from audit_record on conflict do nothing',
  )
  await client.query('commit')
  await client.query('vacuum analyze')
}

/**
 * The baseline: hashes every record, half of them on each of two connections, and compares with nothing. Returns how
 * many were hashed.
 */
export const bareHashes = async (clients: readonly pg.Client[]): Promise<number> => {
  const halves = await Promise.all(
    clients.map((client, half) =>
      client.query<{ hashed: number }>(
        `select count(sha256(convert_to(jsonb_build_array(
           id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), jurisdiction_id, actor_kind, member_id,
           organization_id, holding_id, job, action, subject_kind, subject_ids, outcome, data_classes, detail,
           request_id, source)::text, 'UTF8')))::float8 as hashed
         from audit_record where (at < (select percentile_disc(0.5) within group (order by at) from audit_record)) = $1`,
        [half === 0],
      ),
    ),
  )
  return halves.reduce((all, { rows }) => all + (rows[0]?.hashed ?? 0), 0)
}
