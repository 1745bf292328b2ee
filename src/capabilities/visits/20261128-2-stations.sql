-- Somebody walks into a station, or phones, and asks for help: what the station does, and which angel it called.

create table visit (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  opened_by_member_id uuid not null references member (id),
  opened_at timestamptz not null default now(),
  came text not null check (came in ('walk-in', 'phone')),
  asks text not null check (asks in ('self', 'family')),
  comfort_at timestamptz,
  hospital_at timestamptz,
  fit_at timestamptz,
  promise_at timestamptz,
  items_at timestamptz,
  outcome text check (outcome in ('eligible', 'presumptively-ineligible', 'hard-stop')),
  pathway_version_id uuid references pathway_version (id),
  decided_at timestamptz,
  decided_by_member_id uuid references member (id),
  overridden_at timestamptz,
  overridden_by_member_id uuid references member (id),
  ended_as text check (ended_as in ('left', 'other-ways', 'hospital')),
  ended_at timestamptz,
  constraint visit_comfort_first check (comfort_at is not null or num_nonnulls(hospital_at, fit_at) = 0),
  constraint visit_medical_first check (fit_at is not null or promise_at is null),
  constraint visit_promise_first check (promise_at is not null or items_at is null),
  constraint visit_items_first check (items_at is not null or decided_at is null),
  constraint visit_no_record_of_family check (asks = 'self' or num_nonnulls(items_at, decided_at) = 0),
  check (num_nulls(outcome, decided_at, decided_by_member_id) in (0, 3)),
  check (pathway_version_id is null or decided_at is not null),
  check (num_nulls(overridden_at, overridden_by_member_id) in (0, 2)),
  check (overridden_at is null or outcome = 'presumptively-ineligible'),
  check (overridden_by_member_id <> decided_by_member_id),
  check (num_nulls(ended_as, ended_at) in (0, 2))
);
create index on visit (jurisdiction_id, organization_id, opened_at desc);
comment on table visit is
  'That somebody came to a station and asked for help, and what the station did (class own-submission). It knows no person: not a name, not a charge, not a bag.';
comment on column visit.asks is 'For themselves, or for somebody of their family: then nothing is kept of the one they worry about.';
comment on column visit.fit_at is 'When nobody needed a doctor first, or they were back from the hospital. Nothing goes on before it.';
comment on column visit.outcome is 'What the criteria came to, and not the answers; a failed check of records is “not eligible” without a reason (CJIS).';
comment on column visit.pathway_version_id is 'Under which version it was decided; null where the county publishes no criteria.';
comment on column visit.ended_as is 'They left, were told of other ways, or stay at the hospital. Null: it goes on, or an angel has it.';

create table visit_call (
  id uuid primary key,
  visit_id uuid not null references visit (id),
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  angel_organization_id uuid not null references organization (id),
  angel_member_id uuid not null references member (id),
  called_by_member_id uuid not null references member (id),
  called_at timestamptz not null default now(),
  answer text check (answer in ('coming', 'no-answer', 'cannot')),
  minutes smallint check (minutes between 1 and 240),
  answered_at timestamptz,
  here_said_by_station_at timestamptz,
  here_said_by_angel_at timestamptz,
  check (num_nulls(answer, answered_at) in (0, 2)),
  check ((answer is not distinct from 'coming') = (minutes is not null)),
  check (answer is not distinct from 'coming' or num_nonnulls(here_said_by_station_at, here_said_by_angel_at) = 0)
);
create index on visit_call (visit_id);
create index on visit_call (angel_organization_id, called_at desc);
comment on table visit_call is
  'An angel who was called to a station, what they said, and that both say they are there (class handoff). It names no person.';
comment on column visit_call.minutes is 'In how many minutes they said that they would be there.';

create table surrendered_item (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  description text not null check (btrim(description) <> '' and length(description) <= 200),
  bag_number text not null check (btrim(bag_number) <> '' and length(bag_number) <= 40),
  taken_on date not null,
  taken_by_member_id uuid not null references member (id),
  witness_member_id uuid not null references member (id),
  destroyed_at timestamptz,
  destroyed_by_member_id uuid references member (id),
  second_at timestamptz,
  second_member_id uuid references member (id),
  constraint surrendered_item_bag unique (organization_id, bag_number),
  constraint surrendered_item_witness check (witness_member_id <> taken_by_member_id),
  check (num_nulls(destroyed_at, destroyed_by_member_id) in (0, 2)),
  check (num_nulls(second_at, second_member_id) in (0, 2)),
  check (second_at is null or destroyed_at is not null),
  check (second_member_id <> destroyed_by_member_id)
);
comment on table surrendered_item is
  'What was handed over at a station, in which sealed bag, and that it was destroyed. It knows the day and no hour, no visit and no person, so that it leads to nobody and to no charge (KRS 15.525).';

