-- What follows when somebody is taken on: the case, who they are to those who work with them, what happened, what is due.

create table case_file (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  person_id uuid not null references person (id),
  referral_id uuid references referral (id),
  pathway_version_id uuid references pathway_version (id),
  opened_by_member_id uuid not null references member (id),
  opened_at timestamptz not null default now(),
  status text not null check (status in ('intake', 'active', 'in-the-wind', 'inactive', 'closed')),
  status_at timestamptz not null default now(),
  outcome text check (outcome in (
    'goals-met', 'moved', 'incarcerated', 'deceased', 'withdrew', 'transferred', 'not-reached')),
  case_manager_id uuid references member (id),
  last_contact_at timestamptz,
  merged_into_id uuid references case_file (id),
  check ((status = 'closed') = (outcome is not null)),
  check (merged_into_id <> id),
  unique (organization_id, person_id)
);
create index on case_file (organization_id, case_manager_id) where status <> 'closed';
create index on case_file (merged_into_id) where merged_into_id is not null;
comment on table case_file is
  'That an organization works with a person, since when, and how it stands. One for each person and organization: whoever comes back is taken on again in the same one, so that nothing is told twice.';
comment on column case_file.referral_id is 'How they came, where by a referral; else somebody entered them by hand.';
comment on column case_file.pathway_version_id is 'The entry pathway, as it read on the day. A case has one at most.';
comment on column case_file.status is
  'in-the-wind: takes part, is not in touch, and is still being looked for. A closed case can be opened again.';
comment on column case_file.case_manager_id is 'Who is answerable for it; null: nobody yet, which everybody of the organization sees.';
comment on column case_file.last_contact_at is 'When somebody last spoke with the person, kept here so that a caseload need not read every entry.';
comment on column case_file.merged_into_id is
  'The case of the same person under which this one is kept. Nothing moves with it, so that it can be undone.';

create table case_identity (
  case_id uuid primary key references case_file (id),
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  called text check (btrim(called) <> ''),
  born_on date,
  phone text,
  how_to_reach text,
  language text,
  whereabouts text,
  sounds text[] not null default '{}'
);
create index on case_identity using gin (sounds);
create index on case_identity (organization_id, born_on) where born_on is not null;
comment on table case_identity is 'Who the person is to the organization that works with them (class identity). Each field is saved by itself.';
comment on column case_identity.called is 'Null: they gave no name.';
comment on column case_identity.sounds is 'How each word of the name sounds (double metaphone), to find somebody who was entered twice.';

create table case_entry (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  kind text not null check (kind in ('opened', 'status', 'contact', 'attempt', 'goal', 'goal-met', 'need', 'funds', 'note',
    'manager', 'merged', 'parted')),
  happened_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  recorded_by_member_id uuid not null references member (id),
  channel text check (channel in ('call', 'text', 'in-person', 'visit', 'mail', 'other')),
  minutes integer check (minutes between 0 and 1440),
  what text check (btrim(what) <> ''),
  words text check (btrim(words) <> '' and length(words) <= 4000),
  amount_cents integer check (amount_cents > 0),
  about_entry_id uuid references case_entry (id),
  struck_at timestamptz,
  struck_by_member_id uuid references member (id),
  check ((kind in ('contact', 'attempt')) = (channel is not null)),
  check ((kind = 'funds') = (amount_cents is not null)),
  check ((struck_at is null) = (struck_by_member_id is null))
);
create index on case_entry (case_id, happened_at desc, id desc);
comment on table case_entry is
  'What happened in a case, one thing a row (class care-plan). Words are never changed: what was wrong is struck, and stays readable as struck.';
comment on column case_entry.minutes is 'How long it took, where somebody said so.';
comment on column case_entry.what is 'A code beside the words: the new status, the need and how it stands, the pathway.';
comment on column case_entry.about_entry_id is 'The goal that was met, or the entry to which this one adds.';

