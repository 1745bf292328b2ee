-- How an account begins, and how it begins again: by links that are signed, end, and work once.

create table invitation (
  id uuid primary key,
  jurisdiction_id uuid not null,
  organization_id uuid not null,
  member_id uuid not null unique default gen_random_uuid(),
  name text not null check (name <> '' and length(name) <= 200),
  title text check (length(title) <= 200),
  email text not null check (email = lower(email) and email like '%_@_%'),
  roles text[] not null check (cardinality(roles) > 0 and roles <@ array[
    'officer', 'sergeant', 'angel', 'navigator', 'case-manager', 'provider', 'harm-reduction',
    'prosecutor', 'manager', 'trainer', 'privacy-officer', 'administrator']),
  invited_by uuid not null references member (id),
  round integer not null default 1 check (round between 1 and 1000),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  created_at timestamptz not null default now(),
  check (accepted_at is null or withdrawn_at is null),
  foreign key (organization_id, jurisdiction_id) references organization (id, jurisdiction_id)
);
create index on invitation (organization_id, created_at);
create unique index invitation_open on invitation (organization_id, email)
  where accepted_at is null and withdrawn_at is null;
comment on table invitation is
  'Somebody was asked to have an account in an organization. Until they accept there is none, so that inviting an address tells nobody whether it has an account elsewhere.';
comment on column invitation.member_id is 'The id that the account will have.';
comment on column invitation.round is 'Counts how often the link was sent: only the last one works.';

create function is_open(i invitation) returns boolean language plpgsql stable as $$
begin
  return i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now();
end
$$;
comment on function is_open(invitation) is 'Whether an invitation can be accepted.';

grant select, insert on invitation to causeway_app;
grant update (round, expires_at, accepted_at, withdrawn_at) on invitation to causeway_app;
alter table invitation enable row level security;
alter table invitation force row level security;
create policy invitation_see on invitation for select to causeway_app
  using (actor_kind() = 'member' and organization_id = actor_organization_id()
    and 'administrator' = any (actor_roles()));
create policy invitation_make on invitation for insert to causeway_app
  with check (actor_kind() = 'member' and organization_id = actor_organization_id()
    and 'administrator' = any (actor_roles()) and invited_by = actor_member_id()
    and not 'privacy-officer' = any (roles));
create policy invitation_change on invitation for update to causeway_app
  using (actor_kind() = 'member' and organization_id = actor_organization_id()
    and 'administrator' = any (actor_roles()) and accepted_at is null)
  with check (accepted_at is null);
create policy invitation_held on invitation for select to causeway_app
  using (actor_kind() = 'visitor' and id::text = actor_claim());
create policy invitation_accept on invitation for update to causeway_app
  using (actor_kind() = 'visitor' and id::text = actor_claim() and is_open(invitation))
  with check (withdrawn_at is null);
create policy invitation_send on invitation for select to causeway_app using (actor_job() = 'send-invitation');
comment on policy invitation_see on invitation is 'Administrators see whom their own organization has invited.';
comment on policy invitation_make on invitation is
  'They invite for their own organization, in their own name, and nobody as the county''s privacy officer.';
comment on policy invitation_change on invitation is 'They send it again, or withdraw it, until it is accepted.';
comment on policy invitation_held on invitation is 'Whoever holds the signed link sees the one invitation that it names.';
comment on policy invitation_accept on invitation is 'And accepts it, once, while it is open.';
comment on policy invitation_send on invitation is 'The message is written when it is sent.';

create policy member_accept on member for insert to causeway_app
  with check (actor_kind() = 'visitor' and exists (select from invitation i
    where i.id::text = actor_claim() and is_open(i) and i.member_id = member.id
      and i.organization_id = member.organization_id and i.jurisdiction_id = member.jurisdiction_id
      and i.email = member.email and i.name = member.name and i.roles = member.roles));
comment on policy member_accept on member is 'An invitation becomes the account that it names, and no other.';
create policy credential_accept on credential for insert to causeway_app
  with check (actor_kind() = 'visitor' and exists (select from invitation i
    where i.id::text = actor_claim() and is_open(i) and i.member_id = credential.member_id));
comment on policy credential_accept on credential is 'Whoever accepts an invitation sets its password and codes.';

