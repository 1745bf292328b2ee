-- Who sees and who keeps which part of the directory.

create function actor_is_partner() returns boolean
  language sql stable parallel safe
  return actor_kind() in ('member', 'token') and exists (
    select from organization o where o.id = actor_organization_id() and not o.is_criminal_justice);
comment on function actor_is_partner() is
  'Whether the actor acts for an organization outside criminal justice: who may see listings kept among partners.';

create function actor_keeps_listing(owner uuid) returns boolean
  language sql stable parallel safe
  return actor_kind() = 'operator' or (actor_kind() = 'member' and (
    coalesce(owner = actor_organization_id(), false)
    or (actor_roles() && array['manager', 'administrator'] and (owner is null or exists (
      select from organization o where o.id = owner and o.jurisdiction_id = actor_jurisdiction_id())))));
comment on function actor_keeps_listing(uuid) is
  'Whether the actor may change a listing of this organization (null: one of nobody who takes part).';

grant select, insert, update on provider, site, service, place to causeway_app;
grant select, insert on site_listing to causeway_app;
grant select, insert, delete on service_word to causeway_app;
grant delete on place to causeway_app;

-- Functions with a query in them are not opened by the planner. As bare conditions these took longer to plan than a
-- whole search takes to run, though hardly a listing is anything but public.
create function actor_sees_service(shown_to text, owner uuid) returns boolean
  language sql stable
  return owner is not distinct from actor_organization_id() and owner is not null
    or shown_to = 'partners' and (select actor_is_partner());
comment on function actor_sees_service(text, uuid) is
  'Whether the actor may see a service that is not public: its own organization''s, or among partners.';

alter table service enable row level security;
alter table service force row level security;
create policy service_public on service for select to causeway_app
  using (shown_to = 'public' and actor_kind() <> '');
create policy service_others on service for select to causeway_app
  using (shown_to <> 'public' and actor_sees_service(shown_to, organization_id));
create policy service_work on service for select to causeway_app
  using (actor_kind() in ('operator', 'job'));
create policy service_add on service for insert to causeway_app
  with check (actor_keeps_listing(organization_id));
create policy service_change on service for update to causeway_app
  using (actor_keeps_listing(organization_id)) with check (actor_keeps_listing(organization_id));
comment on policy service_public on service is 'The directory is public.';
comment on policy service_others on service is
  'An organization sees its own listings, hidden or not. Some are for partners alone: police and prosecutors are not shown them.';
comment on policy service_work on service is 'Imports and announcements reach every listing.';
comment on policy service_add on service is 'Listings are added by the operator, by managers, and by organizations for themselves.';
comment on policy service_change on service is
  'Listings are changed by those who may add them, and cannot be handed to an organization for which one does not act.';

create function actor_keeps_site(this_site uuid) returns boolean
  language sql stable
  return actor_kind() = 'operator' or (
    exists (select from service s where s.site_id = this_site) and not exists (
      select from service s where s.site_id = this_site and not actor_keeps_listing(s.organization_id)));
comment on function actor_keeps_site(uuid) is 'Whether the actor may change a site: only if they see a service there, and every one that they see is theirs to change.';

create function actor_keeps_provider(this_provider uuid) returns boolean
  language sql stable
  return actor_kind() = 'operator' or (
    exists (select from service s where s.provider_id = this_provider) and not exists (
      select from service s where s.provider_id = this_provider and not actor_keeps_listing(s.organization_id)));
comment on function actor_keeps_provider(uuid) is 'Whether the actor may change a provider: only if they see a service of it, and every one that they see is theirs to change.';

create function actor_sees_site(this_site uuid, visibility text) returns boolean
  language sql stable
  return visibility = 'partners' and actor_is_partner() or exists (
    select from service s where s.site_id = this_site and s.organization_id = actor_organization_id());
comment on function actor_sees_site(uuid, text) is
  'Whether the actor may see a site that is not public: of its own organization''s services, or among partners.';

alter table site enable row level security;
alter table site force row level security;
create policy site_public on site for select to causeway_app
  using (visibility = 'public' and actor_kind() <> '');
