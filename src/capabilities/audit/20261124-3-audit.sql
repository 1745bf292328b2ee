-- Who did or saw what, when, from where, with what outcome. Nothing here is ever changed.

create table audit_record (
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  jurisdiction_id uuid,
  actor_kind text not null,
  member_id uuid,
  organization_id uuid,
  holding_id uuid,
  action text not null check (action ~ '^[a-z-]+\.[a-z-]+$'),
  subject_kind text,
  subject_ids uuid[] not null default '{}',
  outcome text not null check (outcome in ('done', 'refused', 'seen')),
  data_classes text[] not null default '{}',
  detail jsonb not null default '{}',
  request_id text,
  source text,
  primary key (id, at)
) partition by range (at);
comment on table audit_record is
  'One row for each act, and one for each read by another organization with the ids that were shown (CJ-7, CJ-8). No names (CJ-9).';
comment on column audit_record.at is 'To the microsecond, UTC (CJ-11 asks for hundredths).';
comment on column audit_record.source is 'The network address from which the request came.';

create index on audit_record using brin (at);
create index on audit_record (jurisdiction_id, organization_id, at);
create index on audit_record using gin (subject_ids);

create table audit_waiting (
  record_id uuid primary key,
  record_at timestamptz not null,
  jurisdiction_id uuid
);
comment on table audit_waiting is
  'Records that no seal covers yet. A queue, not evidence: sealing empties it.';

create table audit_seal (
  chain uuid not null,
  number bigint not null check (number > 0),
  sealed_at timestamptz not null default now(),
  record_ids uuid[] not null,
  record_ats timestamptz[] not null,
  record_hashes bytea[] not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (chain, number),
  check (cardinality(record_ids) > 0
    and cardinality(record_ids) = cardinality(record_hashes)
    and cardinality(record_ids) = cardinality(record_ats))
);
comment on table audit_seal is
  'The hash chain: each seal holds the hashes of a batch of records and the hash of the seal before it. One chain a jurisdiction, so that no row is hot.';
comment on column audit_seal.chain is 'The jurisdiction; the nil UUID for records that belong to none.';

create function audit_record_hash(record audit_record) returns bytea
  language sql immutable parallel safe
  return sha256(convert_to(jsonb_build_array(
    record.id,
    to_char(record.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    record.jurisdiction_id, record.actor_kind, record.member_id, record.organization_id, record.holding_id,
    record.action, record.subject_kind, to_jsonb(record.subject_ids), record.outcome,
    to_jsonb(record.data_classes), record.detail, record.request_id, record.source)::text, 'UTF8'));
comment on function audit_record_hash(audit_record) is
  'SHA-256 of everything a record says, written the same way by every server version and time zone.';

create function audit_seal_hash(chain uuid, number bigint, previous bytea, record_ids uuid[], record_hashes bytea[])
  returns bytea language sql immutable parallel safe
  return sha256(convert_to(
    chain::text || ' ' || number::text || ' ' || encode(previous, 'hex') || ' ' || record_ids::text || ' '
    || record_hashes::text, 'UTF8'));
comment on function audit_seal_hash(uuid, bigint, bytea, uuid[], bytea[]) is 'What ties a seal to the one before it.';

create function audit_queue() returns trigger language plpgsql as $$
begin
  insert into audit_waiting (record_id, record_at, jurisdiction_id) values (new.id, new.at, new.jurisdiction_id);
  return null;
end
$$;
create trigger audit_queue after insert on audit_record for each row execute function audit_queue();

create function audit_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit record is append-only' using errcode = 'insufficient_privilege';
end
$$;
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
  partition text;
begin
  for ahead in 0 .. months_ahead loop
    first_day := (date_trunc('month', now() at time zone 'UTC') + make_interval(months => ahead))::date;
    partition := 'audit_record_' || to_char(first_day, 'YYYY_MM');
    if to_regclass(partition) is null then
      execute format(
        'create table %I partition of audit_record for values from (%L) to (%L)', partition,
        first_day::text || ' 00:00:00+00', (first_day + interval '1 month')::date::text || ' 00:00:00+00');
      execute format('alter table %I enable row level security', partition);
      execute format('alter table %I force row level security', partition);
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

grant insert on audit_record to causeway_app;
grant select on audit_record to causeway_app;
grant insert, select, delete on audit_waiting to causeway_app;
grant insert, select on audit_seal to causeway_app;

alter table audit_record enable row level security;
alter table audit_record force row level security;
create policy audit_record_write on audit_record for insert to causeway_app
  with check (actor_kind() <> '' and audit_record.actor_kind = actor_kind()
    and member_id is not distinct from actor_member_id()
    and (organization_id is not distinct from actor_organization_id()));
create policy audit_record_read_office on audit_record for select to causeway_app
  using (actor_kind() = 'member' and 'privacy-officer' = any (actor_roles())
    and jurisdiction_id = actor_jurisdiction_id());
create policy audit_record_read_chain on audit_record for select to causeway_app
  using (actor_kind() = 'operator' or (actor_kind() = 'job' and actor_job() = 'seal-audit'));
comment on policy audit_record_write on audit_record is 'Everybody leaves a trace, and only under their own name.';
comment on policy audit_record_read_office on audit_record is 'The privacy officer reads the county''s record.';
comment on policy audit_record_read_chain on audit_record is 'Sealing and verifying read the record as it is; it holds ids, no names.';

alter table audit_waiting enable row level security;
alter table audit_waiting force row level security;
create policy audit_waiting_write on audit_waiting for insert to causeway_app with check (actor_kind() <> '');
create policy audit_waiting_seal on audit_waiting for all to causeway_app
  using (actor_kind() = 'operator' or (actor_kind() = 'job' and actor_job() = 'seal-audit'));
comment on policy audit_waiting_write on audit_waiting is 'Each new record waits for its seal.';
comment on policy audit_waiting_seal on audit_waiting is 'Sealing empties the queue.';

alter table audit_seal enable row level security;
alter table audit_seal force row level security;
create policy audit_seal_chain on audit_seal for all to causeway_app
  using (actor_kind() = 'operator' or (actor_kind() = 'job' and actor_job() = 'seal-audit'));
comment on policy audit_seal_chain on audit_seal is 'Only sealing and verifying see the chain.';

select audit_make_partitions(3);
