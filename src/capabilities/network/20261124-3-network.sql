-- The directory: who helps (provider), where (site) and with what (service). Its words map onto HSDS 3.1
-- (organization, location with address, service at a location). It is public and national, so it has no county;
-- places, which are a county's own names for its towns and neighbourhoods, have one.

create extension if not exists cube;

create function earth_point(latitude double precision, longitude double precision) returns cube
  language sql immutable strict parallel safe
  return cube(array[
    cosd(latitude) * cosd(longitude), cosd(latitude) * sind(longitude), sind(latitude)]);
comment on function earth_point(double precision, double precision) is
  'A place as a point on a sphere of radius 1. The straight line between two grows with the great circle, so an index on it finds what is nearest.';

create function listing_words(text) returns text[]
  language sql immutable strict parallel safe
  return array(
    select distinct left(word, 64)
    from regexp_split_to_table(
      lower(regexp_replace(normalize($1, NFKD), '[\u0300-\u036f''’]', '', 'g')),
      '[\s!-/:-@[-`{-~\u00a0-\u00bf\u2000-\u206f\u3000-\u303f]+') as word
    where word <> '' and word not in ('a', 'an', 'and', 'at', 'for', 'in', 'of', 'on', 'the', 'to', 'with'));
comment on function listing_words(text) is
  'The telling words of a text, without accents and capitals, in any script. Listings are stored and asked for by the same words.';

