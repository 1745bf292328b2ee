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
      (closes_at + case when closes_at <= opens_at then 1440 else 0 end + 14) / 15 as past) as shown
    cross join lateral unnest(case when rule is null then days else '{1, 2, 3, 4, 5, 6, 7}'::integer[] end) as day
    cross join lateral (select (day - 1) * 96 + first as at, past - first as quarters) as place);
comment on function week_of_hours(jsonb) is
  'The quarters of an hour of a week, from Monday midnight on, in which a door may be open by the clock on its wall. Days by a rule count as every day.';

alter table service add column open_week bit(672)
  generated always as (week_of_hours(coalesce(intake_hours, hours))) stored;
comment on column service.open_week is
  'When somebody may be taken in: enough to pass over doors that are surely shut, so that a search reads few hours. Null: unknown.';

create function may_be_open(week bit(672), shown timestamp) returns boolean
  language sql immutable parallel safe
  return week is not null and (
    get_bit(week, (extract(isodow from shown)::integer - 1) * 96
      + extract(hour from shown)::integer * 4 + extract(minute from shown)::integer / 15) = 1
    or get_bit(week, ((extract(isodow from shown)::integer - 1) * 96
      + extract(hour from shown)::integer * 4 + extract(minute from shown)::integer / 15 + 668) % 672) = 1);
comment on function may_be_open(bit, timestamp) is
  'Whether a door may be open at a time by the clock on its wall, or was an hour before: when clocks go forward, closing moves on by an hour.';

create function list_service_news(ids uuid[], at timestamptz)
  returns table (service_id uuid, closures jsonb, room jsonb)
  language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  return query
    select news.id, jsonb_agg(news.closure) filter (where news.closure is not null),
      jsonb_agg(news.report) filter (where news.report is not null)
    from (
      select c.service_id as id, jsonb_build_object('fromOn', c.from_on, 'untilOn', c.until_on) as closure,
        null::jsonb as report
      from closure c
      where c.service_id = any (ids) and c.until_on >= (at - interval '2 days')::date
        and c.from_on <= (at + interval '10 days')::date
      union all
      select r.service_id, null, jsonb_build_object('level', r.level, 'open', r.open, 'isOpen', r.is_open,
        'waitlistDays', r.waitlist_days, 'asOf', r.as_of)
      from unnest(ids) as one
      cross join unnest(array['detox', 'residential', 'outpatient', 'moud-start', 'shelter', 'other']) as kind
      cross join lateral (
        select * from capacity_report c where c.service_id = one and c.level = kind order by c.as_of desc limit 1) as r
    ) as news
    group by news.id;
end
$$;
comment on function list_service_news(uuid[], timestamptz) is
  'Of these services, those that are shut on a day around now, and the newest word on the room at each level. Under the policies of closures and reports.';
