-- The ground that every policy stands on: the application's role, and who is asking.

do $$
begin
  create role causeway_app nologin noinherit nosuperuser nobypassrls;
exception
  -- Roles belong to the whole server: another database of it may have made this one, or be making it now.
  when duplicate_object or unique_violation then null;
end
$$;

do $$
begin
  execute format('grant causeway_app to %I', current_user);
  if exists (select from pg_roles where rolname = 'causeway_login') then
    grant causeway_app to causeway_login;
  end if;
end
$$;

revoke create on schema public from public;
grant usage on schema public to causeway_app;

-- In plpgsql, because the planner opens functions in SQL: each policy names several of these, every statement is planned
-- anew, and opening them took more time than all the rest of it.

create function actor_kind() returns text language plpgsql stable parallel safe as $$
begin
  return coalesce(current_setting('causeway.actor_kind', true), '');
end
$$;
comment on function actor_kind() is
  'Who asks: visitor, member, token, link, job or operator; empty outside asActor, which matches no policy.';

create function actor_organization_id() returns uuid language plpgsql stable parallel safe as $$
begin
  return nullif(current_setting('causeway.organization_id', true), '')::uuid;
end
$$;
comment on function actor_organization_id() is 'The organization for which the actor acts, if any.';

create function actor_jurisdiction_id() returns uuid language plpgsql stable parallel safe as $$
begin
  return nullif(current_setting('causeway.jurisdiction_id', true), '')::uuid;
end
$$;
comment on function actor_jurisdiction_id() is 'The county in which the actor acts, if any.';

create function actor_member_id() returns uuid language plpgsql stable parallel safe as $$
begin
  return nullif(current_setting('causeway.member_id', true), '')::uuid;
end
$$;
comment on function actor_member_id() is 'The member who asks; null for everybody else.';

create function actor_roles() returns text[] language plpgsql stable parallel safe as $$
begin
  return coalesce(nullif(current_setting('causeway.roles', true), ''), '{}')::text[];
end
$$;
comment on function actor_roles() is 'The roles of the member, or those that an API token stands for.';

create function actor_subject_id() returns uuid language plpgsql stable parallel safe as $$
begin
  return nullif(current_setting('causeway.subject_id', true), '')::uuid;
end
$$;
comment on function actor_subject_id() is 'The one referral that the holder of a signed link may see.';

create function actor_holding_id() returns uuid language plpgsql stable parallel safe as $$
begin
  return nullif(current_setting('causeway.holding_id', true), '')::uuid;
end
$$;
comment on function actor_holding_id() is 'The signed link or API token that the actor holds.';

create function actor_claim() returns text language plpgsql stable parallel safe as $$
begin
  return nullif(current_setting('causeway.claim', true), '');
end
$$;
comment on function actor_claim() is
  'What a visitor holds up to be recognised: an address, or the hash of a session or token.';

create function actor_job() returns text language plpgsql stable parallel safe as $$
begin
  return nullif(current_setting('causeway.job', true), '');
end
$$;
comment on function actor_job() is 'The job that runs, when the application works off its own queue.';

create function actor_helps_people() returns boolean language plpgsql stable parallel safe as $$
begin
  return actor_kind() in ('member', 'token') and actor_roles() && array[
    'officer', 'sergeant', 'angel', 'navigator', 'case-manager', 'provider', 'harm-reduction'];
end
$$;
comment on function actor_helps_people() is
  'Whether the actor works with people. Managers, trainers, privacy officers and administrators do not: they see counts or configuration.';
