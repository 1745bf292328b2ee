-- The ledger of an import: whatever a transaction writes into the directory while an import is in hand is noted by the
-- tables themselves, so that every kind of import, and each that will be, can be taken back in the same way.

create function import_in_hand() returns uuid language plpgsql stable parallel safe as $$
begin
  return nullif(current_setting('causeway.import_id', true), '')::uuid;
end
$$;
comment on function import_in_hand() is 'The import whose transaction this is; null in every other.';

create function import_begin(this_import uuid) returns boolean language plpgsql as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended('network import', 0)) then return false; end if;
  perform set_config('causeway.import_id', this_import::text, true);
  return true;
end
$$;
comment on function import_begin(uuid) is
  'Takes an import in hand until the transaction ends. False while another one writes: imports go one after the other.';

alter table provider drop constraint provider_source_check,
  add constraint provider_source_check check (source in ('samhsa-list', 'findtreatment', 'hsds', 'csv', 'member'));
alter table site drop constraint site_source_check,
  add constraint site_source_check check (source in ('samhsa-list', 'findtreatment', 'hsds', 'csv', 'member'));
alter table service drop constraint service_source_check,
  add constraint service_source_check check (source in ('samhsa-list', 'findtreatment', 'hsds', 'csv', 'member'));

alter table provider add column import_id uuid;
alter table site add column import_id uuid;
alter table service add column import_id uuid,
  add column phone_key text generated always as (
    nullif(right(regexp_replace(phone, '[^0-9]', '', 'g'), 10), '')) stored;
alter table site_listing add column import_id uuid;
alter table hsds_record add column import_id uuid;
alter table provider alter column import_id set default import_in_hand();
alter table site alter column import_id set default import_in_hand();
alter table service alter column import_id set default import_in_hand();
alter table site_listing alter column import_id set default import_in_hand();
alter table hsds_record alter column import_id set default import_in_hand();
create index on service (phone_key) where phone_key is not null;
-- Taking a listing back asks whether a referral names it.
create index on referral (to_service_id);
comment on column provider.import_id is
  'The import that wrote it last, if nobody has changed it since: only then is it taken back with that import.';
comment on column site.import_id is 'As of the provider.';
comment on column service.import_id is 'As of the provider.';
comment on column service.phone_key is 'The last ten digits of the phone, by which an import finds who has the same.';
comment on column site_listing.import_id is 'The import that learned the site under this name.';
comment on column hsds_record.import_id is 'As of the provider.';

create table import_row (
  import_id uuid not null references directory_import (id),
  part text not null,
  id uuid not null,
  before jsonb,
  kept_because text check (kept_because in ('changed', 'in-use')),
  primary key (import_id, part, id)
);
comment on table import_row is 'A row of the directory that an import wrote and that has not been taken back.';
comment on column import_row.part is
  'provider, site, service; hsds: with its kind, a record of the exchange; links: with its kind, to what a record belonged.';
comment on column import_row.before is 'The row as it was. Null: the import added it.';
comment on column import_row.kept_because is
  'Why undoing left it. changed: somebody has changed it since; in-use: something else refers to it.';
grant select, insert, update, delete on import_row to causeway_app;
alter table import_row enable row level security;
alter table import_row force row level security;
create policy import_row_read on import_row for select to causeway_app
  using ((select actor_asks_for_imports()) and kept_because is not null and actor_sees_import(import_id));
create policy import_row_work on import_row for all to causeway_app using ((select actor_imports()));
comment on policy import_row_read on import_row is
  'Managers and administrators see what was left, and why. What a row said before may be of a hidden place; they see the row''s name only where they may see its listing.';
comment on policy import_row_work on import_row is 'Whoever imports writes the ledger, through the triggers.';

