-- What the privacy office writes of its own: when organizations work, and which unusual access it has looked at.

create table working_hours (
  organization_id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  hours jsonb not null check (jsonb_typeof(hours) = 'array'),
  set_by_member_id uuid not null references member (id),
  set_at timestamptz not null default now(),
  foreign key (organization_id, jurisdiction_id) references organization (id, jurisdiction_id)
);
create index on working_hours (jurisdiction_id);
comment on table working_hours is
  'When the members of an organization work, for finding who looks at records outside of it. An organization without a row works at any hour.';
comment on column working_hours.hours is 'Spans of days and local times, as a place would write them on its door.';

create table access_set_aside (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  rule text not null check (rule in ('spike', 'after-hours', 'no-relationship')),
  member_id uuid not null references member (id),
  about text not null check (about ~ '^[a-z0-9-]{1,40}$'),
  note text not null check (btrim(note) <> '' and length(note) <= 2000),
  set_aside_by_member_id uuid not null references member (id),
  set_aside_at timestamptz not null default now(),
  unique (jurisdiction_id, rule, member_id, about)
);
comment on table access_set_aside is
  'Unusual access to records that the privacy officer has looked at, with what they found (CJ-10).';
comment on column access_set_aside.about is
  'Which: the week of a spike and the day after hours by their first day, an emergency or a line of the ledger by its id.';

grant select, insert (organization_id, jurisdiction_id, hours, set_by_member_id), delete on working_hours to causeway_app;
grant select, insert (id, jurisdiction_id, rule, member_id, about, note, set_aside_by_member_id)
  on access_set_aside to causeway_app;

alter table working_hours enable row level security;
alter table working_hours force row level security;
create policy working_hours_read on working_hours for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_privacy());
create policy working_hours_set on working_hours for insert to causeway_app
  with check (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_privacy()
    and set_by_member_id = actor_member_id());
create policy working_hours_clear on working_hours for delete to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_privacy());
comment on policy working_hours_read on working_hours is 'The privacy officer reads what they set.';
comment on policy working_hours_set on working_hours is 'The privacy officer says when an organization works, in their own name.';
comment on policy working_hours_clear on working_hours is 'And takes it back, to say it anew.';

alter table access_set_aside enable row level security;
alter table access_set_aside force row level security;
create policy access_set_aside_read on access_set_aside for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_privacy());
create policy access_set_aside_write on access_set_aside for insert to causeway_app
  with check (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_privacy()
    and set_aside_by_member_id = actor_member_id() and member_id <> actor_member_id());
comment on policy access_set_aside_read on access_set_aside is 'The privacy officer reads what was set aside, and why.';
comment on policy access_set_aside_write on access_set_aside is
  'The privacy officer sets aside in their own name, for good, and never what is about themselves.';
