import type pg from 'pg'
import { derivedId } from '#kernel/ids.ts'
import { TERMS } from '../../src/capabilities/hsds/profile-terms.ts'

/** Ids of parts follow from what they are parts of, by SHA-1: it has to be computed, here as there. */
const FUNCTIONS = `
create or replace function pg_temp.derived(kind text, name text) returns uuid language sql immutable as $$
  select encode(set_byte(set_byte(h, 6, (get_byte(h, 6) & 15) | 80), 8, (get_byte(h, 8) & 63) | 128), 'hex')::uuid
  from (select substring(digest(decode('6f1e6f0c58f54d2e9d5e3f0a1c7b2a10', 'hex') || convert_to(kind || ' ' || name, 'UTF8'), 'sha1') for 16) as h) x
$$;
create temporary table own_term (aspect text, word text, id uuid, facts jsonb, primary key (aspect, word));`

const part = (kind: string, owner: string, which: string): string =>
  `pg_temp.derived('hsds ${kind}', ${owner} || ' ' || ${which})`

const terms = (column: string): string =>
  `select s.id as service_id, t.id, t.facts, ${ORDER.indexOf(column)} as aspect, n.at
   from page s cross join unnest(case when s.${column} = '{}' then array['nothing'] else s.${column} end) with ordinality as n (word, at)
   join own_term t on t.aspect = '${column}' and t.word = n.word`
const ORDER = ['needs', 'medicines', 'payers', 'fees', 'ages', 'genders', 'settings', 'kind']

const location = `jsonb_strip_nulls(jsonb_build_object(
  'id', l.id, 'location_type', case when l.street is null then 'virtual' else 'physical' end, 'name', l.name,
  'description', case when l.street is null then l.city || ', ' || l.state || '. The address is not published.' end,
  'latitude', case when l.street is not null then l.latitude end,
  'longitude', case when l.street is not null then l.longitude end,
  'addresses', case when l.street is not null then jsonb_build_array(jsonb_build_object(
    'id', ${part('address', 'l.id', "'main'")}, 'address_1', l.street, 'address_2', l.street2, 'city', l.city,
    'region', l.county, 'state_province', l.state,
    'postal_code', l.zip || coalesce('-' || l.zip4, ''), 'country', 'US', 'address_type', 'physical')) end))`

const TEXT = `
with page as materialized (
  select * from service where shown_to = 'public' order by id limit $2 offset ($1 - 1) * $2
), attributes as (
  select service_id, jsonb_agg(jsonb_build_object('id', ${part('attribute', 'service_id', 'id')},
    'link_entity', 'service', 'taxonomy_term', facts) order by aspect, at) as list
  from (${ORDER.slice(0, 7).map(terms).join(' union all ')}
    union all select s.id, t.id, t.facts, 7, 1 from page s join own_term t on t.aspect = 'kind' and t.word = s.kind) x
  group by service_id
), organizations as (
  select p.id, jsonb_strip_nulls(jsonb_build_object('id', p.id, 'name', p.name, 'description', 'No description is known.',
    'website', p.website, 'locations', (select jsonb_agg(${location} order by l.id) from site l
      where l.provider_id = p.id and exists (select from service s where s.site_id = l.id and s.shown_to = 'public')))) as json
  from provider p where p.id in (select provider_id from page)
), contents as (
  select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
    'id', s.id, 'name', s.name, 'url', s.website, 'status', replace(s.status, '-', ' '),
    'assured_date', s.verified_on,
    'last_modified', to_char(s.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'phones', (select jsonb_agg(jsonb_strip_nulls(phone)) from (
      select jsonb_build_object('id', ${part('phone', 's.id', "'main'")}, 'number', s.phone, 'type', 'voice') as phone where s.phone <> ''
      union all select jsonb_build_object('id', ${part('phone', 's.id', "'intake ' || (at - 1)")}, 'number', n, 'type', 'voice', 'description', 'Intake')
        from unnest(s.intake_phones) with ordinality as i (n, at)
      union all select jsonb_build_object('id', ${part('phone', 's.id', "'hotline'")}, 'number', s.hotline, 'type', 'hotline') where s.hotline <> '') x),
    'schedules', (select jsonb_agg(jsonb_build_object('id', ${part('schedule', 's.id', '(at - 1)')}, 'freq', 'WEEKLY',
        'byday', (select string_agg((array['MO','TU','WE','TH','FR','SA','SU'])[day::int], ',' order by o)
          from jsonb_array_elements_text(span -> 'days') with ordinality as d (day, o)),
        'opens_at', span ->> 'opens', 'closes_at', replace(span ->> 'closes', '24:00', '00:00')) order by at)
      from jsonb_array_elements(s.hours) with ordinality as h (span, at)),
    'languages', (select jsonb_agg(jsonb_build_object('id', ${part('language', 's.id', 'n')}, 'name', n) order by at)
      from unnest(s.languages) with ordinality as i (n, at)),
    'attributes', a.list,
    'service_at_locations', jsonb_build_array(jsonb_build_object('id', s.id, 'location', ${location})),
    'organization', o.json)) order by s.id) as list
  from page s join site l on l.id = s.site_id join organizations o on o.id = s.provider_id
  left join attributes a on a.service_id = s.id
), total as (select count(*) from service where shown_to = 'public')
select jsonb_build_object('total_items', count, 'total_pages', ceil(count::numeric / $2), 'page_number', $1,
  'size', jsonb_array_length(list), 'first_page', $1 = 1, 'last_page', $1 >= ceil(count::numeric / $2), 'empty', false,
  'contents', list)::text as answer
from contents, total`

let isReady = false

/** A page of whole services as the API answers it, by the superuser, past every policy, with no records from elsewhere. */
export const bareHsds = async (client: pg.Client, page: number, perPage: number): Promise<string> => {
  if (!isReady) {
    await client.query('create extension if not exists pgcrypto')
    await client.query(FUNCTIONS)
    for (const { aspect, word, facts } of TERMS.values()) {
      const { taxonomy_id: _, ...rest } = facts
      const taxonomy = {
        id: derivedId('hsds taxonomy', 'causeway'),
        name: facts.taxonomy,
        description:
          'What helps to choose a service for a person: needs, medicines, payers, fees, ages, genders and settings.',
        version: '1',
      }
      await client.query('insert into own_term values ($1, $2, $3, $4)', [
        aspect,
        word,
        facts.id,
        JSON.stringify({ ...rest, taxonomy_detail: taxonomy }),
      ])
    }
    await client.query('analyze own_term')
    isReady = true
  }
  const { rows } = await client.query<{ answer: string }>({
    name: 'hsds page',
    text: TEXT,
    values: [page, perPage],
  })
  return rows[0]?.answer ?? ''
}
