-- What other directories say in the words of HSDS 3.1, beyond what the directory itself keeps. The directory (provider,
-- site, service) decides wherever both speak of the same thing; a record never overrules it.

create table hsds_record (
  kind text not null check (kind in (
    'organization', 'program', 'service', 'attribute', 'service_at_location', 'location', 'phone', 'contact',
    'address', 'schedule', 'funding', 'service_area', 'required_document', 'language', 'accessibility',
    'taxonomy_term', 'metadata', 'meta_table_description', 'cost_option', 'organization_identifier', 'taxonomy',
    'service_capacity', 'unit', 'url')),
  id uuid not null,
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  number integer not null,
  providers uuid[] not null default '{}',
  sites uuid[] not null default '{}',
  offerings uuid[] not null default '{}',
  services uuid[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (kind, id)
);
comment on table hsds_record is
  'One HSDS 3.1 object as another directory says it, without what lies in it. What the directory says itself counts first.';
comment on column hsds_record.kind is 'The name of its HSDS schema.';
comment on column hsds_record.facts is 'Its attributes by their HSDS names.';
comment on column hsds_record.number is 'Where it stood in the file, so that lists are given back in their order.';
comment on column hsds_record.providers is
  'The providers, and in the next three the sites, services and services at a site, to which it belongs in the directory, however deep.';

create table hsds_link (
  parent_kind text not null check (parent_kind in ('organization', 'location', 'service', 'service_at_location')),
  parent uuid not null,
  kind text not null,
  id uuid not null,
  is_near boolean not null,
  in_directory boolean not null default false,
  primary key (parent, parent_kind, kind, id),
  foreign key (kind, id) references hsds_record (kind, id) on delete cascade
);
create index on hsds_link (kind, id);
comment on table hsds_link is
  'To which organization, location, service or service at a location a record belongs, however deep it lies in it.';
comment on column hsds_link.is_near is
  'Whether no other of the four lies between, so that a page of organizations need not read their services'' phones.';
comment on column hsds_link.in_directory is 'Whether the directory keeps that too, and so decides who may see it.';

grant select, insert, update, delete on hsds_record, hsds_link to causeway_app;

-- Written out rather than as functions: a page of a hundred services asks this of thousands of rows.
alter table hsds_record enable row level security;
alter table hsds_record force row level security;
create policy hsds_record_read on hsds_record for select to causeway_app using (
  actor_kind() <> ''
  and not exists (select from unnest(providers) as one
    where not exists (select from service s where s.provider_id = one))
  and not exists (select from unnest(sites) as one
    where not exists (select from service s where s.site_id = one))
  and not exists (select from unnest(offerings) as one
    where not exists (select from service s where s.offering_id = one))
  and not exists (select from unnest(services) as one
    where not exists (select from service s where s.id = one)));
create policy hsds_record_work on hsds_record for all to causeway_app using (actor_kind() = 'operator');
comment on policy hsds_record_read on hsds_record is
  'What is said of a place is seen by whoever sees the place: a phone, an address or a name gives it away as well as its row.';
comment on policy hsds_record_work on hsds_record is 'Imports, which the operator runs, read and write every record.';

alter table hsds_link enable row level security;
alter table hsds_link force row level security;
create policy hsds_link_read on hsds_link for select to causeway_app using (
  actor_kind() <> '' and (not in_directory or case parent_kind
    when 'organization' then exists (select from service s where s.provider_id = parent)
    when 'location' then exists (select from service s where s.site_id = parent)
    when 'service' then exists (select from service s where s.offering_id = parent)
    else exists (select from service s where s.id = parent) end));
create policy hsds_link_work on hsds_link for all to causeway_app using (actor_kind() = 'operator');
comment on policy hsds_link_read on hsds_link is 'That something belongs to a place is seen by whoever sees the place.';
comment on policy hsds_link_work on hsds_link is 'Imports, which the operator runs, read and write every link.';

create function hsds_settle(touched uuid[]) returns void language sql as $$
  update hsds_link set in_directory = not in_directory
  where parent = any (touched) and in_directory <> case parent_kind
    when 'organization' then exists (select from provider where provider.id = parent)
    when 'location' then exists (select from site where site.id = parent)
    when 'service' then exists (select from service s where s.offering_id = parent)
    else exists (select from service s where s.id = parent) end;
  update hsds_record r set providers = a.providers, sites = a.sites, offerings = a.offerings, services = a.services
  from (
    select l.kind, l.id,
      coalesce(array_agg(l.parent order by l.parent) filter (where l.parent_kind = 'organization' and l.in_directory), '{}') as providers,
      coalesce(array_agg(l.parent order by l.parent) filter (where l.parent_kind = 'location' and l.in_directory), '{}') as sites,
      coalesce(array_agg(l.parent order by l.parent) filter (where l.parent_kind = 'service' and l.in_directory), '{}') as offerings,
      coalesce(array_agg(l.parent order by l.parent) filter (where l.parent_kind = 'service_at_location' and l.in_directory), '{}')
        as services
    from hsds_link l
    where (l.kind, l.id) in (select t.kind, t.id from hsds_link t where t.parent = any (touched))
    group by l.kind, l.id
  ) a
  where r.kind = a.kind and r.id = a.id
    and (r.providers, r.sites, r.offerings, r.services)
      is distinct from (a.providers, a.sites, a.offerings, a.services);
$$;
comment on function hsds_settle(uuid[]) is
  'Finds out anew which records belong to what the directory keeps, for everything that belongs to one of these.';
