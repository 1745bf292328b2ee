-- The library: records of works that others wrote, and the sequence of their changes that everything derived follows.

create function library_words(words text[]) returns text language sql immutable parallel safe
  return array_to_string(words, ' ');
comment on function library_words(text[]) is
  'Authors or subjects as one text. The same answer for the same list, so that a column may be derived from it.';

create table library_record (
  id uuid primary key,
  jurisdiction_id uuid references jurisdiction (id),
  visibility text not null default 'public' check (visibility in ('public', 'members', 'draft')),
  source text not null check (source <> ''),
  source_key text not null check (source_key <> ''),
  ncj_number text check (ncj_number ~ '^[0-9]{1,7}$'),
  title text not null check (btrim(title) <> ''),
  authors text[] not null default '{}',
  published_on text check (published_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  year integer generated always as (left(published_on, 4)::integer) stored,
  journal text,
  publisher text,
  sponsor text,
  grant_number text,
  type text not null default 'document' check (btrim(type) <> ''),
  format text,
  length text,
  language text not null default 'en' check (language ~ '^[a-z]{2,3}$'),
  country text,
  subjects text[] not null default '{}',
  audience text,
  abstract text,
  finding text,
  useful_for text,
  design text,
  evidence text check (evidence in ('strong', 'moderate', 'early', 'practice')),
  evidence_reason text,
  doi text check (doi = lower(doi) and doi like '10.%/%'),
  pmid text check (pmid ~ '^[0-9]+$'),
  url text check (url ~ '^https?://'),
  rights text not null default 'unknown'
    check (rights in ('own-words', 'public-domain', 'open-licence', 'copyrighted', 'unknown')),
  rights_note text,
  title_key text generated always as (left(regexp_replace(lower(title), '[^[:alnum:]]+', '', 'g'), 200)) stored,
  words tsvector generated always as (
    setweight(to_tsvector('english', title), 'A')
    || setweight(to_tsvector('simple', coalesce(ncj_number, '') || ' ' || coalesce(doi, '')), 'A')
    || setweight(to_tsvector('english', library_words(subjects)), 'B')
    || setweight(to_tsvector('english', coalesce(finding, '') || ' ' || coalesce(useful_for, '')), 'C')
    || setweight(to_tsvector('simple', library_words(authors)), 'C')
    || to_tsvector('english', coalesce(abstract, ''))) stored,
  link_checked_at timestamptz,
  link_answer text check (link_answer in ('found', 'moved', 'gone', 'no-answer')),
  link_failures integer not null default 0 check (link_failures >= 0),
  added_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  deleted_at timestamptz,
  unique nulls not distinct (jurisdiction_id, source, source_key)
);
create index library_record_words on library_record using gin (words) with (fastupdate = off);
create index library_record_changed on library_record (changed_at, id);
create index library_record_doi on library_record (doi) where doi is not null;
create index library_record_ncj on library_record (ncj_number) where ncj_number is not null;
create index library_record_title on library_record (title_key, year);
comment on table library_record is
  'A work that somebody wrote: what it is called, who wrote it, what it found, how far one can lean on it and where it is. It names authors, and nobody who was helped. A removed one stays as a tombstone, so that those who took it over hear of it.';
comment on column library_record.jurisdiction_id is 'The county that added it; null: it ships to all.';
comment on column library_record.visibility is
  'public: everybody; members: those who work in its county, or in any where it ships to all; draft: who keeps the library of its county.';
comment on column library_record.source is
  'Where it came from: starter (with the program), entered (a form), file (an import), or the address of a repository that was harvested.';
comment on column library_record.source_key is 'What names it there; with the source it says that it is the same record again.';
comment on column library_record.published_on is 'A year, a month or a day, as far as it is known.';
comment on column library_record.sponsor is 'The agency that paid for it.';
comment on column library_record.length is 'As the publisher says it, such as “24 pages”.';
comment on column library_record.abstract is 'What it is about. Shown to everybody only where the rights allow it.';
comment on column library_record.finding is 'What it found, in one or two sentences of our own.';
comment on column library_record.design is 'How the work came to know what it says, such as “randomized trial”. The evidence follows from it.';
comment on column library_record.evidence is
  'How far one can lean on it: strong, moderate, early, practice (wisdom of those who do it). Null: nobody has judged it, or there is nothing to judge.';
comment on column library_record.evidence_reason is 'Why, in a sentence.';
comment on column library_record.rights is 'Whose words the abstract is: ours, anybody''s, under an open licence, under copyright, or not known.';
comment on column library_record.title_key is 'The title''s letters and digits, to find the same work under another spelling.';
comment on column library_record.words is 'What the search of the database looks in, heaviest first: title and numbers, subjects, finding and authors, abstract.';
comment on column library_record.link_failures is 'How many times in a row the address did not answer.';
comment on column library_record.changed_at is 'When what readers see of it last changed; harvesters ask by it.';

create table library_change (
  seq bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  record_id uuid not null,
  kind text not null check (kind in ('put', 'delete')),
  at timestamptz not null default now()
);
create index library_change_order on library_change (xid, seq);
comment on table library_change is
  'Each change of a record, written in its transaction. Whoever follows it reads in the order (xid, seq), and only what is below pg_snapshot_xmin(pg_current_snapshot()): below it nothing can come in any more, so nothing is missed.';

-- A whole import is a few statements: one row of the trigger each, not one call a record.
create function library_record_added() returns trigger language plpgsql as $$
begin
  insert into library_change (record_id, kind) select id, 'put' from added where deleted_at is null;
  return null;
end
$$;
comment on function library_record_added() is 'What was added is told to whoever follows the changes.';
create trigger library_record_added after insert on library_record
  referencing new table as added for each statement execute function library_record_added();

create function library_record_changed() returns trigger language plpgsql as $$
begin
  insert into library_change (record_id, kind)
  select now_is.id, case when now_is.deleted_at is null then 'put' else 'delete' end
  from now_is join was using (id)
  where now_is.changed_at is distinct from was.changed_at;
  return null;
end
$$;
comment on function library_record_changed() is 'What was changed or removed is told; that a link was looked at is not.';
create trigger library_record_changed after update on library_record
  referencing old table as was new table as now_is for each statement execute function library_record_changed();

create function library_record_stamp() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - array['words', 'title_key', 'year', 'link_checked_at', 'link_answer', 'link_failures', 'changed_at'])
    <> (to_jsonb(old) - array['words', 'title_key', 'year', 'link_checked_at', 'link_answer', 'link_failures', 'changed_at']) then
    new.changed_at := clock_timestamp();
  else
    new.changed_at := old.changed_at;
  end if;
  return new;
