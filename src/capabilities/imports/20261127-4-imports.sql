-- Imports: what somebody brought, what was found in it, and everything that has to be known to take it back.

create table directory_import (
  id uuid primary key,
  kind text not null check (kind in ('samhsa-list', 'findtreatment', 'hsds', 'csv')),
  file_name text not null,
  bytes integer not null check (bytes >= 0),
  jurisdiction_id uuid references jurisdiction (id),
  organization_id uuid references organization (id),
  by_member uuid references member (id),
  state text not null check (state in (
    'columns', 'checking', 'checked', 'importing', 'done', 'refused', 'undoing', 'undone')),
  done integer not null default 0,
  total integer not null default 0,
  mapping jsonb,
  found jsonb,
  counts jsonb,
  taken_back jsonb,
  trouble text,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  undone_at timestamptz,
  undone_by uuid references member (id),
  check ((by_member is null) = (organization_id is null)),
  check ((by_member is null) = (jurisdiction_id is null))
);
create index on directory_import (jurisdiction_id, created_at desc);
comment on table directory_import is 'A file that somebody brought into the directory, or is about to.';
comment on column directory_import.by_member is 'Null, as its organization and county: the operator, by a command.';
comment on column directory_import.state is
  'columns: it has to be said which column is what; checking, checked: looked through, nothing written; importing, done; refused: nothing was written; undoing, undone: taken back.';
comment on column directory_import.done is 'Rows worked off, of total, in what goes on now.';
comment on column directory_import.mapping is 'For a table: our field by the number of its column.';
comment on column directory_import.found is 'What looking through it found, in numbers, with the first rows as they will be.';
comment on column directory_import.counts is 'What was written.';
comment on column directory_import.taken_back is 'What was taken back, and what was not.';
comment on column directory_import.trouble is 'Why it was refused, in a sentence.';

create table import_part (
  import_id uuid not null references directory_import (id) on delete cascade,
  number integer not null,
  bytes bytea not null,
  primary key (import_id, number)
);
comment on table import_part is 'A piece of the file, kept until it is imported.';

create table import_finding (
  import_id uuid not null references directory_import (id) on delete cascade,
  number integer not null,
  row integer not null,
  kind text not null,
  place text not null,
  field text,
  says text not null,
  cells jsonb,
  primary key (import_id, number)
);
comment on table import_finding is 'Something about a row that whoever brought it should know.';
comment on column import_finding.row is 'The line of the file, or of a list without lines the number of the row. From 1.';
comment on column import_finding.cells is 'The row as it came, where it is left out, so that it can be mended.';

create table import_alike (
  import_id uuid not null references directory_import (id) on delete cascade,
  row integer not null,
  key text not null,
  place text not null,
  address text not null,
  phone text,
  service_id uuid not null,
  reasons text[] not null,
  feet integer,
  choice text not null check (choice in ('both', 'same', 'skip')),
  primary key (import_id, row)
);
comment on table import_alike is 'A row that may be a place which the directory has, and what is to be done with it.';
comment on column import_alike.key is 'The row''s name and address in one spelling, or its id.';
comment on column import_alike.service_id is 'Of the directory, as whoever brought the file may see it.';
comment on column import_alike.choice is 'both: it is another place; same: the row is of that place; skip: leave the row out.';

create table import_mapping (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  name text not null check (btrim(name) <> ''),
  columns jsonb not null check (jsonb_typeof(columns) = 'object'),
  by_member uuid not null references member (id),
  updated_at timestamptz not null default now(),
  unique (jurisdiction_id, name)
);
comment on table import_mapping is 'Which column of a table is which of our fields, kept by a name for the next time.';
comment on column import_mapping.columns is 'Our field by the name of the column.';

create function actor_imports() returns boolean language plpgsql stable parallel safe as $$
begin
  return actor_kind() = 'operator' or actor_kind() = 'job' and actor_job() = 'import-listings';