create table provider (
  id uuid primary key,
  name text not null check (btrim(name) <> ''),
  website text,
  visibility text not null default 'public' check (visibility in ('public', 'partners', 'hidden')),
  source text not null default 'member' check (source in ('samhsa-list', 'findtreatment', 'member')),
  match_key text unique,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on provider (name, id);
comment on table provider is 'Who runs places that help (HSDS organization). Need not take part in Causeway.';
comment on column provider.visibility is
  'public: everybody; partners: organizations that take part, except criminal justice; hidden: its own organization alone.';
comment on column provider.source is
  'Where the facts come from. An import changes only what came from an import, and never takes back newer facts.';
comment on column provider.match_key is 'How an import knows the provider again: its name without accents, capitals and marks, and its state.';

create table site (
  id uuid primary key,
  provider_id uuid not null references provider (id),
  name text check (btrim(name) <> ''),
  street text,
  street2 text,
  city text not null check (btrim(city) <> ''),
  city_key text generated always as (lower(city)) stored,
  county text,
  state text not null check (state ~ '^[A-Z]{2}$'),
  zip text not null check (zip ~ '^[0-9]{5}$'),
  zip4 text check (zip4 ~ '^[0-9]{4}$'),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  time_zone text,
  visibility text not null default 'public' check (visibility in ('public', 'partners', 'hidden')),
  source text not null default 'member' check (source in ('samhsa-list', 'findtreatment', 'member')),
  address_key text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((latitude is null) = (longitude is null))
);
create index on site (provider_id);
create index on site (address_key);
create index on site (city_key, state);
comment on table site is
  'A place with an address (HSDS location and address: address_1, address_2, city, region, state_province, postal_code).';
comment on column site.street is 'Null: the provider does not publish the address, which is usual for shelters.';
comment on column site.city_key is 'A column because a policy keeps an index on lower(city) from being used.';
comment on column site.time_zone is 'IANA name. Null where the list does not say enough: then the zone of whoever asks is used.';
comment on column site.address_key is 'The street and ZIP code in one spelling, by which an import finds who else is at the address.';

create table site_listing (
  match_key text primary key,
  site_id uuid not null references site (id)
);
create index on site_listing (site_id);
comment on table site_listing is
  'Each name and address under which an imported list knows a site, so that no import doubles it.';

create table service (
  id uuid primary key,
  provider_id uuid not null references provider (id),
  site_id uuid not null references site (id),
  name text not null check (btrim(name) <> ''),
  kind text not null default 'other' check (kind in (
    'substance-use', 'mental-health', 'opioid-treatment-program', 'buprenorphine', 'health-center', 'other')),
  status text not null default 'active' check (status in (
    'active', 'inactive', 'defunct', 'temporarily-closed')),
  needs text[] not null check (
    cardinality(needs) > 0 and needs <@ array[
      'treatment', 'moud', 'harm-reduction', 'recovery-support', 'shelter', 'other']),
  medicines text[] check (medicines <@ array['methadone', 'buprenorphine', 'naltrexone']),
  payers text[] check (payers <@ array['medicaid', 'medicare', 'private', 'military', 'none']),
  fees text[] check (fees <@ array['free', 'sliding-fee', 'payment-assistance', 'cash']),
  ages text[] check (ages <@ array['children', 'young-adults', 'adults', 'seniors']),
  genders text[] check (genders <@ array['female', 'male']),
  languages text[],
  settings text[],
  phone text,
  intake_phones text[] not null default '{}',
  hotline text,
  website text,
  hours jsonb check (jsonb_typeof(hours) = 'array'),
  organization_id uuid references organization (id),
  intake_email text,
  visibility text not null default 'public' check (visibility in ('public', 'partners', 'hidden')),
  source text not null default 'member' check (source in ('samhsa-list', 'findtreatment', 'member')),
  findtreatment_id text unique,
  source_codes jsonb,
  verified_on date,
  position cube,
  time_zone text,
  words text not null,
  shown_to text not null check (shown_to in ('public', 'partners', 'hidden')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on service (provider_id);
create index on service (site_id);
create index on service (organization_id) where organization_id is not null;
create index service_near on service using gist (position);
create index service_near_referable on service using gist (position) where organization_id is not null;
create index service_near_treatment on service using gist (position) where needs @> '{treatment}';
create index service_near_moud on service using gist (position) where needs @> '{moud}';
create index service_near_harm_reduction on service using gist (position) where needs @> '{harm-reduction}';
create index service_near_recovery_support on service using gist (position) where needs @> '{recovery-support}';
create index service_near_shelter on service using gist (position) where needs @> '{shelter}';
create index service_near_other on service using gist (position) where needs @> '{other}';
comment on table service is 'What one provider offers at one site (HSDS service and service_at_location).';
comment on column service.status is 'HSDS words. Only active services are found; a referral to any other is refused.';
comment on column service.needs is 'What it helps with: the words in which a referral asks.';
comment on column service.medicines is 'Medicines for opioid use disorder that it gives. Null: unknown; empty: none.';
comment on column service.payers is 'What it takes; none: people without insurance. Null: unknown, which is not a no.';
comment on column service.fees is 'Help with the cost. Null: unknown.';
comment on column service.languages is 'English names of languages other than English. Null: unknown.';
comment on column service.settings is 'Outpatient, residential and so on. Null: unknown.';
comment on column service.hours is
  'Spans {days: [1 Monday … 7], opens, closes}, local time; closing at or before opening is the next day. Null: unknown.';
comment on column service.organization_id is
  'The organization in Causeway that offers it. Only such a service can receive a referral.';
comment on column service.intake_email is 'Where referrals are announced, if not at the organization''s own address.';
comment on column service.findtreatment_id is 'The listing''s frid at FindTreatment.gov.';
comment on column service.source_codes is 'Everything that the source said in its own codes, for what we do not use yet.';
comment on column service.verified_on is 'When somebody last checked the listing with the place itself. Null: never.';
comment on column service.position is
  'The site''s place as earth_point makes it. Like the next three, kept by a trigger, so that a search reads one table.';
comment on column service.time_zone is 'The site''s.';
comment on column service.words is
  'The words by which it is found, each after a space: its name, its provider''s, its site''s, town, county, state, ZIP code.';
comment on column service.shown_to is
  'The narrowest visibility of the service, its site and its provider: its row holds their position and their words.';

create table service_word (
  word text collate "C" not null,
  service_id uuid not null references service (id),
  is_public boolean not null,
  primary key (word, service_id)
);
comment on table service_word is 'The words of each service one by one, for those that are rare. Kept by triggers.';

create table place (
  jurisdiction_id uuid not null references jurisdiction (id),
  name text not null check (btrim(name) <> ''),
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  primary key (jurisdiction_id, name)
);
comment on table place is
  'A town, neighbourhood or landmark by the name that people of the county use, so that it can be found without a map service.';

create function service_derive() returns trigger language plpgsql as $$
declare
  its_site site;
  its_provider provider;
begin
  select * into its_site from site where id = new.site_id;
  select * into its_provider from provider where id = new.provider_id;
  if its_site.id is null or its_provider.id is null then
    raise exception 'a service needs a site and a provider that whoever writes it may see'
      using errcode = 'foreign_key_violation', constraint = 'service_of_site_and_provider';
  end if;
  new.position := earth_point(its_site.latitude, its_site.longitude);
  new.time_zone := its_site.time_zone;
  new.shown_to := case
    when 'hidden' in (new.visibility, its_site.visibility, its_provider.visibility) then 'hidden'
    when 'partners' in (new.visibility, its_site.visibility, its_provider.visibility) then 'partners'
    else 'public' end;
  new.words := ' ' || array_to_string(listing_words(concat_ws(' ',
    its_provider.name, its_site.name, new.name, its_site.city, its_site.county, its_site.state, its_site.zip)), ' ');
  return new;
end
$$;
comment on function service_derive() is 'Copies what a search needs from the site and the provider.';
create trigger service_derive before insert or update of
  provider_id, site_id, name, visibility, position, time_zone, words, shown_to on service
  for each row execute function service_derive();

create function service_word_add(services uuid[]) returns void language sql as $$
  insert into service_word (word, service_id, is_public)
  select word, id, shown_to = 'public' from service cross join unnest(string_to_array(ltrim(words), ' ')) as word
  where id = any (services) and word <> '';
$$;
comment on function service_word_add(uuid[]) is 'Writes the words of services that have none yet.';

create function service_inserted() returns trigger language plpgsql as $$
begin
  perform service_word_add(array(select id from after));
  return null;
end
$$;
create trigger service_inserted after insert on service
  referencing new table as after for each statement execute function service_inserted();

create function service_updated() returns trigger language plpgsql as $$
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
create trigger service_updated after update on service
  referencing old table as before new table as after for each statement execute function service_updated();

create function provider_updated() returns trigger language plpgsql as $$
begin
  update service set words = '' where provider_id in (
    select after.id from after join before using (id)
    where (after.name, after.visibility) is distinct from (before.name, before.visibility));
  return null;
end
$$;
comment on function provider_updated() is 'A renamed provider renames its services: their own trigger derives them anew.';
create trigger provider_updated after update on provider
  referencing old table as before new table as after for each statement execute function provider_updated();

create function site_updated() returns trigger language plpgsql as $$
begin
  update service set words = '' where site_id in (
    select after.id from after join before using (id)
    where (after.name, after.city, after.county, after.state, after.zip, after.latitude, after.longitude,
        after.time_zone, after.visibility)
      is distinct from (before.name, before.city, before.county, before.state, before.zip, before.latitude,
        before.longitude, before.time_zone, before.visibility));
  return null;
end
$$;
comment on function site_updated() is 'A site that moves takes its services along: their own trigger derives them anew.';
create trigger site_updated after update on site
  referencing old table as before new table as after for each statement execute function site_updated();
