-- A referral is kept in parts, one for each thing that somebody may be kept from knowing: row-level security works
-- by row, so what the sender wrote, who the person is, what the place answered and how the handoff went never share one.

create table referral (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  person_id uuid not null references person (id),
  from_organization_id uuid not null references organization (id),
  from_member_id uuid references member (id),
  to_organization_id uuid not null references organization (id),
  to_service_id uuid not null references service (id),
  needs text[] not null check (
    cardinality(needs) > 0 and needs <@ array[
      'treatment', 'moud', 'harm-reduction', 'recovery-support', 'shelter', 'other']),
  payer text not null check (payer in ('medicaid', 'medicare', 'private', 'military', 'none', 'not-sure')),
  agrees_to_contact boolean not null,
  contact_way text check (contact_way in ('call', 'text', 'in-person')),
  submitted_at timestamptz not null default now(),
  answer_due_at timestamptz not null,
  open_until timestamptz not null,
  withdrawn_at timestamptz,
  check (agrees_to_contact = (contact_way is not null))
);
create index on referral (jurisdiction_id, from_organization_id, submitted_at desc);
create index on referral (jurisdiction_id, to_organization_id, submitted_at desc);
comment on table referral is
  'The request that a place take this person on, as the sender wrote it (class own-submission). Its id is made by the sender, so a retry is the same referral.';
comment on column referral.answer_due_at is 'When the handoff clock, which starts at submitted_at, runs out.';
comment on column referral.open_until is 'Until when an unanswered referral may still be seen and answered.';

create table referral_identity (
  referral_id uuid primary key references referral (id),
  jurisdiction_id uuid not null references jurisdiction (id),
  from_organization_id uuid not null references organization (id),
  to_organization_id uuid not null references organization (id),
  name text check (btrim(name) <> ''),
  contact text,
  whereabouts text,
  latitude double precision,
  longitude double precision,
  shared boolean not null
);
comment on table referral_identity is
  'Who the person is and where to find them (class identity). Reaches the receiving place only after it accepts, and only if the person agreed to be contacted.';
comment on column referral_identity.name is 'Null: the person gave none.';

create table referral_answer (
  referral_id uuid primary key references referral (id),
  jurisdiction_id uuid not null references jurisdiction (id),
  to_organization_id uuid not null references organization (id),
  answer text not null check (answer in ('accepted', 'accepted-for-date', 'declined')),
  for_date date,
  reason text check (reason in (
    'full', 'waitlist', 'payer', 'medical-need-first', 'criteria', 'closed', 'other')),
  answered_at timestamptz not null default now(),
  member_id uuid references member (id),
  link_id uuid,
  check ((answer = 'accepted-for-date') = (for_date is not null)),
  check ((answer = 'declined') = (reason is not null))
);
create index on referral_answer (jurisdiction_id, to_organization_id, answered_at desc);
comment on table referral_answer is
  'What the place answered (class placement). One row a referral: of two people who answer at once, one is first. Never shown to the sender.';

create table handoff_step (
  id uuid primary key,
  referral_id uuid not null references referral (id),
  jurisdiction_id uuid not null references jurisdiction (id),
  person_id uuid not null references person (id),
  from_organization_id uuid not null references organization (id),
  to_organization_id uuid not null references organization (id),
  step text not null check (step in (
    'submitted', 'delivered', 'accepted', 'declined', 'arrived', 'handed-over', 'withdrawn')),
  by_organization_id uuid references organization (id),
  by_member_id uuid references member (id),
  by_link_id uuid,
  person_confirms boolean not null default false,
  at timestamptz not null default now(),
  unique (referral_id, step)
);
comment on table handoff_step is
  'What happened in a handoff, by whom and when (class handoff). A step is never changed.';
comment on column handoff_step.by_organization_id is 'Null: the system itself (delivery).';
comment on column handoff_step.person_confirms is 'The person said so too: a handoff is complete when sender, receiver and person have confirmed.';

create table referral_link (
  id uuid primary key,
  referral_id uuid not null references referral (id),
  jurisdiction_id uuid not null references jurisdiction (id),
  to_organization_id uuid not null references organization (id),
  purpose text not null check (purpose in ('answer', 'confirm-arrival')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  unique (referral_id, purpose)
);
comment on table referral_link is
  'A signed, expiring, single-purpose link for a place without an account. Holds no secret: the signature is made with a key outside the database.';

create table referral_draft (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  member_id uuid not null references member (id),
  fields jsonb not null,
  saved_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '20 hours'
);
create index on referral_draft (member_id);
create index on referral_draft (expires_at);
comment on table referral_draft is 'A referral not sent yet. Twenty hours, so that nobody loses a form to a clock (WCAG 2.2.1).';

grant select, insert on referral, referral_identity, referral_answer, handoff_step, referral_link to causeway_app;
grant update (withdrawn_at) on referral to causeway_app;
grant update (used_at) on referral_link to causeway_app;
grant select, insert, update, delete on referral_draft to causeway_app;

-- Functions with a query in them are not opened by the planner. As bare conditions, policies on policies took ten times
-- as long to plan as the statement that they guard takes to run.
create function referral_accepted(referral uuid) returns boolean
  language sql stable
  return exists (select from referral_answer a
    where a.referral_id = referral and a.answer in ('accepted', 'accepted-for-date'));
comment on function referral_accepted(uuid) is 'Whether the place said yes, as far as the actor may know.';

create function referral_answered(referral uuid) returns boolean
  language sql stable
  return exists (select from referral_answer a where a.referral_id = referral);
comment on function referral_answered(uuid) is 'Whether the place said anything, as far as the actor may know.';

create function referral_seen(referral uuid) returns boolean
  language sql stable
  return exists (select from referral r where r.id = referral);
comment on function referral_seen(uuid) is 'Whether the policies of referrals show the actor this one.';

create function referral_link_holds(referral uuid, for_purpose text) returns boolean
  language sql stable
  return exists (select from referral_link l
    where l.id = actor_holding_id() and l.referral_id = referral and l.purpose = for_purpose
      and l.used_at is null and l.expires_at > now());
comment on function referral_link_holds(uuid, text) is 'Whether the actor holds a link that is still good for this purpose, by the database''s clock.';

create function referral_link_lasts(referral uuid) returns boolean
  language sql stable
  return exists (select from referral_link l
    where l.id = actor_holding_id() and l.referral_id = referral and l.expires_at > now());
comment on function referral_link_lasts(uuid) is 'Whether the actor holds a link to this referral, used or not, that has not expired.';

create function referral_writes_for_place(referral uuid) returns boolean
  language sql stable
  return (actor_helps_people()
      or (actor_kind() = 'link' and (referral_link_holds(referral, 'answer') or referral_link_holds(referral, 'confirm-arrival'))))
    and (referral_answered(referral)
      or exists (select from referral r where r.id = referral and r.to_organization_id = actor_organization_id()));
comment on function referral_writes_for_place(uuid) is
  'Whether the actor writes for the place that was asked: while the place sees the referral, and once it has answered.';

create function referral_sent(referral uuid) returns boolean
  language sql stable
  return exists (select from referral r where r.id = referral and r.from_organization_id = actor_organization_id());
comment on function referral_sent(uuid) is 'Whether the organization of the actor sent this referral.';
