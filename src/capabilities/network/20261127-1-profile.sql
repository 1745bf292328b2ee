-- What a directory has to know beyond name, address and hours, so that somebody is not sent to a door that stays shut:
-- whom a place admits, with what, when it takes people in, whether it has room, and when that was last true.

alter table service
  add column asam_levels text[],
  add column asam_edition text check (asam_edition in ('3', '4')),
  add column moud text[] check (moud <@ array[
    'methadone:start-same-day', 'methadone:continue', 'methadone:accept-on',
    'buprenorphine:start-same-day', 'buprenorphine:continue', 'buprenorphine:accept-on',
    'naltrexone:start-same-day', 'naltrexone:continue', 'naltrexone:accept-on']),
  add column min_age smallint check (min_age between 0 and 120),
  add column max_age smallint check (max_age between 0 and 120),
  add column pregnant text check (pregnant in ('priority', 'accepted', 'not-accepted')),
  add column with_children boolean,
  add column pets boolean,
  add column needs_id text check (needs_id in ('required', 'not-needed')),
  add column needs_insurance_card boolean,
  add column needs_clearance boolean,
  add column min_hours_since_use smallint check (min_hours_since_use >= 0),
  add column max_hours_since_use smallint check (max_hours_since_use >= 0),
  add column step_free boolean,
  add column exclusions text[] check (exclusions <@ array[
    'sex-offense', 'arson', 'violence', 'benzodiazepines', 'methadone', 'warrants']),
  add column intake_hours jsonb check (jsonb_typeof(intake_hours) = 'array'),
  add column after_hours_phone text,
  add column after_hours_who text,
  add column walk_in boolean,
  add column police_drop_off boolean,
  add column offers_transport boolean,
  add column transport_miles smallint check (transport_miles > 0),
  add column legal_flags text[] check (legal_flags <@ array['part-2', 'covered-entity']),
  add column holidays text not null default 'unknown' check (holidays in ('open', 'closed', 'unknown')),
  add constraint service_asam_levels check (
    asam_levels is null or cardinality(asam_levels) = 0 or case asam_edition
      when '3' then asam_levels <@ array['0.5', '1', 'OTP', '2.1', '2.5', '3.1', '3.3', '3.5', '3.7', '4',
        '1-WM', '2-WM', '3.2-WM', '3.7-WM', '4-WM']
      when '4' then asam_levels <@ array['1.0', '1.5', '1.7', '2.1', '2.5', '2.7', '3.1', '3.5', '3.7', '4']
      else false end),
  add constraint service_age_span check (min_age <= max_age),
  add constraint service_use_span check (min_hours_since_use <= max_hours_since_use);
comment on column service.asam_levels is
  'Levels of care by The ASAM Criteria, in the words of the edition beside it: the same number means other things in each. Null: unknown.';
comment on column service.asam_edition is 'Of The ASAM Criteria: 3 (2013) or 4 (2023). Levels are nothing without it.';
comment on column service.moud is
  'Medicine for opioid use disorder, and what can be done with it: begin it the same day, go on with it, or be admitted while on it. Null: unknown; empty: none of it.';
comment on column service.pregnant is 'priority: first in line, as 45 CFR 96.131 asks of funded programs. Null: unknown.';
comment on column service.with_children is 'Whether somebody can come with their children. Null: unknown, as in all that follow.';
comment on column service.needs_clearance is 'Whether a doctor has to have seen the person first (medical clearance).';
comment on column service.min_hours_since_use is 'Hours that must have gone by since somebody last used. Null: no such rule is known.';
comment on column service.max_hours_since_use is 'Hours since last use after which somebody is no longer admitted, as by some detox units.';
comment on column service.exclusions is 'What a place turns people away for. Null: unknown; empty: nothing of this list.';
comment on column service.intake_hours is 'When somebody new is taken in, in the form of hours. Null: as hours.';
comment on column service.after_hours_phone is 'Who answers when the door is shut.';
comment on column service.after_hours_who is 'Who that is: an on-call nurse, an answering service.';
comment on column service.police_drop_off is 'Whether an officer can bring somebody to the door.';
comment on column service.transport_miles is 'How far it comes for somebody, if it does.';
comment on column service.legal_flags is 'part-2: a program under 42 CFR Part 2; covered-entity: under HIPAA. As it says of itself.';
comment on column service.holidays is 'Whether it is open on the federal holidays (5 U.S.C. 6103).';

