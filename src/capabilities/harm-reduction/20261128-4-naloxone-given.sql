-- That naloxone was given: where about, when, how much, and what came of it. Nobody is named.

create table naloxone_given (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  recorded_by_member_id uuid not null references member (id),
  incident_id uuid not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  zip text not null check (zip ~ '^\d{5}$'),
  crossing text check (btrim(crossing) <> '' and crossing !~ '^\s*\d+\s'),
  doses integer check (doses between 0 and 20),
  product text check (btrim(product) <> ''),
  response text not null check (response in ('better', 'same', 'unknown')),
  after text not null check (after in ('hospital', 'ems-stayed', 'left', 'stayed', 'other', 'unknown')),
  survived text not null check (survived in ('yes', 'no', 'unknown')),
  age_band text check (age_band in ('under-18', '18-24', '25-34', '35-44', '45-54', '55-64', '65-up')),
  gender text check (gender in ('woman', 'man', 'another')),
  called_at timestamptz,
  arrived_at timestamptz,
  ems_at timestamptz,
  check (occurred_at <= recorded_at + interval '1 hour')
);
create index on naloxone_given (organization_id, occurred_at desc, id desc);
comment on table naloxone_given is
  'One person in an incident in which naloxone was given (class own-submission). It has no name, no birth date, no house number and no case number, and no column in which one would be looked for.';
comment on column naloxone_given.incident_id is 'The same for everybody in one incident; made for this record, and no number of any other.';
comment on column naloxone_given.crossing is 'The nearest crossing, never a house: a text that begins with a house number is refused.';
comment on column naloxone_given.doses is 'Null: not known, and left out of averages. Zero: others had given it before.';

grant select, insert on naloxone_given to causeway_app;
alter table naloxone_given enable row level security;
alter table naloxone_given force row level security;
create policy naloxone_given_read on naloxone_given for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id() and actor_keeps_supplies());
create policy naloxone_given_write on naloxone_given for insert to causeway_app
  with check (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and actor_keeps_supplies() and recorded_by_member_id = actor_member_id());
comment on policy naloxone_given_read on naloxone_given is 'A submission of the organization whose member gave it: no other sees it.';
create policy naloxone_given_count on naloxone_given for select to causeway_app using (actor_job() = 'count-naloxone');
comment on policy naloxone_given_count on naloxone_given is 'Counts by place are made over all organizations, and told in bands.';
comment on policy naloxone_given_write on naloxone_given is 'In one''s own name, and never changed.';