create policy site_others on site for select to causeway_app
  using (visibility <> 'public' and actor_sees_site(id, visibility));
create policy site_work on site for select to causeway_app using (actor_kind() in ('operator', 'job'));
create policy site_add on site for insert to causeway_app with check (actor_keeps_listing(null));
create policy site_change on site for update to causeway_app using (actor_keeps_site(id));
comment on policy site_public on site is 'The directory is public.';
comment on policy site_others on site is
  'An organization sees the sites of its own services. Places that must not be located by everybody are shown to partners, never to police.';
comment on policy site_work on site is 'Imports and announcements reach every site.';
comment on policy site_add on site is 'The operator and managers add sites.';
comment on policy site_change on site is 'Nobody moves a site from under another organization''s service.';

create function actor_sees_provider(this_provider uuid, visibility text) returns boolean
  language sql stable
  return visibility = 'partners' and actor_is_partner() or exists (
    select from service s where s.provider_id = this_provider and s.organization_id = actor_organization_id());
comment on function actor_sees_provider(uuid, text) is
  'Whether the actor may see a provider that is not public: of its own organization''s services, or among partners.';

alter table provider enable row level security;
alter table provider force row level security;
create policy provider_public on provider for select to causeway_app
  using (visibility = 'public' and actor_kind() <> '');
create policy provider_others on provider for select to causeway_app
  using (visibility <> 'public' and actor_sees_provider(id, visibility));
create policy provider_work on provider for select to causeway_app using (actor_kind() in ('operator', 'job'));
create policy provider_add on provider for insert to causeway_app with check (actor_keeps_listing(null));
create policy provider_change on provider for update to causeway_app using (actor_keeps_provider(id));
comment on policy provider_public on provider is 'The directory is public.';
comment on policy provider_others on provider is
  'An organization sees the provider of its own services. Some are known to partners alone, never to police.';
comment on policy provider_work on provider is 'Imports and announcements reach every provider.';
comment on policy provider_add on provider is 'The operator and managers add providers.';
comment on policy provider_change on provider is 'Nobody renames the provider of another organization''s service.';

alter table site_listing enable row level security;
alter table site_listing force row level security;
create policy site_listing_import on site_listing for all to causeway_app using (actor_kind() = 'operator');
comment on policy site_listing_import on site_listing is 'Only imports read and write it.';

create function actor_sees_words(this_service uuid) returns boolean
  language sql stable
  return exists (
    select from service s
    join site on site.id = s.site_id
    join provider on provider.id = s.provider_id
    where s.id = this_service);
comment on function actor_sees_words(uuid) is
  'Whether the actor may see a service with its site and its provider, from which its words come.';

alter table service_word enable row level security;
alter table service_word force row level security;
create policy service_word_read on service_word for select to causeway_app
  using (actor_kind() <> '' and (is_public or actor_sees_words(service_id)));
create policy service_word_add on service_word for insert to causeway_app
  with check (actor_kind() = 'operator' or exists (
    select from service s where s.id = service_id and actor_keeps_listing(s.organization_id)));
create policy service_word_drop on service_word for delete to causeway_app
  using (actor_kind() = 'operator' or exists (
    select from service s where s.id = service_id and actor_keeps_listing(s.organization_id)));
comment on policy service_word_read on service_word is 'A word finds only what the actor may see whole: the policies of service, site and provider apply.';
comment on policy service_word_add on service_word is 'Whoever keeps a listing writes its words, through the triggers.';
comment on policy service_word_drop on service_word is 'Whoever keeps a listing writes its words, through the triggers.';

alter table place enable row level security;
alter table place force row level security;
create policy place_read on place for select to causeway_app using (actor_kind() <> '');
create policy place_keep on place for all to causeway_app
  using (actor_kind() = 'operator' or (actor_kind() = 'member' and jurisdiction_id = actor_jurisdiction_id()
    and actor_roles() && array['manager', 'administrator']));
comment on policy place_read on place is 'The names of towns are public.';
comment on policy place_keep on place is 'The operator, managers and administrators keep the county''s place names.';
