-- Who is shown what: an audience for each provider, site and service, and for single facts of a place; and a front door
-- that the directory shows instead of what a program keeps to itself.

create function audience_set(visibility text, audiences text[]) returns text[]
  language sql immutable parallel safe
  return case visibility
    when 'public' then array['coordinators', 'partners', 'police', 'public']
    when 'partners' then array['coordinators', 'partners']
    when 'chosen' then audiences
    else '{}'::text[] end;
comment on function audience_set(text, text[]) is 'To which audiences a setting shows something.';

alter table provider add column audiences text[],
  drop constraint provider_visibility_check,
  add constraint provider_visibility_check check (visibility in ('public', 'partners', 'hidden', 'chosen')),
  add constraint provider_audiences_check check (
    (visibility = 'chosen') = (audiences is not null)
    and audiences <@ array['coordinators', 'partners', 'police', 'public']);
alter table site add column audiences text[], add column front_door jsonb,
  drop constraint site_visibility_check,
  add constraint site_visibility_check check (visibility in ('public', 'partners', 'hidden', 'chosen')),
  add constraint site_audiences_check check (
    (visibility = 'chosen') = (audiences is not null)
    and audiences <@ array['coordinators', 'partners', 'police', 'public']),
  add constraint site_front_door_check check (front_door - array['name', 'street', 'street2', 'city', 'county', 'state',
    'zip', 'zip4', 'latitude', 'longitude', 'time_zone', 'address_key', 'source'] = '{}');
alter table service add column audiences text[], add column shown_audiences text[], add column front_door jsonb,
  add column offers text[],
  alter column visibility drop default,
  drop constraint service_visibility_check,
  add constraint service_visibility_check check (visibility in ('public', 'partners', 'hidden', 'chosen')),
  drop constraint service_shown_to_check,
  add constraint service_shown_to_check check (shown_to in ('public', 'partners', 'hidden', 'chosen')),
  add constraint service_audiences_check check (
    (visibility = 'chosen') = (audiences is not null)
    and audiences <@ array['coordinators', 'partners', 'police', 'public']),
  add constraint service_offers_check check (offers <@ array[
    'naloxone', 'syringe-exchange', 'syringe-disposal', 'test-strips', 'testing', 'wound-care']),
  add constraint service_front_door_check check (front_door - array['phone', 'intake_phones', 'hotline',
    'after_hours_phone', 'after_hours_who', 'hours', 'intake_hours', 'payers', 'fees', 'languages', 'offers',
    'source_codes', 'source'] = '{}');
create index service_offers on service using gin (offers) where offers is not null;
comment on column provider.visibility is
  'public: every audience; partners: organizations that take part, except criminal justice; hidden: its own organization alone; chosen: the audiences beside it.';
comment on column provider.audiences is
  'public: whoever has not signed in; partners: organizations that take part; coordinators: of these, navigators, case managers and managers; police: every organization of criminal justice.';
comment on column site.audiences is 'As those of a provider.';
comment on column site.front_door is
  'What the row says instead of what the program keeps (kept_fact), by column: the row never holds more than this, whoever writes it.';
comment on column service.audiences is 'As those of a provider.';
comment on column service.shown_audiences is 'Those of shown_to, where it is chosen.';
comment on column service.front_door is 'As that of a site.';
comment on column service.offers is 'Supplies and care that need no appointment. Null: unknown; empty: none of these.';

create function is_harm_reduction_program(needs text[]) returns boolean
  language sql immutable parallel safe
  return needs @> '{harm-reduction}' and not needs && '{treatment,moud}';
comment on function is_harm_reduction_program(text[]) is
  'Whether a service keeps people safer and treats nobody: such a program decides itself whether police and the public are shown it.';

create function actor_audiences() returns text[] language plpgsql stable parallel safe as $$
declare
  is_justice boolean;
begin
  if actor_kind() not in ('member', 'token') then
    return case when actor_kind() = '' then '{}' else '{public}' end::text[];
  end if;
  select o.is_criminal_justice into is_justice from organization o where o.id = actor_organization_id();
  return case
    when is_justice is null then '{}'::text[]
    when is_justice then '{police}'
    when actor_roles() && array['manager', 'navigator', 'case-manager'] then '{public,partners,coordinators}'
    else '{public,partners}' end;
