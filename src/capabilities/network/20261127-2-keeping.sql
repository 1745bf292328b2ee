-- Who keeps a listing, links by which a place says whether it has room, and what a call heard.

create or replace function actor_keeps_listing(owner uuid) returns boolean
  language sql stable parallel safe
  return actor_kind() = 'operator' or (actor_kind() = 'member' and actor_is_partner() and case
    when owner is null then actor_roles() && array['manager', 'administrator']
    else owner = actor_organization_id() and actor_roles() && array['provider', 'harm-reduction', 'administrator'] end);
comment on function actor_keeps_listing(uuid) is
  'Whether the actor may change a listing of this organization: its own people. One of nobody who takes part (null) is kept by managers and administrators. Police and prosecutors keep none.';
comment on policy service_add on service is
  'Listings are added by the operator, by organizations for themselves, and by managers where nobody takes part.';

alter table fact_check add column holds boolean not null default true;
comment on column fact_check.holds is 'False: somebody found it wrong, and whoever keeps the listing has to mend it.';

alter table provider_call
  add column for_on date,
  add column waitlist_days integer check (waitlist_days >= 0),
  add constraint provider_call_for check (for_on is null or result = 'accepted-for'),
  add constraint provider_call_waits check (waitlist_days is null or result = 'waitlist');
comment on column provider_call.for_on is 'The day for which the place would take somebody.';
comment on column provider_call.waitlist_days is 'How long the place said that people wait.';

create table capacity_link (
  id uuid primary key,
  service_id uuid not null references service (id),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  made_by uuid references member (id),
  revoked_at timestamptz,
  check (made_at < expires_at)
);
create index on capacity_link (service_id, made_at desc);
comment on table capacity_link is
  'A signed link, mailed to a place''s own intake address, by which it says whether it has room. Works any number of times until it ends or is taken back.';
comment on column capacity_link.made_by is 'Null: the place itself asked for a new one with one that had ended.';

create function capacity_link_holds(this_service uuid) returns boolean
  language sql stable
  return exists (select from capacity_link l
    where l.id::text = actor_claim() and l.service_id = this_service and l.revoked_at is null and l.expires_at > now());
comment on function capacity_link_holds(uuid) is 'Whether the visitor came with a link of this service that works.';

create function capacity_link_was(this_service uuid) returns boolean
  language sql stable
  return exists (select from capacity_link l
    where l.id::text = actor_claim() and l.service_id = this_service and l.revoked_at is null);
comment on function capacity_link_was(uuid) is
  'Whether the visitor came with a link of this service that was not taken back, though it may have ended.';

grant select, insert, update (revoked_at) on capacity_link to causeway_app;
alter table capacity_link enable row level security;
alter table capacity_link force row level security;
create policy capacity_link_held on capacity_link for select to causeway_app
  using (actor_kind() = 'visitor' and id::text = actor_claim());
create policy capacity_link_read on capacity_link for select to causeway_app using (
  actor_keeps_listing_of(service_id) or actor_calls_places() and actor_sees_listing(service_id));
create policy capacity_link_make on capacity_link for insert to causeway_app with check (
  made_by = actor_member_id() and (actor_keeps_listing_of(service_id)
    or actor_calls_places() and actor_sees_listing(service_id)));
create policy capacity_link_again on capacity_link for insert to causeway_app with check (
  actor_kind() = 'visitor' and made_by is null and capacity_link_was(service_id));
create policy capacity_link_revoke on capacity_link for update to causeway_app using (
    revoked_at is null and (actor_keeps_listing_of(service_id)
      or actor_calls_places() and actor_sees_listing(service_id)))
  with check (revoked_at is not null);
create policy capacity_link_send on capacity_link for select to causeway_app
  using (actor_kind() = 'job' and actor_job() = 'send-capacity-link');
comment on policy capacity_link_held on capacity_link is 'Whoever holds a link learns whether it still works.';
comment on policy capacity_link_read on capacity_link is 'Whoever keeps a listing, or calls places, sees which links of it there are.';
comment on policy capacity_link_make on capacity_link is 'They have one sent, in their own name.';
comment on policy capacity_link_again on capacity_link is
  'A place whose link has ended has a new one sent, to its own address and nowhere else.';
comment on policy capacity_link_revoke on capacity_link is 'They take one back, for good.';
comment on policy capacity_link_send on capacity_link is 'The job that mails it.';

create policy capacity_report_by_link on capacity_report for insert to causeway_app with check (
  actor_kind() = 'visitor' and channel = 'link' and by_member is null and as_of <= now()
  and capacity_link_holds(service_id));
create policy fact_check_by_link on fact_check for insert to causeway_app with check (
  actor_kind() = 'visitor' and source = 'link' and by_member is null and capacity_link_holds(service_id));
comment on policy capacity_report_by_link on capacity_report is 'A place says by its link whether it has room.';
comment on policy fact_check_by_link on fact_check is 'A place says by its link what is still true.';