-- What the database works out by itself says nothing of who changed a listing.
create function import_facts(listing jsonb) returns jsonb language sql immutable parallel safe
  return listing - array['position', 'words', 'shown_to', 'city_key', 'phone_key', 'time_zone', 'updated_at',
    'import_id', 'providers', 'sites', 'offerings', 'services', 'number'];
comment on function import_facts(jsonb) is 'What a row of the directory says, without what follows from it.';

create function import_mark() returns trigger language plpgsql as $$
begin
  if current_setting('causeway.undoing', true) is distinct from 'yes'
    and new.import_id is distinct from import_in_hand()
    and import_facts(to_jsonb(new)) is distinct from import_facts(to_jsonb(old))
  then new.import_id := import_in_hand(); end if;
  return new;
end
$$;
comment on function import_mark() is 'A listing that somebody changes is no longer as its import left it.';
create trigger import_mark before update on provider for each row execute function import_mark();
create trigger import_mark before update on site for each row execute function import_mark();
create trigger import_mark before update on service for each row execute function import_mark();
create trigger import_mark before update on hsds_record for each row execute function import_mark();

create function import_note_added() returns trigger language plpgsql as $$
begin
  if import_in_hand() is not null then
    insert into import_row (import_id, part, id) select import_in_hand(), tg_argv[0], id from after
    on conflict do nothing;
  end if;
  return null;
end
$$;
comment on function import_note_added() is 'Notes what an import adds.';
create trigger import_added after insert on provider referencing new table as after
  for each statement execute function import_note_added('provider');
create trigger import_added after insert on site referencing new table as after
  for each statement execute function import_note_added('site');
create trigger import_added after insert on service referencing new table as after
  for each statement execute function import_note_added('service');

create function import_note_changed() returns trigger language plpgsql as $$
begin
  if import_in_hand() is not null and current_setting('causeway.undoing', true) is distinct from 'yes' then
    insert into import_row (import_id, part, id, before)
    select import_in_hand(), tg_argv[0], was.id, to_jsonb(was) - array['position', 'words', 'shown_to', 'city_key', 'phone_key']
    from before was join after is_now using (id)
    where import_facts(to_jsonb(was)) is distinct from import_facts(to_jsonb(is_now))
    on conflict do nothing;
  end if;
  return null;
end
$$;
comment on function import_note_changed() is 'Notes how what an import changes was before.';
create trigger import_changed after update on provider referencing old table as before new table as after
  for each statement execute function import_note_changed('provider');
create trigger import_changed after update on site referencing old table as before new table as after
  for each statement execute function import_note_changed('site');
create trigger import_changed after update on service referencing old table as before new table as after
  for each statement execute function import_note_changed('service');

create function import_note_record() returns trigger language plpgsql as $$
begin
  if import_in_hand() is null or current_setting('causeway.undoing', true) is not distinct from 'yes' then
    return null;
  end if;
  if tg_op = 'INSERT' then
    insert into import_row (import_id, part, id) select import_in_hand(), 'hsds:' || kind, id from after
    on conflict do nothing;
  elsif tg_table_name = 'hsds_link' then
    insert into import_row (import_id, part, id, before)
    select import_in_hand(), 'links:' || l.kind, l.id, jsonb_agg(to_jsonb(l)) from before l group by l.kind, l.id
    on conflict do nothing;
  else
    insert into import_row (import_id, part, id, before)
    select import_in_hand(), 'hsds:' || was.kind, was.id, to_jsonb(was)
    from before was join after is_now using (kind, id)
    where was.facts is distinct from is_now.facts
    on conflict do nothing;
  end if;
  return null;
end
$$;
comment on function import_note_record() is 'Notes what an import does to records of the exchange, and to what they belonged.';
create trigger import_added after insert on hsds_record referencing new table as after
  for each statement execute function import_note_record();
create trigger import_changed after update on hsds_record referencing old table as before new table as after
  for each statement execute function import_note_record();
create trigger import_unlinked after delete on hsds_link referencing old table as before
  for each statement execute function import_note_record();