end
$$;
comment on function actor_audiences() is
  'The audiences to which the actor belongs. Police are one of their own: on their pages they are shown what was shown to them.';

create or replace function service_derive() returns trigger language plpgsql as $$
declare
  its_site site;
  its_provider provider;
  shown text[];
begin
  select * into its_site from site where id = new.site_id;
  select * into its_provider from provider where id = new.provider_id;
  if its_site.id is null or its_provider.id is null then
    raise exception 'a service needs a site and a provider that whoever writes it may see'
      using errcode = 'foreign_key_violation', constraint = 'service_of_site_and_provider';
  end if;
  new.visibility := coalesce(new.visibility,
    case when is_harm_reduction_program(new.needs) then 'partners' else 'public' end);
  new.position := earth_point(its_site.latitude, its_site.longitude);
  new.time_zone := its_site.time_zone;
  new.shown_audiences := null;
  if (new.visibility, its_site.visibility, its_provider.visibility) = ('public', 'public', 'public') then
    new.shown_to := 'public';
  else
    shown := array(
      select unnest(audience_set(new.visibility, new.audiences))
      intersect select unnest(audience_set(its_site.visibility, its_site.audiences))
      intersect select unnest(audience_set(its_provider.visibility, its_provider.audiences))
      order by 1);
    new.shown_to := case shown
      when '{coordinators,partners,police,public}' then 'public'
      when '{coordinators,partners}' then 'partners'
      when '{}' then 'hidden'
      else 'chosen' end;
    if new.shown_to = 'chosen' then
      new.shown_audiences := shown;
    end if;
  end if;
  new.words := ' ' || array_to_string(listing_words(concat_ws(' ',
    its_provider.name, its_site.name, new.name, its_site.city, its_site.county, its_site.state, its_site.zip)), ' ');
  return new;
end
$$;
drop trigger service_derive on service;
create trigger service_derive before insert or update of
  provider_id, site_id, name, visibility, audiences, position, time_zone, words, shown_to, shown_audiences on service
  for each row execute function service_derive();

create or replace function service_updated() returns trigger language plpgsql as $$
declare
  changed uuid[] := array(
    select after.id from after join before using (id)
    where (after.words, after.shown_to) is distinct from (before.words, before.shown_to));
begin
  delete from service_word using before
    where before.id = any (changed) and service_id = before.id
      and word = any (string_to_array(ltrim(before.words), ' '));
  perform service_word_add(changed);
  return null;
end
$$;

create or replace function provider_updated() returns trigger language plpgsql as $$
begin
  update service set words = '' where provider_id in (
    select after.id from after join before using (id)
    where (after.name, after.visibility, after.audiences) is distinct from (before.name, before.visibility, before.audiences));
  return null;
end
$$;

create or replace function site_updated() returns trigger language plpgsql as $$
begin
  update service set words = '' where site_id in (
    select after.id from after join before using (id)
    where (after.name, after.city, after.county, after.state, after.zip, after.latitude, after.longitude,
        after.time_zone, after.visibility, after.audiences)
      is distinct from (before.name, before.city, before.county, before.state, before.zip, before.latitude,
        before.longitude, before.time_zone, before.visibility, before.audiences));
  return null;
end
$$;

create function actor_speaks_for(owner uuid) returns boolean
  language sql stable
  return actor_kind() = 'operator' or (actor_kind() = 'member' and case
    when owner is null then actor_keeps_listing(owner)
    else owner = actor_organization_id() end);
comment on function actor_speaks_for(uuid) is
  'Whether the actor says for a program who is shown what: its own members, and whoever keeps a listing of nobody who takes part.';

create function actor_speaks_at(this_site uuid, this_service uuid) returns boolean
  language sql stable
  return exists (
    select from service s where s.site_id = this_site and (this_service is null or s.id = this_service)
  ) and not exists (
    select from service s where s.site_id = this_site and (this_service is null or s.id = this_service)
      and not actor_speaks_for(s.organization_id));
