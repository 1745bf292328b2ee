-- How policies learn who asks, opened into whatever names it. A statement is planned once for each connection and kept, so
-- that calling these for each row cost more than opening them does.

create or replace function actor_kind() returns text language sql stable parallel safe
  return coalesce(current_setting('causeway.actor_kind', true), '');

create or replace function actor_organization_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('causeway.organization_id', true), '')::uuid;

create or replace function actor_jurisdiction_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('causeway.jurisdiction_id', true), '')::uuid;

create or replace function actor_member_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('causeway.member_id', true), '')::uuid;

create or replace function actor_person_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('causeway.person_id', true), '')::uuid;

create or replace function actor_subject_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('causeway.subject_id', true), '')::uuid;

create or replace function actor_holding_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('causeway.holding_id', true), '')::uuid;

create or replace function actor_job() returns text language sql stable parallel safe
  return nullif(current_setting('causeway.job', true), '');

create or replace function actor_roles() returns text[] language sql stable parallel safe
  return coalesce(nullif(current_setting('causeway.roles', true), ''), '{}')::text[];

create or replace function actor_helps_people() returns boolean language sql stable parallel safe
  return actor_kind() in ('member', 'token') and actor_roles() && array[
    'officer', 'sergeant', 'angel', 'navigator', 'case-manager', 'provider', 'harm-reduction'];
