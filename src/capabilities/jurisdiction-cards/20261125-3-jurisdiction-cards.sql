-- What the law of each state says about overdose, naloxone, syringes, consent of minors and deflection: data, never code.

create table card_entry (
  id uuid primary key,
  state text not null check (state ~ '^[A-Z]{2}$'),
  field text not null check (field ~ '^[a-z-]+\.[a-z0-9-]+$'),
  value text not null check (btrim(value) <> ''),
  source text not null check (btrim(source) <> ''),
  as_of text,
  confidence text check (confidence in ('seen-in-statute', 'seen-in-dataset', 'seen-in-summary')),
  note text check (btrim(note) <> ''),
  edition date,
  reviewed_on date,
  organization_id uuid references organization (id),
  member_id uuid references member (id),
  entered_at timestamptz not null default now(),
  check ((edition is null) = (reviewed_on is not null)),
  check ((edition is null) = (organization_id is not null and member_id is not null)),
  check ((edition is null) = (as_of is null and confidence is null))
);
create index on card_entry (state, field);
comment on table card_entry is
  'Each value that a field of a jurisdiction card has had, and none is ever changed: what came with the program (it has an edition), and what members entered. The newest that was entered by hand stands; without one, the newest edition.';
comment on column card_entry.as_of is 'The date of the law or page that was read, as far as it is known: a year, a month, a day, or “undated”.';
comment on column card_entry.edition is 'The edition of the shipped cards with which it came; null where a member entered it.';
comment on column card_entry.reviewed_on is 'When the member read the law. Not when they entered it.';

grant select on card_entry to causeway_app;
grant insert (id, state, field, value, source, as_of, confidence, note, edition, reviewed_on, organization_id, member_id)
  on card_entry to causeway_app;

alter table card_entry enable row level security;
alter table card_entry force row level security;
create policy card_entry_read on card_entry for select to causeway_app using (actor_kind() <> '');
create policy card_entry_ship on card_entry for insert to causeway_app
  with check (actor_kind() = 'operator' and edition is not null);
create policy card_entry_enter on card_entry for insert to causeway_app
  with check (actor_kind() = 'member' and edition is null
    and organization_id = actor_organization_id() and member_id = actor_member_id()
    and actor_roles() && array['manager', 'administrator']);
comment on policy card_entry_read on card_entry is 'What the law says is public, and so is who read it there.';
comment on policy card_entry_ship on card_entry is 'The program brings its own cards when it starts.';
comment on policy card_entry_enter on card_entry is 'Managers and administrators enter what they read, in their own name.';