comment on function actor_speaks_at(uuid, uuid) is
  'The same for a service, or for every service at a site, as far as the actor sees them.';

create function service_guard() returns trigger language plpgsql as $$
declare
  before_it text[] := '{}';
begin
  if tg_op = 'UPDATE' then
    before_it := audience_set(old.visibility, old.audiences);
    if new.front_door is distinct from old.front_door and not actor_speaks_for(new.organization_id) then
      raise exception 'only the program itself says what is shown instead' using errcode = 'insufficient_privilege';
    end if;
  end if;
  if is_harm_reduction_program(new.needs) and actor_kind() = 'member' and not actor_speaks_for(new.organization_id)
    and exists (select from unnest(audience_set(new.visibility, new.audiences)) as one
      where one in ('police', 'public') and one <> all (before_it)) then
    raise exception 'only the program itself shows a harm-reduction program to police and the public'
      using errcode = 'insufficient_privilege';
  end if;
  if new.front_door is not null then
    new := jsonb_populate_record(new, new.front_door);
  end if;
  return new;
end
$$;
comment on function service_guard() is
  'A harm-reduction program itself says that police or the public are shown it; and what is kept stays out of the row, whoever writes it.';
create trigger service_guard before insert or update on service for each row execute function service_guard();

create function site_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.front_door is distinct from old.front_door and actor_kind() = 'member'
    and not actor_speaks_at(new.id, null) then
    raise exception 'only the program itself says what is shown instead' using errcode = 'insufficient_privilege';
  end if;
  if new.front_door is not null then
    new := jsonb_populate_record(new, new.front_door);
  end if;
  return new;
end
$$;
comment on function site_guard() is 'A kept address stays out of the row, whoever writes it.';
create trigger site_guard before insert or update on site for each row execute function site_guard();

drop policy service_others on service;
drop function actor_sees_service(text, uuid);
create function actor_sees_service(shown_to text, audiences text[], owner uuid) returns boolean
  language sql stable
  return owner is not distinct from actor_organization_id() and owner is not null
    or shown_to <> 'hidden' and audience_set(shown_to, audiences) && (select actor_audiences());
comment on function actor_sees_service(text, text[], uuid) is
  'Whether the actor may see a service that is not for everybody: its own organization''s, or one that is shown to them.';
create policy service_others on service for select to causeway_app
  using (shown_to <> 'public' and actor_sees_service(shown_to, shown_audiences, organization_id));
comment on policy service_others on service is
  'An organization sees its own listings, hidden or not. Others are seen by the audiences to which they are shown.';

drop policy site_others on site;
drop function actor_sees_site(uuid, text);
create function actor_sees_site(this_site uuid, visibility text, audiences text[]) returns boolean
  language sql stable
  return audience_set(visibility, audiences) && (select actor_audiences()) or exists (
    select from service s where s.site_id = this_site and s.organization_id = actor_organization_id());
comment on function actor_sees_site(uuid, text, text[]) is
  'Whether the actor may see a site that is not public: of its own organization''s services, or shown to them.';
create policy site_others on site for select to causeway_app
  using (visibility <> 'public' and actor_sees_site(id, visibility, audiences));
comment on policy site_others on site is
  'An organization sees the sites of its own services; others see those that are shown to them.';

drop policy provider_others on provider;
drop function actor_sees_provider(uuid, text);
create function actor_sees_provider(this_provider uuid, visibility text, audiences text[]) returns boolean
  language sql stable
  return audience_set(visibility, audiences) && (select actor_audiences()) or exists (
    select from service s where s.provider_id = this_provider and s.organization_id = actor_organization_id());
comment on function actor_sees_provider(uuid, text, text[]) is
  'Whether the actor may see a provider that is not public: of its own organization''s services, or shown to them.';
create policy provider_others on provider for select to causeway_app
  using (visibility <> 'public' and actor_sees_provider(id, visibility, audiences));
comment on policy provider_others on provider is
  'An organization sees the provider of its own services; others see those that are shown to them.';
