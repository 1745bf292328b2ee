-- What a search for one person asks of the database besides: whether a door may be open, and what is new of a place.

create function week_of_hours(hours jsonb) returns bit(672)
  language sql immutable strict parallel safe
  return (
    select coalesce(bit_or(
        (~0::bit(672) << (672 - quarters)) >> at
        | case when at + quarters > 672 then ~0::bit(672) << (1344 - at - quarters) else 0::bit(672) end), 0::bit(672))
    from jsonb_to_recordset(hours) as span (days integer[], opens text, closes text, rule text)
    cross join lateral (select
      substr(opens, 1, 2)::integer * 60 + substr(opens, 4, 2)::integer as opens_at,
      substr(closes, 1, 2)::integer * 60 + substr(closes, 4, 2)::integer as closes_at) as minutes
    cross join lateral (select
      opens_at / 15 as first,
      (closes_at + case when closes_at <= opens_at then 1440 else 0 end + 60 + 14) / 15 as past) as shown
    cross join lateral unnest(case when rule is null then days else '{1, 2, 3, 4, 5, 6, 7}'::integer[] end) as day
    cross join lateral (select (day - 1) * 96 + first as at, past - first as quarters) as place);
comment on function week_of_hours(jsonb) is
  'The quarters of an hour of a week, from Monday midnight on, in which a door may be open by the clock on its wall. Days by a rule count as every day, and each end an hour later, because on the night on which clocks go forward it is.';

alter table service add column open_week bit(672)
  generated always as (coalesce(
    week_of_hours(hours) | week_of_hours(intake_hours), week_of_hours(intake_hours), week_of_hours(hours))) stored;
comment on column service.open_week is
  'When its door may be open or somebody taken in: enough to pass over doors that are surely shut, so that a search reads few hours. Null: unknown.';

create index service_near_hours on service using gist (position) where open_week is not null;

alter table service add column closures jsonb;
comment on column service.closures is
  'Its closures that are not over, first and last day of each. Kept by a trigger, so that a search reads one table. Null: none.';

create function closure_changed() returns trigger language plpgsql as $$
begin
  update service s set closures = (
    select jsonb_agg(jsonb_build_object('fromOn', c.from_on, 'untilOn', c.until_on) order by c.from_on)
    from closure c where c.service_id = s.id and c.until_on >= current_date - 2)
  where s.id in (old.service_id, new.service_id);
  return null;
end
$$;
comment on function closure_changed() is
  'Writes a service''s closures into its row. Whoever may say when it is shut may change the listing, so it runs under their policies.';
create trigger closure_changed after insert or update or delete on closure
  for each row execute function closure_changed();

create function list_found_services(ids uuid[])
  returns table (service_id uuid, site_id uuid, organization_id uuid, provider_name text, site_name text,
    service_name text, kind text, street text, street2 text, city text, state text, zip text,
    latitude double precision, longitude double precision, time_zone text, needs text[], medicines text[],
    takes text[], fees text[], phone text, source text, verified_on text, room jsonb)
  language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  return query
    select s.id, s.site_id, s.organization_id, provider.name, site.name, s.name, s.kind, site.street, site.street2,
      site.city, site.state, site.zip, site.latitude, site.longitude, site.time_zone, s.needs, s.medicines, s.payers,
      s.fees, s.phone, s.source, s.verified_on::text, said.room
    from service s
    join site on site.id = s.site_id
    join provider on provider.id = s.provider_id
    cross join lateral (
      select jsonb_agg(jsonb_build_object('level', r.level, 'open', r.open, 'isOpen', r.is_open,
        'waitlistDays', r.waitlist_days, 'asOf', r.as_of)) as room
      from unnest(array['detox', 'residential', 'outpatient', 'moud-start', 'shelter', 'other']) as each_level
      cross join lateral (
        select * from capacity_report c where c.service_id = s.id and c.level = each_level order by c.as_of desc limit 1) as r
    ) as said
    where s.id = any (ids);
end
$$;
comment on function list_found_services(uuid[]) is
  'list_service_cards with the newest word on the room at each level. Its plan is kept, and it runs under the policies of what it reads.';

create function list_room(ids uuid[], this_level text)
  returns table (service_id uuid, open integer, is_open boolean, waitlist_days integer, as_of timestamptz)
  language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  return query
    select r.service_id, r.open, r.is_open, r.waitlist_days, r.as_of
    from unnest(ids) as one
    cross join lateral (
      select * from capacity_report c where c.service_id = one and c.level = this_level order by c.as_of desc limit 1) as r;
end
$$;
comment on function list_room(uuid[], text) is
  'The newest word on the room at a level, of those of these services on which there is one. Under the policies of the reports.';
