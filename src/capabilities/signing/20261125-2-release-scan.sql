-- The paper that somebody signed, as it was scanned or photographed.

create table release_scan (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  release_id uuid not null references release (id),
  person_id uuid not null references person (id),
  kept_by_member_id uuid not null references member (id),
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  content bytea not null check (octet_length(content) between 1 and 6291456),
  sha256 text not null check (sha256 = encode(sha256(content), 'hex')),
  kept_at timestamptz not null default now(),
  unique (release_id, sha256)
);
create index on release_scan (person_id);
comment on table release_scan is
  'A scan or photo of the paper on which a release was signed, a row a file. It is added and read, never changed or removed: it is part of what was signed (P2-070).';
comment on column release_scan.content is
  'The file. Of a photo only the picture: what cameras write beside it, such as the place, is taken out before. A PDF is kept as it came.';

grant select, insert (id, jurisdiction_id, organization_id, release_id, person_id, kept_by_member_id, media_type, content,
  sha256) on release_scan to causeway_app;

alter table release_scan enable row level security;
alter table release_scan force row level security;
create policy release_scan_keep on release_scan for insert to causeway_app
  with check (actor_kind() = 'member' and actor_helps_people()
    and jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and kept_by_member_id = actor_member_id()
    and exists (select from release signed where signed.id = release_id and signed.status = 'active'
      and signed.person_id = release_scan.person_id and signed.from_organization_id = actor_organization_id()));
create policy release_scan_own on release_scan for select to causeway_app
  using (actor_kind() = 'member' and actor_helps_people()
    and jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id());
create policy release_scan_office on release_scan for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_privacy());
create policy release_scan_mine on release_scan for select to causeway_app
  using (actor_kind() = 'person' and person_id = actor_person_id());
comment on policy release_scan_keep on release_scan is 'Whoever obtained the release keeps its paper, in the name of the member who does.';
comment on policy release_scan_own on release_scan is
  'The organization that obtained it reads it. Whom it names is told its scope, never shown the paper.';
comment on policy release_scan_office on release_scan is 'The privacy officer reads it.';
comment on policy release_scan_mine on release_scan is 'The person reads what they signed.';
