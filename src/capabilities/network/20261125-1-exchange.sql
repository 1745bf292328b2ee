-- What the exchange with other directories (HSDS) needs of the directory.

alter table provider drop constraint provider_source_check,
  add constraint provider_source_check check (source in ('samhsa-list', 'findtreatment', 'hsds', 'member'));
alter table site drop constraint site_source_check,
  add constraint site_source_check check (source in ('samhsa-list', 'findtreatment', 'hsds', 'member'));
alter table service drop constraint service_source_check,
  add constraint service_source_check check (source in ('samhsa-list', 'findtreatment', 'hsds', 'member'));

alter table service add column offering_id uuid;
alter table service disable trigger user;
alter table service no force row level security;
update service set offering_id = id;
alter table service force row level security;
alter table service enable trigger user;
alter table service alter column offering_id set not null;
create index on service (offering_id);
comment on column service.offering_id is
  'The HSDS service of which this is one site: the service''s own id, unless another directory calls it by one of its own.';

create function service_offering() returns trigger language plpgsql as $$
begin
  new.offering_id := coalesce(new.offering_id, new.id);
  return new;
end
$$;
comment on function service_offering() is 'A service is its own offering unless said otherwise.';
create trigger service_offering before insert on service for each row execute function service_offering();

create view listed_service with (security_invoker = true) as
  select s.offering_id, s.id as service_at_location_id, s.provider_id, s.site_id,
    s.name, s.kind, s.status, s.needs, s.medicines, s.payers, s.fees, s.ages, s.genders, s.languages, s.settings,
    s.phone, s.intake_phones, s.hotline, s.website, s.hours, s.verified_on::text as verified_on, s.position, s.words,
    s.source, s.shown_to, s.updated_at
  from service s;
comment on view listed_service is
  'The directory''s services for the exchange with other directories, of those that the actor may see.';

create view listed_site with (security_invoker = true) as
  select id, provider_id, name, street, street2, city, county, state, zip, zip4, latitude, longitude, source, updated_at
  from site where exists (select from service s where s.site_id = site.id);
comment on view listed_site is
  'Sites for the exchange: only where the actor may see a service there, because a site alone may give away a hidden one.';

create view listed_provider with (security_invoker = true) as
  select id, name, website, source, updated_at
  from provider where exists (select from service s where s.provider_id = provider.id);
comment on view listed_provider is
  'Providers for the exchange: only where the actor may see a service of theirs, because a name alone may give away a hidden one.';

grant select on listed_service, listed_site, listed_provider to causeway_app;