create table angel_roster (
  member_id uuid primary key references member (id),
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  phone text not null check (btrim(phone) <> '' and length(phone) <= 40),
  hours text[] not null,
  away_until date,
  place integer not null,
  saved_at timestamptz not null default now()
);
create index on angel_roster (jurisdiction_id, place);
comment on table angel_roster is 'Who can be called to a station, when, and in which order.';
comment on column angel_roster.hours is 'Parts of the week, such as 1-night: ISO weekday and night, morning, afternoon or evening, by the county''s clock.';
comment on column angel_roster.place is 'The lower, the sooner they are called.';

grant select, insert on visit, visit_call, surrendered_item to causeway_app;
grant update (comfort_at, hospital_at, fit_at, promise_at, items_at, outcome, pathway_version_id, decided_at,
  decided_by_member_id, overridden_at, overridden_by_member_id, ended_as, ended_at) on visit to causeway_app;
grant update (answer, minutes, answered_at, here_said_by_station_at, here_said_by_angel_at) on visit_call to causeway_app;
grant update (destroyed_at, destroyed_by_member_id, second_at, second_member_id) on surrendered_item to causeway_app;
grant select, insert, delete on angel_roster to causeway_app;
grant update (phone, hours, away_until, place, saved_at) on angel_roster to causeway_app;

create function keep_what_was_noted() returns trigger language plpgsql as $$
begin
  if not jsonb_strip_nulls(to_jsonb(old)) <@ to_jsonb(new) then
    raise exception 'what was noted stays' using errcode = 'check_violation', constraint = 'what_was_noted_stays';
  end if;
  return new;
end
$$;
comment on function keep_what_was_noted() is 'A step that was noted is never taken back or changed: more can only be added.';
create trigger visit_keep before update on visit for each row execute function keep_what_was_noted();
create trigger surrendered_item_keep before update on surrendered_item
  for each row execute function keep_what_was_noted();

create function keep_visit_call() returns trigger language plpgsql as $$
begin
  if not jsonb_strip_nulls(to_jsonb(old)) <@ to_jsonb(new)
    or new.here_said_by_angel_at is distinct from old.here_said_by_angel_at
      and new.angel_member_id is distinct from actor_member_id()
    or new.here_said_by_station_at is distinct from old.here_said_by_station_at
      and new.organization_id is distinct from actor_organization_id() then
    raise exception 'each says only for themselves that they are there'
      using errcode = 'check_violation', constraint = 'visit_call_own_word';
  end if;
  return new;
end
$$;
comment on function keep_visit_call() is 'What was noted stays; the station and the angel each confirm for themselves.';
create trigger visit_call_keep before update on visit_call for each row execute function keep_visit_call();

create function actor_is_at_station() returns boolean language plpgsql stable parallel safe as $$
begin
  return actor_kind() = 'member' and actor_roles() && array['officer', 'sergeant'];
end
$$;
comment on function actor_is_at_station() is 'Whether the actor is a member who meets people at a station.';

create function actor_is_angel() returns boolean language plpgsql stable parallel safe as $$
begin
  return actor_kind() = 'member' and actor_roles() && array['angel', 'navigator', 'case-manager'];
end
$$;
comment on function actor_is_angel() is 'Whether the actor is a member who can be called to a station.';

create function actor_follows_visit(angel uuid) returns boolean language plpgsql stable parallel safe as $$
begin
  return actor_kind() = 'member' and (actor_roles() && array['navigator', 'case-manager']
    or 'angel' = any (actor_roles()) and angel = actor_member_id());
end
$$;
comment on function actor_follows_visit(uuid) is
  'Whether the actor, in the program of this angel, follows what they began: the angel themselves, and its navigators and case managers.';

create function visit_may_call(visit_id uuid) returns boolean language sql stable
  return exists (select from visit v where v.id = visit_id and v.organization_id = actor_organization_id()
    and v.ended_at is null and v.promise_at is not null
    and (v.asks = 'family' or v.outcome = 'eligible' or v.overridden_at is not null));
comment on function visit_may_call(uuid) is
  'Whether a visit of the actor''s station is so far that an angel can be called: seen by nobody before the medical check and the promise.';