create table case_task (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  case_id uuid references case_file (id),
  kind text not null check (kind in ('task', 'follow-up', 'deadline', 'call-back', 'visit', 'appointment')),
  title text not null check (btrim(title) <> '' and length(title) <= 200),
  about text check (btrim(about) <> ''),
  href text check (href ~ '^/[a-z]'),
  due_at timestamptz not null,
  assigned_member_id uuid references member (id),
  added_by_member_id uuid not null references member (id),
  added_at timestamptz not null default now(),
  ended text check (ended in ('done', 'dropped', 'with-case')),
  ended_at timestamptz,
  ended_by_member_id uuid references member (id),
  check ((ended is null) = (ended_at is null) and (ended is null) = (ended_by_member_id is null)),
  check (case_id is null or about is null)
);
create index on case_task (organization_id, due_at, id) where ended is null;
create index on case_task (assigned_member_id, due_at, id) where ended is null;
create index on case_task (case_id, due_at);
comment on table case_task is
  'What somebody of the organization is to do by when (class care-plan). Open until a member ends it: none is past its time without being on a queue.';
comment on column case_task.case_id is 'Null: of something else that the organization works on, such as a walk-in; then about and href say what.';
comment on column case_task.about is 'Whom or what it is about, where there is no case that says it.';
comment on column case_task.assigned_member_id is 'Null: whoever of the organization comes first.';
comment on column case_task.ended is 'with-case: the case was closed. It comes back when the case is opened again.';

create function actor_works_cases() returns boolean language plpgsql stable parallel safe as $$
begin
  return actor_kind() = 'member'
    and actor_roles() && array['angel', 'navigator', 'case-manager', 'provider']
    and not exists (select from organization o where o.id = actor_organization_id() and o.is_criminal_justice);
end
$$;
comment on function actor_works_cases() is
  'Whether the actor works on the cases of their organization. Never a member of police, a prosecutor or a court: that somebody has a case says that they take part.';

create function case_person_is_known(person uuid, referral uuid) returns boolean language sql stable
  return exists (select from person p where p.id = case_person_is_known.person)
    or exists (select from referral r
      where r.id = case_person_is_known.referral and r.person_id = case_person_is_known.person
        and r.to_organization_id = actor_organization_id() and referral_accepted(r.id));
comment on function case_person_is_known(uuid, uuid) is
  'Whether the actor''s organization may take this person on: it entered them itself, or said yes to their referral.';

create function case_is_of_actor(case_id uuid) returns boolean language sql stable
  return exists (select from case_file f where f.id = case_is_of_actor.case_id);
comment on function case_is_of_actor(uuid) is 'Whether the policies of cases show the actor this one.';

-- What others put beside a case is theirs to change; by whom and since when is the database's.
grant select, insert on case_file, case_identity, case_entry, case_task to causeway_app;
grant update (status, status_at, outcome, case_manager_id, last_contact_at, merged_into_id, pathway_version_id)
  on case_file to causeway_app;
grant update (called, born_on, phone, how_to_reach, language, whereabouts, sounds) on case_identity to causeway_app;
grant update (struck_at, struck_by_member_id) on case_entry to causeway_app;
grant update (title, due_at, assigned_member_id, ended, ended_at, ended_by_member_id) on case_task to causeway_app;

alter table case_file enable row level security;
alter table case_file force row level security;
create policy case_file_open on case_file for insert to causeway_app
  with check ((select actor_works_cases()) and jurisdiction_id = (select actor_jurisdiction_id())
    and organization_id = (select actor_organization_id()) and opened_by_member_id = (select actor_member_id())
    and case_person_is_known(person_id, referral_id));
create policy case_file_own on case_file for select to causeway_app
  using (organization_id = (select actor_organization_id()) and jurisdiction_id = (select actor_jurisdiction_id())
    and (select actor_works_cases()));
create policy case_file_change on case_file for update to causeway_app
  using (organization_id = (select actor_organization_id()) and jurisdiction_id = (select actor_jurisdiction_id())
    and (select actor_works_cases()))
  with check (merged_into_id is null or case_is_of_actor(merged_into_id));
