-- The breach register (42 CFR 2.16(b); 45 CFR 164.400 to 164.414): what was discovered, whom it affects, how the risk was
-- judged, who was told when.

create table breach (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null,
  discovered_on date not null,
  how text not null check (how in ('wrong-recipient', 'unauthorised-look', 'lost', 'intrusion', 'other')),
  what text not null check (btrim(what) <> '' and length(what) <= 4000),
  opened_by_member_id uuid not null references member (id),
  opened_at timestamptz not null default now(),
  affected integer check (affected >= 0),
  most_in_one_state integer check (most_in_one_state between 0 and affected),
  nature text check (btrim(nature) <> '' and length(nature) <= 4000),
  recipient text check (btrim(recipient) <> '' and length(recipient) <= 4000),
  acquired text check (btrim(acquired) <> '' and length(acquired) <= 4000),
  mitigated text check (btrim(mitigated) <> '' and length(mitigated) <= 4000),
  finding text check (finding in ('breach', 'low-probability')),
  assessed_by_member_id uuid references member (id),
  assessed_at timestamptz,
  closing_note text check (btrim(closing_note) <> '' and length(closing_note) <= 4000),
  closed_by_member_id uuid references member (id),
  closed_at timestamptz,
  foreign key (organization_id, jurisdiction_id) references organization (id, jurisdiction_id),
  unique (id, jurisdiction_id),
  check ((finding is null) = (num_nonnulls(assessed_by_member_id, assessed_at) = 0)),
  check (finding is null or num_nonnulls(nature, recipient, acquired, mitigated) = 4),
  check ((closed_at is null) = (num_nonnulls(closing_note, closed_by_member_id) = 0)),
  check (closed_at is null or finding is not null)
);
create index on breach (jurisdiction_id, discovered_on);
comment on table breach is
  'Records that reached whom they should not have: each is taken for a breach until four factors show a low probability that they were compromised (P2-065).';
comment on column breach.discovered_on is
  'When it was known, or would have been with reasonable diligence, to anybody who works there (45 CFR 164.404(a)(2)): every clock runs from it.';
comment on column breach.affected is 'How many people, those who are not on the list too.';
comment on column breach.most_in_one_state is
  'How many of them live in the one state that has the most: more than 500 and the media are told (164.406).';
comment on column breach.nature is 'Factor (i) of 164.402(2): which data, which identifiers, how likely they lead to a person.';
comment on column breach.recipient is 'Factor (ii): who used them, or to whom they went.';
comment on column breach.acquired is 'Factor (iii): whether they were in fact acquired or viewed.';
comment on column breach.mitigated is 'Factor (iv): how far the risk has been mitigated.';

create table breach_person (
  breach_id uuid not null,
  jurisdiction_id uuid not null,
  person_id uuid not null references person (id),
  added_by_member_id uuid not null references member (id),
  added_at timestamptz not null default now(),
  primary key (breach_id, person_id),
  foreign key (breach_id, jurisdiction_id) references breach (id, jurisdiction_id)
);
create index on breach_person (person_id);
comment on table breach_person is 'The people whom a breach affects, as far as they are known here. No names: their programs have them.';

create table breach_notice (
  id uuid primary key,
  breach_id uuid not null,
  jurisdiction_id uuid not null,
  told text not null check (told in ('people', 'hhs', 'media')),
  told_on date not null,
  how text not null check (btrim(how) <> '' and length(how) <= 2000),
  written_by_member_id uuid not null references member (id),
  written_at timestamptz not null default now(),
  unique (breach_id, told),
  foreign key (breach_id, jurisdiction_id) references breach (id, jurisdiction_id)
);
comment on table breach_notice is
  'Who was told of a breach, when and how: the people (164.404), the Secretary of HHS (164.408), the media (164.406). Kept as proof (164.414(b)).';

create function breach_is_open(id uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from breach b where b.id = breach_is_open.id and b.closed_at is null);
end
$$;
comment on function breach_is_open(uuid) is 'Whether there is such a breach before the actor''s eyes, and it is not closed.';

grant select, insert (id, jurisdiction_id, organization_id, discovered_on, how, what, opened_by_member_id),
  update (affected, most_in_one_state, nature, recipient, acquired, mitigated, finding, assessed_by_member_id,
    assessed_at, closing_note, closed_by_member_id, closed_at) on breach to causeway_app;
grant select, insert (breach_id, jurisdiction_id, person_id, added_by_member_id), delete on breach_person to causeway_app;
grant select, insert (id, breach_id, jurisdiction_id, told, told_on, how, written_by_member_id)
  on breach_notice to causeway_app;

alter table breach enable row level security;
alter table breach force row level security;
create policy breach_read on breach for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_privacy());
create policy breach_open on breach for insert to causeway_app
  with check (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_privacy()
    and opened_by_member_id = actor_member_id());
create policy breach_go_on on breach for update to causeway_app
  using (closed_at is null and jurisdiction_id = actor_jurisdiction_id() and actor_keeps_privacy())
  with check (jurisdiction_id = actor_jurisdiction_id());
comment on policy breach_read on breach is 'The privacy officer of the county reads its register.';
comment on policy breach_open on breach is 'The privacy officer writes it down, in their own name.';
comment on policy breach_go_on on breach is 'And goes on with it until it is closed: after that nothing of it changes.';

alter table breach_person enable row level security;
alter table breach_person force row level security;
create policy breach_person_read on breach_person for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_privacy());
create policy breach_person_add on breach_person for insert to causeway_app
  with check (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_privacy()
    and added_by_member_id = actor_member_id() and breach_is_open(breach_id));
create policy breach_person_remove on breach_person for delete to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_privacy() and breach_is_open(breach_id));
comment on policy breach_person_read on breach_person is 'The privacy officer of the county reads who is affected.';
comment on policy breach_person_add on breach_person is 'And adds whom it affects, in their own name, until the breach is closed.';
comment on policy breach_person_remove on breach_person is 'And takes back whom it does not, until then.';

alter table breach_notice enable row level security;
alter table breach_notice force row level security;
create policy breach_notice_read on breach_notice for select to causeway_app
  using (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_privacy());
create policy breach_notice_write on breach_notice for insert to causeway_app
  with check (jurisdiction_id = actor_jurisdiction_id() and actor_keeps_privacy()
    and written_by_member_id = actor_member_id() and breach_is_open(breach_id));
comment on policy breach_notice_read on breach_notice is 'The privacy officer of the county reads who was told.';
comment on policy breach_notice_write on breach_notice is 'And writes down who was told, in their own name, once each, for good.';
