-- Who did or saw what, when, from where, with what outcome. Nothing here is ever changed.

create table audit_record (
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  jurisdiction_id uuid,
  actor_kind text not null,
  member_id uuid,
  organization_id uuid,
  holding_id uuid,
  job text,
  action text not null check (action ~ '^[a-z-]+\.[a-z-]+$'),
  subject_kind text check (subject_kind ~ '^[a-z-]+$'),
  subject_ids uuid[] not null default '{}',
  outcome text not null check (outcome in ('done', 'refused', 'seen')),
  data_classes text[] not null default '{}',
  detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object' and octet_length(detail::text) <= 2000),
  request_id text,
  source text,
  primary key (id, at)
) partition by range (at);
comment on table audit_record is
  'One row for each act, and one for each read by another organization with the ids that were shown (CJ-7, CJ-8). No names (CJ-9).';
comment on column audit_record.at is
  'To the microsecond, UTC (CJ-11 asks for hundredths). The application may not write it: the database''s clock does.';
comment on column audit_record.jurisdiction_id is
  'The county whose office may read this, and in whose chain it is sealed; null where no county is concerned.';
comment on column audit_record.holding_id is 'The signed link or API token that was held.';
comment on column audit_record.source is 'The network address from which the request came.';

create index on audit_record using brin (at);
create index on audit_record (jurisdiction_id, at);
create index on audit_record (member_id, at);
create index on audit_record using gin (subject_ids);

create table audit_waiting (
  chain uuid not null,
  record_at timestamptz not null,
  record_id uuid not null,
  primary key (chain, record_at, record_id)
);
comment on table audit_waiting is
  'Records that no seal covers yet. A queue, not evidence: sealing empties it.';

create table audit_seal (
  chain uuid not null,
  number bigint not null check (number > 0),
  sealed_at timestamptz not null default clock_timestamp(),
  record_ids uuid[] not null,
  record_ats timestamptz[] not null,
  record_hashes bytea[] not null,
  first_at timestamptz not null generated always as (record_ats[1]) stored,
  last_at timestamptz not null generated always as (record_ats[cardinality(record_ats)]) stored,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (chain, number),
  check (cardinality(record_ids) > 0
    and cardinality(record_ids) = cardinality(record_hashes)
    and cardinality(record_ids) = cardinality(record_ats))
);
create index on audit_seal (last_at, first_at);
comment on table audit_seal is
  'The hash chain: each seal holds the hashes of a batch of records and the hash of the seal before it. One chain a jurisdiction, so that no row is hot.';
comment on column audit_seal.chain is 'The jurisdiction; the nil UUID for records that belong to none.';
comment on column audit_seal.record_ats is
  'When the sealed records were written, oldest first; with it a record is looked up in one month only.';
comment on column audit_seal.previous_hash is 'The hash of the seal before; empty in the first.';

create function audit_chain(jurisdiction_id uuid) returns uuid
  language sql immutable parallel safe
  return coalesce(jurisdiction_id, '00000000-0000-0000-0000-000000000000');
comment on function audit_chain(uuid) is 'In which chain the records of a jurisdiction, or of none, are sealed.';

-- The hash functions are called stable because the functions they use are; that lets the planner fold them into the
-- query, which makes verifying several times faster. No setting of a session changes what they give.

create function audit_time(at timestamptz) returns text
  language sql stable parallel safe
  return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US');
comment on function audit_time(timestamptz) is 'A time to the microsecond, written the same way under every setting.';

create function audit_record_hash(record audit_record) returns bytea
  language sql stable parallel safe
  return sha256(convert_to(jsonb_build_array(
    record.id, audit_time(record.at), record.jurisdiction_id, record.actor_kind, record.member_id,
    record.organization_id, record.holding_id, record.job, record.action, record.subject_kind, record.subject_ids,
    record.outcome, record.data_classes, record.detail, record.request_id, record.source)::text, 'UTF8'));
comment on function audit_record_hash(audit_record) is
  'SHA-256 of everything a record says, written the same way by every server version and under every setting.';

create function audit_seal_hash(chain uuid, number bigint, sealed_at timestamptz, previous_hash bytea,
    record_ids uuid[], record_ats timestamptz[], record_hashes bytea[]) returns bytea
  language sql stable parallel safe
  return sha256(convert_to(
    concat_ws(' ', chain, number, audit_time(sealed_at), encode(previous_hash, 'hex')) || (
      select string_agg(chr(10) || concat_ws(' ', id, audit_time(at), encode(hash, 'hex')), '' order by place)
      from unnest(record_ids, record_ats, record_hashes) with ordinality as sealed (id, at, hash, place)
    ), 'UTF8'));
comment on function audit_seal_hash(uuid, bigint, timestamptz, bytea, uuid[], timestamptz[], bytea[]) is
  'SHA-256 of a seal: a line of its chain, number, time and the hash before it, then a line for each record.';