comment on policy case_file_open on case_file is 'Whoever works on cases opens one in their own name, of somebody whom their organization entered or said yes to.';
comment on policy case_file_own on case_file is 'Only the organization that works with the person sees that it does.';
comment on policy case_file_change on case_file is 'It says how a case stands, and keeps one under another of its own.';

alter table case_identity enable row level security;
alter table case_identity force row level security;
create policy case_identity_write on case_identity for insert to causeway_app
  with check (organization_id = (select actor_organization_id()) and jurisdiction_id = (select actor_jurisdiction_id())
    and (select actor_works_cases()) and case_is_of_actor(case_id));
create policy case_identity_own on case_identity for select to causeway_app
  using (organization_id = (select actor_organization_id()) and jurisdiction_id = (select actor_jurisdiction_id())
    and (select actor_works_cases()));
create policy case_identity_change on case_identity for update to causeway_app
  using (organization_id = (select actor_organization_id()) and jurisdiction_id = (select actor_jurisdiction_id())
    and (select actor_works_cases()));
comment on policy case_identity_write on case_identity is 'Written with the case.';
comment on policy case_identity_own on case_identity is 'Who somebody is stays in the organization that works with them.';
comment on policy case_identity_change on case_identity is 'Corrected by whoever works on the case.';

alter table case_entry enable row level security;
alter table case_entry force row level security;
create policy case_entry_write on case_entry for insert to causeway_app
  with check (organization_id = (select actor_organization_id()) and jurisdiction_id = (select actor_jurisdiction_id())
    and (select actor_works_cases()) and recorded_by_member_id = (select actor_member_id())
    and struck_at is null and case_is_of_actor(case_id));
create policy case_entry_own on case_entry for select to causeway_app
  using (organization_id = (select actor_organization_id()) and jurisdiction_id = (select actor_jurisdiction_id())
    and (select actor_works_cases()));
create policy case_entry_strike on case_entry for update to causeway_app
  using (organization_id = (select actor_organization_id()) and jurisdiction_id = (select actor_jurisdiction_id())
    and (select actor_works_cases()))
  with check (struck_by_member_id is null or struck_by_member_id = (select actor_member_id()));
comment on policy case_entry_write on case_entry is 'In the name of whoever writes it, in a case of their organization.';
comment on policy case_entry_own on case_entry is 'Contacts, goals and needs are seen by the organization that works with the person.';
comment on policy case_entry_strike on case_entry is 'Struck in the name of whoever strikes it, and put back; the words stay as they were.';

alter table case_task enable row level security;
alter table case_task force row level security;
create policy case_task_add on case_task for insert to causeway_app
  with check (organization_id = (select actor_organization_id()) and jurisdiction_id = (select actor_jurisdiction_id())
    and actor_kind() = 'member' and added_by_member_id = (select actor_member_id()) and ended is null
    and case when case_id is null then (select actor_helps_people())
      else (select actor_works_cases()) and case_is_of_actor(case_id) end);
create policy case_task_own on case_task for select to causeway_app
  using (organization_id = (select actor_organization_id()) and jurisdiction_id = (select actor_jurisdiction_id())
    and ((select actor_works_cases())
      or (case_id is null and actor_kind() = 'member' and (select actor_helps_people()))));
create policy case_task_change on case_task for update to causeway_app
  using (organization_id = (select actor_organization_id()) and jurisdiction_id = (select actor_jurisdiction_id())
    and actor_kind() = 'member'
    and ((select actor_works_cases()) or (case_id is null and (select actor_helps_people()))))
  with check (ended_by_member_id is null or ended_by_member_id = (select actor_member_id()));
comment on policy case_task_add on case_task is 'Whoever works on a case adds to what is due in it; without a case, whoever works with people.';
comment on policy case_task_own on case_task is 'What is due in a case is seen by its organization; police keep only tasks of their own encounters.';
comment on policy case_task_change on case_task is 'Put off, given to somebody, and ended by whoever may see it, in their own name.';
