-- Organizations, their members, and how each proves who they are.

create table jurisdiction (
  id uuid primary key,
  name text not null check (name <> ''),
  state char(2) not null check (state ~ '^[A-Z]{2}$'),
  time_zone text not null,
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  answer_within interval not null default '30 minutes' check (answer_within > '0'),
  link_valid_for interval not null default '72 hours' check (link_valid_for > '0'),
  coordinator_email text,
  is_demo boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table jurisdiction is 'A county (or other area) whose agencies and partners work together here.';
comment on column jurisdiction.latitude is 'The middle of the area: where a search starts when no place is known.';
comment on column jurisdiction.answer_within is
  'How long a receiving organization has to answer a referral before the handoff clock runs out.';
comment on column jurisdiction.link_valid_for is 'How long a signed link to answer a referral works.';
comment on column jurisdiction.coordinator_email is
  'Who is told, without a word about the person, that a handoff clock ran out.';
comment on column jurisdiction.is_demo is 'An invented county. One-click sign-in works only where every jurisdiction is one.';

create table organization (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  name text not null check (name <> ''),
  kind text not null check (kind in (
    'police', 'treatment-provider', 'harm-reduction', 'case-management', 'recovery-support',
    'hospital', 'prosecutor', 'health-department')),
  is_criminal_justice boolean not null default false,
  is_part2_program boolean not null default false,
  phone text,
  intake_email text,
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  unique (jurisdiction_id, name),
  unique (id, jurisdiction_id)
);
comment on table organization is 'An organization that takes part: a police department, provider, harm-reduction program, prosecutor.';
comment on column organization.is_criminal_justice is
  'Judged by the wall instead of the kind (P2-001): nothing about a person reaches such an organization without a live release.';
comment on column organization.is_part2_program is 'A program under 42 CFR Part 2 (section 2.11).';
comment on column organization.intake_email is 'Where referrals are announced, without a word about the person.';

create table member (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null,
  name text not null check (name <> ''),
  title text,
  email text not null check (email = lower(email) and email like '%_@_%'),
  roles text[] not null check (
    cardinality(roles) > 0 and roles <@ array[
      'officer', 'sergeant', 'angel', 'navigator', 'case-manager', 'provider', 'harm-reduction',
      'prosecutor', 'manager', 'trainer', 'privacy-officer', 'administrator']),
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  unique (email),
  foreign key (organization_id, jurisdiction_id) references organization (id, jurisdiction_id)
);
create index on member (organization_id);
comment on table member is 'Somebody with an account, in one organization, with roles.';
comment on column member.disabled_at is 'From this moment no session of the member opens.';

create table credential (
  member_id uuid primary key references member (id),
  password_hash text not null,
  totp_secret text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  changed_at timestamptz not null default now()
);
comment on table credential is 'How a member proves who they are: password (Argon2id) and one-time codes (RFC 6238).';
comment on column credential.totp_secret is 'Encrypted with a key that the database does not hold.';
comment on column credential.totp_last_step is
  'The time step of the last code taken. A code counts once (ASVS 6.5.1): only a later step is accepted.';

create table session (
  token_hash text primary key,
  member_id uuid not null references member (id),
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  second_factor_at timestamptz,
  ended_at timestamptz
);
create index on session (member_id);
comment on table session is 'A signed-in browser. Only the hash of its token is kept, so that a copy of this table opens nothing.';
comment on column session.second_factor_at is
  'When the second factor was shown; until then the session may only show it.';

create table api_token (
  id uuid primary key,
  jurisdiction_id uuid not null references jurisdiction (id),
  organization_id uuid not null,
  name text not null check (name <> ''),
  token_hash text not null unique,
  roles text[] not null check (cardinality(roles) > 0),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  foreign key (organization_id, jurisdiction_id) references organization (id, jurisdiction_id)
);
create index on api_token (organization_id);
comment on table api_token is 'Lets another system of one organization use the API, never with more rights than a member with these roles.';

grant select on jurisdiction, organization, member, credential, session, api_token to causeway_app;
grant insert, update on jurisdiction, organization, member, credential to causeway_app;
grant insert, update (last_seen_at, ended_at) on session to causeway_app;
grant insert, update (revoked_at) on api_token to causeway_app;

alter table jurisdiction enable row level security;
alter table jurisdiction force row level security;
create policy jurisdiction_read on jurisdiction for select to causeway_app using (actor_kind() <> '');
create policy jurisdiction_keep on jurisdiction for all to causeway_app
  using (actor_kind() = 'operator');
comment on policy jurisdiction_read on jurisdiction is 'Which counties take part is public.';
comment on policy jurisdiction_keep on jurisdiction is 'The operator makes counties.';

alter table organization enable row level security;
alter table organization force row level security;
create policy organization_read on organization for select to causeway_app using (actor_kind() <> '');
create policy organization_keep on organization for all to causeway_app
  using (actor_kind() = 'operator');
comment on policy organization_read on organization is 'Which organizations take part is public.';
comment on policy organization_keep on organization is
  'Only the operator: the wall judges by these flags, so no member may set them for their own organization.';

create function actor_keeps_privacy() returns boolean
  language sql stable parallel safe
  return actor_kind() = 'member' and 'privacy-officer' = any (actor_roles())
    and not exists (select from organization o where o.id = actor_organization_id() and o.is_criminal_justice);
comment on function actor_keeps_privacy() is
  'Whether the actor is the county''s privacy officer. Nobody at police or courts is: releases and the record say who is in care (P2-017).';

alter table member enable row level security;
alter table member force row level security;
create policy member_read_county on member for select to causeway_app
  using (actor_kind() = 'operator' or jurisdiction_id = actor_jurisdiction_id());
create policy member_recognise on member for select to causeway_app
  using (actor_kind() = 'visitor' and (email = actor_claim()
    or exists (select from session s where s.member_id = member.id and s.token_hash = actor_claim())));
create policy member_read_demo on member for select to causeway_app
  using (actor_kind() = 'visitor' and actor_claim() = 'demo'
    and not exists (select from jurisdiction where not is_demo));
create policy member_keep on member for all to causeway_app
  using (actor_kind() = 'operator'
    or (actor_kind() = 'member' and organization_id = actor_organization_id()
      and jurisdiction_id = actor_jurisdiction_id() and 'administrator' = any (actor_roles())));
comment on policy member_read_county on member is 'Colleagues across a county''s organizations can see who works there.';
comment on policy member_recognise on member is
  'A visitor can be recognised by the one address or session that they hold up, and sees nobody else.';
comment on policy member_read_demo on member is
  'Where every county is invented, anybody may choose whom to be. One real county ends that.';
comment on policy member_keep on member is
  'The operator, and administrators in their own organization: an account made in another would read across the wall.';

alter table credential enable row level security;
alter table credential force row level security;
create policy credential_recognise on credential for select to causeway_app
  using (actor_kind() = 'visitor' and exists (
    select from member m where m.id = member_id and (m.email = actor_claim()
      or exists (select from session s where s.member_id = m.id and s.token_hash = actor_claim()))));
create policy credential_own on credential for all to causeway_app using (member_id = actor_member_id());
create policy credential_keep on credential for all to causeway_app using (actor_kind() = 'operator');
comment on policy credential_recognise on credential is
  'Signing in checks the one account whose address or session is held up, and changes nothing of it.';
comment on policy credential_own on credential is 'Members change their own password and codes.';
comment on policy credential_keep on credential is 'The operator sets first credentials; administrators never see them.';

alter table session enable row level security;
alter table session force row level security;
create policy session_recognise on session for select to causeway_app
  using (actor_kind() = 'visitor' and token_hash = actor_claim());
create policy session_seen on session for update to causeway_app
  using (actor_kind() = 'visitor' and token_hash = actor_claim());
create policy session_operator_sees on session for select to causeway_app using (actor_kind() = 'operator');
create policy session_operator_ends on session for update to causeway_app using (actor_kind() = 'operator');
create policy session_own on session for all to causeway_app using (member_id = actor_member_id());
comment on policy session_recognise on session is 'A session opens for whoever holds its token, and for nobody else.';
comment on policy session_seen on session is 'Whoever holds the token keeps the session awake, and can end it.';
comment on policy session_operator_sees on session is 'To end a session, it has to be found.';
comment on policy session_operator_ends on session is
  'The operator ends the sessions of an account that is disabled or reset (ASVS 7.4.2).';
comment on policy session_own on session is 'Members see and end their own sessions.';

alter table api_token enable row level security;
alter table api_token force row level security;
create policy api_token_recognise on api_token for select to causeway_app
  using (actor_kind() = 'visitor' and token_hash = actor_claim());
create policy api_token_keep on api_token for all to causeway_app
  using (actor_kind() = 'operator'
    or (actor_kind() = 'member' and organization_id = actor_organization_id()
      and 'administrator' = any (actor_roles())));
comment on policy api_token_recognise on api_token is 'A token opens for whoever holds it.';
comment on policy api_token_keep on api_token is 'The operator and the organization''s administrators make and revoke tokens.';

create function open_session(hash text, idle_limit interval, absolute_limit interval)
  returns table (
    created_at timestamptz, second_factor_at timestamptz, totp_confirmed_at timestamptz,
    member_id uuid, organization_id uuid, jurisdiction_id uuid, roles text[], name text, title text,
    organization_name text, organization_kind text, is_criminal_justice boolean, is_part2_program boolean,
    jurisdiction_name text, time_zone text)
  language plpgsql as $$
begin
  update session s set last_seen_at = now()
  where s.token_hash = hash and s.second_factor_at is not null and s.ended_at is null
    and s.last_seen_at > now() - idle_limit and s.last_seen_at < now() - interval '1 minute'
    and s.created_at > now() - absolute_limit;
  return query
    select s.created_at, s.second_factor_at, c.totp_confirmed_at,
      m.id, m.organization_id, m.jurisdiction_id, m.roles, m.name, m.title,
      o.name, o.kind, o.is_criminal_justice, o.is_part2_program, j.name, j.time_zone
    from session s
    join member m on m.id = s.member_id
    join organization o on o.id = m.organization_id
    join jurisdiction j on j.id = m.jurisdiction_id
    left join credential c on c.member_id = m.id
    where s.token_hash = hash and s.ended_at is null
      and s.last_seen_at > now() - idle_limit and s.created_at > now() - absolute_limit
      and m.disabled_at is null and o.closed_at is null;
end
$$;
comment on function open_session(text, interval, interval) is
  'Who holds a session, if it is alive; at most once a minute it notes that they were seen. A function because every page begins with it: its plan is kept, and weighing the policies anew takes ten times as long as the query. It runs with the rights of whoever asks, under the same policies.';

create function open_api_token(hash text)
  returns table (id uuid, organization_id uuid, jurisdiction_id uuid, roles text[]) language plpgsql stable as $$
begin
  return query
    select t.id, t.organization_id, t.jurisdiction_id, t.roles
    from api_token t join organization o on o.id = t.organization_id
    where t.token_hash = hash and t.revoked_at is null and t.expires_at > now() and o.closed_at is null;
end
$$;
comment on function open_api_token(text) is
  'As whom a token acts, if it is good. A function for the same reason: every request to the API begins with it.';
