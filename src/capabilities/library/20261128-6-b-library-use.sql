-- How the library is used: reading lists, questions to whoever keeps it, and what is taken over from other libraries.

create table library_list (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  member_id uuid not null references member (id),
  title text not null check (btrim(title) <> '' and length(title) <= 200),
  about text check (length(about) <= 2000),
  visibility text not null check (visibility in ('public', 'members')),
  items jsonb not null default '[]' check (jsonb_typeof(items) = 'array' and jsonb_array_length(items) <= 200),
  made_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  removed_at timestamptz
);
create index on library_list (jurisdiction_id, title);
create index on library_list using gin (items jsonb_path_ops);
comment on table library_list is 'Works to be read in an order, with a note each: for new case managers, for a council.';
comment on column library_list.member_id is 'Who made it.';
comment on column library_list.visibility is 'public: whoever has the link, without an account; members: those of its county.';
comment on column library_list.items is 'In the order of reading: the id of a record, and a note on why.';

create table library_question (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  member_id uuid not null references member (id),
  question text not null check (btrim(question) <> '' and length(question) <= 2000),
  asked_at timestamptz not null default now(),
  answer text check (btrim(answer) <> '' and length(answer) <= 5000),
  record_ids uuid[] not null default '{}' check (cardinality(record_ids) <= 20),
  answered_by uuid references member (id),
  answered_at timestamptz,
  check ((answer is null) = (answered_by is null)),
  check ((answer is null) = (answered_at is null))
);
create index on library_question (jurisdiction_id, asked_at);
comment on table library_question is 'What members ask whoever keeps the library of their county, and the answer. About works, never about a person.';
comment on column library_question.record_ids is 'The records that answer it.';

create table library_harvest (
  id uuid primary key,
  url text not null check (url ~ '^https?://'),
  set_spec text not null default '',
  rights text not null,
  since date,
  began_at timestamptz,
  next_since date,
  token text,
  read integer not null default 0,
  added integer not null default 0,
  changed integer not null default 0,
  removed integer not null default 0,
  finished_at timestamptz,
  unique (url, set_spec)
);
comment on table library_harvest is 'A library whose records are taken over by OAI-PMH, and how far the work is.';
comment on column library_harvest.since is 'From this day on records are asked for; null: from the first.';
comment on column library_harvest.began_at is 'When the work that goes on began; null when none does.';
comment on column library_harvest.next_since is 'The day on which it began by the other''s clock: where the next begins.';
comment on column library_harvest.token is 'Where the work that goes on continues.';

grant select, insert on library_list, library_question, library_harvest to causeway_app;
grant update (title, about, visibility, items, changed_at, removed_at) on library_list to causeway_app;
grant update (answer, record_ids, answered_by, answered_at) on library_question to causeway_app;
grant update on library_harvest to causeway_app;

alter table library_list enable row level security;
alter table library_list force row level security;
create policy library_list_read on library_list for select to causeway_app
  using ((visibility = 'public' and (select actor_kind() <> ''))
    or (jurisdiction_id = (select actor_jurisdiction_id()) and (select actor_kind() = 'member')));
create policy library_list_make on library_list for insert to causeway_app
  with check (jurisdiction_id = (select actor_jurisdiction_id()) and member_id = (select actor_member_id())
    and (select actor_kind() = 'member'));
create policy library_list_change on library_list for update to causeway_app
  using (jurisdiction_id = (select actor_jurisdiction_id()) and (select actor_kind() = 'member')
    and (member_id = (select actor_member_id())
      or (select actor_roles() && array['manager', 'trainer', 'administrator'])));
comment on policy library_list_read on library_list is 'A public list is for whoever has its link; another for the members of its county.';
comment on policy library_list_make on library_list is 'Every member makes lists, in their own name.';
comment on policy library_list_change on library_list is 'Who made it changes it, and whoever keeps the library of the county.';

alter table library_question enable row level security;
alter table library_question force row level security;
create policy library_question_read on library_question for select to causeway_app
  using (jurisdiction_id = (select actor_jurisdiction_id()) and (select actor_kind() = 'member')
    and (member_id = (select actor_member_id())
      or (select actor_roles() && array['manager', 'trainer', 'administrator'])));
create policy library_question_ask on library_question for insert to causeway_app
  with check (jurisdiction_id = (select actor_jurisdiction_id()) and member_id = (select actor_member_id())
    and (select actor_kind() = 'member') and answer is null);
create policy library_question_answer on library_question for update to causeway_app
  using (jurisdiction_id = (select actor_jurisdiction_id()) and answer is null
    and (select actor_kind() = 'member' and actor_roles() && array['manager', 'trainer', 'administrator']))
  with check (answered_by = (select actor_member_id()));
comment on policy library_question_read on library_question is 'Who asked reads the answer; whoever keeps the library reads what is asked.';
comment on policy library_question_ask on library_question is 'Members ask in their own name.';
comment on policy library_question_answer on library_question is 'Whoever keeps the library answers, once.';

alter table library_harvest enable row level security;
alter table library_harvest force row level security;
create policy library_harvest_work on library_harvest for all to causeway_app
  using ((select actor_kind() = 'operator' or (actor_kind() = 'job' and actor_job() = 'harvest-library')))
  with check ((select actor_kind() = 'operator' or (actor_kind() = 'job' and actor_job() = 'harvest-library')));
comment on policy library_harvest_work on library_harvest is 'The operator says what is harvested; the application goes on with it.';