create table closure (
  id uuid primary key,
  service_id uuid not null references service (id),
  from_on date not null,
  until_on date not null,
  note text,
  check (from_on <= until_on)
);
create index on closure (service_id, until_on);
comment on table closure is 'Days, first and last included, on which a service is shut though its hours say otherwise.';

create table capacity_report (
  id uuid primary key,
  service_id uuid not null references service (id),
  level text not null check (level in ('detox', 'residential', 'outpatient', 'moud-start', 'shelter', 'other')),
  open integer check (open >= 0),
  is_open boolean not null,
  waitlist_days integer check (waitlist_days >= 0),
  as_of timestamptz not null default now(),
  by_member uuid references member (id),
  channel text not null check (channel in ('link', 'member', 'phone')),
  check (is_open or coalesce(open, 0) = 0),
  check (not is_open or open is distinct from 0)
);
create index on capacity_report (service_id, level, as_of desc);
comment on table capacity_report is 'Room at a level of care, as somebody said it. Never changed: the newest of a level counts.';
comment on column capacity_report.open is 'Beds or places. Null: there is room, and nobody said how much.';
comment on column capacity_report.by_member is 'Who wrote it down. Null: whoever holds the place''s signed link.';
comment on column capacity_report.channel is 'link: the place by its link; member: by an account; phone: somebody who called the place.';

create table fact_check (
  id uuid primary key,
  service_id uuid not null references service (id),
  fact text not null check (fact in (
    'hours', 'phone', 'address', 'payers', 'moud', 'admission', 'capacity', 'services')),
  checked_on date not null,
  source text not null check (source in ('member', 'phone', 'website', 'import', 'link')),
  by_member uuid references member (id),
  created_at timestamptz not null default now()
);
create index on fact_check (service_id, fact, checked_on desc);
comment on table fact_check is 'That somebody looked whether a fact of a listing is still true. The newest of a fact counts.';

create table provider_call (
  id uuid primary key,
  service_id uuid not null references service (id),
  result text not null check (result in (
    'bed-now', 'accepted-for', 'waitlist', 'full', 'payer-not-accepted', 'criteria-not-met', 'no-answer', 'closed')),
  called_at timestamptz not null default now(),
  by_member uuid references member (id),
  organization_id uuid references organization (id)
);
create index on provider_call (service_id, called_at desc);
comment on table provider_call is
  'How a call to a place went. Says nothing of a person; but when, and who called, may tell an officer where somebody went: call_rates is for everybody, the rows are not.';

create table listing_change (
  id uuid primary key,
  service_id uuid not null references service (id),
  changed_at timestamptz not null default now(),
  by_member uuid references member (id),
  what text[] not null check (cardinality(what) > 0),
  before jsonb not null,
  after jsonb not null,
  undoes uuid unique references listing_change (id)
);
create index on listing_change (service_id, changed_at desc);
comment on table listing_change is 'Who changed what of a listing, when, and what it said before. Never changed.';
comment on column listing_change.by_member is 'Null: the operator or an import.';
comment on column listing_change.undoes is 'The change that this one takes back; each only once.';

create function actor_sees_listing(this_service uuid) returns boolean
  language sql stable
  return exists (select from service s where s.id = this_service);
comment on function actor_sees_listing(uuid) is 'Whether the actor may see a service: its own policies decide.';

create function actor_keeps_listing_of(this_service uuid) returns boolean
  language sql stable
  return exists (select from service s where s.id = this_service and actor_keeps_listing(s.organization_id));
comment on function actor_keeps_listing_of(uuid) is 'Whether the actor may change a service that they see.';

create function actor_calls_places() returns boolean
  language sql stable
  return actor_kind() = 'member' and actor_roles() && array['navigator', 'case-manager'] and actor_is_partner();
comment on function actor_calls_places() is
  'Whether the actor calls places for people and may write down what they heard.';

grant select, insert, update, delete on closure to causeway_app;
grant select, insert on capacity_report, fact_check, provider_call, listing_change to causeway_app;

alter table closure enable row level security;
alter table closure force row level security;
create policy closure_read on closure for select to causeway_app using (actor_sees_listing(service_id));
create policy closure_keep on closure for all to causeway_app using (actor_keeps_listing_of(service_id));
comment on policy closure_read on closure is 'Whoever sees a service sees when it is shut.';
comment on policy closure_keep on closure is 'Whoever keeps a listing says when it is shut.';

