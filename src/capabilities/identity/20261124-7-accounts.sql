-- Accounts that lock, the notice before signing in, sessions that their owners know again, and who may appoint whom.

create table sign_in_guard (
  member_id uuid primary key references member (id),
  failures timestamptz[] not null default '{}',
  locked_at timestamptz,
  password_void_at timestamptz
);
comment on table sign_in_guard is
  'How often signing in has failed of late, and whether it is stopped. In the database and not in a process, so that starting anew forgives nothing (CJ-1).';
comment on column sign_in_guard.failures is 'When it failed since it last went well, as far back as it counts.';
comment on column sign_in_guard.locked_at is
  'From this moment the account opens to nobody, however right the password, until an administrator or the operator releases it.';

comment on column sign_in_guard.password_void_at is
  'From this moment the password opens nothing until its member has chosen another: it may be in other hands (CJ-15).';

create function keep_locked() returns trigger language plpgsql as $$
begin
  if old.locked_at is not null and new.locked_at is distinct from old.locked_at and actor_kind() <> 'operator'
    and not (actor_kind() = 'member' and 'administrator' = any (actor_roles()) and new.member_id <> actor_member_id())
  then
    raise insufficient_privilege using message = 'Only an administrator, or the operator, releases a locked account.';
  end if;
  return new;
end
$$;
comment on function keep_locked() is 'A locked account stays locked for whoever signs in, and for its owner.';
create trigger sign_in_guard_keep before update on sign_in_guard for each row execute function keep_locked();

create function works_with_administrator(id uuid) returns boolean language plpgsql stable as $$
begin
  return actor_kind() = 'member' and 'administrator' = any (actor_roles()) and exists (
    select from member m where m.id = works_with_administrator.id and m.organization_id = actor_organization_id());
end
$$;
comment on function works_with_administrator(uuid) is
  'Whether the actor is an administrator of this member''s organization. In plpgsql, because policies of members and of sessions ask for each other.';

grant select, insert on sign_in_guard to causeway_app;
grant update (failures, locked_at, password_void_at) on sign_in_guard to causeway_app;
alter table sign_in_guard enable row level security;
alter table sign_in_guard force row level security;
create policy sign_in_guard_recognise on sign_in_guard for all to causeway_app
  using (actor_kind() = 'visitor' and exists (select from member m where m.id = member_id));
create policy sign_in_guard_own on sign_in_guard for all to causeway_app using (member_id = actor_member_id());
create policy sign_in_guard_administer on sign_in_guard for all to causeway_app
  using (works_with_administrator(member_id));
create policy sign_in_guard_keep on sign_in_guard for all to causeway_app using (actor_kind() = 'operator');
comment on policy sign_in_guard_recognise on sign_in_guard is
  'Signing in counts against the one account that the visitor holds up.';
comment on policy sign_in_guard_own on sign_in_guard is 'Wrong codes count too, and what went well ends the count.';
comment on policy sign_in_guard_administer on sign_in_guard is
  'Administrators see who is locked in their own organization, and release them.';
comment on policy sign_in_guard_keep on sign_in_guard is 'The operator releases an organization''s only administrator.';

create table use_notice (
  jurisdiction_id uuid not null references jurisdiction (id),
  version integer not null check (version > 0),
  text text not null check (text <> '' and length(text) <= 4000),
  created_at timestamptz not null default now(),
  primary key (jurisdiction_id, version)
);
comment on table use_notice is
  'A county''s own words before signing in (CJ-4), where it has any. The newest holds; older ones stay, because sessions say which was acknowledged.';

grant select, insert on use_notice to causeway_app;
alter table use_notice enable row level security;
alter table use_notice force row level security;
create policy use_notice_read on use_notice for select to causeway_app using (actor_kind() <> '');
create policy use_notice_keep on use_notice for insert to causeway_app with check (actor_kind() = 'operator');
comment on policy use_notice_read on use_notice is 'Whoever is about to sign in reads it.';
comment on policy use_notice_keep on use_notice is 'The operator sets it, as the county''s counsel gives it.';

alter table session add column id uuid not null default gen_random_uuid();
alter table session add column device text check (length(device) <= 60);
alter table session add column notice text check (length(notice) <= 60);
create unique index on session (id);
comment on column session.id is 'By which its owner names it to end it: the token, or its hash, is on no page.';
comment on column session.device is 'As its owner knows it again: “Firefox on Windows”.';
comment on column session.notice is 'The version of the notice that was acknowledged to begin it (CJ-4).';

create policy session_administrator_sees on session for select to causeway_app
  using (works_with_administrator(member_id));
create policy session_administrator_ends on session for update to causeway_app
  using (works_with_administrator(member_id));
comment on policy session_administrator_sees on session is
  'Administrators see that a member of their own organization is signed in, and since when.';
comment on policy session_administrator_ends on session is
  'And end it: with the account, or when a phone is lost (ASVS 7.4.2, 7.4.5).';

alter table member add column enabled_at timestamptz;
comment on column member.enabled_at is
  'When it was last opened again. From then the days count after which an unused account is closed (CJ-5).';

create function keep_appointments() returns trigger language plpgsql as $$
begin
  if actor_kind() <> 'member' then return new; end if;
  if tg_op = 'UPDATE' and new.roles <> old.roles and new.id = actor_member_id() then
    raise insufficient_privilege using message = 'Nobody changes their own roles.';
  end if;
  if 'privacy-officer' = any (new.roles) and (tg_op = 'INSERT' or not 'privacy-officer' = any (old.roles)) then
    raise insufficient_privilege using message = 'Only the operator appoints a privacy officer.';
  end if;
  return new;
end
$$;
comment on function keep_appointments() is
  'Nobody gives themselves a role, and no organization''s administrator appoints a county''s privacy officer, who reads every release and the record of all its organizations.';
create trigger member_keep_appointments before insert or update of roles on member
  for each row execute function keep_appointments();