-- A word is written by its service's triggers alone. To have each of a million checked again against the service took
-- a third of an import, and to take a service away had the whole table read.
alter table service_word drop constraint service_word_service_id_fkey;
create function service_removed() returns trigger language plpgsql as $$
begin
  delete from service_word w using before, unnest(string_to_array(ltrim(before.words), ' ')) as its (word)
    where w.service_id = before.id and w.word = its.word collate "C";
  return null;
end
$$;
comment on function service_removed() is 'A service that goes takes its words along.';
-- Word by word: as one list they are no key for the index, because a policy lets only what cannot leak into it.
create or replace function service_updated() returns trigger language plpgsql as $$
declare
  changed uuid[] := array(
    select after.id from after join before using (id)
    where (after.words, after.shown_to) is distinct from (before.words, before.shown_to));
begin
  delete from service_word w using before, unnest(string_to_array(ltrim(before.words), ' ')) as its (word)
    where before.id = any (changed) and w.service_id = before.id and w.word = its.word collate "C";
  perform service_word_add(changed);
  return null;
end
$$;
create trigger service_removed after delete on service
  referencing old table as before for each statement execute function service_removed();

grant delete on provider, site, service, site_listing to causeway_app;
create policy provider_import_add on provider for insert to causeway_app with check ((select actor_imports()));
create policy provider_import_change on provider for update to causeway_app using ((select actor_imports()));
create policy provider_import_drop on provider for delete to causeway_app
  using ((select actor_imports()) and import_id is not null);
create policy site_import_add on site for insert to causeway_app with check ((select actor_imports()));
create policy site_import_change on site for update to causeway_app using ((select actor_imports()));
create policy site_import_drop on site for delete to causeway_app
  using ((select actor_imports()) and import_id is not null);
create policy service_import_add on service for insert to causeway_app with check ((select actor_imports()));
create policy service_import_change on service for update to causeway_app using ((select actor_imports()));
create policy service_import_drop on service for delete to causeway_app
  using ((select actor_imports()) and import_id is not null);
drop policy site_listing_import on site_listing;
drop policy hsds_record_work on hsds_record;
drop policy hsds_link_work on hsds_link;
create policy site_listing_import_job on site_listing for all to causeway_app using ((select actor_imports()));
create policy service_word_import_add on service_word for insert to causeway_app with check ((select actor_imports()));
create policy service_word_import_drop on service_word for delete to causeway_app using ((select actor_imports()));
create policy hsds_record_import on hsds_record for all to causeway_app using ((select actor_imports()));
create policy hsds_link_import on hsds_link for all to causeway_app using ((select actor_imports()));
comment on policy provider_import_drop on provider is 'What an import added, and nobody has changed, can be taken back.';
comment on policy site_import_drop on site is 'What an import added, and nobody has changed, can be taken back.';
comment on policy service_import_drop on service is 'What an import added, and nobody has changed, can be taken back.';
comment on policy provider_import_add on provider is 'The job that works off an import writes as the operator would.';
comment on policy provider_import_change on provider is 'The job that works off an import writes as the operator would.';
comment on policy site_import_add on site is 'The job that works off an import writes as the operator would.';
comment on policy site_import_change on site is 'The job that works off an import writes as the operator would.';
comment on policy service_import_add on service is 'The job that works off an import writes as the operator would.';
comment on policy service_import_change on service is 'The job that works off an import writes as the operator would.';
comment on policy site_listing_import_job on site_listing is 'The job that works off an import reads and writes it too.';
comment on policy service_word_import_add on service_word is 'Whoever imports a listing writes its words, through the triggers.';
comment on policy service_word_import_drop on service_word is 'Whoever takes a listing back takes its words, through the triggers.';
comment on policy hsds_record_import on hsds_record is 'The job that works off an import reads and writes every record.';
comment on policy hsds_link_import on hsds_link is 'The job that works off an import reads and writes every link.';
