-- Training of members: what they are to know and by when, what they finished, and what an agency may rely on for it.

create function actor_supervises_training() returns boolean language plpgsql stable parallel safe as $$
begin
  return actor_kind() = 'member' and actor_roles() && array['sergeant', 'trainer', 'manager', 'administrator'];
end
$$;
comment on function actor_supervises_training() is 'Whether the actor sees who is trained in their own organization, and signs off practice.';

create function actor_keeps_training() returns boolean language plpgsql stable parallel safe as $$
begin
  return actor_kind() = 'member' and actor_roles() && array['trainer', 'manager', 'administrator'];
end
$$;
comment on function actor_keeps_training() is 'Whether the actor says what their organization''s members are to learn, and records what they learned elsewhere.';

create table training_setting (
  organization_id uuid primary key,
  jurisdiction_id uuid not null,
  pass_mark integer not null check (pass_mark between 50 and 100),
  assignments jsonb not null check (jsonb_typeof(assignments) = 'array' and octet_length(assignments::text) <= 20000),
  gates jsonb not null check (jsonb_typeof(gates) = 'object' and octet_length(gates::text) <= 5000),
  slots jsonb not null check (jsonb_typeof(slots) = 'object' and octet_length(slots::text) <= 20000),
  changed_by_member_id uuid not null references member (id),
  changed_at timestamptz not null default now(),
  foreign key (organization_id, jurisdiction_id) references organization (id, jurisdiction_id)
);
comment on table training_setting is
  'How an organization trains: the mark that passes, which roles are to finish which course by when and for how long it holds, what needs it, and the words of the local page.';
comment on column training_setting.assignments is 'Of each course: roles, since when, days to finish, months that it holds (null: for good).';
comment on column training_setting.gates is 'Of carrying naloxone, leaving it behind and referring: off, warn or block, and the courses that it needs.';
comment on column training_setting.slots is 'The agency''s own words in courses, by the name of the slot. One that is missing says “ask your supervisor”.';

create table training_progress (
  member_id uuid not null references member (id),
  course text not null check (course ~ '^[a-z0-9-]{1,60}$'),
  jurisdiction_id uuid not null references jurisdiction (id),
  screen text not null check (length(screen) <= 80),
  answered text[] not null default '{}',
  begun_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  primary key (member_id, course)
);
comment on table training_progress is
  'Where somebody left a course, so that it goes on there. Theirs alone: how long somebody takes is no supervisor''s.';
comment on column training_progress.answered is 'At which moments they answered what they think: that they did, never what.';

create table training_attempt (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  member_id uuid not null references member (id),
  course text not null,
  version text not null check (length(version) between 1 and 40),
  answers jsonb not null check (jsonb_typeof(answers) = 'array' and octet_length(answers::text) <= 10000),
  asked_count integer not null check (asked_count between 1 and 60),
  right_count integer not null check (right_count between 0 and asked_count),
  pass_mark integer not null check (pass_mark between 50 and 100),
  passed boolean not null generated always as (right_count * 100 >= pass_mark * asked_count) stored,
  finished_at timestamptz not null default now()
);
create index on training_attempt (organization_id, course);
create index on training_attempt (member_id, course);
comment on table training_attempt is
  'A test that somebody finished, of one version of a course. Never changed: taken again, it is another one.';
comment on column training_attempt.answers is 'Of each question its id, what was chosen, and whether it was right.';

create table training_session (
  id uuid primary key,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  course text not null,
  version text not null check (length(version) between 1 and 40),
  title text not null check (btrim(title) <> '' and length(title) <= 200),
  held_at timestamptz not null,
  minutes integer not null check (minutes between 5 and 2400),
  place text check (btrim(place) <> '' and length(place) <= 200),
  trainers jsonb not null check (jsonb_typeof(trainers) = 'array' and octet_length(trainers::text) <= 2000),
  code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
  made_by_member_id uuid not null references member (id),
  closed_at timestamptz,
  unique (id, organization_id),
  foreign key (organization_id, jurisdiction_id) references organization (id, jurisdiction_id)
);
create index on training_session (organization_id, held_at desc);
comment on table training_session is 'Training in a room, with who held it.';
comment on column training_session.trainers is 'Names, and what each brings: a peer officer, a program, lived experience.';
comment on column training_session.code is 'What the QR code on the wall opens, by which people of the organization sign in.';
comment on column training_session.closed_at is 'Since when nobody signs in; whoever did has finished the course.';

create table training_attendance (
  session_id uuid not null,
  member_id uuid not null references member (id),
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  how text not null check (how in ('code', 'sheet')),
  noted_by_member_id uuid not null references member (id),
  noted_at timestamptz not null default now(),
  primary key (session_id, member_id),
  foreign key (session_id, organization_id) references training_session (id, organization_id)
);
comment on table training_attendance is 'Who was there: signed in by the code, or noted from the sheet.';