create table account_link (
  id uuid primary key,
  member_id uuid not null references member (id),
  purpose text not null check (purpose in ('new-password', 'begin-again')),
  made_by uuid references member (id),
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now(),
  check (expires_at > created_at and expires_at <= created_at + interval '3 days')
);
create index on account_link (member_id, created_at);
comment on table account_link is 'A link for a member who lost a password, or the phone as well.';
comment on column account_link.purpose is
  'new-password: asked for at the sign-in page, or by an administrator; a code is still asked (ASVS 6.4.3). begin-again: made by an administrator who has made sure that it is they (6.4.4); password and codes anew.';

grant select, insert on account_link to causeway_app;
grant update (used_at) on account_link to causeway_app;
alter table account_link enable row level security;
alter table account_link force row level security;
create policy account_link_ask on account_link for insert to causeway_app
  with check (actor_kind() = 'visitor' and purpose = 'new-password' and made_by is null
    and exists (select from member m where m.id = member_id and m.email = actor_claim()));
create policy account_link_make on account_link for insert to causeway_app
  with check (works_with_administrator(member_id) and made_by = actor_member_id() and member_id <> actor_member_id());
create policy account_link_held on account_link for select to causeway_app
  using (actor_kind() = 'visitor' and id::text = actor_claim());
create policy account_link_own on account_link for select to causeway_app using (member_id = actor_member_id());
create policy account_link_use on account_link for update to causeway_app using (member_id = actor_member_id());
create policy account_link_send on account_link for select to causeway_app
  using (actor_job() = 'send-account-link');
comment on policy account_link_ask on account_link is 'Whoever types an address can have a link sent there. It replaces no code.';
comment on policy account_link_make on account_link is
  'Administrators ask members of their own organization for a new password, or let them begin again; never themselves.';
comment on policy account_link_held on account_link is 'Whoever holds the signed link learns whose it is.';
comment on policy account_link_own on account_link is 'To use a link up, it has to be found.';
comment on policy account_link_use on account_link is 'A link is used up by the member whose it is.';
comment on policy account_link_send on account_link is 'The message is written when it is sent.';

create function visitor_holds_link(member_id uuid) returns boolean language plpgsql stable as $$
begin
  return actor_kind() = 'visitor' and exists (select from account_link l
    where l.member_id = visitor_holds_link.member_id and l.id::text = actor_claim());
end
$$;
comment on function visitor_holds_link(uuid) is
  'Whether the link that a visitor holds is this member''s. In plpgsql, so that it is planned only when a visitor asks.';
create policy member_recognise_link on member for select to causeway_app using (visitor_holds_link(id));
comment on policy member_recognise_link on member is 'A visitor can be recognised by the signed link that they hold.';

create table recovery_code (
  member_id uuid not null references member (id),
  code_hash text not null,
  created_at timestamptz not null default now(),
  primary key (member_id, code_hash)
);
comment on table recovery_code is
  'Codes on paper for the day on which the phone is lost. A code that is used is removed, so that it counts once.';
comment on column recovery_code.code_hash is 'Argon2id, one salt for the codes made together (ASVS 6.5.2).';

grant select, insert, delete on recovery_code to causeway_app;
alter table recovery_code enable row level security;
alter table recovery_code force row level security;
create policy recovery_code_own on recovery_code for all to causeway_app using (member_id = actor_member_id());
create policy recovery_code_keep on recovery_code for all to causeway_app
  using (actor_kind() = 'operator') with check (false);
comment on policy recovery_code_own on recovery_code is 'Members make and use their own.';
comment on policy recovery_code_keep on recovery_code is 'The operator removes those of an account that begins again.';

create policy member_notify on member for select to causeway_app
  using (actor_job() in ('send-invitation', 'send-account-link', 'tell-of-account', 'close-unused'));
create policy member_close_unused on member for update to causeway_app
  using (actor_job() = 'close-unused') with check (disabled_at is not null);
create policy session_close_unused on session for select to causeway_app using (actor_job() = 'close-unused');
comment on policy member_notify on member is 'Messages about an account are written when they are sent.';
comment on policy member_close_unused on member is
  'Accounts that nobody has used for ninety days are closed (CJ-5), and nothing else is done to them.';
comment on policy session_close_unused on session is 'When an account was last used is when its last session was.';