create function audit_queue() returns trigger language plpgsql as $$
begin
  insert into audit_waiting (chain, record_at, record_id) values (audit_chain(new.jurisdiction_id), new.at, new.id);
  return null;
end
$$;
comment on function audit_queue() is 'Has each new record wait for its seal.';
create trigger audit_queue after insert on audit_record for each row execute function audit_queue();

create function audit_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit record is append-only' using errcode = 'insufficient_privilege';
end
$$;
comment on function audit_refuse_change() is 'Refuses to change what is evidence, to the owner of the database too.';
create trigger audit_refuse_change before update or delete on audit_record
  for each row execute function audit_refuse_change();
create trigger audit_refuse_truncate before truncate on audit_record
  for each statement execute function audit_refuse_change();
create trigger audit_seal_refuse_change before update or delete on audit_seal
  for each row execute function audit_refuse_change();
create trigger audit_seal_refuse_truncate before truncate on audit_seal
  for each statement execute function audit_refuse_change();

create function audit_make_partitions(months_ahead integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  made integer := 0;
  first_day date;
  month text;
begin
  perform pg_advisory_xact_lock(hashtext('audit_make_partitions'));
  for ahead in 0 .. months_ahead loop
    first_day := (date_trunc('month', now() at time zone 'UTC') + make_interval(months => ahead))::date;
    month := 'audit_record_' || to_char(first_day, 'YYYY_MM');
    if to_regclass(month) is null then
      -- Attaching a finished table takes a weaker lock than creating it in its place: nobody's act waits for this.
      execute format('create table %I (like audit_record including defaults including constraints)', month);
      execute format('alter table %I enable row level security', month);
      execute format('alter table %I force row level security', month);
      execute format(
        'create trigger audit_refuse_truncate before truncate on %I for each statement execute function audit_refuse_change()',
        month);
      execute format(
        'alter table audit_record attach partition %I for values from (%L) to (%L)', month,
        first_day::text || ' 00:00:00+00', (first_day + interval '1 month')::date::text || ' 00:00:00+00');
      made := made + 1;
    end if;
  end loop;
  return made;
end
$$;
comment on function audit_make_partitions(integer) is
  'Makes the partitions of this month and of the months ahead. There is no default partition: a write that finds none fails, and with it the act.';
revoke execute on function audit_make_partitions(integer) from public;
grant execute on function audit_make_partitions(integer) to causeway_app;

grant select, insert (id, jurisdiction_id, actor_kind, member_id, organization_id, holding_id, job, action,
  subject_kind, subject_ids, outcome, data_classes, detail, request_id, source) on audit_record to causeway_app;
grant select, insert, delete on audit_waiting to causeway_app;
grant select, insert on audit_seal to causeway_app;

alter table audit_record enable row level security;
alter table audit_record force row level security;
create policy audit_record_write on audit_record for insert to causeway_app
  with check (actor_kind() <> '' and audit_record.actor_kind = actor_kind()
    and member_id is not distinct from actor_member_id()
    and organization_id is not distinct from actor_organization_id()
    and holding_id is not distinct from actor_holding_id()
    and job is not distinct from actor_job()
    and (actor_jurisdiction_id() is null or jurisdiction_id is not distinct from actor_jurisdiction_id()));
create policy audit_record_read_office on audit_record for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_privacy());
create policy audit_record_read_chain on audit_record for select to causeway_app
  using (actor_kind() = 'operator' or (actor_kind() = 'job' and actor_job() = 'seal-audit'));
comment on policy audit_record_write on audit_record is
  'Everybody leaves a trace, and only under their own name. Who belongs to no county, such as a job, says which one the act concerns.';
comment on policy audit_record_read_office on audit_record is 'The privacy officer reads the county''s record.';
comment on policy audit_record_read_chain on audit_record is 'Sealing and verifying read the record as it is; it holds ids, no names.';

alter table audit_waiting enable row level security;
alter table audit_waiting force row level security;
create policy audit_waiting_write on audit_waiting for insert to causeway_app with check (actor_kind() <> '');
create policy audit_waiting_read on audit_waiting for select to causeway_app
  using (actor_kind() = 'operator' or (actor_kind() = 'job' and actor_job() = 'seal-audit'));
create policy audit_waiting_seal on audit_waiting for delete to causeway_app
  using (actor_kind() = 'operator' or (actor_kind() = 'job' and actor_job() = 'seal-audit'));
comment on policy audit_waiting_write on audit_waiting is 'Each new record waits for its seal.';
comment on policy audit_waiting_read on audit_waiting is 'Only sealing and verifying look at the queue.';
comment on policy audit_waiting_seal on audit_waiting is 'Sealing empties the queue.';

alter table audit_seal enable row level security;
alter table audit_seal force row level security;
create policy audit_seal_chain on audit_seal for all to causeway_app
  using (actor_kind() = 'operator' or (actor_kind() = 'job' and actor_job() = 'seal-audit'));
comment on policy audit_seal_chain on audit_seal is 'Only sealing and verifying see the chain.';

select audit_make_partitions(3);