end
$$;
comment on function library_record_stamp() is
  'No statement changes what readers see of a record without saying when, and none says so without changing it.';
create trigger library_record_stamp before update on library_record
  for each row execute function library_record_stamp();

grant select, insert, update on library_record to causeway_app;
grant select, insert on library_change to causeway_app;

alter table library_record enable row level security;
alter table library_record force row level security;
create policy library_record_read on library_record for select to causeway_app
  using ((visibility = 'public' and (select actor_kind() <> ''))
    or (visibility = 'members' and (select actor_kind() in ('member', 'token'))
      and (jurisdiction_id is null or jurisdiction_id = (select actor_jurisdiction_id())))
    or (visibility = 'draft' and jurisdiction_id = (select actor_jurisdiction_id())
      and (select actor_kind() = 'member' and actor_roles() && array['manager', 'trainer', 'administrator']))
    or (select actor_kind() in ('job', 'operator')));
create policy library_record_ship on library_record for insert to causeway_app
  with check ((select actor_kind() = 'operator' or (actor_kind() = 'job' and actor_job() = 'harvest-library')));
create policy library_record_add on library_record for insert to causeway_app
  with check (jurisdiction_id = (select actor_jurisdiction_id())
    and (select actor_kind() = 'member' and actor_roles() && array['manager', 'trainer', 'administrator']));
create policy library_record_keep on library_record for update to causeway_app
  using ((select actor_kind() = 'operator'
      or (actor_kind() = 'job' and actor_job() in ('harvest-library', 'check-library-links')))
    or (jurisdiction_id = (select actor_jurisdiction_id())
      and (select actor_kind() = 'member' and actor_roles() && array['manager', 'trainer', 'administrator'])));
comment on policy library_record_read on library_record is
  'The library is open to everybody; what a county keeps for its members, or has not finished, is not.';
comment on policy library_record_ship on library_record is 'The program brings its collection; the operator imports and harvests.';
comment on policy library_record_add on library_record is 'Managers, trainers and administrators add what their own county uses.';
comment on policy library_record_keep on library_record is 'They change and remove it too; what ships to all is the operator''s.';

alter table library_change enable row level security;
alter table library_change force row level security;
create policy library_change_follow on library_change for select to causeway_app
  using ((select actor_kind() in ('job', 'operator')));
create policy library_change_write on library_change for insert to causeway_app
  with check ((select actor_kind() in ('member', 'job', 'operator')));
comment on policy library_change_follow on library_change is 'The index follows the changes; nobody else has to.';
comment on policy library_change_write on library_change is 'By the triggers, in the transaction of whoever changes a record.';