alter table capacity_report enable row level security;
alter table capacity_report force row level security;
create policy capacity_report_read on capacity_report for select to causeway_app using (actor_sees_listing(service_id));
create policy capacity_report_add on capacity_report for insert to causeway_app with check (
  actor_kind() = 'operator'
  or by_member = actor_member_id() and as_of <= now() and (
    channel = 'member' and actor_keeps_listing_of(service_id)
    or channel = 'phone' and actor_calls_places() and actor_sees_listing(service_id)));
comment on policy capacity_report_read on capacity_report is 'Whoever sees a service sees whether it has room.';
comment on policy capacity_report_add on capacity_report is
  'Room is said by whoever keeps the listing, and written down by whoever calls the place; each in their own name.';

alter table fact_check enable row level security;
alter table fact_check force row level security;
create policy fact_check_read on fact_check for select to causeway_app using (actor_sees_listing(service_id));
create policy fact_check_add on fact_check for insert to causeway_app with check (
  actor_kind() = 'operator'
  or by_member = actor_member_id() and source in ('member', 'phone', 'website') and (
    actor_keeps_listing_of(service_id) or actor_calls_places() and actor_sees_listing(service_id)));
comment on policy fact_check_read on fact_check is 'Whoever sees a service sees how fresh its facts are.';
comment on policy fact_check_add on fact_check is 'Facts are checked by whoever keeps the listing or calls the place, in their own name.';

alter table provider_call enable row level security;
alter table provider_call force row level security;
create policy provider_call_read on provider_call for select to causeway_app using (
  actor_kind() = 'operator' or actor_is_partner() and actor_sees_listing(service_id));
create policy provider_call_count on provider_call for select to causeway_app
  using (actor_kind() = 'job' and actor_job() = 'count-calls');
create policy provider_call_add on provider_call for insert to causeway_app with check (
  actor_kind() = 'operator'
  or by_member = actor_member_id() and organization_id = actor_organization_id() and called_at <= now()
    and (actor_calls_places() or actor_is_partner() and actor_keeps_listing_of(service_id))
    and actor_sees_listing(service_id));
comment on policy provider_call_read on provider_call is
  'Single calls are for partners: the hour of one and its result could tell police or a court where somebody went.';
comment on policy provider_call_count on provider_call is
  'Counting looks at every call and lets nothing out but numbers: see call_rates. No work of that name is ever queued.';
comment on policy provider_call_add on provider_call is 'Calls are written down by whoever made them.';

alter table listing_change enable row level security;
alter table listing_change force row level security;
create policy listing_change_read on listing_change for select to causeway_app using (
  actor_kind() in ('member', 'operator', 'job') and actor_sees_listing(service_id));
create policy listing_change_add on listing_change for insert to causeway_app with check (
  actor_kind() = 'operator'
  or by_member = actor_member_id() and changed_at <= now() and actor_keeps_listing_of(service_id));
comment on policy listing_change_read on listing_change is 'Members see who changed what of the listings that they see.';
comment on policy listing_change_add on listing_change is 'Whoever keeps a listing signs its changes.';

create function call_rates(ids uuid[])
  returns table (service_id uuid, calls integer, answered integer, accepted integer, reached integer)
  language plpgsql as $$
declare
  seen uuid[] := array(select s.id from service s where s.id = any (ids));
  asking text := actor_kind();
  working text := coalesce(current_setting('causeway.job', true), '');
begin
  perform set_config('causeway.actor_kind', 'job', true), set_config('causeway.job', 'count-calls', true);
  return query
    select c.service_id, count(*)::integer,
      count(*) filter (where c.result not in ('no-answer', 'closed'))::integer,
      count(*) filter (where c.result in ('bed-now', 'accepted-for'))::integer,
      count(*) filter (where c.result <> 'closed')::integer
    from provider_call c
    where c.service_id = any (seen)
      and c.called_at >= date_trunc('week', now()) - interval '26 weeks'
      and c.called_at < date_trunc('week', now())
    group by 1
    having count(*) >= 5;
  perform set_config('causeway.actor_kind', asking, true), set_config('causeway.job', working, true);
end
$$;
comment on function call_rates(uuid[]) is
  'How calls went to places that the actor may see, in the 26 weeks before this one: answered of reached (calls when it was open), and accepted of answered. Whole weeks, and five calls at least, so that nobody works out from one call where one person went. Acts as the counting job for as long as it counts.';
