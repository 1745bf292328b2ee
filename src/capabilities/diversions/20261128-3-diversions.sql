-- Diversions on a pathway: what the officer sends, what each does after that, and the work group that talks about it.

create function referral_is_approved(referral uuid) returns boolean language sql stable
  return coalesce((
    select (d.outcome = 'eligible' or d.override_reason is not null)
      and not exists (select from pathway_approval a where a.decision_id = d.id and a.answer is distinct from 'yes')
    from pathway_decision d where d.referral_id = referral order by d.decided_at desc, d.id desc limit 1), false);
comment on function referral_is_approved(uuid) is
  'Whether the decision that stands for a referral has every yes that its pathway asks for, as far as the actor sees it.';

create table diversion (
  referral_id uuid primary key references referral (id),
  jurisdiction_id uuid not null references jurisdiction (id),
  person_id uuid not null references person (id),
  from_organization_id uuid not null references organization (id),
  from_member_id uuid not null references member (id),
  to_organization_id uuid not null references organization (id),
  pathway_version_id uuid not null references pathway_version (id),
  way text not null check (way in ('arrest', 'social-contact', 'community')),
  charge text check (btrim(charge) <> ''),
  incident text check (btrim(incident) <> ''),
  verification text check (verification in ('records', 'observation', 'reliable-information')),
  office_organization_id uuid references organization (id),
  opened_at timestamptz not null default clock_timestamp(),
  arrive_by timestamptz,
  check ((way = 'arrest') = (charge is not null) and (way = 'arrest') = (office_organization_id is not null)),
  check ((way = 'social-contact') = (verification is not null) and (way = 'arrest' or incident is null)),
  unique (referral_id, jurisdiction_id, person_id, from_organization_id, to_organization_id),
  unique (referral_id, office_organization_id)
);
create index on diversion (from_organization_id, opened_at desc);
create index on diversion (to_organization_id, opened_at desc);
create index on diversion (office_organization_id, opened_at desc) where office_organization_id is not null;
comment on table diversion is
  'A referral of somebody who could be charged, or whom an officer or partner met in need, as its sender wrote it (class own-submission). Opened only after every approval.';
comment on column diversion.charge is 'The charge that is not made while they take part, in words. Never what a check of records says.';
comment on column diversion.incident is 'What the agency calls the incident, where a report is written: some write none.';
comment on column diversion.verification is 'On what a social contact rests. What was seen or said is not kept.';
comment on column diversion.office_organization_id is 'The office to which the packet goes. It sees nothing before the packet is sent.';
comment on column diversion.arrive_by is 'By when the case manager is there, as the version of the pathway says; null: it says nothing.';

create table diversion_step (
  id uuid primary key,
  referral_id uuid not null,
  jurisdiction_id uuid not null,
  person_id uuid not null,
  from_organization_id uuid not null,
  to_organization_id uuid not null,
  office_organization_id uuid,
  kind text not null check (kind in ('reached', 'arrived', 'handed-over', 'left', 'packet-sent', 'screened', 'extended',
    'intake-done', 'reported', 'settled', 'office-extended', 'decided', 'legal-event', 'overdue')),
  outcome text check (btrim(outcome) <> ''),
  words text check (btrim(words) <> ''),
  contents text[] not null default '{}',
  due_at timestamptz,
  by_organization_id uuid references organization (id),
  by_member_id uuid references member (id),
  at timestamptz not null default clock_timestamp(),
  foreign key (referral_id, jurisdiction_id, person_id, from_organization_id, to_organization_id)
    references diversion (referral_id, jurisdiction_id, person_id, from_organization_id, to_organization_id),
  foreign key (referral_id, office_organization_id) references diversion (referral_id, office_organization_id),
  check (kind <> 'reported' or outcome in ('completed', 'not-completed')),
  check (kind <> 'decided' or outcome in ('not-filed', 'filed', 'dismissed')),
  check (kind <> 'reported' or words is null)
);
create index on diversion_step (referral_id, at);
create index on diversion_step (office_organization_id, at) where kind = 'packet-sent';
create unique index on diversion_step (referral_id, kind)
  where kind not in ('extended', 'office-extended', 'legal-event', 'overdue');
comment on table diversion_step is
  'What happened on a diversion, each by whoever did it (class legal). A report is completed or not completed, and never says why.';
comment on column diversion_step.contents is 'Of a packet: the documents that are in it.';
comment on column diversion_step.due_at is 'The day that this step sets: of a handoff and of an extension that for intake, of an office''s extension that of its decision.';
comment on column diversion_step.by_organization_id is 'Null: the clock itself.';

