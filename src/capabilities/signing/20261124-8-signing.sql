-- A release on its way to being signed: the answers of each step, until it is signed, given up, or a day old.

create table release_draft (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  member_id uuid not null references member (id),
  person_id uuid not null references person (id),
  fields jsonb not null,
  started_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '1 day'
);
create index on release_draft (member_id);
create index on release_draft (expires_at);
comment on table release_draft is
  'What a person and the member beside them answered so far, under the id that the release will have. It opens nothing, and after a day it is no more.';
comment on column release_draft.fields is 'The answers as the forms sent them, never the signature: it belongs to the words that were on the screen.';
comment on column release_draft.started_at is 'From here “one month” is counted, so that the words stay the same from step to step.';

grant select, insert (id, jurisdiction_id, organization_id, member_id, person_id, fields), delete on release_draft
  to causeway_app;
grant update (fields) on release_draft to causeway_app;

alter table release_draft enable row level security;
alter table release_draft force row level security;
create policy release_draft_own on release_draft for all to causeway_app
  using (member_id = actor_member_id() and organization_id = actor_organization_id()
    and jurisdiction_id = actor_jurisdiction_id() and actor_kind() = 'member' and actor_helps_people()
    and expires_at > now()
    and not exists (select from organization o where o.id = actor_organization_id() and o.is_criminal_justice));
create policy release_draft_old on release_draft for select to causeway_app
  using (actor_job() = 'drop-signings' and expires_at <= now());
create policy release_draft_drop on release_draft for delete to causeway_app
  using (actor_job() = 'drop-signings' and expires_at <= now());
comment on policy release_draft_own on release_draft is
  'Only the member who began it, for a day. Police and courts never begin one (P2-017).';
comment on policy release_draft_old on release_draft is 'The job that drops what nobody signed finds it.';
comment on policy release_draft_drop on release_draft is 'After a day it is dropped.';