create function visit_is_asked_of_actor(visit_id uuid) returns boolean language sql stable
  return exists (select from visit_call c where c.visit_id = visit_is_asked_of_actor.visit_id
    and c.angel_organization_id = actor_organization_id());
comment on function visit_is_asked_of_actor(uuid) is 'Whether an angel of the actor''s program was called to a visit.';

create function angel_is_on_roster(member uuid, organization uuid) returns boolean language sql stable
  return exists (select from angel_roster r where r.member_id = member and r.organization_id = organization);
comment on function angel_is_on_roster(uuid, uuid) is 'Whether somebody of this program can be called.';

alter table visit enable row level security;
alter table visit force row level security;
create policy visit_open on visit for insert to causeway_app
  with check (actor_is_at_station() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id() and opened_by_member_id = actor_member_id());
create policy visit_own on visit for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id() and actor_is_at_station());
create policy visit_asked on visit for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_is_angel() and visit_is_asked_of_actor(id));
create policy visit_note on visit for update to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and actor_is_at_station() and ended_at is null)
  with check (true);
comment on policy visit_open on visit is 'An officer or a sergeant notes at their own station that somebody came.';
comment on policy visit_own on visit is 'The station sees what it did itself.';
comment on policy visit_asked on visit is 'The program whose angel was called sees how far the station is; another sees nothing.';
comment on policy visit_note on visit is 'The station notes what it does, until it ended.';

alter table visit_call enable row level security;
alter table visit_call force row level security;
create policy visit_call_make on visit_call for insert to causeway_app
  with check (actor_is_at_station() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id() and called_by_member_id = actor_member_id()
    and answer is null and visit_may_call(visit_id) and angel_is_on_roster(angel_member_id, angel_organization_id));
create policy visit_call_station on visit_call for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id() and actor_is_at_station());
create policy visit_call_angel on visit_call for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and angel_organization_id = actor_organization_id()
    and actor_follows_visit(angel_member_id));
create policy visit_call_answer on visit_call for update to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id()
    and (organization_id = actor_organization_id() and actor_is_at_station()
      or angel_organization_id = actor_organization_id() and angel_member_id = actor_member_id() and actor_is_angel()))
  with check (true);
comment on policy visit_call_make on visit_call is 'The station calls somebody of the roster, once the visit is so far.';
comment on policy visit_call_station on visit_call is 'The station sees whom it called.';
comment on policy visit_call_angel on visit_call is 'The angel, and the navigators of their program, see that they were called.';
comment on policy visit_call_answer on visit_call is 'The station notes what it heard on the phone; the angel answers for themselves.';

alter table surrendered_item enable row level security;
alter table surrendered_item force row level security;
create policy surrendered_item_take on surrendered_item for insert to causeway_app
  with check (actor_is_at_station() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id() and taken_by_member_id = actor_member_id() and destroyed_at is null);
create policy surrendered_item_own on surrendered_item for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id() and actor_is_at_station());
create policy surrendered_item_destroy on surrendered_item for update to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and actor_is_at_station() and second_at is null)
  with check (coalesce(second_member_id, destroyed_by_member_id) = actor_member_id());
comment on policy surrendered_item_take on surrendered_item is 'Whoever takes it records it, in their own name.';
comment on policy surrendered_item_own on surrendered_item is 'The report of a station''s evidence room is for its own members.';
comment on policy surrendered_item_destroy on surrendered_item is 'Two members sign, each for themselves, that it was destroyed.';

alter table angel_roster enable row level security;
alter table angel_roster force row level security;
create policy angel_roster_read on angel_roster for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and (actor_is_at_station()
    or organization_id = actor_organization_id() and actor_kind() = 'member'));
create policy angel_roster_join on angel_roster for insert to causeway_app
  with check (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and member_id = actor_member_id() and actor_is_angel() and actor_is_partner());
create policy angel_roster_keep on angel_roster for update to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and (member_id = actor_member_id() or actor_kind() = 'member'
      and actor_roles() && array['navigator', 'case-manager', 'manager']));
create policy angel_roster_leave on angel_roster for delete to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and member_id = actor_member_id());
comment on policy angel_roster_read on angel_roster is 'Stations see whom they can call; a program sees its own.';
comment on policy angel_roster_join on angel_roster is
  'Members put themselves on it, of programs alone: police never keep an intake, so that no angel is of police or a court.';
comment on policy angel_roster_keep on angel_roster is 'Members say when they can be called; their program says in which order.';
comment on policy angel_roster_leave on angel_roster is 'Members leave it when they want.';
