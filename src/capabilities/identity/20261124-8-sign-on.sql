-- Passkeys, and the organizations' own sign-on (OpenID Connect).

create table passkey (
  id uuid primary key,
  member_id uuid not null references member (id),
  name text not null check (name <> '' and length(name) <= 60),
  credential_id text not null unique
    check (credential_id ~ '^[A-Za-z0-9_-]+$' and length(credential_id) between 16 and 1400),
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null default '{}',
  is_synced boolean not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  stopped_at timestamptz
);
create index on passkey (member_id);
comment on table passkey is
  'A key on a member''s phone, computer or security key, with which they sign in (WebAuthn). Only its public half is here.';
comment on column passkey.name is 'What the member calls it: “Blue key on my ring”.';
comment on column passkey.counter is
  'How often the key says that it was used; 0 for keys that do not count. A use that does not count further is a copy''s.';
comment on column passkey.is_synced is 'Whether its maker copies it to the member''s other devices.';
comment on column passkey.stopped_at is
  'From this moment it opens nothing: its counter ran backward, so that there may be two of it.';

create table identity_provider (
  id uuid primary key,
  jurisdiction_id uuid not null,
  organization_id uuid not null unique,
  issuer text not null check (issuer ~ '^https?://[^\s?#]+$'),
  client_id text not null check (client_id <> ''),
  client_secret text not null,
  second_factor_amr text[] not null default '{}',
  second_factor_acr text[] not null default '{}',
  email_domains text[] not null default '{}',
  created_at timestamptz not null default now(),
  foreign key (organization_id, jurisdiction_id) references organization (id, jurisdiction_id)
);
comment on table identity_provider is
  'Where an organization''s members sign in with the account that their organization gave them (OpenID Connect).';
comment on column identity_provider.issuer is
  'The one issuer whose word is taken, letter for letter (OpenID Connect Core 3.1.3.7).';
comment on column identity_provider.client_secret is 'Encrypted with a key that the database does not hold.';
comment on column identity_provider.second_factor_amr is
  'Methods (RFC 8176) of which each shows that a second factor was used: “mfa”. None named: Causeway''s own code is asked.';
comment on column identity_provider.second_factor_acr is
  'Levels of which each shows that a second factor was used; they are asked for as well.';
comment on column identity_provider.email_domains is 'Whoever types such an address is led to this provider. Proves nothing.';

create table sign_on_link (
  id uuid primary key,
  member_id uuid not null references member (id),
  issuer text not null check (issuer ~ '^https?://[^\s?#]+$'),
  subject text not null check (subject <> '' and length(subject) <= 255),
  created_at timestamptz not null default now(),
  unique (issuer, subject),
  unique (member_id, issuer)
);
comment on table sign_on_link is
  'Which account of an organization''s provider is which member. By issuer and subject: an e-mail address can be given to somebody else.';

create table sign_on_attempt (
  key_hash text primary key,
  kind text not null check (kind in ('passkey', 'new-passkey', 'sign-on', 'link')),
  member_id uuid references member (id),
  identity_provider_id uuid references identity_provider (id) on delete cascade,
  return_to text check (length(return_to) <= 2000),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null check (expires_at > created_at and expires_at <= created_at + interval '1 hour'),
  check ((member_id is not null) = (kind in ('new-passkey', 'link'))),
  check ((identity_provider_id is not null) = (kind in ('sign-on', 'link')))
);
create index on sign_on_attempt (expires_at);
create index on sign_on_attempt (identity_provider_id);
create index on sign_on_attempt (member_id);
comment on table sign_on_attempt is
  'What a passkey or a provider was asked to prove and has yet to answer. It is removed by the first answer, right or wrong.';
comment on column sign_on_attempt.key_hash is
  'The hash of the challenge, or of the secret in the browser from which state, nonce and code verifier are made.';

alter table session add column identity_provider_id uuid references identity_provider (id) on delete set null;
create index on session (identity_provider_id) where identity_provider_id is not null;
comment on column session.identity_provider_id is 'The provider that opened it, if one did.';

grant select, insert, delete on passkey to causeway_app;
grant update (counter, last_used_at, stopped_at) on passkey to causeway_app;
grant select, insert, delete on identity_provider, sign_on_link, sign_on_attempt to causeway_app;

create function visitor_is(member_id uuid) returns boolean language plpgsql stable as $$
begin
  return actor_kind() = 'visitor' and (
    exists (select from passkey p where p.member_id = visitor_is.member_id and p.credential_id = actor_claim())
    or exists (select from sign_on_link l
      where l.member_id = visitor_is.member_id and l.issuer || ' ' || l.subject = actor_claim()));
