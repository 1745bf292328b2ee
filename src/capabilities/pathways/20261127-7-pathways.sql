-- How people come in, as data that program managers edit: pathways, what they say in each version, and drafts.

create table pathway (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  template text not null check (btrim(template) <> ''),
  made_by_member_id uuid not null references member (id),
  made_at timestamptz not null default now(),
  ends_on date
);
create index on pathway (jurisdiction_id, made_at);
comment on table pathway is
  'A way in which people come to a program. What it says is in its versions and its draft; its managers are those of the organization that keeps it.';
comment on column pathway.template is 'The template it was made from, by its id in the program, or the pathway that it is a copy of.';
comment on column pathway.ends_on is 'The last day on which somebody may be referred on it; null: until somebody ends it.';

create table pathway_version (
  id uuid primary key,
  pathway_id uuid not null references pathway (id),
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  number integer not null check (number > 0),
  definition jsonb not null,
  effective_from date not null,
  published_by_member_id uuid not null references member (id),
  published_at timestamptz not null default now(),
  unique (pathway_id, number)
);
create index on pathway_version (jurisdiction_id, pathway_id, number desc);
comment on table pathway_version is
  'What a pathway says from a day on. Never changed: whoever was referred under a version stays under it, and so does each decision.';
comment on column pathway_version.effective_from is 'The first day of it, as the county counts days. It lasts until the next version begins or the pathway ends.';

create table pathway_draft (
  pathway_id uuid not null references pathway (id),
  revision integer not null check (revision > 0),
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  definition jsonb not null,
  saved_by_member_id uuid not null references member (id),
  saved_at timestamptz not null default now(),
  primary key (pathway_id, revision)
);
comment on table pathway_draft is
  'Each state that a draft has had, so that any step can be undone; the last one is the draft. Publishing clears it.';

grant select, insert on pathway, pathway_version to causeway_app;
grant update (ends_on) on pathway to causeway_app;
grant select, insert, delete on pathway_draft to causeway_app;

create function actor_manages_pathways() returns boolean language plpgsql stable parallel safe as $$
begin
  return actor_kind() = 'member' and 'manager' = any (actor_roles());
end
$$;
comment on function actor_manages_pathways() is 'Whether the actor is a program manager with an account. Other systems and other roles edit no pathway.';

create function pathway_is_kept_by_actor(pathway uuid) returns boolean language sql stable
  return exists (select from pathway p where p.id = pathway and p.organization_id = actor_organization_id());
comment on function pathway_is_kept_by_actor(uuid) is 'Whether a pathway is kept by the organization of the actor.';

alter table pathway enable row level security;
alter table pathway force row level security;
create policy pathway_read on pathway for select to causeway_app
  using (actor_kind() in ('member', 'token') and jurisdiction_id = actor_jurisdiction_id());
create policy pathway_make on pathway for insert to causeway_app
  with check (actor_manages_pathways() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id() and made_by_member_id = actor_member_id());
create policy pathway_end on pathway for update to causeway_app
  using (actor_manages_pathways() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id());
comment on policy pathway_read on pathway is 'Everybody in the county may know which pathways there are.';
comment on policy pathway_make on pathway is 'Managers make pathways for their own organization.';
comment on policy pathway_end on pathway is 'Managers of the organization that keeps it say when it ends.';

alter table pathway_version enable row level security;
alter table pathway_version force row level security;
create policy pathway_version_read on pathway_version for select to causeway_app
  using (actor_kind() in ('member', 'token') and jurisdiction_id = actor_jurisdiction_id());
create policy pathway_version_publish on pathway_version for insert to causeway_app
  with check (actor_manages_pathways() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id() and published_by_member_id = actor_member_id()
    and pathway_is_kept_by_actor(pathway_id));
comment on policy pathway_version_read on pathway_version is
  'What was published is for everybody in the county: it says what is asked, and nothing of anybody who was.';
comment on policy pathway_version_publish on pathway_version is 'Managers publish what their own organization keeps, in their own name.';

alter table pathway_draft enable row level security;
alter table pathway_draft force row level security;
create policy pathway_draft_read on pathway_draft for select to causeway_app
  using (actor_manages_pathways() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id());
create policy pathway_draft_save on pathway_draft for insert to causeway_app
  with check (actor_manages_pathways() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id() and saved_by_member_id = actor_member_id()
    and pathway_is_kept_by_actor(pathway_id));
create policy pathway_draft_undo on pathway_draft for delete to causeway_app
  using (actor_manages_pathways() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id());
comment on policy pathway_draft_read on pathway_draft is 'A draft is for the managers of the organization that keeps the pathway.';
comment on policy pathway_draft_save on pathway_draft is 'They save it in their own name.';
comment on policy pathway_draft_undo on pathway_draft is 'They undo a step, and publishing clears the draft.';
