-- Taking an import back, some rows at a time, so that no statement lasts.

create function import_remove(from_table regclass, ids uuid[]) returns uuid[] language plpgsql as $$
declare
  half integer := cardinality(ids) / 2;
begin
  if cardinality(ids) = 0 then return '{}'; end if;
  execute format('delete from %s where id = any ($1)', from_table) using ids;
  return '{}';
exception when foreign_key_violation then
  -- Somewhere among them is one that something refers to; what, only its own table's policies may tell.
  if cardinality(ids) = 1 then return ids; end if;
  return import_remove(from_table, ids[:half]) || import_remove(from_table, ids[half + 1:]);
end
$$;
comment on function import_remove(regclass, uuid[]) is 'Removes rows, and gives the ids of those that something still refers to.';

create function import_restore(into_table regclass, this_import uuid, ids uuid[]) returns void language plpgsql as $$
declare
  settings text := (
    select string_agg(format('%1$I = was.%1$I', attname), ', ') from pg_attribute
    where attrelid = into_table and attnum > 0 and not attisdropped and attgenerated = ''
      and attname not in ('id', 'created_at', 'position', 'words', 'shown_to'));
begin
  execute format($q$
    update %1$s kept set %2$s
    from import_row r join %1$s base on base.id = r.id
      cross join lateral jsonb_populate_record(base, r.before) was
    where r.import_id = $1 and r.part = $3 and r.id = any ($2) and kept.id = base.id$q$, into_table, settings)
  using this_import, ids, into_table::text;
end
$$;
comment on function import_restore(regclass, uuid, uuid[]) is
  'Writes rows as the ledger says that they were. A column that has come since keeps what it holds.';

create function import_undo_listings(this_import uuid, its_part text, ids uuid[], out removed integer, out restored integer)
  language plpgsql as $$
declare
  untouched uuid[];
  added uuid[];
  in_use uuid[];
begin
  execute format('select coalesce(array_agg(id), ''{}'') from %I where id = any ($1) and import_id = $2', its_part)
    into untouched using ids, this_import;
  execute format($q$update import_row r set kept_because = 'changed' where r.import_id = $1 and r.part = $2
    and r.id = any ($3) and not r.id = any ($4) and exists (select from %I t where t.id = r.id)$q$, its_part)
    using this_import, its_part, ids, untouched;
  added := array(select id from import_row where import_id = this_import and part = its_part
    and id = any (untouched) and before is null);
  if its_part = 'site' then
    -- Another list may have learned an added site under a further name; without the site that name leads nowhere.
    delete from site_listing l where l.site_id = any (added)
      and not exists (select from service s where s.site_id = l.site_id);
  end if;
  in_use := import_remove(its_part::regclass, added);
  update import_row set kept_because = 'in-use'
    where import_id = this_import and part = its_part and id = any (in_use);
  removed := cardinality(added) - cardinality(in_use);
  restored := cardinality(untouched) - cardinality(added);
  perform import_restore(its_part::regclass, this_import,
    array(select id from unnest(untouched) as id where not id = any (added)));
  delete from import_row where import_id = this_import and part = its_part and id = any (ids) and kept_because is null;
  perform hsds_settle(ids);
end
$$;
comment on function import_undo_listings(uuid, text, uuid[]) is
  'Takes back providers, sites or services: removes what was added, writes what was changed as it was, leaves what somebody has changed since or refers to.';

create function import_undo_records(this_import uuid, its_part text, ids uuid[], out removed integer, out restored integer)
  language plpgsql as $$
declare
  its_kind text := substr(its_part, 6);
  untouched uuid[] := array(
    select id from hsds_record r where r.kind = its_kind and r.id = any (ids) and r.import_id = this_import);
  added uuid[] := array(select id from import_row where import_id = this_import and part = its_part
    and id = any (untouched) and before is null);
  parents uuid[] := array(select distinct parent from hsds_link l where l.kind = its_kind and l.id = any (untouched));
begin
  update import_row r set kept_because = 'changed' where r.import_id = this_import and r.part = its_part
    and r.id = any (ids) and not r.id = any (untouched)
    and exists (select from hsds_record h where h.kind = its_kind and h.id = r.id);
  delete from hsds_link l where l.kind = its_kind and l.id = any (untouched);
  delete from hsds_record r where r.kind = its_kind and r.id = any (added);
  update hsds_record h set facts = r.before -> 'facts', number = (r.before ->> 'number')::integer,
      import_id = (r.before ->> 'import_id')::uuid, updated_at = (r.before ->> 'updated_at')::timestamptz
    from import_row r where r.import_id = this_import and r.part = its_part and r.id = any (untouched)
      and r.before is not null and h.kind = its_kind and h.id = r.id;
  insert into hsds_link select was.* from import_row r
    cross join lateral jsonb_populate_recordset(null::hsds_link, r.before) was
    where r.import_id = this_import and r.part = 'links:' || its_kind
      and r.id = any (untouched) and not r.id = any (added);
  parents := parents || array(select distinct parent from hsds_link l where l.kind = its_kind and l.id = any (untouched));
  removed := cardinality(added);
  restored := cardinality(untouched) - cardinality(added);
  delete from import_row where import_id = this_import and part in (its_part, 'links:' || its_kind)
    and id = any (ids) and kept_because is null;
  perform hsds_settle(parents);
end
$$;
comment on function import_undo_records(uuid, text, uuid[]) is 'The same for records of the exchange, with to what they belonged.';

create function import_undo_some(
    this_import uuid, its_part text, after_id uuid, most integer,
    out removed integer, out restored integer, out looked_at integer, out last_id uuid)
  language plpgsql as $$
declare
  ids uuid[] := array(select r.id from import_row r
    where r.import_id = this_import and r.part = its_part and (after_id is null or r.id > after_id)
    order by r.id limit most);
begin
  perform set_config('causeway.undoing', 'yes', true);
  looked_at := cardinality(ids);
  last_id := ids[looked_at];
  if its_part ~ '^hsds:' then
    select u.removed, u.restored into removed, restored from import_undo_records(this_import, its_part, ids) u;
  else
    select u.removed, u.restored into removed, restored from import_undo_listings(this_import, its_part, ids) u;
  end if;
end
$$;
comment on function import_undo_some(uuid, text, uuid, integer) is
  'Takes some rows of one part of an import back, in the order of their ids, after the one where it was left.';

create function import_forget_names(this_import uuid) returns void language sql as $$
  delete from site_listing l where l.import_id = this_import and not exists (
    select from import_row r where r.import_id = this_import and r.part = 'site' and r.id = l.site_id);
$$;
comment on function import_forget_names(uuid) is
  'Forgets under which names an import learned sites, except of those that it added and that stay: so that the list does not double them.';
