-- What another directory once said of a place gives away what its program keeps now.

drop policy hsds_record_read on hsds_record;
create policy hsds_record_read on hsds_record for select to causeway_app using (
  actor_kind() <> ''
  and not exists (select from unnest(providers) as one
    where not exists (select from service s where s.provider_id = one))
  and not exists (select from unnest(sites) as one
    where not exists (select from service s where s.site_id = one))
  and not exists (select from unnest(offerings) as one
    where not exists (select from service s where s.offering_id = one))
  and not exists (select from unnest(services) as one
    where not exists (select from service s where s.id = one))
  and not exists (select from site where site.id = any (sites) and site.front_door is not null)
  and not exists (select from service s where s.id = any (services) and s.front_door is not null)
  and not exists (select from service s where s.offering_id = any (offerings) and s.front_door is not null));
comment on policy hsds_record_read on hsds_record is
  'What is said of a place is seen by whoever sees the place, and where its program keeps something, by nobody: a phone, an address or a name gives it away as well as its row.';
