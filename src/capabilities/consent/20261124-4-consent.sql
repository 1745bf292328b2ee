-- The person, the releases that they signed, and every disclosure made.

create table person (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  created_at timestamptz not null default now()
);
comment on table person is
  'Somebody who is helped. Carries no name: what an organization knows of a person stays in that organization''s own tables.';
comment on column person.organization_id is 'The organization that first entered the person.';

create table release (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  person_id uuid not null references person (id),
  from_organization_id uuid not null references organization (id),
  kind text not null check (kind = 'named-recipient'),
  person_name text not null check (btrim(person_name) <> ''),
  purpose text not null check (btrim(purpose) <> ''),
  how_to_revoke text not null check (btrim(how_to_revoke) <> ''),
  form_text text not null check (btrim(form_text) <> ''),
  form_version text not null,
  form_sha256 text not null check (form_sha256 = encode(sha256(convert_to(form_text, 'UTF8')), 'hex')),
  form_language text not null check (form_language in ('en', 'es')),
  signature text not null check (btrim(signature) <> ''),
  signed_at timestamptz not null,
  obtained_by_member_id uuid not null references member (id),
  created_at timestamptz not null default now()
);
create index on release (jurisdiction_id, person_id);
comment on table release is
  'The person''s signed consent to share (42 CFR 2.31). Every element of 2.31(a) is a required column here or on its lines (P2-010).';
comment on column release.person_name is 'Element (a)(1).';
comment on column release.from_organization_id is 'Element (a)(2): who may disclose.';
comment on column release.purpose is 'Element (a)(5).';
comment on column release.how_to_revoke is 'Element (a)(6): the right to stop it, and how.';
comment on column release.form_text is 'The exact words that were signed (P2-014), so that the release can be shown again as it was.';
comment on column release.signature is 'Element (a)(8).';
comment on column release.signed_at is 'Element (a)(9).';

create table release_line (
  id uuid primary key,
  release_id uuid not null references release (id),
  jurisdiction_id uuid not null references jurisdiction (id),
  person_id uuid not null references person (id),
  from_organization_id uuid not null references organization (id),
  recipient_organization_id uuid not null references organization (id),
  data_classes text[] not null check (
    cardinality(data_classes) > 0 and data_classes <@ array[
      'contact-made', 'intake-done', 'enrolled', 'engaged', 'officer-next-step', 'handoff',
      'identity', 'placement', 'attendance', 'care-plan', 'clinical', 'legal']),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_how text check (revoked_how in ('written', 'oral')),
  check ((revoked_at is null) = (revoked_how is null)),
  check (recipient_organization_id <> from_organization_id)
);
create index on release_line (jurisdiction_id, recipient_organization_id, person_id);
create index on release_line (release_id);
comment on table release_line is
  'One recipient of a release, with its own data classes, expiry and revocation (LEAD-01).';
comment on column release_line.data_classes is 'Element (a)(3), in the classes that the wall names; "everything" is not one (P2-011).';
comment on column release_line.recipient_organization_id is 'Element (a)(4)(i).';
comment on column release_line.expires_at is 'Element (a)(7). Judged at every read by the database''s clock (P2-016).';

create function release_line_check() returns trigger language plpgsql as $$
declare
  parent release;
begin
  select * into parent from release where id = new.release_id;
  if parent.person_id is distinct from new.person_id
    or parent.from_organization_id is distinct from new.from_organization_id
    or parent.jurisdiction_id is distinct from new.jurisdiction_id then
    raise exception 'a line belongs to the person and the organization of its release'
      using errcode = 'check_violation', constraint = 'release_line_of_release';
  end if;
  if not new.data_classes <@ array[
      'contact-made', 'intake-done', 'enrolled', 'engaged', 'officer-next-step', 'handoff']
    and exists (select from organization where id = new.recipient_organization_id and is_criminal_justice) then
    raise exception 'a release can never list these classes for police or courts'
      using errcode = 'check_violation', constraint = 'release_line_criminal_justice_classes';
  end if;
  return new;
end
$$;
create trigger release_line_check before insert or update on release_line
  for each row execute function release_line_check();

create function release_covers(person uuid, discloser uuid, recipient uuid, class text) returns boolean
  language sql stable parallel safe
  return exists (
    select from release_line line
    where line.jurisdiction_id = actor_jurisdiction_id()
      and line.recipient_organization_id = recipient and line.person_id = person
      and line.from_organization_id = discloser
      and class = any (line.data_classes)
      and line.revoked_at is null and line.expires_at > now());
comment on function release_covers(uuid, uuid, uuid, text) is
  'Whether a live release line lets the discloser tell the recipient this class of this person. Policies ask it at every read.';