end
$$;
comment on function visitor_is(uuid) is
  'Whether the passkey or the provider''s account that a visitor holds up is this member''s. In plpgsql, so that it is planned only when a visitor asks.';

create policy member_recognise_sign_on on member for select to causeway_app using (visitor_is(id));
comment on policy member_recognise_sign_on on member is
  'A visitor can be recognised by the one passkey, or account of a provider, that they hold up.';

alter table passkey enable row level security;
alter table passkey force row level security;
create policy passkey_recognise on passkey for select to causeway_app
  using (actor_kind() = 'visitor' and credential_id = actor_claim());
create policy passkey_own on passkey for all to causeway_app using (member_id = actor_member_id());
create policy passkey_operator_sees on passkey for select to causeway_app using (actor_kind() = 'operator');
create policy passkey_operator_removes on passkey for delete to causeway_app using (actor_kind() = 'operator');
comment on policy passkey_recognise on passkey is 'Signing in looks at the one passkey that is held up.';
comment on policy passkey_own on passkey is 'Members keep their own passkeys.';
comment on policy passkey_operator_sees on passkey is 'To remove a passkey, it has to be found.';
comment on policy passkey_operator_removes on passkey is 'The operator removes the passkeys of an account that begins again.';

alter table identity_provider enable row level security;
alter table identity_provider force row level security;
create policy identity_provider_read on identity_provider for select to causeway_app
  using (actor_kind() = 'visitor' or (actor_kind() = 'member' and organization_id = actor_organization_id()));
create policy identity_provider_keep on identity_provider for all to causeway_app using (actor_kind() = 'operator');
comment on policy identity_provider_read on identity_provider is
  'Signing in begins there, for visitors and for the organization''s own members.';
comment on policy identity_provider_keep on identity_provider is
  'Only the operator: whoever sets a provider decides who can sign in as the organization''s members.';

create function is_own_provider(given text) returns boolean language plpgsql stable as $$
begin
  return exists (select from identity_provider p
    where p.issuer = given and p.organization_id = actor_organization_id());
end
$$;
comment on function is_own_provider(text) is 'Whether an issuer is the one of the actor''s organization.';

alter table sign_on_link enable row level security;
alter table sign_on_link force row level security;
create policy sign_on_link_recognise on sign_on_link for select to causeway_app
  using (actor_kind() = 'visitor' and issuer || ' ' || subject = actor_claim());
create policy sign_on_link_own on sign_on_link for all to causeway_app
  using (member_id = actor_member_id())
  with check (member_id = actor_member_id() and is_own_provider(issuer));
create policy sign_on_link_administer on sign_on_link for all to causeway_app
  using (actor_kind() = 'member' and 'administrator' = any (actor_roles()) and exists (
    select from member m where m.id = member_id and m.organization_id = actor_organization_id()))
  with check (actor_kind() = 'member' and 'administrator' = any (actor_roles()) and is_own_provider(issuer)
    and exists (select from member m where m.id = member_id and m.organization_id = actor_organization_id()));
create policy sign_on_link_keep on sign_on_link for all to causeway_app using (actor_kind() = 'operator');
comment on policy sign_on_link_recognise on sign_on_link is
  'Signing in looks at the one account that the provider vouches for.';
comment on policy sign_on_link_own on sign_on_link is
  'Members link their own account, at their own organization''s provider and no other.';
comment on policy sign_on_link_administer on sign_on_link is
  'Administrators link accounts of their own organization''s members, at its own provider.';
comment on policy sign_on_link_keep on sign_on_link is 'The operator links for whoever asks.';

alter table sign_on_attempt enable row level security;
alter table sign_on_attempt force row level security;
create policy sign_on_attempt_held on sign_on_attempt for all to causeway_app
  using (actor_kind() = 'visitor' and key_hash = actor_claim() and member_id is null);
create policy sign_on_attempt_own on sign_on_attempt for all to causeway_app
  using (member_id = actor_member_id());
create policy sign_on_attempt_drop on sign_on_attempt for all to causeway_app
  using (actor_job() = 'drop-sign-on-attempts' and expires_at <= now()) with check (false);
comment on policy sign_on_attempt_held on sign_on_attempt is 'An attempt is for whoever holds its secret.';
comment on policy sign_on_attempt_own on sign_on_attempt is 'What a member began, only they go on with.';
comment on policy sign_on_attempt_drop on sign_on_attempt is 'What nobody came back with is dropped.';
