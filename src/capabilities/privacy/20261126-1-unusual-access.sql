-- Unusual access is found by a job, a little at a time, and kept; the page reads what was found.

create table records_in_week (
  jurisdiction_id uuid not null references jurisdiction (id),
  member_id uuid not null,
  organization_id uuid not null,
  week date not null check (extract(isodow from week) = 1),
  records integer not null check (records > 0),
  primary key (jurisdiction_id, week, member_id, organization_id)
);
comment on table records_in_week is
  'How many different records a member was shown of what other organizations hold, by week: counted once from the audit record, and again only while the week lasts.';

create table access_watch (
  jurisdiction_id uuid primary key references jurisdiction (id),
  looked_until timestamptz not null
);
comment on table access_watch is 'Up to when a county''s audit record has been looked through for unusual access.';

create table unusual_access (
  jurisdiction_id uuid not null references jurisdiction (id),
  rule text not null check (rule in ('spike', 'after-hours', 'no-relationship')),
  member_id uuid not null,
  about text not null check (about ~ '^[a-z0-9-]{1,40}$'),
  organization_id uuid not null,
  at timestamptz not null,
  records integer,
  usual integer,
  weeks integer,
  colleagues integer,
  looks integer,
  until timestamptz,
  person_ids uuid[] not null default '{}',
  basis text,
  break_glass_id uuid,
  primary key (jurisdiction_id, rule, member_id, about),
  check ((rule = 'spike') = (records is not null and usual is not null and weeks is not null and colleagues is not null)),
  check ((rule = 'after-hours') = (until is not null)),
  check ((rule = 'no-relationship') = (cardinality(person_ids) > 0 and basis is not null))
);
create index on unusual_access (jurisdiction_id, at);
comment on table unusual_access is
  'What one of three plain rules found in the record, to be asked about (CJ-10). The same access has the same name each time it is found.';
comment on column unusual_access.about is
  'Which: the week of a spike and the day after hours by their first day, an emergency or a line of the ledger by its id.';
comment on column unusual_access.colleagues is
  'A spike was compared with so many colleagues of the same role; none: with the member''s own weeks.';

create function actor_finds_unusual_access() returns boolean language plpgsql stable parallel safe as $$
begin
  return actor_kind() = 'job' and actor_job() = 'find-unusual-access';
end
$$;
comment on function actor_finds_unusual_access() is 'Whether the job runs that looks through the record for unusual access.';

grant select, insert, update (records) on records_in_week to causeway_app;
grant select, insert, update (looked_until) on access_watch to causeway_app;
grant select, insert, delete on unusual_access to causeway_app;

alter table records_in_week enable row level security;
alter table records_in_week force row level security;
create policy records_in_week_count on records_in_week for all to causeway_app
  using ((select actor_finds_unusual_access()));
comment on policy records_in_week_count on records_in_week is 'The job counts, and compares what it counted.';

alter table access_watch enable row level security;
alter table access_watch force row level security;
create policy access_watch_keep on access_watch for all to causeway_app using ((select actor_finds_unusual_access()));
create policy access_watch_read on access_watch for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_privacy());
comment on policy access_watch_keep on access_watch is 'The job remembers how far it came.';
comment on policy access_watch_read on access_watch is 'The privacy officer is told how far it came.';

alter table unusual_access enable row level security;
alter table unusual_access force row level security;
create policy unusual_access_find on unusual_access for all to causeway_app
  using ((select actor_finds_unusual_access()));
create policy unusual_access_read on unusual_access for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_privacy());
comment on policy unusual_access_find on unusual_access is
  'The job writes what it found, and takes back what a rule no longer finds.';
comment on policy unusual_access_read on unusual_access is 'The privacy officer of the county reads what was found.';

-- What the job looks through: ids, moments, roles and hours, and no name of anybody.
create policy audit_record_find on audit_record for select to causeway_app
  using ((select actor_finds_unusual_access()));
create policy disclosure_find on disclosure for select to causeway_app
  using ((select actor_finds_unusual_access()));
create policy release_line_find on release_line for select to causeway_app
  using ((select actor_finds_unusual_access()));
create policy working_hours_find on working_hours for select to causeway_app
  using ((select actor_finds_unusual_access()));
create policy member_compare on member for select to causeway_app
  using ((select actor_finds_unusual_access()));
comment on policy audit_record_find on audit_record is 'Who looked, when, at how much.';
comment on policy disclosure_find on disclosure is 'Who was told without a release or a referral.';
comment on policy release_line_find on release_line is 'Which organizations have to do with a person, by what they signed.';
comment on policy working_hours_find on working_hours is 'When an organization works, as the office said.';
comment on policy member_compare on member is 'A member is compared with colleagues of the same role.';
