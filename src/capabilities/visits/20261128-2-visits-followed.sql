-- What an angel and their program know of who came: nothing of it is for the station.

create table visit_person (
  visit_id uuid primary key references visit (id),
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  angel_member_id uuid not null references member (id),
  person_id uuid not null references person (id),
  called text check (btrim(called) <> ''),
  reach text check (btrim(reach) <> ''),
  is_return boolean not null,
  began_at timestamptz not null default now(),
  unique (visit_id, organization_id, angel_member_id)
);
create index on visit_person (jurisdiction_id, organization_id, began_at desc);
create index on visit_person (person_id);
comment on table visit_person is
  'Who came, as the program knows them (class identity). People and visits are counted apart: the same person can stand here often.';
comment on column visit_person.reach is 'A phone, or how to find them, as they want it.';

create table visit_intake (
  visit_id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null,
  angel_member_id uuid not null,
  answers jsonb not null check (jsonb_typeof(answers) = 'object'),
  saved_at timestamptz not null default now(),
  finished_at timestamptz,
  foreign key (visit_id, organization_id, angel_member_id)
    references visit_person (visit_id, organization_id, angel_member_id)
);
comment on table visit_intake is
  'What a person said at their own pace: needs, payer, papers, earlier treatment, last use, what they want (class clinical).';
comment on column visit_intake.finished_at is 'Null: it is a draft, and can stay one.';

create table visit_care_step (
  id uuid primary key,
  visit_id uuid not null,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null,
  angel_member_id uuid not null,
  kind text not null check (kind in ('call', 'offered', 'declined', 'transport', 'arrived', 'entered', 'retained',
    'left-place', 'rests', 'safety', 'follow-up')),
  at timestamptz not null default now(),
  by_member_id uuid not null references member (id),
  service_id uuid references service (id),
  result text check (length(result) <= 40),
  days smallint check (days between 0 and 999),
  for_at timestamptz,
  foreign key (visit_id, organization_id, angel_member_id)
    references visit_person (visit_id, organization_id, angel_member_id),
  check (kind not in ('call', 'offered') or service_id is not null),
  check (kind not in ('call', 'transport', 'follow-up') or result is not null),
  check (kind <> 'follow-up' or days is not null)
);
create index on visit_care_step (visit_id, at);
comment on table visit_care_step is
  'Calls to places and what they said; offered, on the way, arrived, entered, retained; and whether somebody asked later how it goes (class placement). Only added to.';
comment on column visit_care_step.result is 'Of a call how it went; of a transport who drives; of an arrival who says so; of a follow-up whether they were reached.';
comment on column visit_care_step.days is 'Of a call the days on a waitlist; of a follow-up which one: 1, 7, 30 or 90.';

grant select, insert, update (called, reach) on visit_person to causeway_app;
grant select, insert, update (answers, saved_at, finished_at) on visit_intake to causeway_app;
grant select, insert on visit_care_step to causeway_app;

create function visit_is_with_actor(this_visit uuid) returns boolean language sql stable
  return exists (select from visit_call c join visit v on v.id = c.visit_id
    where c.visit_id = this_visit and c.angel_member_id = actor_member_id()
      and c.here_said_by_angel_at is not null and v.asks = 'self');
comment on function visit_is_with_actor(uuid) is
  'Whether the actor is the angel who came to somebody who asks for themselves. Of somebody''s family there is no record.';

create function person_is_of_actor(person uuid) returns boolean language sql stable
  return exists (select from person p where p.id = person and p.organization_id = actor_organization_id());
comment on function person_is_of_actor(uuid) is 'Whether the actor''s organization entered this person.';

alter table visit_person enable row level security;
alter table visit_person force row level security;
create policy visit_person_meet on visit_person for insert to causeway_app
  with check (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and actor_is_angel() and angel_member_id = actor_member_id()
    and visit_is_with_actor(visit_id) and person_is_of_actor(person_id));