create table training_completion (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  member_id uuid not null references member (id),
  course text not null check (course ~ '^[a-z0-9-]{1,60}$'),
  part text not null check (part in ('course', 'practice')),
  title text not null check (btrim(title) <> '' and length(title) <= 200),
  version text check (length(version) between 1 and 40),
  name text not null check (btrim(name) <> '' and length(name) <= 200),
  how text not null check (how in ('online', 'classroom', 'instructor', 'other-system')),
  attempt_id uuid unique references training_attempt (id),
  session_id uuid references training_session (id),
  checked text[],
  completed_on date not null,
  expires_on date check (expires_on >= completed_on),
  minutes integer check (minutes between 1 and 2400),
  score integer check (score between 0 and 100),
  code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
  recorded_by_member_id uuid not null references member (id),
  recorded_at timestamptz not null default now(),
  revoked_at timestamptz,
  revoked_by_member_id uuid references member (id),
  revoked_because text check (btrim(revoked_because) <> '' and length(revoked_because) <= 300),
  check ((how = 'online') = (attempt_id is not null)),
  check ((how = 'classroom') = (session_id is not null)),
  check ((part = 'practice') = (how = 'instructor') and (part = 'practice') = (checked is not null)),
  check ((revoked_at is null) = (revoked_because is null) and (revoked_at is null) = (revoked_by_member_id is null))
);
create index on training_completion (organization_id, member_id);
create index on training_completion (member_id);
comment on table training_completion is
  'That somebody finished a course, or showed with their hands what it teaches: the certificate. It is verified for good, also when it expired or was revoked.';
comment on column training_completion.name is 'As on the certificate.';
comment on column training_completion.expires_on is 'The last day on which it holds; null: for good.';
comment on column training_completion.checked is 'What the instructor saw, by the words of the check list as they stood.';
comment on column training_completion.code is 'By which anybody who holds the certificate verifies it, without signing in.';

create table training_attitude (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  course text not null check (course ~ '^[a-z0-9-]{1,60}$'),
  moment text not null check (moment in ('before', 'after', '30-days', '6-months')),
  month date not null check (extract(day from month) = 1),
  answers jsonb not null check (jsonb_typeof(answers) = 'object' and octet_length(answers::text) <= 2000)
);
create index on training_attitude (organization_id, course, moment);
comment on table training_attitude is
  'What people think, before and after: without a name, a day, or anything that leads to the member. Shown only of eleven or more together.';
comment on column training_attitude.id is 'Random, so that it does not say when it was made.';

grant select, insert, update (pass_mark, assignments, gates, slots, changed_by_member_id, changed_at) on training_setting to causeway_app;
grant select, insert, update (screen, answered, seen_at) on training_progress to causeway_app;
grant select, insert (id, jurisdiction_id, organization_id, member_id, course, version, answers, asked_count,
  right_count, pass_mark) on training_attempt to causeway_app;
grant select, insert, update (closed_at) on training_session to causeway_app;
grant select, insert on training_attendance to causeway_app;
grant select, insert, update (revoked_at, revoked_by_member_id, revoked_because) on training_completion to causeway_app;
grant select, insert on training_attitude to causeway_app;

alter table training_setting enable row level security;
alter table training_setting force row level security;
create policy training_setting_read on training_setting for select to causeway_app
  using (actor_job() = 'remind-of-training' or (actor_kind() = 'member'
    and jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()));
create policy training_setting_make on training_setting for insert to causeway_app
  with check (actor_keeps_training() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id() and changed_by_member_id = actor_member_id());
create policy training_setting_change on training_setting for update to causeway_app
  using (actor_keeps_training() and jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id())
  with check (changed_by_member_id = actor_member_id());
comment on policy training_setting_read on training_setting is 'Every member knows what their organization asks of them.';
comment on policy training_setting_make on training_setting is 'Trainers, managers and administrators say it for their own organization.';
comment on policy training_setting_change on training_setting is 'And change it, in their own name.';

alter table training_progress enable row level security;
alter table training_progress force row level security;
create policy training_progress_own on training_progress for all to causeway_app
  using (member_id = actor_member_id() and jurisdiction_id = actor_jurisdiction_id());
comment on policy training_progress_own on training_progress is 'How far somebody is, is theirs alone.';

alter table training_attempt enable row level security;
alter table training_attempt force row level security;
create policy training_attempt_take on training_attempt for insert to causeway_app
  with check (actor_kind() = 'member' and member_id = actor_member_id()
    and jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id());
create policy training_attempt_read on training_attempt for select to causeway_app
  using (jurisdiction_id = (select actor_jurisdiction_id()) and (member_id = (select actor_member_id())
    or (organization_id = (select actor_organization_id()) and (select actor_supervises_training()))));
comment on policy training_attempt_take on training_attempt is 'Everybody takes their own test.';
comment on policy training_attempt_read on training_attempt is 'Their own; and those of the organization for whoever supervises training there.';

alter table training_session enable row level security;
alter table training_session force row level security;
create policy training_session_read on training_session for select to causeway_app
  using (actor_kind() = 'member' and jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id());
create policy training_session_make on training_session for insert to causeway_app
  with check (actor_supervises_training() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id() and made_by_member_id = actor_member_id() and closed_at is null);