create table work_group_meeting (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  made_by_member_id uuid not null references member (id),
  held_at timestamptz not null,
  place text not null check (btrim(place) <> ''),
  attendees jsonb not null check (jsonb_typeof(attendees) = 'array' and jsonb_array_length(attendees) > 0),
  made_at timestamptz not null default now()
);
create index on work_group_meeting (organization_id, held_at desc);
comment on table work_group_meeting is
  'A meeting of the operational work group. Its agenda is not kept: it is asked for anew, of those whose release covers every organization at the table.';
comment on column work_group_meeting.attendees is
  'Who sits at the table: organization, name, and that they gave their word to keep what they hear. Without it nobody is written down.';

create table work_group_action (
  id uuid primary key,
  meeting_id uuid not null references work_group_meeting (id),
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  made_by_member_id uuid not null references member (id),
  words text not null check (btrim(words) <> ''),
  owner text not null check (btrim(owner) <> ''),
  due_on date not null,
  done_at timestamptz,
  made_at timestamptz not null default clock_timestamp()
);
create index on work_group_action (meeting_id, made_at);
comment on table work_group_action is 'What somebody said they would do, and by when (class own-submission). No clinical notes.';

grant select, insert on diversion to causeway_app;
grant select, insert on diversion_step to causeway_app;
grant select, insert on work_group_meeting to causeway_app;
grant select, insert on work_group_action to causeway_app;
grant update (done_at) on work_group_action to causeway_app;

create function diversion_packet_is_in(referral uuid) returns boolean language sql stable
  return exists (select from diversion_step s where s.referral_id = referral and s.kind = 'packet-sent');
comment on function diversion_packet_is_in(uuid) is 'Whether a packet was sent, as far as the actor may know.';

create function actor_follows_cases() returns boolean language plpgsql stable parallel safe as $$
begin
  return actor_kind() = 'member' and actor_roles() && array['navigator', 'case-manager', 'provider'];
end
$$;
comment on function actor_follows_cases() is 'Whether the actor follows cases. Harm reduction does not: it never sees what is legal.';

create function actor_is_prosecutor_of(office uuid) returns boolean language sql stable
  return actor_kind() = 'member' and office = actor_organization_id() and 'prosecutor' = any (actor_roles());
comment on function actor_is_prosecutor_of(uuid) is 'Whether the actor is a prosecutor liaison of this office.';

alter table diversion enable row level security;
alter table diversion force row level security;
create policy diversion_open on diversion for insert to causeway_app
  with check (actor_kind() = 'member' and actor_helps_people() and jurisdiction_id = actor_jurisdiction_id()
    and from_organization_id = actor_organization_id() and from_member_id = actor_member_id()
    and referral_sent(referral_id) and referral_was_made_on(referral_id, pathway_version_id)
    and referral_is_approved(referral_id));
create policy diversion_own on diversion for select to causeway_app
  using (jurisdiction_id = (select actor_jurisdiction_id()) and from_organization_id = (select actor_organization_id())
    and (select actor_kind()) = 'member' and (select actor_helps_people()));
create policy diversion_received on diversion for select to causeway_app
  using (jurisdiction_id = (select actor_jurisdiction_id()) and to_organization_id = (select actor_organization_id())
    and (select actor_follows_cases())
    and exists (select from referral r where r.id = diversion.referral_id));
create policy diversion_office on diversion for select to causeway_app
  using (jurisdiction_id = (select actor_jurisdiction_id()) and actor_is_prosecutor_of(office_organization_id)
    and diversion_packet_is_in(referral_id));
create policy diversion_watch on diversion for select to causeway_app
  using ((select actor_kind()) = 'job' and (select actor_job()) = 'watch-diversions');
comment on policy diversion_open on diversion is
  'Whoever referred opens it, in their own name, under the version of the referral, and after every yes that it asks for.';
comment on policy diversion_own on diversion is 'An organization sees its own submission, always.';
comment on policy diversion_received on diversion is 'The place that was asked sees it as long as it may see the referral.';
comment on policy diversion_office on diversion is 'The office sees it once the packet was sent to it, and no other.';
comment on policy diversion_watch on diversion is 'A job watches the clocks.';

alter table diversion_step enable row level security;
alter table diversion_step force row level security;
create policy diversion_step_take on diversion_step for insert to causeway_app
  with check (actor_kind() = 'member' and jurisdiction_id = actor_jurisdiction_id()
    and by_organization_id = actor_organization_id() and by_member_id = actor_member_id()
    and case
      when kind in ('decided', 'office-extended')
        then actor_is_prosecutor_of(office_organization_id) and diversion_packet_is_in(referral_id)
      when kind = 'legal-event'
        then actor_is_prosecutor_of(office_organization_id)
          and release_covers(person_id, to_organization_id, office_organization_id, 'intake-done')
      when kind = 'packet-sent' then actor_helps_people() and from_organization_id = actor_organization_id()
      when kind in ('screened', 'extended', 'intake-done', 'reported', 'settled')
        then actor_follows_cases() and to_organization_id = actor_organization_id() and referral_is_asked_of_actor(referral_id)
      when kind in ('reached', 'arrived', 'handed-over', 'left')
        then (actor_helps_people() and from_organization_id = actor_organization_id())
          or (actor_follows_cases() and to_organization_id = actor_organization_id() and referral_is_asked_of_actor(referral_id))
      else false
    end);
