-- Agreements become a register: between several parties, on terms, from a day on, signed one by one, ended by a party.

alter table agreement no force row level security;

alter table agreement drop constraint agreement_kind_check;
alter table agreement add constraint agreement_kind_check
  check (kind in ('golden-rule', 'qsoa', 'deflection', 'data-sharing'));
alter table agreement alter column with_party drop not null;
alter table agreement alter column accepted_at drop not null;
alter table agreement alter column accepted_at drop default;
alter table agreement rename column accepted_by_member_id to made_by_member_id;
alter table agreement add column made_at timestamptz not null default now();
alter table agreement add column scope text check (btrim(scope) <> '' and length(scope) <= 2000);
alter table agreement add column response_minutes integer check (response_minutes between 1 and 10080);
alter table agreement add column custody text check (btrim(custody) <> '' and length(custody) <= 2000);
alter table agreement add column may_flow text check (btrim(may_flow) <> '' and length(may_flow) <= 2000);
alter table agreement add column never_flows text check (btrim(never_flows) <> '' and length(never_flows) <= 2000);
alter table agreement add column starts_at timestamptz check (starts_at < expires_at);
alter table agreement add column supersedes_id uuid references agreement (id);
alter table agreement add column ended_at timestamptz;
alter table agreement add column ended_by_member_id uuid references member (id);
alter table agreement add column ended_because text check (btrim(ended_because) <> '' and length(ended_because) <= 500);
alter table agreement add check ((ended_at is null) = (ended_because is null));
create unique index on agreement (id, jurisdiction_id);
create index on agreement (jurisdiction_id, expires_at desc);
create index on agreement (supersedes_id);
comment on table agreement is
  'What organizations agreed to, in exact words: the golden rule (LEAD-04), the service agreement of a Part 2 program with whoever runs this (P2-004), deflection and data sharing between them. Kept for good; renewed as a new row.';
comment on column agreement.organization_id is 'Who made it; its parties stand beside it.';
comment on column agreement.made_by_member_id is 'Null: recorded by the operator.';
comment on column agreement.with_party is 'Another side that is no organization of the county, by name.';
comment on column agreement.accepted_at is
  'Since when every party has signed: the database says so at the last signature. Null: it waits.';
comment on column agreement.scope is 'What it covers.';
comment on column agreement.response_minutes is 'Within how many minutes the receiver promises to answer.';
comment on column agreement.custody is 'Who stays with the person until whom.';
comment on column agreement.may_flow is 'What may flow, and on what basis.';
comment on column agreement.never_flows is 'What may not.';
comment on column agreement.starts_at is 'From when it counts. Null: as soon as every party has signed.';
comment on column agreement.supersedes_id is 'The one in whose place it comes.';
comment on column agreement.ended_at is 'From when it counts no more, before its time: a party ended it, or the next took its place.';
comment on column agreement.ended_by_member_id is 'Null: the next took its place, or the operator ended it.';

create table agreement_party (
  agreement_id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  primary key (agreement_id, organization_id),
  foreign key (agreement_id, jurisdiction_id) references agreement (id, jurisdiction_id),
  foreign key (organization_id, jurisdiction_id) references organization (id, jurisdiction_id)
);
create index on agreement_party (organization_id);
comment on table agreement_party is 'Who an agreement binds, of the county.';

create table agreement_document (
  id uuid primary key,
  agreement_id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  kept_by_member_id uuid not null references member (id),
  title text not null check (btrim(title) <> '' and length(title) <= 120),
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  content bytea not null check (octet_length(content) between 1 and 6291456),
  sha256 text not null check (sha256 = encode(sha256(content), 'hex')),
  kept_at timestamptz not null default now(),
  unique (agreement_id, sha256),
  foreign key (agreement_id, jurisdiction_id) references agreement (id, jurisdiction_id)
);
comment on table agreement_document is
  'A file that belongs to an agreement: the signed paper, an annex. Added and read, never changed or removed.';

create table agreement_signature (
  id uuid primary key,
  agreement_id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  signatory text not null check (btrim(signatory) <> '' and length(signatory) <= 200),
  how text not null check (how in ('application', 'paper')),
  document_id uuid references agreement_document (id),
  recorded_by_member_id uuid references member (id),
  text_sha256 text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
  signed_at timestamptz not null default now(),
  unique (agreement_id, organization_id),
  foreign key (agreement_id, organization_id) references agreement_party (agreement_id, organization_id),
  check (how = 'paper' or (document_id is null and recorded_by_member_id is not null)),
  check (how = 'application' or document_id is not null or recorded_by_member_id is null)
);
comment on table agreement_signature is
  'That a party signed: by a member in the application, or on paper, of which a scan is kept unless the operator recorded it.';
comment on column agreement_signature.signatory is 'Who signed for the party, by name and title as they stood then.';
comment on column agreement_signature.text_sha256 is 'Of the words that were signed.';
comment on column agreement_signature.recorded_by_member_id is 'Null: recorded by the operator.';

insert into agreement_party (agreement_id, jurisdiction_id, organization_id)
  select id, jurisdiction_id, organization_id from agreement;
insert into agreement_signature
  (id, agreement_id, jurisdiction_id, organization_id, signatory, how, recorded_by_member_id, text_sha256, signed_at)
  select id, id, jurisdiction_id, organization_id, signatory,
    case when made_by_member_id is null then 'paper' else 'application' end, made_by_member_id, text_sha256, accepted_at
  from agreement;
update agreement set made_at = accepted_at;
alter table agreement drop column signatory;

create table agreement_draft (
  id uuid not null,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  saved_by_member_id uuid not null references member (id),
  fields jsonb not null check (octet_length(fields::text) <= 20000),
  saved_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, jurisdiction_id) references organization (id, jurisdiction_id)
);
comment on table agreement_draft is
  'An agreement that is being written. When it is sent for signatures it becomes an agreement of the same id, whose words stay.';

create table agreement_reminder (
  agreement_id uuid not null,
  jurisdiction_id uuid not null,
  days integer not null check (days in (90, 30, 7)),
  told_at timestamptz not null default now(),
  primary key (agreement_id, days),
  foreign key (agreement_id, jurisdiction_id) references agreement (id, jurisdiction_id)
);
comment on table agreement_reminder is 'That the parties were reminded of the end, so many days before it; each once.';

create table agreement_requirement (
  jurisdiction_id uuid not null references jurisdiction (id),
  kind text not null check (kind in ('deflection', 'data-sharing')),
  from_kind text not null,
  to_kind text not null,
  made_at timestamptz not null default now(),
  primary key (jurisdiction_id, from_kind, to_kind, kind)
);
comment on table agreement_requirement is
  'A county''s own rule: that a referral from one kind of organization to another needs an agreement of this kind between the two. What the law asks of every county is not here.';

alter table agreement force row level security;
alter table agreement_party enable row level security;
alter table agreement_party force row level security;
alter table agreement_document enable row level security;
alter table agreement_document force row level security;
alter table agreement_signature enable row level security;
alter table agreement_signature force row level security;
alter table agreement_draft enable row level security;
alter table agreement_draft force row level security;
alter table agreement_reminder enable row level security;
alter table agreement_reminder force row level security;
alter table agreement_requirement enable row level security;
alter table agreement_requirement force row level security;