create table disclosure (
  id uuid primary key,
  at timestamptz not null default clock_timestamp(),
  jurisdiction_id uuid not null references jurisdiction (id),
  person_ids uuid[] not null check (cardinality(person_ids) > 0),
  from_organization_id uuid not null references organization (id),
  to_organization_id uuid not null references organization (id),
  to_member_id uuid references member (id),
  basis text not null check (basis in ('release', 'referral')),
  release_line_id uuid references release_line (id),
  data_classes text[] not null check (cardinality(data_classes) > 0),
  purpose text not null,
  channel text not null check (channel in ('page', 'api', 'message')),
  notice_version text,
  request_id text,
  check ((basis = 'release') = (release_line_id is not null)),
  check (basis <> 'release' or notice_version is not null)
);
create index on disclosure (jurisdiction_id, at);
create index on disclosure using gin (person_ids);
comment on table disclosure is
  'The ledger: each time one organization was shown what another holds about a person, written in the same transaction, or nothing was shown.';
comment on column disclosure.basis is
  'release: a live release line (2.31). referral: what the sender wrote for the place that was asked to help, with the person''s word.';
comment on column disclosure.notice_version is 'Which statement of 42 CFR 2.32 went with it (P2-030).';

create function disclosure_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the disclosure ledger is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger disclosure_refuse_change before update or delete on disclosure
  for each row execute function disclosure_refuse_change();
create trigger disclosure_refuse_truncate before truncate on disclosure
  for each statement execute function disclosure_refuse_change();

grant select, insert on person, release, release_line, disclosure to causeway_app;
grant update (revoked_at, revoked_how) on release_line to causeway_app;

alter table person enable row level security;
alter table person force row level security;
create policy person_own on person for all to causeway_app
  using (organization_id = actor_organization_id() and actor_helps_people()
    and jurisdiction_id = actor_jurisdiction_id());
comment on policy person_own on person is 'Organizations see the people whom they entered themselves, never that another organization knows somebody.';

alter table release enable row level security;
alter table release force row level security;
create policy release_write on release for insert to causeway_app
  with check (actor_kind() = 'member' and actor_helps_people()
    and jurisdiction_id = actor_jurisdiction_id() and from_organization_id = actor_organization_id()
    and obtained_by_member_id = actor_member_id()
    and not exists (select from organization o where o.id = actor_organization_id() and o.is_criminal_justice));
create policy release_read_own on release for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id()
    and ((from_organization_id = actor_organization_id() and actor_helps_people())
      or actor_keeps_privacy()));
create policy release_read_named on release for select to causeway_app
  using (actor_helps_people() and exists (
    select from release_line line
    where line.release_id = release.id and line.recipient_organization_id = actor_organization_id()
      and line.revoked_at is null and line.expires_at > now()));
comment on policy release_write on release is 'Police and courts can never make a release (P2-017).';
comment on policy release_read_own on release is 'The discloser and the privacy officer read releases.';
comment on policy release_read_named on release is 'A recipient reads the scope of a live release that names it (2.32(b)).';

alter table release_line enable row level security;
alter table release_line force row level security;
create policy release_line_write on release_line for insert to causeway_app
  with check (actor_kind() = 'member' and actor_helps_people()
    and jurisdiction_id = actor_jurisdiction_id() and from_organization_id = actor_organization_id()
    and not exists (select from organization o where o.id = actor_organization_id() and o.is_criminal_justice));
create policy release_line_read_own on release_line for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id()
    and ((from_organization_id = actor_organization_id() and actor_helps_people())
      or actor_keeps_privacy()));
create policy release_line_read_named on release_line for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and recipient_organization_id = actor_organization_id()
    and actor_helps_people() and revoked_at is null and expires_at > now());
create policy release_line_revoke on release_line for update to causeway_app
  using (revoked_at is null and actor_kind() = 'member' and jurisdiction_id = actor_jurisdiction_id()
    and ((from_organization_id = actor_organization_id() and actor_helps_people())
      or actor_keeps_privacy()))
  with check (revoked_at is not null);
comment on policy release_line_write on release_line is 'Only the discloser adds recipients; police and courts never do (P2-017).';
comment on policy release_line_read_own on release_line is 'The discloser and the privacy officer read lines, ended ones too.';
comment on policy release_line_read_named on release_line is 'A recipient sees its own line while it lives, and no trace of it afterwards.';
comment on policy release_line_revoke on release_line is 'Stopping a release works at once and for good; only the stop can be written.';

alter table disclosure enable row level security;
alter table disclosure force row level security;
create policy disclosure_write on disclosure for insert to causeway_app
  with check (jurisdiction_id = actor_jurisdiction_id() and to_organization_id = actor_organization_id()
    and to_member_id is not distinct from actor_member_id());
create policy disclosure_read_office on disclosure for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_privacy());
comment on policy disclosure_write on disclosure is 'Whoever is shown something writes who was shown what, under their own name.';
comment on policy disclosure_read_office on disclosure is 'The privacy officer reads the ledger.';
