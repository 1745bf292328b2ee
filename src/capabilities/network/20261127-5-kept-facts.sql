-- Facts that a program tells only some, and what must not give them away.

create table kept_fact (
  id uuid primary key,
  site_id uuid not null references site (id),
  service_id uuid references service (id),
  fact text not null check (fact in ('address', 'phone', 'hours', 'cost', 'languages', 'offers')),
  value jsonb not null check (jsonb_typeof(value) = 'object'),
  audiences text[] not null check (audiences <@ array['coordinators', 'partners', 'police']),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((fact = 'address') = (service_id is null)),
  unique nulls not distinct (site_id, service_id, fact)
);
create index on kept_fact (service_id);
comment on table kept_fact is
  'What a program tells only some: the true value of a fact, of which the row of its site or service holds nothing, or the front door. So no search, distance, map, count, export or interface can give it away.';
comment on column kept_fact.service_id is 'Null: of the site, as its address is.';
comment on column kept_fact.value is 'By column of the site or the service, as they would stand in the row.';
comment on column kept_fact.audiences is 'Who is told, of those who see the listing. Its own organization always is; what the public is told is not kept.';

grant select, insert, update, delete on kept_fact to causeway_app;
alter table kept_fact enable row level security;
alter table kept_fact force row level security;
create policy kept_fact_read on kept_fact for select to causeway_app using (
  audiences && (select actor_audiences()) and exists (
    select from service s where s.site_id = kept_fact.site_id
      and (kept_fact.service_id is null or s.id = kept_fact.service_id)));
create policy kept_fact_own on kept_fact for all to causeway_app using (actor_speaks_at(site_id, service_id));
comment on policy kept_fact_read on kept_fact is 'A kept fact is told to its audiences, as far as they see the listing.';
comment on policy kept_fact_own on kept_fact is 'The program itself reads and writes what it keeps, and the operator, who fills the directory for it.';

create function listing_has_front_door(this_service uuid) returns boolean
  language sql stable
  return exists (
    select from service s join site on site.id = s.site_id
    where s.id = this_service and (s.front_door is not null or site.front_door is not null));
comment on function listing_has_front_door(uuid) is 'Whether something of a listing is kept, so that its earlier facts give that away.';

drop policy listing_change_read on listing_change;
create policy listing_change_read on listing_change for select to causeway_app using (
  actor_kind() in ('member', 'operator', 'job') and actor_sees_listing(service_id)
  and (not listing_has_front_door(service_id) or exists (
    select from service s where s.id = service_id and actor_speaks_for(s.organization_id))));
comment on policy listing_change_read on listing_change is
  'Members see who changed what of the listings that they see; where a program keeps something, it alone does: what was before gives away what is kept.';


create view listed_offer with (security_invoker = true) as
  select s.id as service_id, provider.name as provider_name, site.name as site_name, s.name as service_name,
    s.needs, s.medicines, s.moud, s.settings, s.asam_levels, s.offers, s.phone,
    site.street, site.city, site.county, site.state, site.zip, site.latitude, site.longitude
  from service s
  join site on site.id = s.site_id
  join provider on provider.id = s.provider_id
  where s.status = 'active';
comment on view listed_offer is 'Who offers what and where, for maps and counts, of those that the actor may see.';
grant select on listed_offer to causeway_app;
