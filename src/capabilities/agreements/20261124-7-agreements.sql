-- What organizations and their members bind themselves to before anything about a person flows.

create table agreement (
  id uuid primary key,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  kind text not null check (kind in ('golden-rule', 'qsoa')),
  with_party text not null check (btrim(with_party) <> ''),
  text text not null check (btrim(text) <> ''),
  text_version text not null,
  text_sha256 text not null check (text_sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
  signatory text not null check (btrim(signatory) <> ''),
  with_signatory text check (btrim(with_signatory) <> ''),
  accepted_by_member_id uuid references member (id),
  accepted_at timestamptz not null default now(),
  expires_at timestamptz not null check (expires_at > accepted_at),
  check ((kind = 'qsoa') = (with_signatory is not null)),
  foreign key (organization_id, jurisdiction_id) references organization (id, jurisdiction_id)
);
create index on agreement (organization_id, kind, expires_at desc);
comment on table agreement is
  'What an organization accepted: the golden rule (LEAD-04), or, for a Part 2 program, the qualified service organization agreement with whoever runs this (P2-004). Kept for good; accepted anew as a new row.';
comment on column agreement.with_party is 'The other side, by name.';
comment on column agreement.text is 'The exact words that were accepted.';
comment on column agreement.signatory is 'Who accepted for the organization, by name and title as they stood then.';
comment on column agreement.with_signatory is 'Who signed for the other side, where it has to sign too.';
comment on column agreement.accepted_by_member_id is 'Null: signed on paper, and recorded by the operator.';

create table attestation (
  id uuid primary key,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  member_id uuid not null references member (id),
  text_version text not null,
  text_sha256 text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
  attested_at timestamptz not null default now(),
  year integer not null default extract(year from now() at time zone 'UTC'),
  unique (member_id, text_version, year),
  foreign key (organization_id, jurisdiction_id) references organization (id, jurisdiction_id)
);
comment on table attestation is
  'That a member says, each year anew, that they keep the golden rule which their organization accepted (LEAD-04). It holds for a year from its day.';
comment on column attestation.text_sha256 is 'Of the words that the member read.';
comment on column attestation.year is 'In which it was given (UTC): once a year is enough, however often the button is pressed.';

-- When something was accepted or attested is the database's to say.
grant select, insert (id, jurisdiction_id, organization_id, kind, with_party, text, text_version, text_sha256, signatory,
  with_signatory, accepted_by_member_id, expires_at) on agreement to causeway_app;
grant select, insert (id, jurisdiction_id, organization_id, member_id, text_version, text_sha256)
  on attestation to causeway_app;

alter table agreement enable row level security;
alter table agreement force row level security;
create policy agreement_read on agreement for select to causeway_app
  using (actor_kind() = 'operator' or jurisdiction_id = actor_jurisdiction_id());
create policy agreement_accept on agreement for insert to causeway_app
  with check (actor_kind() = 'member' and actor_roles() && array['administrator', 'manager']
    and jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id()
    and accepted_by_member_id = actor_member_id());
create policy agreement_record on agreement for insert to causeway_app
  with check (actor_kind() = 'operator' and accepted_by_member_id is null);
comment on policy agreement_read on agreement is
  'Who of a county has accepted what is open to all who take part in it: they rely on it.';
comment on policy agreement_accept on agreement is
  'An administrator or manager accepts for their own organization, in their own name.';
comment on policy agreement_record on agreement is 'The operator records what was signed on paper.';

alter table attestation enable row level security;
alter table attestation force row level security;
create policy attestation_give on attestation for insert to causeway_app
  with check (actor_kind() = 'member' and member_id = actor_member_id()
    and jurisdiction_id = actor_jurisdiction_id() and organization_id = actor_organization_id());
create policy attestation_own on attestation for select to causeway_app
  using (member_id = actor_member_id());
create policy attestation_of_organization on attestation for select to causeway_app
  using (actor_kind() = 'member' and organization_id = actor_organization_id()
    and actor_roles() && array['administrator', 'manager']);
comment on policy attestation_give on attestation is 'Nobody attests for somebody else.';
comment on policy attestation_own on attestation is 'Members see until when their own holds.';
comment on policy attestation_of_organization on attestation is
  'Whoever answers for an organization sees which of its members have attested.';

create function actor_has_attested() returns boolean language plpgsql stable parallel safe as $$
begin
  if not exists (select from organization o where o.id = actor_organization_id() and o.is_criminal_justice) then
    return true;
  end if;
  return exists (
    select from agreement accepted
    where accepted.organization_id = actor_organization_id() and accepted.kind = 'golden-rule'
      and accepted.expires_at > now()
      and (actor_kind() <> 'member' or exists (
        select from attestation given
        where given.member_id = actor_member_id() and given.text_version = accepted.text_version
          and given.attested_at > now() - interval '1 year')));
end
$$;
comment on function actor_has_attested() is
  'Whether the golden rule lets the actor see participants. At police and courts: the organization has accepted it, and the member has attested within a year to the same words; another system of the organization has nobody who could. Everybody else: yes.';

create function organization_may_receive(organization uuid) returns boolean language plpgsql stable parallel safe as $$
begin
  return not exists (select from organization o where o.id = organization and o.is_part2_program)
    or exists (
      select from agreement accepted
      where accepted.organization_id = organization and accepted.kind = 'qsoa' and accepted.expires_at > now());
end
$$;
comment on function organization_may_receive(uuid) is
  'Whether new referrals may go to an organization. To a Part 2 program only while it has a qualified service organization agreement with whoever runs this (P2-004).';