create policy diversion_step_pass on diversion_step for insert to causeway_app
  with check (actor_kind() = 'job' and actor_job() = 'watch-diversions' and kind = 'overdue' and by_organization_id is null
    and by_member_id is null);
create policy diversion_step_watch on diversion_step for select to causeway_app
  using ((select actor_kind()) = 'job' and (select actor_job()) = 'watch-diversions');
create policy diversion_step_own on diversion_step for select to causeway_app
  using (jurisdiction_id = (select actor_jurisdiction_id()) and by_organization_id = (select actor_organization_id())
    and (select actor_kind()) = 'member'
    and ((select actor_helps_people()) or (select 'prosecutor' = any (actor_roles()))));
create policy diversion_step_received on diversion_step for select to causeway_app
  using (jurisdiction_id = (select actor_jurisdiction_id()) and to_organization_id = (select actor_organization_id())
    and (select actor_follows_cases())
    and exists (select from referral r where r.id = diversion_step.referral_id));
create policy diversion_step_packet on diversion_step for select to causeway_app
  using (jurisdiction_id = (select actor_jurisdiction_id()) and kind = 'packet-sent'
    and actor_is_prosecutor_of(office_organization_id));
create policy diversion_step_released on diversion_step for select to causeway_app
  using (jurisdiction_id = (select actor_jurisdiction_id()) and by_organization_id = to_organization_id
    and (select actor_kind()) = 'member'
    and ((from_organization_id = (select actor_organization_id()) and (select actor_helps_people())
        and ((kind = 'reported' and release_covers(person_id, to_organization_id, from_organization_id, 'intake-done'))
          or (kind in ('reached', 'arrived', 'handed-over')
            and release_covers(person_id, to_organization_id, from_organization_id, 'handoff'))))
      or (kind = 'reported' and actor_is_prosecutor_of(office_organization_id)
        and release_covers(person_id, to_organization_id, office_organization_id, 'intake-done'))));
comment on policy diversion_step_take on diversion_step is
  'Each takes their own steps, in their own name: the sender, the place, and the office once the packet is in; what comes after only under a live release.';
comment on policy diversion_step_pass on diversion_step is 'That a clock ran out is written by the job that watches them.';
comment on policy diversion_step_watch on diversion_step is 'It reads what was done to know what was not.';
comment on policy diversion_step_own on diversion_step is 'An organization sees the steps that it took.';
comment on policy diversion_step_received on diversion_step is 'The place sees all of it while it may see the referral.';
comment on policy diversion_step_packet on diversion_step is 'The office sees the packet that was sent to it.';
comment on policy diversion_step_released on diversion_step is
  'Police learn of the handoff, and of completed or not completed, the office of completed or not completed, each by a live release alone. Nobody of them sees a screening or an intake.';

alter table work_group_meeting enable row level security;
alter table work_group_meeting force row level security;
create policy work_group_meeting_call on work_group_meeting for insert to causeway_app
  with check (actor_follows_cases()
    and jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and made_by_member_id = actor_member_id());
create policy work_group_meeting_own on work_group_meeting for select to causeway_app
  using (actor_follows_cases()
    and jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id());
comment on policy work_group_meeting_call on work_group_meeting is 'Whoever follows cases calls the meeting.';
comment on policy work_group_meeting_own on work_group_meeting is 'The organization that called it keeps it. The others hear it at the table.';

alter table work_group_action enable row level security;
alter table work_group_action force row level security;
create policy work_group_action_note on work_group_action for insert to causeway_app
  with check (actor_follows_cases()
    and jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and made_by_member_id = actor_member_id()
    and exists (select from work_group_meeting m where m.id = meeting_id));
create policy work_group_action_own on work_group_action for select to causeway_app
  using (actor_follows_cases()
    and jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id());
create policy work_group_action_done on work_group_action for update to causeway_app
  using (done_at is null and actor_follows_cases()
    and jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id())
  with check (done_at is not null);
comment on policy work_group_action_note on work_group_action is 'Noted with a meeting of the actor''s organization.';
comment on policy work_group_action_own on work_group_action is 'The organization that called the meeting keeps what was said.';
comment on policy work_group_action_done on work_group_action is 'It is done once.';
