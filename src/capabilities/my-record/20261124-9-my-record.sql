-- The person's own way in: a printed code, a short session, and what they ask of the privacy office.

create table person_access (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  person_id uuid not null references person (id),
  organization_id uuid not null references organization (id),
  issued_by_member_id uuid not null references member (id),
  code_hash text not null unique,
  language text not null check (language in ('en', 'es')),
  issued_at timestamptz not null default now(),
  revoked_at timestamptz,
  revoked_by text check (revoked_by in ('person', 'organization')),
  safe_word_hash text,
  check ((revoked_at is null) = (revoked_by is null))
);
create unique index person_access_one on person_access (person_id, organization_id) where revoked_at is null;
create index on person_access (organization_id, person_id);
comment on table person_access is
  'A printed code with which a person opens their own record. No account, no phone, no address: who holds the code and knows the birth year is let in.';
comment on column person_access.code_hash is
  'HMAC of code and birth year together, under a key outside the database. Neither is kept: a wrong code, a wrong year and a code that never was find the same nothing.';
comment on column person_access.safe_word_hash is
  'HMAC of the word without which a page that was covered shows nothing; null when none was set.';
comment on index person_access_one is 'One code at a time: a new card ends the one before.';

create table person_session (
  token_hash text primary key,
  access_id uuid not null references person_access (id),
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  covered_at timestamptz,
  words_tried integer not null default 0,
  ended_at timestamptz
);
create index on person_session (access_id);
comment on table person_session is
  'A browser in which a person has opened their record. Only the hash of its token is kept.';
comment on column person_session.covered_at is
  'Since when it shows a harmless page, until the safe word is given.';

create table privacy_request (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  person_id uuid references person (id),
  kind text not null check (kind in ('accounting', 'restriction', 'complaint')),
  about_organization_id uuid references organization (id),
  words text check (btrim(words) <> ''),
  reply_to text check (btrim(reply_to) <> ''),
  paid_themselves boolean not null default false,
  language text not null check (language in ('en', 'es')),
  asked_at timestamptz not null default now(),
  due_at timestamptz not null,
  extended_at timestamptz,
  extended_because text check (btrim(extended_because) <> ''),
  answered_at timestamptz,
  answered_by_member_id uuid references member (id),
  outcome text check (outcome in ('given', 'agreed', 'not-agreed', 'heard')),
  answer text check (btrim(answer) <> ''),
  check (person_id is not null or kind = 'complaint'),
  check (kind <> 'complaint' or words is not null),
  check ((extended_at is null) = (extended_because is null)),
  check (extended_at is null or kind = 'accounting'),
  check ((answered_at is null) = (outcome is null) and (answered_at is null) = (answered_by_member_id is null)),
  constraint privacy_request_paid_themselves check (outcome is distinct from 'not-agreed' or not paid_themselves)
);
create index on privacy_request (jurisdiction_id, asked_at desc);
create index on privacy_request (person_id);
comment on table privacy_request is
  'What somebody asks of the privacy office: the accounting (42 CFR 2.25), a restriction (2.26), a complaint (2.4), each with the day by which it is answered.';
comment on column privacy_request.person_id is 'Null: a complaint by somebody who did not open a record.';
comment on column privacy_request.paid_themselves is
  'They paid for it themselves: a restriction towards a health plan must then be agreed to (2.26(a)(4), P2-064).';
comment on column privacy_request.due_at is 'For an accounting 60 days after it was asked, and 30 more when it was extended, once (45 CFR 164.528(c)).';

create function person_is_ours(person uuid) returns boolean
  language sql stable
  return exists (select from person p where p.id = person)
    or exists (select from referral r where r.person_id = person
      and r.to_organization_id = actor_organization_id() and referral_accepted(r.id))
    or exists (select from release signed where signed.person_id = person
      and signed.from_organization_id = actor_organization_id());
comment on function person_is_ours(uuid) is
  'Whether the actor''s organization entered this person, took them on, or had them sign a release.';

create function open_person_session(hash text, idle_limit interval, absolute_limit interval)
  returns table (access_id uuid, person_id uuid, jurisdiction_id uuid, organization_id uuid, language text,
    has_safe_word boolean, covered_at timestamptz, time_zone text, jurisdiction_name text)
  language plpgsql as $$
begin
  update person_session s set last_seen_at = now()
  where s.token_hash = hash and s.ended_at is null
    and s.last_seen_at > now() - idle_limit and s.last_seen_at < now() - interval '1 minute'
    and s.created_at > now() - absolute_limit;
  return query
    select a.id, a.person_id, a.jurisdiction_id, a.organization_id, a.language, a.safe_word_hash is not null,
      s.covered_at, j.time_zone, j.name
    from person_session s
    join person_access a on a.id = s.access_id
    join jurisdiction j on j.id = a.jurisdiction_id
    where s.token_hash = hash and s.ended_at is null and a.revoked_at is null
      and s.last_seen_at > now() - idle_limit and s.created_at > now() - absolute_limit;
end
$$;
comment on function open_person_session(text, interval, interval) is
  'Whose record a session shows, while it is alive and its code was not taken back. It runs with the rights of whoever asks, under the same policies.';

grant select on person_access, person_session, privacy_request to causeway_app;
grant insert (id, jurisdiction_id, person_id, organization_id, issued_by_member_id, code_hash, language)
  on person_access to causeway_app;
grant update (revoked_at, revoked_by, safe_word_hash) on person_access to causeway_app;
grant insert (token_hash, access_id, covered_at) on person_session to causeway_app;
grant update (last_seen_at, covered_at, words_tried, ended_at) on person_session to causeway_app;
grant insert (id, jurisdiction_id, person_id, kind, about_organization_id, words, reply_to, paid_themselves, language,
  due_at) on privacy_request to causeway_app;
grant update (due_at, extended_at, extended_because, answered_at, answered_by_member_id, outcome, answer)
  on privacy_request to causeway_app;