end
$$;
comment on function actor_imports() is
  'Whether the actor brings lists into the directory: the operator, and the job that works off what a manager asked for.';

create function actor_asks_for_imports() returns boolean language plpgsql stable parallel safe as $$
begin
  return actor_kind() = 'member' and actor_roles() && array['manager', 'administrator'];
end
$$;
comment on function actor_asks_for_imports() is 'Whether the actor may have lists brought into the directory.';

grant select, insert, update, delete on directory_import, import_part, import_finding, import_alike, import_mapping
  to causeway_app;

alter table directory_import enable row level security;
alter table directory_import force row level security;
create policy directory_import_read on directory_import for select to causeway_app using (
  (select actor_imports()) or (select actor_asks_for_imports())
    and (jurisdiction_id is null or jurisdiction_id = (select actor_jurisdiction_id())));
create policy directory_import_add on directory_import for insert to causeway_app with check (
  actor_kind() = 'operator' and by_member is null
  or (select actor_asks_for_imports()) and by_member = actor_member_id()
    and organization_id = actor_organization_id() and jurisdiction_id = actor_jurisdiction_id());
create policy directory_import_change on directory_import for update to causeway_app using (
  (select actor_imports()) or (select actor_asks_for_imports()) and jurisdiction_id = (select actor_jurisdiction_id()));
create policy directory_import_drop on directory_import for delete to causeway_app using (
  state in ('columns', 'checked', 'refused')
  and ((select actor_imports()) or (select actor_asks_for_imports()) and jurisdiction_id = (select actor_jurisdiction_id())));
comment on policy directory_import_read on directory_import is
  'Managers and administrators see what was imported in their county, and what the operator imported for all.';
comment on policy directory_import_add on directory_import is 'Who imports does so in their own name.';
comment on policy directory_import_change on directory_import is 'A county''s managers work on its imports, and the job that does the work.';
comment on policy directory_import_drop on directory_import is 'A file that was never imported can be thrown away; what was imported stays known.';

create function actor_sees_import(this_import uuid) returns boolean language sql stable
  return exists (select from directory_import i where i.id = this_import);
comment on function actor_sees_import(uuid) is 'Whether the actor may see an import: its own policy decides.';

create function actor_works_on_import(this_import uuid) returns boolean language sql stable
  return actor_imports() or exists (
    select from directory_import i where i.id = this_import and i.jurisdiction_id = actor_jurisdiction_id());
comment on function actor_works_on_import(uuid) is 'Whether the actor may change what belongs to an import.';

alter table import_part enable row level security;
alter table import_part force row level security;
create policy import_part_work on import_part for all to causeway_app using (actor_works_on_import(import_id));
comment on policy import_part_work on import_part is 'The file is for whoever works on the import.';
alter table import_finding enable row level security;
alter table import_finding force row level security;
create policy import_finding_read on import_finding for select to causeway_app using (actor_sees_import(import_id));
create policy import_finding_work on import_finding for all to causeway_app using (actor_works_on_import(import_id));
comment on policy import_finding_read on import_finding is 'Whoever sees an import sees what was found in it.';
comment on policy import_finding_work on import_finding is 'Whoever works on the import writes down what is found.';
alter table import_alike enable row level security;
alter table import_alike force row level security;
create policy import_alike_work on import_alike for all to causeway_app using (actor_works_on_import(import_id));
comment on policy import_alike_work on import_alike is
  'Which listings a row is like was found with the eyes of whoever brought the file; their county''s managers decide.';
alter table import_mapping enable row level security;
alter table import_mapping force row level security;
create policy import_mapping_keep on import_mapping for all to causeway_app
  using ((select actor_asks_for_imports()) and jurisdiction_id = (select actor_jurisdiction_id()))
  with check ((select actor_asks_for_imports()) and jurisdiction_id = actor_jurisdiction_id()
    and by_member = actor_member_id());
comment on policy import_mapping_keep on import_mapping is 'A county''s managers and administrators keep its mappings.';