create policy visit_person_own on visit_person for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and actor_follows_visit(angel_member_id));
create policy visit_person_change on visit_person for update to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and actor_follows_visit(angel_member_id));
comment on policy visit_person_meet on visit_person is 'The angel who came writes down whom they met; nobody else, and nobody before.';
comment on policy visit_person_own on visit_person is
  'The angel, and the navigators and case managers of their program. Police never, nor another program.';
comment on policy visit_person_change on visit_person is 'How somebody is called and reached can change.';

alter table visit_intake enable row level security;
alter table visit_intake force row level security;
create policy visit_intake_own on visit_intake for all to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and actor_follows_visit(angel_member_id));
comment on policy visit_intake_own on visit_intake is
  'The angel, and the navigators and case managers of their program, write and read it. Police never, nor another program.';

alter table visit_care_step enable row level security;
alter table visit_care_step force row level security;
create policy visit_care_step_add on visit_care_step for insert to causeway_app
  with check (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and actor_follows_visit(angel_member_id) and by_member_id = actor_member_id());
create policy visit_care_step_own on visit_care_step for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and actor_follows_visit(angel_member_id));
comment on policy visit_care_step_add on visit_care_step is 'Whoever follows the visit notes what happened, in their own name.';
comment on policy visit_care_step_own on visit_care_step is
  'Where somebody went is for the angel and their program''s navigators. Police never, nor another program.';

create policy visit_count on visit for select to causeway_app
  using (actor_kind() = 'job' and actor_job() = 'count-visits');
create policy visit_call_count on visit_call for select to causeway_app
  using (actor_kind() = 'job' and actor_job() = 'count-visits');
create policy visit_person_count on visit_person for select to causeway_app
  using (actor_kind() = 'job' and actor_job() = 'count-visits');
create policy visit_care_step_count on visit_care_step for select to causeway_app
  using (actor_kind() = 'job' and actor_job() = 'count-visits');
comment on policy visit_count on visit is 'Counting lets nothing out but numbers: see count_visits. No work of that name is ever queued.';
comment on policy visit_call_count on visit_call is 'Counting lets nothing out but numbers: see count_visits.';
comment on policy visit_person_count on visit_person is 'Counting lets nothing out but numbers: see count_visits.';
comment on policy visit_care_step_count on visit_care_step is 'Counting lets nothing out but numbers: see count_visits.';

create function count_visits(quarter_begins date)
  returns table (visits integer, urgent integer, families integer, met integer, people integer,
    offered integer, entered integer, retained integer) language plpgsql as $$
declare
  county jurisdiction;
  asked text := actor_kind();
begin
  if asked <> 'member' or not actor_roles() && array['manager', 'officer', 'sergeant'] then
    return;
  end if;
  select * into county from jurisdiction where id = actor_jurisdiction_id();
  -- Only a whole quarter that is over: between two looks at one that grows, what is withheld could be worked out.
  if quarter_begins <> date_trunc('quarter', quarter_begins)::date
    or (quarter_begins + interval '3 months') at time zone county.time_zone > now() then
    return;
  end if;
  perform set_config('causeway.actor_kind', 'job', true), set_config('causeway.job', 'count-visits', true);
  return query
    select count(*)::integer, count(*) filter (where v.hospital_at is not null)::integer,
      count(*) filter (where v.asks = 'family')::integer, count(p.visit_id)::integer,
      count(distinct p.person_id)::integer,
      count(*) filter (where s.kinds && array['offered'])::integer,
      count(*) filter (where s.kinds && array['entered'])::integer,
      count(*) filter (where s.kinds && array['retained'])::integer
    from visit v left join visit_person p on p.visit_id = v.id
    left join lateral (select array_agg(c.kind) as kinds from visit_care_step c where c.visit_id = v.id) s on true
    where v.jurisdiction_id = county.id
      and v.opened_at >= quarter_begins::timestamp at time zone county.time_zone
      and v.opened_at < (quarter_begins + interval '3 months') at time zone county.time_zone;
  perform set_config('causeway.actor_kind', asked, true), set_config('causeway.job', '', true);
end
$$;
comment on function count_visits(date) is
  'The Angel table of a county for a quarter that is over, exact: whoever shows it withholds small counts first. For managers and stations, and then it acts as the counting job for as long as it counts.';
