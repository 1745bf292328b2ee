-- What medical personnel open in an emergency, when nobody can be asked (42 CFR 2.51).

create table break_glass (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null references organization (id),
  member_id uuid not null references member (id),
  person_name text not null check (btrim(person_name) <> ''),
  recipient_name text not null check (btrim(recipient_name) <> ''),
  recipient_facility text not null check (btrim(recipient_facility) <> ''),
  discloser_name text not null check (btrim(discloser_name) <> ''),
  emergency text not null check (btrim(emergency) <> ''),
  data_classes text[] not null check (cardinality(data_classes) > 0
    and data_classes <@ array['identity', 'enrolled', 'placement', 'care-plan', 'clinical']),
  opened_at timestamptz not null default now(),
  open_until timestamptz not null default now() + interval '24 hours',
  review_due_at timestamptz not null,
  reviewed_at timestamptz,
  reviewed_by_member_id uuid references member (id),
  finding text check (finding in ('justified', 'not-justified')),
  review_note text,
  check (open_until = opened_at + interval '24 hours'),
  check ((reviewed_at is null) = (reviewed_by_member_id is null) and (reviewed_at is null) = (finding is null))
);
create index on break_glass (jurisdiction_id, opened_at);
create index on break_glass (member_id, open_until);
comment on table break_glass is
  'Each time medical personnel opened records in an emergency (P2-060). Whom it was for, who disclosed, when and why are written first; then something opens, for a day.';
comment on column break_glass.person_name is 'The name by which the person was looked for. It opens what is signed with this very name.';
comment on column break_glass.recipient_name is '2.51(c)(1): the medical personnel to whom it was disclosed.';
comment on column break_glass.recipient_facility is '2.51(c)(1): the facility that they belong to.';
comment on column break_glass.discloser_name is '2.51(c)(2): who disclosed it.';
comment on column break_glass.opened_at is '2.51(c)(3): when, by the database''s clock.';
comment on column break_glass.emergency is '2.51(c)(4): the nature of the emergency.';
comment on column break_glass.review_due_at is 'By when the privacy officer looks at it: within a business day.';

create function plain_name(name text) returns text language sql immutable parallel safe
  return lower(regexp_replace(btrim(name), '\s+', ' ', 'g'));
comment on function plain_name(text) is 'A name as it is compared: its capitals and spaces make no difference, everything else does.';

create function actor_gives_medical_care() returns boolean language plpgsql stable parallel safe as $$
begin
  return actor_kind() = 'member' and 'provider' = any (actor_roles())
    and exists (select from organization o where o.id = actor_organization_id()
      and o.kind in ('hospital', 'treatment-provider') and not o.is_criminal_justice);
end
$$;
comment on function actor_gives_medical_care() is
  'Whether the actor is medical personnel: a provider at a hospital or treatment provider. Police are not, whatever their role (requirements 1.5).';

grant select, insert (id, jurisdiction_id, organization_id, member_id, person_name, recipient_name, recipient_facility,
  discloser_name, emergency, data_classes, review_due_at) on break_glass to causeway_app;
grant update (reviewed_at, reviewed_by_member_id, finding, review_note) on break_glass to causeway_app;

alter table break_glass enable row level security;
alter table break_glass force row level security;
create policy break_glass_open on break_glass for insert to causeway_app
  with check (actor_gives_medical_care() and jurisdiction_id = actor_jurisdiction_id()
    and organization_id = actor_organization_id() and member_id = actor_member_id());
create policy break_glass_own on break_glass for select to causeway_app
  using (member_id = actor_member_id() and jurisdiction_id = actor_jurisdiction_id() and actor_gives_medical_care());
create policy break_glass_office on break_glass for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_privacy());
create policy break_glass_review on break_glass for update to causeway_app
  using (reviewed_at is null and jurisdiction_id = actor_jurisdiction_id() and actor_keeps_privacy()
    and member_id <> actor_member_id())
  with check (reviewed_by_member_id = actor_member_id());
comment on policy break_glass_open on break_glass is 'Medical personnel alone, in their own name.';
comment on policy break_glass_own on break_glass is 'Who opened it sees what they wrote.';
comment on policy break_glass_office on break_glass is 'The privacy officer sees every one.';
comment on policy break_glass_review on break_glass is 'The privacy officer reviews each once, and never their own.';

create function break_glass_opens(name text, class text) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (
    select from break_glass b
    where b.member_id = actor_member_id() and b.jurisdiction_id = actor_jurisdiction_id()
      and b.open_until > now() and class = any (b.data_classes)
      and plain_name(b.person_name) = plain_name(name));
end
$$;
comment on function break_glass_opens(text, text) is
  'Whether the actor wrote down an emergency of the last 24 hours that opens this class of whoever signed with this name. Expiry by the database''s clock.';