create policy training_session_close on training_session for update to causeway_app
  using (actor_supervises_training() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id() and closed_at is null)
  with check (closed_at is not null);
comment on policy training_session_read on training_session is 'Members of the organization see when it trains.';
comment on policy training_session_make on training_session is 'Whoever supervises training plans it.';
comment on policy training_session_close on training_session is 'And closes it, once.';

create function training_session_is_open(session uuid) returns boolean language sql stable
  return exists (select from training_session s where s.id = session and s.closed_at is null);
comment on function training_session_is_open(uuid) is 'Whether people can still sign in to a session of the actor''s organization.';

create function member_is_of_actor(member uuid) returns boolean language sql stable
  return exists (select from member m where m.id = member and m.organization_id = actor_organization_id());
comment on function member_is_of_actor(uuid) is 'Whether a member works in the actor''s organization.';

alter table training_attendance enable row level security;
alter table training_attendance force row level security;
create policy training_attendance_sign_in on training_attendance for insert to causeway_app
  with check (actor_kind() = 'member' and how = 'code' and member_id = actor_member_id()
    and noted_by_member_id = actor_member_id() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id() and training_session_is_open(session_id));
create policy training_attendance_note on training_attendance for insert to causeway_app
  with check (actor_supervises_training() and how = 'sheet' and noted_by_member_id = actor_member_id()
    and jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and member_is_of_actor(member_id) and training_session_is_open(session_id));
create policy training_attendance_read on training_attendance for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and (member_id = actor_member_id()
    or (organization_id = actor_organization_id() and actor_supervises_training())));
comment on policy training_attendance_sign_in on training_attendance is 'Whoever is there signs in for themselves, while it is open.';
comment on policy training_attendance_note on training_attendance is 'From the sheet, whoever supervises training notes those of their own organization.';
comment on policy training_attendance_read on training_attendance is 'Their own; and all of it for whoever supervises training.';

create function actor_passed(attempt uuid, of_course text) returns boolean language sql stable
  return exists (select from training_attempt a
    where a.id = attempt and a.member_id = actor_member_id() and a.course = of_course and a.passed);
comment on function actor_passed(uuid, text) is 'Whether the actor passed the test of a course in this attempt.';

alter table training_completion enable row level security;
alter table training_completion force row level security;
create policy training_completion_earn on training_completion for insert to causeway_app
  with check (actor_kind() = 'member' and how = 'online' and member_id = actor_member_id()
    and recorded_by_member_id = actor_member_id() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id() and revoked_at is null and actor_passed(attempt_id, course));
create policy training_completion_record on training_completion for insert to causeway_app
  with check (actor_supervises_training() and how <> 'online' and (how <> 'other-system' or actor_keeps_training())
    and (how <> 'instructor' or member_id <> actor_member_id())
    and recorded_by_member_id = actor_member_id() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id() and revoked_at is null and member_is_of_actor(member_id));
create policy training_completion_read on training_completion for select to causeway_app
  using (jurisdiction_id = (select actor_jurisdiction_id()) and (member_id = (select actor_member_id())
    or (organization_id = (select actor_organization_id()) and (select actor_supervises_training()))));
create policy training_completion_verify on training_completion for select to causeway_app
  using ((select actor_kind()) = 'visitor' and code = (select actor_claim()));
create policy training_completion_remind on training_completion for select to causeway_app
  using ((select actor_job()) = 'remind-of-training');
create policy training_completion_revoke on training_completion for update to causeway_app
  using (actor_keeps_training() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id() and revoked_at is null)
  with check (revoked_at is not null and revoked_by_member_id = actor_member_id());
comment on policy training_completion_earn on training_completion is 'A passed test is a certificate, once, for whoever passed it.';
comment on policy training_completion_record on training_completion is
  'Whoever supervises training records what was done in a room or shown by hand, never their own practice; what another system says, whoever keeps training.';
comment on policy training_completion_read on training_completion is 'Their own; and those of the organization for whoever supervises training there.';
comment on policy training_completion_verify on training_completion is 'Whoever holds a certificate can ask whether it holds, and of no other.';
comment on policy training_completion_remind on training_completion is 'The job that reminds looks for what expires.';
comment on policy training_completion_revoke on training_completion is 'Whoever keeps training takes a certificate back, once, and says why.';

alter table training_attitude enable row level security;
alter table training_attitude force row level security;
create policy training_attitude_say on training_attitude for insert to causeway_app
  with check (actor_kind() = 'member' and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id());
create policy training_attitude_count on training_attitude for select to causeway_app
  using (actor_job() = 'count-attitudes');
comment on policy training_attitude_say on training_attitude is 'Every member says what they think, once a moment.';
comment on policy training_attitude_count on training_attitude is
  'No member reads it, of whatever role: it is counted, and what is shown is of eleven or more.';

create policy member_remind_of_training on member for select to causeway_app
  using (actor_job() = 'remind-of-training');
comment on policy member_remind_of_training on member is 'The job that reminds of training writes to whom it is due.';
